"""Qt's multimedia as far as a camera needs it: cameras that tests plug in and out, and pictures that tests hold up."""

from types import ModuleType
from typing import ClassVar

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage


class Format:
    """A size of the pictures that a camera can make."""

    def __init__(self, width: int) -> None:
        self._width = width

    def resolution(self) -> QSize:
        return QSize(self._width, self._width * 3 // 4)


class CameraDevice:
    """A camera that is plugged in."""

    def __init__(self, name: str) -> None:
        self._name = name

    def id(self) -> bytes:
        return self._name.encode()

    def description(self) -> str:
        return self._name

    def videoFormats(self) -> list[Format]:  # noqa: N802 - Qt's name, as are all that follow
        return [Format(width) for width in (320, 1280, 3840)]


class QCamera(QObject):
    """Is active from its start to its end."""

    activeChanged = Signal(bool)  # noqa: N815 - Qt\'s name
    errorOccurred = Signal(int, str)  # noqa: N815 - Qt\'s name
    made: ClassVar[list["QCamera"]] = []

    def __init__(self, device: CameraDevice, parent: QObject) -> None:
        super().__init__(parent)
        self.name, self.width, self.on = device.description(), 0, False
        self.made.append(self)

    def setCameraFormat(self, wanted: Format) -> None:  # noqa: N802
        self.width = wanted.resolution().width()

    def start(self) -> None:
        self.on = True
        self.activeChanged.emit(True)

    def stop(self) -> None:
        self.on = False


class QMediaCaptureSession(QObject):
    """Brings a camera and a place for its pictures together."""

    sinks: ClassVar[list["QVideoSink"]] = []

    def setVideoSink(self, sink: "QVideoSink") -> None:  # noqa: N802
        self.sinks.append(sink)

    def setCamera(self, camera: QCamera | None) -> None:  # noqa: N802
        pass


class QVideoSink(QObject):
    """Where the pictures arrive."""

    videoFrameChanged = Signal(object)  # noqa: N815 - Qt\'s name


class QVideoFrame:
    """A picture."""

    def __init__(self, picture: "QVideoFrame | QImage") -> None:
        self._image = picture._image if isinstance(picture, QVideoFrame) else picture

    def toImage(self) -> QImage:  # noqa: N802
        return self._image


class QMediaDevices(QObject):
    """Tells which cameras there are."""

    videoInputsChanged = Signal()  # noqa: N815 - Qt\'s name
    plugged: ClassVar[list[CameraDevice]] = []
    watching: ClassVar[list["QMediaDevices"]] = []

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.watching.append(self)

    @classmethod
    def videoInputs(cls) -> list[CameraDevice]:  # noqa: N802
        return list(cls.plugged)


class FakeMultimedia(ModuleType):
    """Stands in `sys.modules` in place of the extra."""

    def __init__(self) -> None:
        super().__init__("PySide6.QtMultimedia")
        for known in (QCamera.made, QMediaCaptureSession.sinks, QMediaDevices.plugged, QMediaDevices.watching):
            known.clear()
        self.QCamera, self.QMediaCaptureSession, self.QVideoSink = QCamera, QMediaCaptureSession, QVideoSink
        self.QVideoFrame, self.QMediaDevices = QVideoFrame, QMediaDevices

    @staticmethod
    def plug(*names: str) -> None:
        """These are the cameras from now on."""
        QMediaDevices.plugged[:] = map(CameraDevice, names)
        for devices in QMediaDevices.watching:
            devices.videoInputsChanged.emit()

    @property
    def cameras(self) -> list[QCamera]:
        """All that were ever watched with."""
        return QCamera.made

    @staticmethod
    def hold_up(picture: QImage) -> None:
        """The camera sees this."""
        QMediaCaptureSession.sinks[-1].videoFrameChanged.emit(QVideoFrame(picture))
