"""Tells when a window has been painted for the first time: what nobody waits for is loaded and done from then on."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_PAINT = QEvent.Type.Paint


class FirstPaint(QObject):
    """Watches a window until it is painted, and then no more."""

    done = Signal()
    """The whole window is on the screen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is _PAINT:
            watched.removeEventFilter(self)
            # The window's parts are painted right after it, and before any timer.
            QTimer.singleShot(0, self, self.done.emit)
        return super().eventFilter(watched, event)
