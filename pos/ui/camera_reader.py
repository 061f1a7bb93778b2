"""A laptop's camera as a scanner, where the extra for it is installed: `pip install qhatu[camera]`.

The window's thread gets the pictures, another one looks for codes in them. Nothing here is needed by a till without a
camera: Qt's multimedia and zxing-cpp are loaded when a camera is chosen, and where they are missing the state says so.
"""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage

from pos.hardware.interfaces import ReaderState

TAKEN_AFTER = 2
"""A code is taken once it was seen in so many pictures running: one picture may be misread."""
AWAY_SECONDS = 1.0
"""It is taken again once it was away for so long: holding still sells nothing twice."""
LOOK_SECONDS = 0.1
"""So far apart are the pictures that are looked at: each keeps a processor of a small laptop busy for 30 ms."""
WIDEST = 1280
"""Dots across a picture, where the camera lets one choose: more only take longer."""
BARS = "EAN13,EAN8,UPCA,UPCE,Code128,Code39"
"""What products' and receipts' codes are written in. Beside them, our labels have a QR for the buyer, which names no
product, and what is looked for among all kinds of codes is misread more often and takes eight times as long."""
_SMALLEST = 4


class SeenCodes:
    """Which of the codes that are seen in picture after picture are to be taken, each once."""

    def __init__(self) -> None:
        self._running: dict[str, int] = {}
        self._taken: dict[str, float] = {}

    def look(self, code: str, now: float) -> str:
        """What the picture of this moment shows, if anything; gives the code if it is taken now.

        Moments are seconds of a clock that never goes back.
        """
        self._taken = {known: seen for known, seen in self._taken.items() if now - seen < AWAY_SECONDS}
        self._running = {code: self._running.get(code, 0) + 1} if code else {}
        if code in self._taken:
            self._taken[code] = now
        elif code and self._running[code] >= TAKEN_AFTER:
            self._taken[code] = now
            return code
        return ""


def code_in(grey: bytes, width: int, height: int) -> str:
    """The code in a picture of one byte a dot, the one nearest to its middle; empty where there is none.

    Raises `ImportError` where zxing-cpp is not installed.
    """
    import zxingcpp  # an extra

    def from_middle(found: "zxingcpp.Barcode") -> float:
        corners = found.position.top_left, found.position.bottom_right
        across, down = (sum(corner.x for corner in corners) - width, sum(corner.y for corner in corners) - height)
        return across * across + down * down

    picture = memoryview(grey).cast("B", shape=[height, width])
    formats = zxingcpp.barcode_formats_from_str(BARS)
    found = zxingcpp.read_barcodes(picture, formats=formats, text_mode=zxingcpp.TextMode.Plain)
    codes = [one for one in found if one.text.isprintable() and len(one.text) >= _SMALLEST]
    return min(codes, key=from_middle).text if codes else ""


class CameraReader(QObject):
    """Watches with a camera, the one of that name or the first there is. To be made and used on the window's thread."""

    _looked = Signal(str)

    def __init__(self, name: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._name, self._clock = name, clock
        self._media: Any = None
        self._devices: Any = None
        self._session: Any = None
        self._camera: Any = None
        self._watched: Any = None
        self._codes = SeenCodes()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._looking, self._looked_at = False, -LOOK_SECONDS
        self._heard: Callable[[str], None] = lambda _: None
        self._changed: Callable[[ReaderState], None] = lambda _: None
        self._looked.connect(self._note)

    def start(self, heard: Callable[[str], None], changed: Callable[[ReaderState], None]) -> None:
        """Begin to watch; both are called on the window's thread."""
        self._heard, self._changed = heard, changed
        try:
            import zxingcpp  # noqa: F401 - an extra; it is wanted in `code_in`
            from PySide6 import QtMultimedia
        except ImportError:
            changed(ReaderState.MISSING)
            return
        self._media = QtMultimedia
        self._session = QtMultimedia.QMediaCaptureSession(self)
        sink = QtMultimedia.QVideoSink(self)
        sink.videoFrameChanged.connect(self._look)
        self._session.setVideoSink(sink)
        self._devices = QtMultimedia.QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._watch)
        self._watch()

    def stop(self) -> None:
        """Watch no more."""
        self._heard, self._changed = (lambda _: None), (lambda _: None)
        if self._devices is not None:
            self._devices.videoInputsChanged.disconnect(self._watch)
            self._leave_camera()
            self._devices.deleteLater()
            self._devices = None
        self._pool.waitForDone()

    def _watch(self) -> None:
        """Watch with the camera that is there now; one that was pulled out is taken again when it is back."""
        inputs = self._media.QMediaDevices.videoInputs()
        chosen = [camera for camera in inputs if self._name in {"", camera.description()}]
        if self._watched is not None and any(camera.id() == self._watched for camera in chosen):
            return
        self._leave_camera()
        if not chosen:
            self._changed(ReaderState.WAITING)
            return
        self._watched = chosen[0].id()
        camera = self._camera = self._media.QCamera(chosen[0], self)
        narrow = [one for one in chosen[0].videoFormats() if one.resolution().width() <= WIDEST]
        if narrow:
            camera.setCameraFormat(max(narrow, key=lambda one: one.resolution().width()))
        camera.activeChanged.connect(self._note_active)
        camera.errorOccurred.connect(self._note_error)
        self._session.setCamera(camera)
        camera.start()

    def _leave_camera(self) -> None:
        camera, self._camera, self._watched = self._camera, None, None
        if camera is not None:
            camera.activeChanged.disconnect(self._note_active)
            camera.errorOccurred.disconnect(self._note_error)
            camera.stop()
            self._session.setCamera(None)
            camera.deleteLater()

    def _note_active(self, active: bool) -> None:
        self._changed(ReaderState.READY if active else ReaderState.WAITING)

    def _note_error(self, *_: object) -> None:
        self._changed(ReaderState.WAITING)

    # --- looking -----------------------------------------------------------------------------------------------------

    def _look(self, frame: Any) -> None:  # noqa: ANN401 - a QVideoFrame, whose type comes with the extra
        """Look at a picture; those that come meanwhile are left out."""
        now = self._clock()
        if self._looking or now - self._looked_at < LOOK_SECONDS or self._camera is None:
            return
        self._looking, self._looked_at = True, now
        kept = self._media.QVideoFrame(frame)

        def look() -> None:
            code = ""
            try:
                image = kept.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
                if not image.isNull():
                    code = code_in(*packed(image))
            finally:
                self._looked.emit(code)

        self._pool.start(look)

    def _note(self, code: str) -> None:
        self._looking = False
        if taken := self._codes.look(code, self._looked_at):
            self._heard(taken)


def packed(image: QImage) -> tuple[bytes, int, int]:
    """A grey picture's dots without what Qt puts at the end of its lines, and its width and height."""
    width, height, step = image.width(), image.height(), image.bytesPerLine()
    dots = bytes(image.constBits())
    if step == width:
        return dots[: width * height], width, height
    return b"".join(dots[line * step : line * step + width] for line in range(height)), width, height
