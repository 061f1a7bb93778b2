"""What stands under the cart: undo, page by page, empty it; and while nothing is in it, the sale before."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.exhibitions import Exhibition
from pos.domain.sales import Sale
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.pager import PagePlace
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words
from pos.ui.selling.cart import Cart

_UNDO, _NARROW_UNDO = 146, 124
_WIDE_FROM = 500
HOUR = 60
"""Minutes after which the time of the last sale is told instead of how long ago it was."""


class CartFoot(QWidget):
    """The acts that are about the whole cart."""

    undo_wanted = Signal()
    clear_wanted = Signal()
    turned = Signal(int)
    """So many pages on (1) or back (-1)."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._shown = PagePlace(0, 1)
        self._undo = ActionButton(texts._("Undo"), "return", pixels=16)
        self._newer = self._turner("up", texts._("Newer lines"), -1)
        self._older = self._turner("down", texts._("Older lines"), 1)
        self._page = Words(pixels=16, tone=Colour.PIEDRA)
        self._clear = ActionButton(texts._("Empty"), "trash", kind=Kind.QUIET, pixels=16)
        row = in_a_row(self)
        for part in (self._undo, self._newer, self._older, self._page):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._clear)
        self._show_pages(self._shown)
        self._undo.clicked.connect(self.undo_wanted)
        self._clear.clicked.connect(self.clear_wanted)

    def _turner(self, icon: str, name: str, pages: int) -> ActionButton:
        button = ActionButton("", icon, pixels=16)
        button.setFixedWidth(56)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.turned.emit(pages))
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._undo.setFixedWidth(_UNDO if self.width() >= _WIDE_FROM else _NARROW_UNDO)

    def show_cart(self, cart: Cart) -> None:
        """Offer what can be done with the cart as it is."""
        self._undo.setEnabled(cart.can_undo)
        self._clear.setEnabled(not cart.is_empty)

    def show_page(self, page: PagePlace) -> None:
        """Offer the pages before and after this one, where there are several."""
        if page != self._shown:
            self._shown = page
            self._show_pages(page)

    def _show_pages(self, page: PagePlace) -> None:
        for part in (self._newer, self._older, self._page):
            part.setVisible(page.of > 1)
        self._newer.setEnabled(page.number > 0)
        self._older.setEnabled(page.number + 1 < page.of)
        self._page.say(self._texts._("%(page)s of %(pages)s") % {"page": page.number + 1, "pages": page.of})
        self._page.setMinimumWidth(self._page.sizeHint().width())


class LastSale(QFrame):
    """The sale before this one, and its receipt once more."""

    copy_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._at: datetime | None = None
        self._number = Words(pixels=18, bold=True)
        self._ago = Words(pixels=16, tone=Colour.PIEDRA)
        self._amount = Amount(22)
        self._copy = ActionButton(texts._("Print again"), "printer", "F9", kind=Kind.QUIET, pixels=18)
        self._build()
        self._copy.clicked.connect(self.copy_wanted)

    @property
    def is_known(self) -> bool:
        """Whether there was a sale before."""
        return self._at is not None

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        self.setFixedHeight(72)
        row = in_a_row(self, margins=(16, 8, 8, 8), gap=18)
        words = stacked(gap=0)
        title = Words(self._texts._("Last sale"), 16, tone=Colour.PIEDRA)
        words.addWidget(title)
        number = in_a_row(gap=5)
        number.addWidget(self._number)
        number.addWidget(self._ago)
        number.addStretch(1)
        words.addLayout(number)
        for label in (title, self._number, self._ago):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addLayout(words)
        row.addWidget(self._amount, 1)
        row.addWidget(self._copy)

    def show_sale(self, sale: Sale, exhibition: Exhibition, *, can_print: bool) -> None:
        """Name this sale; its receipt can be printed where there is a printer."""
        self._at = exhibition.local_time(sale.stamp.at)
        self._number.say(sale.receipt)
        self._ago.say("")
        self._amount.say(self._texts.amount(sale.due + sale.rounding, exhibition.currency.digits))
        self._copy.setVisible(can_print)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ago.setVisible(self.width() >= _WIDE_FROM)

    def show_time(self, now: datetime) -> None:
        """Say how long ago the sale was, or when it was long ago."""
        if self._at is None:
            return
        minutes = int((now - self._at).total_seconds()) // 60
        if minutes < 1:
            said = self._texts._("just now")
        elif minutes < HOUR:
            said = self._texts._("%(minutes)s min ago") % {"minutes": minutes}
        else:
            said = self._texts._("at %(time)s") % {"time": self._texts.time(self._at)}
        self._ago.say(said)

    def press(self) -> None:
        """Press the button, as its key does."""
        if self._copy.isVisible():
            self._copy.click()
