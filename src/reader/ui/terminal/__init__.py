"""Between Textual and the terminal: the same screen in fewer bytes."""

from reader.ui.terminal.driver import Thrift

__all__ = ["Thrift"]
