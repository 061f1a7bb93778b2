"""Adding somebody, changing what is known of them, and giving them another PIN: a sheet for each."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from pos.domain.people import MAX_PERSON_NAME, Person, roles_to_give
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import stacked
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, told
from pos.ui.people.new_pin import NewPin
from pos.ui.people.person_form import PersonForm
from pos.ui.people.portraits import Portrait
from pos.ui.people.role_choice import RoleChoice
from pos.ui.sheet import Sheet

_PAD_WIDTH = 380


class _SavingSheet(Sheet):
    """A sheet with a message and a button that saves."""

    saved = Signal(Person)

    def __init__(self, window: QWidget, desk: Desk, title: str, *, width: int = 920, height: int = 664) -> None:
        super().__init__(window, title, desk.texts, width=width, height=height)
        self._desk = desk
        self._texts = desk.texts
        # One id for as long as the sheet is open: trying again after trouble with the disk does nothing twice.
        self._act = desk.act()
        self.message = MessageBar()
        self._save = ActionButton(desk.texts._("Save"), "check", "F12", kind=Kind.INK, pixels=22, height=68)
        self._save.clicked.connect(self._save_if_whole)
        shortcut = QShortcut(QKeySequence("F12"), self)
        shortcut.activated.connect(self._save_if_whole)

    def _title(self, words: str, person: Person | None = None) -> None:
        if person is not None:
            portrait = Portrait(self._desk.places.photos, 60)
            portrait.show_person(person)
            self.head.addWidget(portrait)
        self.head.addWidget(Words(words, 26, bold=True, lines=2), 1, Qt.AlignmentFlag.AlignVCenter)

    def _lay_out(self, *parts: QWidget) -> None:
        self.body.addWidget(self.message)
        for part in parts:
            self.body.addWidget(part, 1)
        self.body.addWidget(self._save)

    def _save_if_whole(self) -> None:
        if self._save.isEnabled():
            self._try(self._saving)

    def _saving(self) -> Person:
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A dialog would press some button or other when Enter is pressed in a field.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _try(self, act: Callable[[], Person]) -> None:
        """Do it and close; what stands in the way is told, and what was entered stays."""
        try:
            person = act()
        except (Refusal, BooksUnavailable) as trouble:
            self.message.show_message(told(trouble, self._texts))
            return
        self.accept()
        self.saved.emit(person)


class PersonSheet(_SavingSheet):
    """Somebody new; `by` gave their leave, None over books without people."""

    def __init__(self, window: QWidget, desk: Desk, by: Person | None) -> None:
        _ = desk.texts._
        super().__init__(window, desk, _("Somebody new"), height=700)
        self._by = by
        self._title(_("Somebody new"))
        help_ = _("The PIN is theirs alone. Who forgets it gets a new one from whoever is in charge.")
        self._form = PersonForm(desk.texts, roles_to_give(by.role if by else None), help_)
        self._form.changed.connect(self._show_whole)
        self._lay_out(self._form)
        self._show_whole()
        self._form.take_focus()

    def _show_whole(self) -> None:
        self._save.setEnabled(self._form.is_whole)
        self._save.setVisible(bool(self._form.pin))
        if self._form.is_whole:
            self._save.setFocus()

    def _saving(self) -> Person:
        form = self._form
        return self._desk.signing_in.add(self._act, form.name, form.role, form.pin, self._by)


class ChangeSheet(_SavingSheet):
    """Another name or another role for somebody."""

    def __init__(self, window: QWidget, desk: Desk, person: Person, by: Person) -> None:
        _ = desk.texts._
        super().__init__(window, desk, person.name, width=640, height=600)
        self._person, self._by = person, by
        self._title(person.name, person)
        inside = QWidget()
        column = stacked(inside, gap=8)
        label = Words(_("Name"), 20, bold=True)
        self._name = QLineEdit(person.name)
        self._name.setAccessibleName(label.text())
        self._name.returnPressed.connect(self._save_if_whole)
        self._name.setMaxLength(MAX_PERSON_NAME)
        self._name.textChanged.connect(lambda text: self._save.setEnabled(bool(text.strip())))
        self._roles = RoleChoice(desk.texts, roles_to_give(by.role))
        self._roles.choose(person.role)
        for part in (label, self._name, self._roles):
            column.addWidget(part)
        column.addStretch(1)
        self._lay_out(inside)
        self._name.setFocus()

    def _saving(self) -> Person:
        changed = replace(self._person, name=" ".join(self._name.text().split()), role=self._roles.role)
        return self._desk.signing_in.change(self._act, changed, self._by)


class NewPinSheet(_SavingSheet):
    """Another PIN for somebody."""

    def __init__(self, window: QWidget, desk: Desk, person: Person, by: Person) -> None:
        super().__init__(window, desk, person.name, width=520, height=700)
        self._person, self._by = person, by
        self._title(desk.texts._("A new PIN for %(name)s") % {"name": person.name}, person)
        self._pin = NewPin(desk.texts, height=64)
        self._pin.changed.connect(self._show_whole)
        self._lay_out(self._pin)
        self._show_whole()
        self._pin.take_focus()

    def _show_whole(self) -> None:
        self._save.setEnabled(bool(self._pin.pin))
        self._save.setVisible(bool(self._pin.pin))
        if self._pin.pin:
            self._save.setFocus()

    def _saving(self) -> Person:
        self._desk.signing_in.change_pin(self._act, self._person, self._pin.pin, self._by)
        return self._person
