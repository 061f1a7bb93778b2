"""Who attends? The first thing that the till asks each day, and after every lock."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pos.domain.exhibitions import Exhibition
from pos.domain.people import Person
from pos.domain.refusals import NoNetworkYet, Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.buttons import ActionButton, Kind, StepButton
from pos.ui.look.emblems import Band
from pos.ui.look.language_button import LanguageButton
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Trouble, told
from pos.ui.people.approval_sheet import ask_supervisor
from pos.ui.people.person_sheet import PersonSheet
from pos.ui.people.person_tile import PeopleGrid
from pos.ui.people.pin_check import PinCheck
from pos.ui.screen import Screen

CLOCK_MILLISECONDS = 10_000
BAND_CELL = 3
SIDE, NARROW_SIDE, NARROW = 444, 360, 1200
EDGE, NARROW_EDGE = 36, 20
LOW = 700
"""On a lower screen the word about a forgotten PIN gives way to the keys."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SignInScreen(Screen):
    """Fills the whole window: a band of its own, the people, and a pad for the PIN of the one who is chosen."""

    is_whole = True

    signed_in = Signal(Person)
    practice_wanted = Signal()
    language_wanted = Signal(str)
    power_off_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._place = Words(pixels=19, tone=Colour.PIEDRA, lines=2)
        self._time = Words(pixels=32, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._message = MessageBar()
        self._grid = PeopleGrid(desk.places.photos, texts)
        self._check = PinCheck(desk, self._sign_in, texts._("Enter"))
        self._forgotten = Words(
            texts._("Forgot your PIN? Call the supervisor."),
            17,
            tone=Colour.PIEDRA,
            align=Qt.AlignmentFlag.AlignHCenter,
        )
        self._practise = ActionButton(texts._("Practise"), "school", height=60)
        self._language = LanguageButton(texts)
        self._power = ActionButton(texts._("Turn off"), "power", kind=Kind.QUIET, height=60)
        self._before = StepButton("left", texts._("Page before"), 60, repeats=False)
        self._after = StepButton("right", texts._("Next page"), 60, repeats=False)
        self._pages = Words(pixels=18, align=Qt.AlignmentFlag.AlignHCenter)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MILLISECONDS)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self, gap=0)
        column.addWidget(Band(BAND_CELL))
        row = in_a_row(gap=0)
        row.addLayout(self._build_people(), 1)
        row.addWidget(self._build_side())
        column.addLayout(row, 1)

    def _build_people(self) -> QVBoxLayout:
        self._people = column = stacked(margins=(EDGE, 26, EDGE, 24), gap=0)
        head = in_a_row(gap=16)
        words = stacked(gap=0)
        words.addWidget(Words(self._texts._("Who attends?"), 36, bold=True))
        words.addWidget(self._place)
        head.addLayout(words, 1)
        head.addWidget(self._time, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addSpacing(18)
        column.addWidget(self._message)
        column.addWidget(self._grid, 1)
        column.addSpacing(14)
        foot = in_a_row(gap=12)
        foot.addWidget(self._practise)
        foot.addStretch(1)
        for part in (self._before, self._pages, self._after):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self._language)
        foot.addWidget(self._power)
        column.addLayout(foot)
        return column

    def _build_side(self) -> QWidget:
        self._side = QFrame()
        self._side.setObjectName("signing-in")
        self._inside = column = stacked(self._side, margins=(40, 26, 40, 24), gap=0)
        column.addWidget(self._check, 1)
        column.addWidget(self._forgotten)
        return self._side

    def _connect(self) -> None:
        self._clock.timeout.connect(self._show_time)
        self._grid.chosen.connect(self._choose)
        self._grid.other_wanted.connect(self._add_person)
        self._grid.paged.connect(self._show_pages)
        self._before.clicked.connect(lambda: self._grid.turn(-1))
        self._after.clicked.connect(lambda: self._grid.turn(1))
        self._check.passed.connect(self.signed_in)
        self._check.troubled.connect(self._tell)
        self._practise.clicked.connect(self.practice_wanted)
        self._language.chosen.connect(self.language_wanted)
        self._power.clicked.connect(self.power_off_wanted)

    # --- showing ---------------------------------------------------------------------------------------------------

    def start(self, exhibition: Exhibition | None = None, person_id: str = "") -> None:
        """Ask who attends; `person_id` is who probably does: the one whose shift is open, or who locked the till."""
        self._message.clear()
        self._show_place(exhibition)
        self._show_time()
        self._show_people(person_id)

    def _show_place(self, exhibition: Exhibition | None) -> None:
        place = []
        try:
            place.append(self._desk.till.catalogue.terms().network.name)
        except NoNetworkYet:
            pass  # there is no name to show yet
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
        if exhibition is not None:
            place.append(", ".join(part for part in (exhibition.name, exhibition.city) if part))
        place.append(self._texts._("Till %(till)s") % {"till": self._desk.settings.till})
        self._place.say(" · ".join(place))

    def _show_people(self, person_id: str) -> None:
        self._check.show_person(None)
        try:
            people = self._desk.signing_in.people()
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
            return
        self._grid.show_people(people)
        probable = [p for p in people if p.id == person_id] or (people if len(people) == 1 else ())
        if probable:
            self._grid.choose(probable[0])

    def _show_time(self) -> None:
        self._time.say(self._texts.time(self._desk.clock.now()))

    def _show_pages(self) -> None:
        page, pages = self._grid.page, self._grid.pages
        for part in (self._before, self._pages, self._after):
            part.setVisible(pages > 1)
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page < pages - 1)
        self._pages.say(self._texts._("%(page)s of %(pages)s") % {"page": page + 1, "pages": pages})
        self._pages.setMinimumWidth(self._pages.sizeHint().width())

    def show_message(self, message: Message) -> None:
        """Say what stands in the way."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_focus(self) -> None:
        """Let figures go to the PIN; the arrows choose who types it."""
        self._check.pad.setFocus()

    # --- choosing and signing in -----------------------------------------------------------------------------------

    def _choose(self, person: Person) -> None:
        try:
            self._check.show_person(person)
        except BooksUnavailable as trouble:
            self._tell(trouble)
        self._check.pad.setFocus()

    def _sign_in(self, person_id: str, pin: str) -> Person:
        return self._desk.signing_in.sign_in(person_id, pin, self._desk.clock.now())

    def _tell(self, trouble: Trouble) -> None:
        self.show_message(told(trouble, self._texts))

    def _add_person(self) -> None:
        """A supervisor gives their PIN, then tells who is new; over books without people, nobody has to."""
        try:
            nobody = self._desk.signing_in.is_empty()
        except BooksUnavailable as trouble:
            self._tell(trouble)
            return
        if nobody:
            self._ask_person(None)
            return
        why = self._texts._("Somebody new wants to attend")
        ask_supervisor(self, self._desk, "", why, self._ask_person)

    def _ask_person(self, by: Person | None) -> None:
        sheet = PersonSheet(self, self._desk, by)
        sheet.saved.connect(lambda person: self._show_people(person.id))
        sheet.ask()

    # --- keys and room ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._grid.step(_STEPS[key])
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._grid.step(self._grid.columns * (1 if key is Qt.Key.Key_Down else -1))
        elif not self._check.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        edge = NARROW_EDGE if narrow else EDGE
        self._people.setContentsMargins(edge, 26, edge, 24)
        self._inside.setContentsMargins(edge + 4, 26, edge + 4, 24)
        self._side.setFixedWidth(NARROW_SIDE if narrow else SIDE)
        self._forgotten.setVisible(self.height() >= LOW)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_time()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self._check.forget()
