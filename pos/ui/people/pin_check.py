"""Asks one person for their PIN: a greeting, the pad, and what is said of a wrong one."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pos.domain.people import Person
from pos.domain.refusals import Refusal, TriedTooOften, WrongPin
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import Trouble
from pos.ui.people.pin_pad import PinPad
from pos.ui.people.portraits import Portrait

Check = Callable[[str, str], Person]
"""Says whose PIN it is, from a person's id and the PIN; raises `Refusal`, `BooksUnavailable`."""

_PORTRAIT = 60


class PinCheck(QWidget):
    """One person at a time; what becomes of a PIN is a signal."""

    passed = Signal(Person)
    troubled = Signal(object)
    """A `Trouble` that has nothing to do with the PIN."""

    def __init__(self, desk: Desk, check: Check, go: str, *, height: int = 84) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._check = check
        self._person: Person | None = None
        self._portrait = Portrait(desk.places.photos, _PORTRAIT)
        self._greeting = Words(pixels=26, bold=True, lines=2)
        self._sign = icon_label("error", 22, Colour.TEJA)
        self._note = Words(pixels=18, tone=Colour.PIEDRA, lines=2)
        self.pad = PinPad(texts, go, height=height)
        self._build()
        self.pad.entered.connect(self._try)
        self.pad.edited.connect(self._ask)
        self.pad.ticked.connect(self._show_wait)
        self.show_person(None)

    def _build(self) -> None:
        column = stacked(self, gap=0)
        top = in_a_row(gap=14)
        top.addWidget(self._portrait)
        words = stacked(gap=0)
        words.addStretch(1)
        words.addWidget(self._greeting)
        line = in_a_row(gap=6)
        line.addWidget(self._sign)
        line.addWidget(self._note, 1)
        words.addLayout(line)
        words.addStretch(1)
        top.addLayout(words, 1)
        column.addLayout(top)
        column.addSpacing(22)
        column.addWidget(self.pad, 1)

    def show_person(self, person: Person | None, greeting: str = "") -> None:
        """Ask this person, or, with None, wait until somebody is chosen; `greeting` is said instead of their name."""
        _ = self._texts._
        self._person = person
        self._portrait.show_person(person)
        if person is None:
            self._greeting.say(greeting or _("Who are you?"))
        else:
            self._greeting.say(greeting or _("Hello, %(name)s") % {"name": person.name})
        self.pad.set_open(open_=person is not None)
        self.pad.wait(self._desk.signing_in.waiting(person.id, self._desk.clock.now()) if person else 0)

    def forget(self) -> None:
        """Forget what was typed, and count no longer; the person is asked again by `show_person`."""
        self.pad.empty()
        self.pad.wait(0)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that was pressed somewhere else on the screen."""
        return self.pad.take_key(event)

    @property
    def note(self) -> str:
        """What is said under the name."""
        return self._note.text()

    def _ask(self) -> None:
        words = self._texts._("Type your PIN") if self._person else self._texts._("Touch your picture")
        self._say(words)

    def _say(self, words: str, icon: str = "", tone: Colour = Colour.PIEDRA) -> None:
        self._sign.setVisible(bool(icon))
        if icon:
            show_icon(self._sign, icon, 22, tone)
        self._note.say(words, tone)
        self._note.setAccessibleName(words)

    def _show_wait(self, seconds: int) -> None:
        if not seconds:
            self._ask()
            return
        told = self._texts.ngettext("Wait %(count)s second", "Wait %(count)s seconds", seconds)
        self._say(told % {"count": seconds}, "clock", Colour.TEJA)

    def _try(self, pin: str) -> None:
        if self._person is None:
            return
        try:
            person = self._check(self._person.id, pin)
        except WrongPin as wrong:
            self.pad.refuse()
            self._show_left(wrong)
        except TriedTooOften as often:
            self.pad.refuse()
            self.pad.wait(_number(often, "seconds"))
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
        else:
            self.pad.empty()
            self.passed.emit(person)

    def _tell(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble)

    def _show_left(self, wrong: WrongPin) -> None:
        left = _number(wrong, "left")
        told = self._texts.ngettext("Wrong PIN: %(count)s try left", "Wrong PIN: %(count)s tries left", left)
        self._say(told % {"count": left}, "error", Colour.TEJA)


def _number(refusal: Refusal, name: str) -> int:
    value = refusal.values[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} of {refusal.code} is no number")
    return value
