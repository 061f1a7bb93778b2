"""This till's settings, a page for each matter; who may change what is said on the page."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.hardware.interfaces import ReaderState
from pos.services.desk import Desk
from pos.settings import SCREEN_LANGUAGES, Settings
from pos.ui.look.buttons import ActionButton
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.language_button import LANGUAGES
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.side_tab import SideTab
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar
from pos.ui.people.people_page import PeoplePage
from pos.ui.printer_state import PrinterState
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session
from pos.ui.settings.device_tests import DeviceTests
from pos.ui.settings.equipment_page import EquipmentPage
from pos.ui.settings.qr_page import ChoosePicture, QrPage
from pos.ui.settings.till_page import TillPage

PAGES_WIDTH, NARROW_PAGES_WIDTH = 280, 210
NARROW = 1200


class SettingsScreen(Screen):
    """The pages at the left, the one that is open beside them."""

    settings_wanted = Signal(Settings)
    """Keep these; the window is made anew with them."""
    practice_wanted = Signal()
    import_wanted = Signal()
    exhibition_wanted = Signal()

    def __init__(self, desk: Desk, choose_picture: ChoosePicture, tests: DeviceTests) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._message = MessageBar()
        self._equipment = EquipmentPage(desk, tests)
        self._till = TillPage(desk)
        self._people = PeoplePage(desk, choose_picture)
        self._qr = QrPage(desk, choose_picture)
        self._language = ChoiceRow({code: LANGUAGES[code] for code in SCREEN_LANGUAGES}, texts._("Language"), height=64)
        self._import = ActionButton(texts._("Bring in a newer network file"), "download", height=64)
        self._exhibition = ActionButton(texts._("Sell at another fair"), "calendar", height=64)
        self._practise = ActionButton(texts._("Practise"), "school", height=64)
        self._pages = QStackedWidget()
        self._tabs: list[SideTab] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self._texts._
        outer = stacked(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        outer.addWidget(self._message)
        row = in_a_row(gap=MARGIN)
        side = panel()
        column = stacked(side, margins=(1, 8, 1, 8), gap=0)
        pages = (
            (_("Equipment"), "printer", self._equipment),
            (_("This till"), "barcode", self._till),
            (_("People"), "users", self._people),
            (_("The bank's QR"), "qr", self._qr),
            (_("Language"), "keyboard", self._page(_("Language of the screen"), self._language)),
            (_("Network and fair"), "home", self._page(_("Network and fair"), self._import, self._exhibition)),
            (_("Practice"), "school", self._build_practice()),
        )
        for index, (word, icon, page) in enumerate(pages):
            tab = SideTab(word, icon)
            tab.clicked.connect(lambda _=False, index=index: self.show_page(index))
            self._tabs.append(tab)
            column.addWidget(tab)
            self._pages.addWidget(page)
        column.addStretch(1)
        row.addWidget(side)
        row.addWidget(self._pages, 1)
        outer.addLayout(row, 1)
        self.show_page(0)

    def _page(self, title: str, *parts: QWidget) -> QWidget:
        """A page of a title and some buttons."""
        frame = panel()
        column = stacked(frame, margins=(28, 24, 28, 24), gap=16)
        column.addWidget(Words(title, 26, bold=True))
        for part in parts:
            part.setMaximumWidth(560)
            column.addWidget(part)
        column.addStretch(1)
        return frame

    def _build_practice(self) -> QWidget:
        words = self._texts._(
            "Sell, pay and close as often as you like, in books of their own: nothing of it reaches the real ones."
        )
        self._practise.setMaximumWidth(560)
        return self._page(self._texts._("Practice"), Words(words, 18, lines=4, tone=Colour.PIEDRA), self._practise)

    def _connect(self) -> None:
        for page in (self._equipment, self._till):
            page.settings_wanted.connect(self.settings_wanted)
        self._language.chosen.connect(self._choose_language)
        self._import.clicked.connect(self.import_wanted)
        self._exhibition.clicked.connect(self.exhibition_wanted)
        self._practise.clicked.connect(self.practice_wanted)

    def start(self, session: Session) -> None:
        """Show the pages as this person may use them."""
        self._message.clear()
        trusted = session.person.role.may_approve
        self._equipment.start(session)
        self._till.start(session)
        self._people.start(session)
        self._qr.start(session)
        self._language.choose(self._texts.language)
        for button in (self._import, self._exhibition):
            button.setEnabled(trusted)
        self._practise.setVisible(not self._desk.practice)
        self._exhibition.setEnabled(trusted and session.shift is None)

    def show_page(self, index: int) -> None:
        """Open a page."""
        self._pages.setCurrentIndex(index)
        away = any(tab.hasFocus() for tab in self._tabs)
        for own, tab in enumerate(self._tabs):
            tab.setChecked(own == index)
        if away:
            self.take_focus()

    def show_printer(self, state: PrinterState) -> None:
        """How the receipt printer is."""
        self._equipment.show_printer(state)

    def show_reader(self, state: ReaderState | None) -> None:
        """How the scanner with a line of its own is; None where there is none."""
        self._equipment.show_reader(state)

    def take_scan(self, scan: Scan) -> bool:
        """On the page of the devices it tries the scanner; elsewhere codes are of no use."""
        return self._pages.currentWidget() is self._equipment and self._equipment.take_scan(scan)

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; what was entered stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_focus(self) -> None:
        """Let the keys go to the pages' names."""
        self._tabs[self._pages.currentIndex()].setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_language(self, code: str) -> None:
        if code != self._texts.language:
            self.settings_wanted.emit(replace(self._desk.settings, language=code))
