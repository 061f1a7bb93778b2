"""Which device it is: what is connected, another address, and what has to be known of it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from pos.services.desk import Desk
from pos.services.equipment import PRINTERS, SERIAL, Device, Found, uri_of
from pos.services.equipment_words import NAMES
from pos.settings import RECEIPT_WIDTHS, Settings
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.settings.chooser_button import ChooserButton
from pos.ui.settings.device_cards import ICONS
from pos.ui.settings.device_options import (
    BAUDS,
    Option,
    SecondScreen,
    base_of,
    baud_of,
    likely_make,
    makes,
    options_of,
    width_of_make,
)
from pos.ui.settings.option_list import OptionList
from pos.ui.sheet import Sheet

_SIDE = 300
EXAMPLES = ("tcp://192.168.0.40:9100", "usb:0416:5011", "serial:COM3?baud=9600", "cups:POS", "file:/tmp/paper")


class DeviceSheet(Sheet):
    """What is chosen holds once it is saved."""

    saved = Signal(Settings)
    look_wanted = Signal()
    test_sheet_wanted = Signal()
    """Print the sheet that a scanner is set up with."""

    def __init__(
        self, window: QWidget, desk: Desk, device: Device, found: Found, screens: Sequence[SecondScreen]
    ) -> None:
        texts = desk.texts
        super().__init__(window, texts._(NAMES[device]), texts)
        self._desk, self._device, self._texts = desk, device, texts
        self._found, self._screens = found, screens
        settings = desk.settings
        self._message = MessageBar()
        self._message.make_low(low=True)
        self._pages = QStackedWidget()
        self._list, self._makes = OptionList(texts._(NAMES[device])), OptionList(texts._("Make of the printer"))
        self._address = QLineEdit()
        self._look = ActionButton(texts._("Look again"), "refresh", pixels=17)
        self._test_sheet = ActionButton(texts._("Print the test sheet"), "printer", pixels=17)
        self._save = ActionButton(texts._("Use this one"), "check", kind=Kind.INK, pixels=20, height=64)
        self._make = ChooserButton(texts._("Make of the printer"))
        self._width = ChoiceRow({str(w): f"{w} mm" for w in RECEIPT_WIDTHS}, texts._("Width of the receipt paper"))
        self._speed = ChoiceRow({baud: baud for baud in BAUDS}, texts._("Speed"), pixels=16)
        self._speed_words = Words(texts._("Speed, as its leaflet says"), 17, bold=True)
        self._list.answer = base_of(uri_of(device, settings))
        self._makes.answer = settings.printer_profile
        self._fill()
        self._connect()
        self._width.choose(str(settings.receipt_width if device is Device.PRINTER else settings.backup_width))
        self._speed.choose(baud_of(uri_of(device, settings)))
        self.show_found(found)
        self._show_sides()
        self._list.take_focus()

    def _fill(self) -> None:
        _ = self._texts._
        self.head.addWidget(icon_label(ICONS[self._device], 44), alignment=Qt.AlignmentFlag.AlignTop)
        words = stacked(gap=4)
        words.addWidget(Words(_(NAMES[self._device]), 26, bold=True))
        words.addWidget(Words(_("Choose what is connected."), 18, tone=Colour.PIEDRA))
        self.head.addLayout(words, 1)
        self.head.addWidget(self._look, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._message)
        row = in_a_row(gap=20)
        for page in (self._list, self._makes):
            self._pages.addWidget(page)
        row.addWidget(self._pages, 1)
        row.addLayout(self._build_side())
        self.body.addLayout(row, 1)

    def _build_side(self) -> QVBoxLayout:
        _ = self._texts._
        side = stacked(gap=8)
        if self._device in PRINTERS:
            side.addWidget(self._fixed(Words(_("Width of the receipt paper"), 17, bold=True)))
            side.addWidget(self._fixed(self._width))
        if self._device is Device.PRINTER:
            side.addWidget(self._fixed(Words(_("Make of the printer"), 17, bold=True)))
            side.addWidget(self._fixed(self._make))
        if self._device is not Device.SCREEN:
            side.addWidget(self._fixed(self._speed_words))
            side.addWidget(self._fixed(self._speed))
            side.addWidget(self._fixed(Words(_("Another address"), 17, bold=True)))
            self._address.setAccessibleName(_("Another address"))
            self._address.setPlaceholderText(EXAMPLES[0] if self._device in PRINTERS else EXAMPLES[2])
            side.addWidget(self._fixed(self._address))
        if self._device is Device.SCANNER:
            self._add_test_sheet(side)
        side.addStretch(1)
        side.addWidget(self._fixed(self._save))
        return side

    def _add_test_sheet(self, side: QVBoxLayout) -> None:
        """What stands around codes is learnt from a sheet, which needs a printer."""
        _ = self._texts._
        side.addWidget(self._fixed(Words(_("Does it put signs around codes?"), 17, bold=True)))
        there = bool(self._desk.settings.printer)
        words = _("A printed sheet, once scanned, tells the till.") if there else _("First set up the receipt printer.")
        side.addWidget(self._fixed(Words(words, 16, tone=Colour.PIEDRA, lines=2)))
        self._test_sheet.setEnabled(there)
        side.addWidget(self._fixed(self._test_sheet))

    def _fixed(self, part: QWidget) -> QWidget:
        part.setFixedWidth(_SIDE)
        return part

    def _connect(self) -> None:
        self._list.chosen.connect(self._take)
        self._makes.chosen.connect(self._take_make)
        self._make.clicked.connect(self._show_makes)
        self._look.clicked.connect(self.look_wanted)
        self._test_sheet.clicked.connect(self._print_test_sheet)
        self._save.clicked.connect(self._keep)
        self._address.textEdited.connect(lambda _: restyle(self._address, "state", ""))
        self._address.returnPressed.connect(self._keep)

    def show_found(self, found: Found) -> None:
        """This is connected."""
        self._found = found
        self._list.show_options(options_of(self._device, self._desk.settings, found, self._screens, self._texts))
        self.show_looking(on=False)

    def show_looking(self, *, on: bool) -> None:
        """Whether somebody looks just now what is connected."""
        self._look.say(self._texts._("Looking…") if on else self._texts._("Look again"))
        self._look.setEnabled(not on)

    # --- choosing ----------------------------------------------------------------------------------------------------

    def _take(self, value: str) -> None:
        self._address.clear()
        self._message.clear()
        if self._device is Device.PRINTER and value != self._desk.settings.printer:
            make = likely_make(value, self._found)
            self._makes.choose(make)
            if make:
                self._width.choose(str(width_of_make(make)))
        self._show_sides()

    def _show_makes(self) -> None:
        self._makes.show_options(makes(self._texts))
        self._pages.setCurrentWidget(self._makes)
        self._makes.take_focus()

    def _take_make(self, make: str) -> None:
        if make:
            self._width.choose(str(width_of_make(make)))
        self._pages.setCurrentWidget(self._list)
        self._show_sides()
        self._make.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_sides(self) -> None:
        named: list[Option] = makes(self._texts) if self._device is Device.PRINTER else []
        self._make.say(next((one.title for one in named if one.value == self._makes.answer), self._makes.answer))
        serial = self._list.answer.startswith(SERIAL)
        for part in (self._speed, self._speed_words):
            part.setVisible(serial)

    def _print_test_sheet(self) -> None:
        """It is scanned on the page, so this goes."""
        self.accept()
        self.test_sheet_wanted.emit()

    # --- keeping -----------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        typed = self._address.text().strip()
        uri = typed or self._list.answer
        if not typed and uri.startswith(SERIAL):
            uri = self._with_speed(uri)
        try:
            self._refuse_bad(uri)
        except ValueError:
            restyle(self._address, "state", "bad" if typed else "")
            words = self._texts._("This is no address. Write it like %(example)s.")
            example = ", ".join(EXAMPLES) if self._device in PRINTERS else EXAMPLES[2]
            self._message.show_message(Message(Tone.BAD, words % {"example": example}))
            return
        settings = self._changed(uri)
        self.accept()
        self.saved.emit(settings)

    def _with_speed(self, uri: str) -> str:
        before = uri_of(self._device, self._desk.settings)
        if base_of(before) == uri and baud_of(before) == self._speed.answer:
            return before  # with whatever else somebody wrote behind it
        return f"{uri}?baud={self._speed.answer or BAUDS[0]}"

    def _refuse_bad(self, uri: str) -> None:
        """Raises `ValueError` for what is no address of such a device; nothing is looked for."""
        desk = self._desk
        if self._device in PRINTERS and uri:
            desk.open_printer(uri)
        elif self._device is not Device.SCREEN and uri.partition(":")[0] not in {"", "printer", "camera"}:
            opens = {Device.SCANNER: desk.open_reader, Device.DRAWER: desk.open_drawer, Device.POLE: desk.open_pole}
            opens[self._device](uri)
        elif (self._device, uri.partition(":")[0]) in {
            (Device.POLE, "printer"), (Device.POLE, "camera"), (Device.SCANNER, "printer"), (Device.DRAWER, "camera")
        }:  # fmt: skip
            raise ValueError(uri)

    def _changed(self, uri: str) -> Settings:
        settings = self._desk.settings
        match self._device:
            case Device.PRINTER:
                other = uri != settings.printer or self._makes.answer != settings.printer_profile
                return replace(
                    settings,
                    printer=uri,
                    printer_profile=self._makes.answer,
                    receipt_width=int(self._width.answer),
                    code_page="" if other else settings.code_page,
                )
            case Device.BACKUP:
                return replace(settings, backup_printer=uri, backup_width=int(self._width.answer))
            case Device.SCANNER:
                return replace(settings, scanner=uri)
            case Device.DRAWER:
                return replace(settings, drawer=uri)
            case Device.SCREEN:
                return replace(settings, customer_screen=uri)
            case Device.POLE:
                return replace(settings, pole=uri)
