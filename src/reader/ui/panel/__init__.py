"""What is known of the article, in lists: names, figures, notes, what was removed."""

from reader.ui.panel.panel import Panel
from reader.ui.panel.rows import Tab

__all__ = ["Panel", "Tab"]
