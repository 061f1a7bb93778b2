"""Faults of the program itself: logged, and told with an id that can be read out over the telephone."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from pos.logs import catch_uncaught


class _Messenger(QObject):
    """Carries a fault's id from whichever thread failed to the window's."""

    happened = Signal(str)


@contextmanager
def faults_told(tell: Callable[[str], None]) -> Iterator[None]:
    """While this lasts, whatever nothing else catches is logged, and `tell` gets its id on the window's thread."""
    before = sys.excepthook, threading.excepthook
    messenger = _Messenger()
    messenger.happened.connect(tell)
    catch_uncaught(lambda fault_id, _: messenger.happened.emit(fault_id))
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before
