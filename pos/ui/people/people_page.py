"""Who works at the stall: a page of the settings where whoever is in charge adds, changes and lets go."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pos.domain.people import Person, Role, may_change
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.dialogs import Question
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, Tone, Trouble, in_two, told
from pos.ui.people.person_photo import PhotoRefused, keep_person_photo
from pos.ui.people.person_row import PersonRow
from pos.ui.people.person_sheet import ChangeSheet, NewPinSheet, PersonSheet
from pos.ui.session import Session

ChoosePicture = Callable[[QWidget], Path | None]
"""Asks for a picture; None where nobody chose one."""


class PeoplePage(QFrame):
    """Everybody in a list; what can be done with the one who is chosen stands beside it."""

    def __init__(self, desk: Desk, choose_picture: ChoosePicture | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._choose_picture = choose_picture
        self._by: Person | None = None
        self._chosen: Person | None = None
        self._rows: list[PersonRow] = []
        self._message = MessageBar()
        self._list = QScrollArea()
        self._add = ActionButton(texts._("Add somebody"), "plus", kind=Kind.INK, height=64)
        self._change = ActionButton(texts._("Name and work"), "pen", height=64)
        self._pin = ActionButton(texts._("New PIN"), "lock", height=64)
        self._photo = ActionButton(texts._("Photo"), "user", height=64)
        self._leave = ActionButton(texts._("Does not work here any more"), "x", height=64)
        self._return = ActionButton(texts._("Works here again"), "return", height=64)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(28, 24, 28, 24), gap=MARGIN)
        column.addWidget(Words(self._texts._("People"), 26, bold=True))
        column.addWidget(self._message)
        row = in_a_row(gap=24)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._list, 3)
        row.addLayout(self._build_acts(), 2)
        column.addLayout(row, 1)

    def _build_acts(self) -> QVBoxLayout:
        column = stacked(gap=10)
        column.addWidget(self._add)
        column.addSpacing(10)
        self._name = Words(pixels=20, bold=True, lines=2)
        column.addWidget(self._name)
        for button in (self._change, self._pin, self._photo, self._leave, self._return):
            column.addWidget(button)
        self._hint = Words(pixels=17, tone=Colour.PIEDRA, lines=4)
        column.addWidget(self._hint)
        column.addStretch(1)
        return column

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_somebody)
        self._change.clicked.connect(lambda: self._open(ChangeSheet))
        self._pin.clicked.connect(lambda: self._open(NewPinSheet))
        self._photo.clicked.connect(self._take_photo)
        self._leave.clicked.connect(self._ask_leave)
        self._return.clicked.connect(lambda: self._set_active(active=True))

    def start(self, session: Session) -> None:
        """Show everybody, and what the person of this session may do."""
        self._message.clear()
        self._by = session.person
        self._chosen = None
        self._show()

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        try:
            people = self._desk.signing_in.everybody()
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
            return
        rows = QWidget()
        column = stacked(rows, margins=(0, 0, 4, 0))
        self._rows = [PersonRow(self._desk.places.photos, person, self._texts) for person in people]
        for row in self._rows:
            row.clicked.connect(lambda _=False, person=row.person: self._choose(person))
            column.addWidget(row)
        column.addStretch(1)
        self._list.setWidget(rows)
        chosen = [person for person in people if self._chosen is not None and person.id == self._chosen.id]
        self._choose(chosen[0] if chosen else None)

    def _choose(self, person: Person | None) -> None:
        self._chosen = person
        for row in self._rows:
            row.setChecked(row.person == person)
        by = self._by
        self._add.setEnabled(by is not None and may_change(by.role, Role.CASHIER))
        may = person is not None and by is not None and may_change(by.role, person.role)
        own = person is not None and by is not None and person.id == by.id
        self._name.setVisible(person is not None)
        self._name.say(person.name if person else "")
        for button, shown in (
            (self._change, may),
            (self._pin, may or own),
            (self._photo, may and self._choose_picture is not None),
            (self._leave, may and person is not None and person.active and not own),
            (self._return, may and person is not None and not person.active),
        ):
            button.setVisible(shown)
        self._hint.setVisible(not may)
        self._hint.say(self._hint_for(person))

    def _hint_for(self, person: Person | None) -> str:
        if person is None:
            return self._texts._("Touch somebody to change what is known of them.")
        return self._texts._("Cashiers are changed by whoever is in charge, the others by an administrator.")

    # --- acting ----------------------------------------------------------------------------------------------------

    def _add_somebody(self) -> None:
        sheet = PersonSheet(self, self._desk, self._by)
        sheet.saved.connect(self._note)
        sheet.ask()

    def _open(self, kind: type[ChangeSheet | NewPinSheet]) -> None:
        if self._chosen is None or self._by is None:
            return
        sheet = kind(self, self._desk, self._chosen, self._by)
        sheet.saved.connect(self._note)
        sheet.ask()

    def _note(self, person: Person) -> None:
        self._message.clear()
        self._chosen = person
        self._show()

    def _ask_leave(self) -> None:
        if self._chosen is None:
            return
        _ = self._texts._
        title = _("Does %(name)s not work here any more?") % {"name": self._chosen.name}
        detail = _("They can sign in no longer. Their name stays in the books.")
        question = Question(self.window(), "user", title, detail, safe=_("Go back"), other=_("Let go"))
        question.answered.connect(lambda: self._set_active(active=False))
        question.ask()

    def _set_active(self, *, active: bool) -> None:
        if self._chosen is not None:
            self._keep(replace(self._chosen, active=active))

    def _take_photo(self) -> None:
        path = self._choose_picture(self) if self._choose_picture else None
        if path is None or self._chosen is None:
            return
        try:
            photo = keep_person_photo(path, self._chosen, self._desk.places.photos)
        except PhotoRefused as refused:
            words = {
                "no-picture": self._texts._("This file is no picture. Choose another one."),
                "not-written": self._texts._("The picture could not be kept. Is there room on the disk?"),
            }[refused.reason]
            self._message.show_message(in_two(Tone.BAD, words))
            return
        self._keep(replace(self._chosen, photo=photo))

    def _keep(self, person: Person) -> None:
        if self._by is None:
            return
        try:
            self._note(self._desk.signing_in.change(self._desk.act(), person, self._by))
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)

    def _tell(self, trouble: Trouble) -> None:
        self._message.show_message(told(trouble, self._texts))
