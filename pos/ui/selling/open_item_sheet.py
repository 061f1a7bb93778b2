"""Selling what has no code or no price: who made it and what it costs, or of a known product the price alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pos.domain.money import Currency, Money
from pos.domain.products import Product
from pos.services.desk import Desk
from pos.ui.amounts.figure_entry import FigureBox
from pos.ui.amounts.pad_sheet import PadSheet
from pos.ui.look.panels import FigureRow, Help
from pos.ui.look.unit_picker import UnitPicker
from pos.ui.scan import Scan
from pos.ui.selling.scan_troubles import not_here
from pos.ui.session import Session

_BACKSPACE, _PAGE_UP, _PAGE_DOWN = Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown


class _PriceSheet(PadSheet):
    """A sheet that asks for the price of a piece in the currency of the exhibition."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, title: str) -> None:
        self.money: Currency = session.exhibition.currency
        super().__init__(window, desk, title, decimals=bool(self.money.digits), has_other=False)
        self.session = session
        self.typed.set("", self.money.digits)
        under = self.texts._("per piece, %(currency)s") % {"currency": self.texts.symbol(self.money.code)}
        self.price_box = FigureBox(self.texts._("Price"), under)
        self.answer.clicked.connect(self._answer)

    @property
    def price(self) -> Money:
        """What was typed so far."""
        return Money.read(self.typed.plain, self.money)

    def show_figure(self) -> None:
        self.price_box.say(self.typed.shown(self.texts))
        missing = self.missing
        self.answer.say(missing or self.texts._("Add to the sale"))
        self.answer.setEnabled(not missing)

    @property
    def missing(self) -> str:
        """What has to be done first, in the words of the button; empty where nothing is missing."""
        return "" if self.price else self.texts._("Type the price")

    def _answer(self) -> None:
        raise NotImplementedError


class OpenItemSheet(_PriceSheet):
    """Letters narrow the producers down, figures are the price. A scanned badge chooses its producer."""

    taken = Signal(str, Money)
    """The unit's id and the price of a piece."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, unit_id: str = "") -> None:
        """Where a unit is named it is chosen, and offered even where it does not take part."""
        super().__init__(window, desk, session, desk.texts._("Sell without a code"))
        terms, exhibition = session.terms, session.exhibition
        units = [unit for unit in terms.units.values() if exhibition.takes_part(unit.id) or unit.id == unit_id]
        self._picker = UnitPicker(units, terms, self.texts)
        hint = self.texts._("Choose who made it, and type what it costs.")
        self.head_with_words(self.texts._("Sell without a code"), hint)
        self.side.addWidget(self._picker, 1)
        self.side.addSpacing(12)
        self.side.addWidget(self.price_box)
        self._picker.changed.connect(self.show_figure)
        if unit_id:
            self._picker.choose(unit_id)
        self.show_figure()

    def take_scan(self, scan: Scan) -> bool:
        unit = self._desk.finding.unit_of_badge(scan.readings)
        if unit is None:
            return super().take_scan(scan)
        if not self._picker.choose(unit):
            self._picker.choose_nobody()  # the price that is typed next must not go to who was meant before
            self.refuse_scan(not_here(self.session.terms.unit(unit).name, self.texts))
        return True

    @property
    def missing(self) -> str:
        return super().missing if self._picker.chosen else self.texts._("Choose who made it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = event.text(), event.key()
        if key in {_PAGE_UP, _PAGE_DOWN}:
            self._picker.turn(1 if key == _PAGE_DOWN else -1)
        elif key == _BACKSPACE and not self.typed.text:
            self._picker.erase_letter()
        elif text and (text.isalpha() or text in " '-"):
            self._picker.type_letter(text)
        elif not self._picker.step(key):
            super().keyPressEvent(event)

    def _answer(self) -> None:
        unit = self._picker.chosen
        if unit is not None and self.price:
            price = self.price
            self.accept()
            self.taken.emit(unit.id, price)


class MissingPriceSheet(_PriceSheet):
    """For a product that has no price in the currency: only the price is asked."""

    priced = Signal(Product, Money)
    """The product and the price of a piece."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, product: Product) -> None:
        super().__init__(window, desk, session, desk.texts._("Price"))
        self._product = product
        self.head_with_product(product, session.terms)
        words = self.texts._("This product has no price in %(currency)s. Ask its makers or the supervisor.")
        self.side.addWidget(Help(words % {"currency": self.texts.currency_name(self.money.code)}))
        self.side.addSpacing(12)
        for code, price in product.prices.items():
            row = FigureRow(self.texts._("Price in %(currency)s") % {"currency": self.texts.symbol(code)}, 20, 26)
            row.say(self.texts.amount(price.list_price.minor, price.list_price.currency.digits))
            row.setFixedHeight(42)
            self.side.addWidget(row)
        self.side.addStretch(1)
        self.side.addWidget(self.price_box)
        self.show_figure()

    def _answer(self) -> None:
        price = self.price
        if price:
            self.accept()
            self.priced.emit(self._product, price)
