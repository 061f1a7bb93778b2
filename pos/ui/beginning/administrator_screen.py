"""The first person of all: whoever looks after this till and adds everybody else."""

from dataclasses import replace

from PySide6.QtCore import Signal

from pos.domain.people import Person, Role
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.beginning.beginning import BeginningScreen
from pos.ui.messages import told
from pos.ui.people.person_form import PersonForm


class AdministratorScreen(BeginningScreen):
    """A name and a PIN, typed twice."""

    done = Signal(Person)

    def __init__(self, desk: Desk) -> None:
        _ = desk.texts._
        super().__init__(desk.texts, _("Save"), can_go_back=False)
        self._desk = desk
        self._act_id = desk.act().id
        self.say(
            _("Who looks after this till?"),
            _("This person adds the others, gives them their PINs, and may do everything here."),
        )
        help_ = _("Keep this PIN well: without it nobody can be added. Nobody can read it anywhere.")
        self._form = PersonForm(desk.texts, (Role.ADMINISTRATOR,), help_)
        self.body.addWidget(self._form, 1)
        self._form.changed.connect(self._show_whole)

    def start(self) -> None:
        """Ask."""
        # One id for as long as the screen is shown: trying again after trouble with the disk does nothing twice.
        self._act_id = self._desk.act().id
        self._message.clear()
        self._form.start()
        self._show_whole()

    def take_focus(self) -> None:
        """Begin with the name."""
        self._form.take_focus()

    def _show_whole(self) -> None:
        self.let_go_on(whole=self._form.is_whole)
        # Until the PIN is ready there is one button that goes on: the one under the pad.
        self._go.setVisible(bool(self._form.pin))
        if self._form.is_whole:
            self._go.setFocus()

    def go_on(self) -> None:
        """Add them."""
        act = replace(self._desk.act(), id=self._act_id)
        try:
            person = self._desk.signing_in.add(act, self._form.name, self._form.role, self._form.pin)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self.done.emit(person)
