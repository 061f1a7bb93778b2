"""The devices of this till: how each is, which one it is, and a button that really tries it.

Supervisors say which devices they are; everybody may try them, since whoever stands at the till has to know that they
work. A drawer that is opened to try it is noted as any other that is opened without a sale.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from pos.domain.people import Approval
from pos.domain.refusals import Refusal
from pos.hardware.interfaces import ReaderState, Sound
from pos.services.desk import Desk
from pos.services.equipment import PRINTERS, Condition, Device
from pos.services.equipment_words import NAMES
from pos.services.scanner_learning import is_test_code
from pos.settings import Settings
from pos.storage.database import BooksUnavailable
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone, told
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.printer_state import PrinterState
from pos.ui.scan import Scan
from pos.ui.session import Session
from pos.ui.settings.device_card import HEIGHT, DeviceCard
from pos.ui.settings.device_cards import Cards, Known
from pos.ui.settings.device_choosing import DeviceChoosing
from pos.ui.settings.device_options import second_screens
from pos.ui.settings.device_tests import DeviceTests
from pos.ui.settings.read_words import learning

GRID_GAP = 10
NARROW, LOW = 900, 720
NARROW_HEIGHT = 208
"""On a narrow page the words of a card take two lines each."""
LOW_HEIGHT = 168
_ROWS = 3


class EquipmentPage(QWidget):
    """Six cards; what they know is looked for, asked and tried by `DeviceTests`."""

    settings_wanted = Signal(Settings)

    def __init__(self, desk: Desk, tests: DeviceTests) -> None:
        super().__init__()
        self._desk, self._tests = desk, tests
        self._texts = texts = desk.texts
        self._words = Cards(desk)
        self._session: Session | None = None
        self._printer: PrinterState | None = None
        self._reader: ReaderState | None = None
        self._reading = False
        self._read: Scan | None = None
        self._choosing = DeviceChoosing(desk, tests, self)
        self._message = MessageBar()
        self._counts = Words(pixels=18, tone=Colour.PIEDRA, lines=2)
        self._all = ActionButton(texts._("Try them all"), "play")
        self._cards = {device: DeviceCard(texts._(NAMES[device]), texts._("It appears here")) for device in Device}
        self._area = QScrollArea()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self, gap=GRID_GAP)
        head = in_a_row(gap=12)
        head.addWidget(Words(self._texts._("Equipment"), 26, bold=True))
        head.addWidget(self._counts, 1)
        head.addWidget(self._all)
        column.addLayout(head)
        column.addWidget(self._message)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID_GAP)
        for place, card in enumerate(self._cards.values()):
            grid.addWidget(card, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        grid.setRowStretch(_ROWS, 1)
        self._area.setWidget(holder)
        self._area.viewport().installEventFilter(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)

    def _connect(self) -> None:
        for device, card in self._cards.items():
            card.acted.connect(partial(self._act, device))
            card.choice_wanted.connect(partial(self._choosing.choose, device))
        self._cards[Device.SCANNER].field.textEdited.connect(self._note_typed)
        self._all.clicked.connect(self.try_all)
        self._tests.settings_wanted.connect(self._choosing.keep)
        self._choosing.changed.connect(self._show)
        self._choosing.kept.connect(self.settings_wanted)
        screens = QGuiApplication.instance()
        for plugged in (screens.screenAdded, screens.screenRemoved):  # type: ignore[union-attr]  # made before us
            plugged.connect(self._show)
        self._choosing.scanner_sheet_printed.connect(partial(self._listen, on=True))

    # --- what is told ------------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Show the devices as this person may set and try them."""
        self._session = session
        self._message.clear()
        self._reading, self._read = False, None
        if not self._may_change:
            title = self._texts._("Only a supervisor says which devices these are.")
            if self._desk.practice:
                title = self._texts._("In practice nobody says which devices these are.")
            self._message.show_message(Message(Tone.HELP, title, self._texts._("You may try each of them.")))
        self._show()
        if self.isVisible():
            self._begin()

    def show_printer(self, state: PrinterState) -> None:
        """The receipt printer is so."""
        self._printer = state
        self._show()

    def show_reader(self, state: ReaderState | None) -> None:
        """The scanner with a line of its own is so."""
        self._reader = state
        self._show()

    def take_scan(self, scan: Scan) -> bool:
        """Whatever is scanned here is scanned to try the scanner."""
        self._desk.later.trials.heard = True
        self._reading, self._read = True, scan
        self._message.clear()
        self._show()
        self._cards[Device.SCANNER].field.setText(scan.code)
        self._desk.speaker.play(Sound.TAKEN)
        if is_test_code(scan.typed or scan.readings):
            self._learn(scan)
        return True

    def _learn(self, scan: Scan) -> None:
        """Keep what the scanner put around the test sheet's code, so that it is taken off all others."""
        learnt = learning(scan, self._desk, may_change=self._may_change)
        if isinstance(learnt, Message):
            self._message.show_message(learnt)
        else:
            self._choosing.keep(learnt)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._reading, self._read = False, None
        self._tests.leave_screen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._message.make_low(low=self.height() < LOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_cards()
        return super().eventFilter(watched, event)

    def _fit_cards(self) -> None:
        """Let a message push no card out of sight, where there is room for all with less air in them."""
        room, fits = self._area.viewport().height(), _ROWS * HEIGHT + (_ROWS - 1) * GRID_GAP
        height = NARROW_HEIGHT if self.width() < NARROW else HEIGHT if room >= fits else LOW_HEIGHT
        for card in self._cards.values():
            card.setMinimumHeight(height)

    def _begin(self) -> None:
        """Look what is connected, once; and ask the printers of which nothing is known yet."""
        if self._session is None:
            return
        if self._desk.later.trials.found is None:
            self._tests.look()
        for device in PRINTERS:
            judged = self._words.judge(device, self._known)
            if judged.code == "untried" and device not in self._tests.busy:
                self._tests.ask(device)
        self._show()

    # --- showing -----------------------------------------------------------------------------------------------------

    @property
    def _known(self) -> Known:
        return Known(
            self._printer,
            self._reader,
            second_screens(self),
            frozenset(self._tests.busy),
            self._tests.is_looking,
            self._reading,
            self._read,
            self._may_change,
        )

    @property
    def _is_trusted(self) -> bool:
        return self._session is not None and self._session.person.role.may_approve

    @property
    def _may_change(self) -> bool:
        """The settings are the real till's: practice keeps none."""
        return self._is_trusted and not self._desk.practice

    def _show(self) -> None:
        known, waits = self._known, self._choosing.is_waiting
        for device, card in self._cards.items():
            card.show_state(self._words.card(device, known))
            card.chooser.setEnabled(known.trusted and device not in known.busy and not waits)
        self._counts.say(self._words.summary(known))

    def card(self, device: Device) -> DeviceCard:
        """The card of a device."""
        return self._cards[device]

    # --- acting ------------------------------------------------------------------------------------------------------

    def _act(self, device: Device) -> None:
        judged = self._words.judge(device, self._known)
        self._message.clear()
        if device is Device.SCANNER:
            self._listen(on=not self._reading)
        elif judged.condition is Condition.UNSET:
            if self._may_change:
                self._choosing.look_for(device)
            else:
                self._tests.look()
        elif device in PRINTERS and judged.condition is Condition.BAD:
            self._tests.look()
            self._tests.ask(device)
        else:
            self._try(device, asks=True)
        self._show()

    def _try(self, device: Device, *, asks: bool) -> None:
        """Try it; with `asks` the person is asked afterwards what was to be seen."""
        if device is Device.DRAWER:
            self._try_drawer(asks=asks)
        elif device is Device.SCREEN:
            self._tests.show_on_screen(self)
        else:
            self._tests.run(device, self, asks=asks and (device is not Device.PRINTER or self._may_change))

    def _try_drawer(self, *, asks: bool) -> None:
        session = self._session
        if session is not None:
            then = partial(self._open_drawer, session, asks)
            ask_approval(self.window(), self._desk, session, self._texts._("open the drawer to try it"), then)

    def _open_drawer(self, session: Session, asks: bool, approval: Approval) -> None:
        if session.shift is not None:
            reason = self._texts._("Test of the drawer")
            try:
                self._desk.till.shifts.open_drawer(self._desk.act(session.exhibition.id), reason, approval)
            except (Refusal, BooksUnavailable) as trouble:
                self._message.show_message(told(trouble, self._texts))
                return
        self._tests.run(Device.DRAWER, self, asks=asks)

    def try_all(self) -> None:
        """Try everything that is set up, without asking anything; the scanner waits for a code then."""
        self._message.clear()
        known = self._known
        for device in (Device.PRINTER, Device.BACKUP, Device.DRAWER, Device.POLE, Device.SCREEN):
            may = self._may_change if device is Device.DRAWER else True
            if may and self._words.judge(device, known).condition is not Condition.UNSET:
                self._try(device, asks=False)
        self._listen(on=True)
        self._show()

    def _listen(self, *, on: bool) -> None:
        self._reading, self._read = on, None
        field = self._cards[Device.SCANNER].field
        field.clear()
        if on:
            self._desk.later.trials.heard = False
        self._show()
        if on:
            self._area.ensureWidgetVisible(self._cards[Device.SCANNER])
            field.setFocus()

    def _note_typed(self) -> None:
        title = self._texts._("Did the scanner write this?")
        detail = self._texts._("Then let it end each code with Enter: its leaflet has a code for that.")
        self._message.show_message(Message(Tone.WARN, title, detail, icon="scanner"))
