"""From empty books to somebody who is signed in at a fair: whatever is missing is asked for, one thing at a time.

The module of a screen is loaded when the screen is first needed: most days that is the sign-in alone.
"""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.exhibitions import Exhibition
from pos.domain.people import Person
from pos.domain.refusals import Refusal
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.services.practising import learner
from pos.settings import Settings
from pos.storage.database import BooksUnavailable
from pos.storage.journal import OpenShift
from pos.ui.beginning.beginning import BeginningStep, next_step
from pos.ui.choosers import Choosers
from pos.ui.fair_state import FairState
from pos.ui.messages import Trouble, told
from pos.ui.outcomes import over_message
from pos.ui.session import Session

if TYPE_CHECKING:
    from pos.ui.beginning.administrator_screen import AdministratorScreen
    from pos.ui.beginning.exhibition_screen import ExhibitionScreen
    from pos.ui.beginning.import_screen import ImportScreen
    from pos.ui.beginning.network_making_screen import NetworkMakingScreen
    from pos.ui.beginning.till_code_screen import TillCodeScreen
    from pos.ui.beginning.welcome_screen import WelcomeScreen
    from pos.ui.people.sign_in_screen import SignInScreen
    from pos.ui.trouble_screen import TroubleScreen


class BeginningFlow(QObject):
    """Shows the screen of what is missing; once nothing is, `ready` hands over the session."""

    shown = Signal(QWidget)
    ready = Signal(Session)
    over = Signal(Session)
    """Somebody is signed in at a fair where nothing is sold any more; another fair may be chosen, and is asked for."""
    close_wanted = Signal(Session)
    """The fair of the open shift is over: that shift has to be closed first."""
    settings_wanted = Signal(Settings)
    practice_wanted = Signal()
    power_off_wanted = Signal()
    imported = Signal()
    """The catalogue is another one."""

    def __init__(self, window: QWidget, desk: Desk, choosers: Choosers) -> None:
        super().__init__(window)
        self._desk = desk
        self._texts = desk.texts
        self.person: Person | None = learner(desk.texts._("Learner")) if desk.practice else None
        """Who is signed in; None until somebody is, and again once the till is locked."""
        self._last_person = ""
        self._chosen = desk.settings.exhibition
        self._choosers = choosers

    # --- what comes next -------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show what is missing, or hand over the session."""
        try:
            step = next_step(self._desk)
            if step is not None and not self._desk.practice:
                self._show_step(step)
                return
            terms = self._desk.till.catalogue.terms()
            shift = self._desk.till.shifts.current(self._desk.settings.till)
            exhibition = self._exhibition_of(terms, shift)
            if self.person is None:
                self._show_sign_in(exhibition)
            else:
                self._take_place(self.person, terms, shift, exhibition)
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)

    def lock(self) -> None:
        """Nobody is signed in any more; whoever was is asked for their PIN first."""
        if self.person is not None and not self._desk.practice:
            self._last_person = self.person.id
            self.person = None
        self.begin()

    def choose_exhibition(self) -> None:
        """Ask at which fair the till sells, although one was chosen."""
        try:
            self._show_exhibitions(self._desk.till.catalogue.terms())
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)

    def start_import(self) -> None:
        """Take in a newer network file."""
        self._import.start(can_leave=True)
        self.shown.emit(self._import)

    # --- from one to the next --------------------------------------------------------------------------------------

    def _show_step(self, step: BeginningStep) -> None:
        screen: TillCodeScreen | WelcomeScreen | AdministratorScreen
        match step:
            case BeginningStep.TILL_CODE:
                screen = self._till_code
            case BeginningStep.NETWORK:
                screen = self._welcome
            case BeginningStep.ADMINISTRATOR:
                screen = self._administrator
        screen.start()
        self.shown.emit(screen)

    def _show_sign_in(self, exhibition: Exhibition | None) -> None:
        self._sign_in_screen.start(exhibition, self._last_person)
        self.shown.emit(self._sign_in_screen)

    def _sign_in(self, person: Person) -> None:
        self.person = person
        self.begin()

    def _exhibition_of(self, terms: Terms, shift: OpenShift | None) -> Exhibition | None:
        """The exhibition that the open shift is of, else the one chosen, else the only one."""
        wanted = shift.exhibition if shift else self._chosen
        known = [e for e in terms.exhibitions if e.id == wanted] or list(terms.exhibitions)
        return known[0] if len(known) == 1 else None

    def _take_place(self, person: Person, terms: Terms, shift: OpenShift | None, exhibition: Exhibition | None) -> None:
        if exhibition is None:
            self._show_exhibitions(terms)
            return
        state = self._state(exhibition)
        session = Session(person, terms, exhibition, shift, is_over=state is not FairState.OPEN)
        if state is FairState.OPEN:
            self.ready.emit(session)
        elif shift is not None:
            self.close_wanted.emit(session)
        else:
            self.over.emit(session)
            self._show_exhibitions(terms)
            self._exhibitions.show_message(over_message(exhibition.name, state, self._texts, shift_open=False))

    def _state(self, exhibition: Exhibition) -> FairState:
        if self._desk.till.catalogue.is_closed(exhibition.id):
            return FairState.CLOSED
        return FairState.OVER if exhibition.is_over(self._desk.clock.now()) else FairState.OPEN

    def _show_exhibitions(self, terms: Terms) -> None:
        may_import = self.person is None or self.person.role.may_approve
        self._exhibitions.show_exhibitions([(e, self._state(e)) for e in terms.exhibitions], may_import=may_import)
        self.shown.emit(self._exhibitions)

    def _choose(self, exhibition: Exhibition) -> None:
        self._chosen = exhibition.id
        if exhibition.id != self._desk.settings.exhibition:
            self.settings_wanted.emit(replace(self._desk.settings, exhibition=exhibition.id))
        else:
            self.begin()

    def _make_network(self) -> None:
        self._making.start()
        self.shown.emit(self._making)

    def _note_import(self) -> None:
        self.imported.emit()
        self.begin()

    def _choose_language(self, code: str) -> None:
        self.settings_wanted.emit(replace(self._desk.settings, language=code))

    def _tell(self, trouble: Trouble) -> None:
        """The books can't be read just now: say so, and how to go on."""
        self._trouble.show_message(told(trouble, self._texts))
        self.shown.emit(self._trouble)

    # --- the screens, each loaded and made when it is first needed ---------------------------------------------------

    @cached_property
    def _trouble(self) -> "TroubleScreen":
        from pos.ui.trouble_screen import TroubleScreen

        screen = TroubleScreen(self._texts)
        screen.again_wanted.connect(self.begin)
        screen.power_off_wanted.connect(self.power_off_wanted)
        return screen

    @cached_property
    def _till_code(self) -> "TillCodeScreen":
        from pos.ui.beginning.till_code_screen import TillCodeScreen

        screen = TillCodeScreen(self._desk)
        screen.done.connect(self.settings_wanted)
        return screen

    @cached_property
    def _welcome(self) -> "WelcomeScreen":
        from pos.ui.beginning.welcome_screen import WelcomeScreen

        screen = WelcomeScreen(self._desk)
        screen.import_wanted.connect(self.start_import)
        screen.making_wanted.connect(self._make_network)
        screen.done.connect(self._note_import)
        return screen

    @cached_property
    def _import(self) -> "ImportScreen":
        from pos.ui.beginning.import_screen import ImportScreen

        screen = ImportScreen(self._desk, self._choosers.network_file)
        screen.imported.connect(self._note_import)
        screen.left.connect(self.begin)
        return screen

    @cached_property
    def _making(self) -> "NetworkMakingScreen":
        from pos.ui.beginning.network_making_screen import NetworkMakingScreen

        screen = NetworkMakingScreen(self._desk)
        screen.done.connect(self._note_import)
        screen.back.connect(self.begin)
        return screen

    @cached_property
    def _administrator(self) -> "AdministratorScreen":
        from pos.ui.beginning.administrator_screen import AdministratorScreen

        screen = AdministratorScreen(self._desk)
        screen.done.connect(self._sign_in)
        return screen

    @cached_property
    def _sign_in_screen(self) -> "SignInScreen":
        from pos.ui.people.sign_in_screen import SignInScreen

        screen = SignInScreen(self._desk)
        screen.signed_in.connect(self._sign_in)
        screen.practice_wanted.connect(self.practice_wanted)
        screen.language_wanted.connect(self._choose_language)
        screen.power_off_wanted.connect(self.power_off_wanted)
        return screen

    @cached_property
    def _exhibitions(self) -> "ExhibitionScreen":
        from pos.ui.beginning.exhibition_screen import ExhibitionScreen

        screen = ExhibitionScreen(self._texts)
        screen.chosen.connect(self._choose)
        screen.import_wanted.connect(self.start_import)
        return screen
