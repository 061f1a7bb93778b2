"""A supervisor's word for one act: who gives it, and their PIN, with both names before everybody's eyes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pos.domain.people import Approval, Person
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone, Trouble, told
from pos.ui.people.person_row import PersonRow
from pos.ui.people.pin_check import PinCheck
from pos.ui.session import Session
from pos.ui.sheet import Sheet

_PAD_WIDTH = 360


def ask_approval(window: QWidget, desk: Desk, session: Session, why: str, then: Callable[[Approval], None]) -> None:
    """Ask a supervisor to approve what `why` names; `then` is called with their word, and with nothing else.

    Whoever may approve gives their own word at once. Where nobody does, nothing happens.
    """
    if session.person.role.may_approve:
        then(Approval(session.person.name))
        return
    ask_supervisor(window, desk, session.person.name, why, lambda person: then(Approval(person.name)))


def ask_supervisor(window: QWidget, desk: Desk, asks: str, why: str, then: Callable[[Person], None]) -> None:
    """As `ask_approval`, where nobody need be signed in; `asks` is the name of who asks, empty where there is none."""
    sheet = ApprovalSheet(window, desk, asks, why)
    sheet.approved.connect(then)
    sheet.ask()


class ApprovalSheet(Sheet):
    """Who can approve at the left, the pad for their PIN at the right."""

    approved = Signal(Person)

    def __init__(self, window: QWidget, desk: Desk, asks: str, why: str) -> None:
        texts = desk.texts
        super().__init__(window, texts._("Call the supervisor"), texts)
        self._desk = desk
        self._texts = texts
        self._message = MessageBar()
        self._check = PinCheck(desk, self._approve, texts._("Give leave"), height=72)
        self._rows: list[PersonRow] = []
        self._fill(asks, why)
        self._check.passed.connect(self._pass)
        self._check.troubled.connect(self._tell)
        self._show_supervisors()

    def _fill(self, asks: str, why: str) -> None:
        _ = self._texts._
        self.head.addWidget(icon_label("lock", 44), alignment=Qt.AlignmentFlag.AlignTop)
        words = stacked(gap=4)
        words.addWidget(Words(_("Call the supervisor"), 26, bold=True))
        asked = _("%(name)s asks: %(why)s") % {"name": asks, "why": why} if asks else why
        words.addWidget(Words(asked, 18, tone=Colour.PIEDRA, lines=2))
        self.head.addLayout(words, 1)
        self.body.addWidget(self._message)
        row = in_a_row(gap=28)
        row.addLayout(self._build_supervisors(), 1)
        self._check.setFixedWidth(_PAD_WIDTH)
        row.addWidget(self._check)
        self.body.addLayout(row, 1)

    def _build_supervisors(self) -> QVBoxLayout:
        column = stacked(gap=10)
        column.addWidget(Words(self._texts._("Who gives leave?"), 20, bold=True))
        self._list = QScrollArea()
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._list, 1)
        return column

    def _show_supervisors(self) -> None:
        try:
            people = [person for person in self._desk.signing_in.people() if person.role.may_approve]
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
            return
        rows = QWidget()
        column = stacked(rows, margins=(0, 0, 4, 0), gap=8)
        for person in people:
            row = PersonRow(self._desk.places.photos, person, self._texts)
            row.clicked.connect(lambda _=False, person=person: self._choose(person))
            self._rows.append(row)
            column.addWidget(row)
        column.addStretch(1)
        self._list.setWidget(rows)
        if len(people) == 1:
            self._choose(people[0])
        elif not people:
            words = self._texts._("There is no supervisor yet.")
            self._message.show_message(Message(Tone.WARN, words, self._texts._("Add one in the settings.")))

    def _choose(self, person: Person) -> None:
        for row in self._rows:
            row.setChecked(row.person == person)
        try:
            self._check.show_person(person, person.name)
        except BooksUnavailable as trouble:
            self._tell(trouble)
        self._check.pad.setFocus()

    def _approve(self, person_id: str, pin: str) -> Person:
        return self._desk.signing_in.supervisor(person_id, pin, self._desk.clock.now())

    def _pass(self, person: Person) -> None:
        # Closed first: what was asked for may ask something itself.
        self.accept()
        self.approved.emit(person)

    def _tell(self, trouble: Trouble) -> None:
        self._message.show_message(told(trouble, self._texts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._rows:
            chosen = next((i for i, row in enumerate(self._rows) if row.isChecked()), None)
            step = 1 if key is Qt.Key.Key_Down else -1
            place = 0 if chosen is None else (chosen + step) % len(self._rows)
            self._choose(self._rows[place].person)
        elif not self._check.take_key(event):
            super().keyPressEvent(event)
