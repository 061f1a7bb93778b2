"""Choosing a PIN: typed twice, never shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.domain.people import LEAST_PIN, MOST_PIN
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import panel, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.people.pin_pad import PinPad


class NewPin(QWidget):
    """The pad until the same PIN was typed twice, then a word that it is ready."""

    changed = Signal()

    def __init__(self, texts: Texts, *, height: int = 72) -> None:
        super().__init__()
        self._texts = texts
        self._first = ""
        self.pin = ""
        self._title = Words(pixels=20, bold=True)
        self._note = Words(pixels=17, tone=Colour.PIEDRA, lines=2)
        self.pad = PinPad(texts, "", height=height)
        self._again = ActionButton(texts._("Choose another"), "refresh")
        self._parts = QStackedWidget()
        self._build()
        self.pad.entered.connect(self._take)
        self._again.clicked.connect(self.start)
        self.start()

    def _build(self) -> None:
        column = stacked(self, gap=6)
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addSpacing(6)
        self._parts.addWidget(self.pad)
        self._ready = panel("change")
        inside = stacked(self._ready, margins=(24, 24, 24, 24), gap=14)
        inside.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(icon_label("check", 64, Colour.TOTORA, line=3), alignment=middle)
        inside.addWidget(Words(self._texts._("The PIN is ready"), 26, bold=True, align=middle))
        inside.addStretch(1)
        inside.addWidget(self._again)
        self._parts.addWidget(self._ready)
        column.addWidget(self._parts, 1)

    def start(self) -> None:
        """Ask for a PIN from the beginning."""
        limits = {"least": LEAST_PIN, "most": MOST_PIN}
        self._ask_first(self._texts._("%(least)s to %(most)s figures that only they know.") % limits)
        self._parts.setCurrentWidget(self.pad)
        self._set("")

    def take_focus(self) -> None:
        """Let figures go to the pad; to the other button where the PIN is ready."""
        (self._again if self.pin else self.pad).setFocus()

    @property
    def note(self) -> str:
        """What is said of the PIN just now."""
        return self._note.text()

    def _ask_first(self, note: str, tone: Colour = Colour.PIEDRA) -> None:
        self._first = ""
        self.pad.empty()
        self._title.say(self._texts._("Choose a PIN"))
        self._note.say(note, tone)
        self._note.show()
        self.pad.say_go(self._texts._("Go on"))

    def _take(self, pin: str) -> None:
        if not self._first:
            self._first = pin
            self.pad.empty()
            self._title.say(self._texts._("The same PIN again"))
            self._note.say(self._texts._("So that no slip of the finger becomes the PIN."), Colour.PIEDRA)
        elif pin == self._first:
            self._first = ""
            self.pad.empty()
            self._title.say(self._texts._("PIN"))
            self._note.hide()
            self._parts.setCurrentWidget(self._ready)
            self._set(pin)
        else:
            self._ask_first(self._texts._("The two were not alike. Choose the PIN anew."), Colour.TEJA)
            self.pad.refuse()

    def _set(self, pin: str) -> None:
        self.pin = pin
        self.changed.emit()
