"""A scanner with a wire of its own, or a camera: its codes come to the window's thread and go where typed ones go."""

from PySide6.QtCore import QObject, Signal

from pos.hardware.interfaces import CodeReader, ReaderState
from pos.services.desk import Desk
from pos.services.scanner_learning import Around
from pos.ui.scan import Scan

CAMERA = "camera"


class WiredScanner(QObject):
    """The scanner that the settings name. It outlasts the window, so that its line is opened once."""

    scanned = Signal(Scan)
    changed = Signal()
    """The state is another one."""
    _heard = Signal(str)
    _told = Signal(ReaderState)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.state: ReaderState | None = None
        """How it is; None where there is no such scanner."""
        self._uri = ""
        self._around = Around()
        self._reader: CodeReader | None = None
        # From the reader's thread to the window's.
        self._heard.connect(lambda code: self.scanned.emit(Scan.of([code], self._around, self._uri)))
        self._told.connect(self._note)
        self.follow(desk)

    def follow(self, desk: Desk) -> None:
        """Read from the scanner that a desk's settings name now."""
        self._around = around_codes(desk)
        uri = desk.settings.scanner
        if uri == self._uri:
            return
        self.stop()
        self._uri = uri
        self._reader = self._opened(desk)
        if self._reader is not None:
            self._note(ReaderState.WAITING)
            self._reader.start(self._heard.emit, self._told.emit)

    def stop(self) -> None:
        """Read nothing any more; comes back when the line is closed."""
        reader, self._reader, self._uri = self._reader, None, ""
        if reader is not None:
            reader.stop()
        self._note(None)

    def _opened(self, desk: Desk) -> CodeReader | None:
        if not self._uri:
            return None
        if self._uri.partition(":")[0] == CAMERA:
            from pos.ui.camera_reader import CameraReader  # few tills read with a camera

            return CameraReader(self._uri.partition(":")[2])
        try:
            return desk.open_reader(self._uri)
        except ValueError:  # only the driver knows what an address looks like
            self._note(ReaderState.WAITING)
            return None

    def _note(self, state: ReaderState | None) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()


def around_codes(desk: Desk) -> Around:
    """What the settings say that a scanner puts around codes."""
    return Around(desk.settings.scanner_prefix, desk.settings.scanner_suffix)
