"""A drawer on a line of its own: it is opened by a thread, so that nobody at the till waits for it."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from pos.hardware.interfaces import CashDrawer, DeviceUnavailable
from pos.services.desk import Desk

SERIAL = "serial:"


class OwnDrawer(QObject):
    """The drawer that a desk's settings name, where it does not hang on the printer; in practice it stays shut."""

    changed = Signal()
    """Whether it opened is known, or is not known any more."""
    _told = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.opened: bool | None = None
        """Whether it opened the last time; None before that, and while it is tried."""
        self._drawer = None if desk.practice else _drawer_of(desk)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._told.connect(self._note)

    @property
    def is_there(self) -> bool:
        """Whether there is such a drawer."""
        return self._drawer is not None

    def open(self) -> None:
        """Let it spring open; comes back at once."""
        drawer = self._drawer
        if drawer is not None:
            self._note(None)
            self._pool.start(lambda: self._told.emit(_opens(drawer)))

    def stop(self) -> None:
        """Wait until it is told whether it opened."""
        self._pool.waitForDone()

    def _note(self, opened: bool | None) -> None:
        if opened is not self.opened:
            self.opened = opened
            self.changed.emit()


def _drawer_of(desk: Desk) -> CashDrawer | None:
    if not desk.settings.drawer.startswith(SERIAL):
        return None
    try:
        return desk.open_drawer(desk.settings.drawer)
    except ValueError:  # the address in the settings is no port's: the set-up page says so
        return None


def _opens(drawer: CashDrawer) -> bool:
    try:
        drawer.open()
    except DeviceUnavailable:
        return False
    return True
