"""Whether the terminal is still there.

A closed terminal window sends SIGHUP, which ends Reader, but not through every program that may
have started it (make keeps it to itself); without it Textual reads the end of its input for ever.
"""

import errno
import os
import signal
import sys

_GONE = frozenset([errno.EIO, errno.ENXIO, errno.ENODEV])


def hung_up() -> bool:
    """Whether the terminal that keys come from has been closed; never where there was none."""
    try:
        import termios

        if sys.__stdin__ is not None:
            termios.tcgetattr(sys.__stdin__.fileno())
    except ImportError:  # Windows
        return False
    except termios.error as error:
        return error.args[0] in _GONE
    except (OSError, ValueError):  # closed, or no file
        return False
    return False


def end() -> None:
    """End this process as a closed terminal does."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGHUP)
