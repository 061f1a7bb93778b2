"""What a till that was never used still has to be told, in which order, and how its screens are set."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.services.desk import Desk
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar
from pos.ui.screen import Screen

WIDTH = 980
LOW = 600


class BeginningStep(StrEnum):
    """What comes next; each has its screen."""

    TILL_CODE = "till-code"
    NETWORK = "network"
    ADMINISTRATOR = "administrator"


def next_step(desk: Desk) -> BeginningStep | None:
    """The first thing that is missing, None where somebody can sign in.

    The till's code comes first: whatever is written into the books from then on carries it, so that the chains of two
    tills never get mixed up. A till that has a settings file, or books that are in use, is not asked again.
    Raises `BooksUnavailable`.
    """
    if desk.till.catalogue.is_empty():
        unused = desk.signing_in.is_empty() and not desk.places.settings.exists()
        return BeginningStep.TILL_CODE if unused else BeginningStep.NETWORK
    return BeginningStep.ADMINISTRATOR if desk.signing_in.is_empty() else None


class BeginningScreen(Screen):
    """A panel in the middle: a title, a word why, what is asked, and the buttons that go on and back."""

    back = Signal()

    def __init__(self, texts: Texts, go: str, *, can_go_back: bool, width: int = WIDTH) -> None:
        super().__init__()
        self._texts = texts
        self._title = Words(pixels=26, bold=True, lines=2)
        self._why = Words(pixels=18, tone=Colour.PIEDRA, lines=3)
        self._message = MessageBar()
        self._go = ActionButton(go, "arrow-right", "F12", kind=Kind.INK, pixels=24, height=72)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", height=72)
        self.body: QVBoxLayout = stacked(gap=12)
        self._lay_out(width)
        self._back.setVisible(can_go_back)  # only in its place: a part without a parent would open as a window
        self._go.clicked.connect(self._go_on_if_whole)
        self._back.clicked.connect(self._go_back)
        for keys, slot in (("F12", self._go_on_if_whole), ("Esc", self._go_back)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _lay_out(self, width: int) -> None:
        outer = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        frame = panel()
        frame.setMaximumWidth(width)
        column = self._column = stacked(frame, margins=(36, 24, 36, 24), gap=12)
        column.addWidget(self._title)
        column.addWidget(self._why)
        column.addWidget(self._message)
        column.addLayout(self.body, 1)
        foot = in_a_row(gap=12)
        foot.addWidget(self._back)
        foot.addWidget(self._go, 1)
        column.addLayout(foot)
        outer.addStretch(1)
        outer.addWidget(frame, 100)
        outer.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        edge = 12 if low else 24
        self._column.setContentsMargins(36, edge, 36, edge)
        self._column.setSpacing(6 if low else 12)
        self._message.make_low(low=low)
        for button in (self._go, self._back):
            button.setMinimumHeight(56 if low else 72)

    def say(self, title: str, why: str) -> None:
        """What is asked, and why."""
        self._title.say(title)
        self._why.say(why)

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; what was entered stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def let_go_on(self, *, whole: bool) -> None:
        """Whether all that is asked here was given."""
        self._go.setEnabled(whole)

    def _go_on_if_whole(self) -> None:
        if self._go.isEnabled():
            self._message.clear()
            self.go_on()

    def go_on(self) -> None:
        """Do what the screen is for."""
        raise NotImplementedError

    def _go_back(self) -> None:
        if self._back.isVisible():
            self.go_back()

    def go_back(self) -> None:
        """Leave, nothing done."""
        self.back.emit()


def labelled(column: QVBoxLayout, label: str, part: QWidget) -> None:
    """Put a part under its label, which a screen reader says too."""
    column.addWidget(Words(label, 18, bold=True))
    part.setAccessibleName(label)
    column.addWidget(part)
