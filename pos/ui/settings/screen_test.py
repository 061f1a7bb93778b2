"""A test on the buyer's screen: it stands before whatever is shown there, for a moment."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from pos.texts import Texts
from pos.ui.look.emblems import Band
from pos.ui.look.panels import stacked
from pos.ui.look.words import Words

MILLISECONDS = 6_000


class ScreenTest(QWidget):
    """Takes no key from the till, and goes by itself."""

    def __init__(self, texts: Texts, screen: QScreen) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("display")
        column = stacked(self, gap=24)
        column.addWidget(Band(2))
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Words(texts._("This is the customer's screen"), 54, bold=True, lines=3, align=middle))
        size = f"{screen.name()} · {screen.geometry().width()} × {screen.geometry().height()}"
        column.addWidget(Words(size, 30, align=middle))
        column.addStretch(1)
        column.addWidget(Band(2))
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self.leave)

    def begin(self) -> None:
        """Show it for a moment."""
        self.showFullScreen()
        self._end.start(MILLISECONDS)

    def leave(self) -> None:
        """Show it no longer."""
        self._end.stop()
        self.close()
        self.deleteLater()
