"""How often Python looks for unreachable cycles."""

import gc


def collect_less() -> None:
    """Look for them more seldom, in this process.

    As often as Python does by itself, that is a tenth of the time of an import of pages, whose
    objects live as long as their page.
    """
    gc.set_threshold(20_000, 20, 20)
