"""Sales to know again by eye: when, what was in them, what they came to; a page at a time, the newest on top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.domain.exhibitions import Exhibition
from pos.domain.products import Product
from pos.domain.tenders import TenderKind
from pos.storage.sale_search import FoundSale
from pos.texts import N_, Texts
from pos.ui.aloud import announce
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Amount, Words

ROW_HEIGHT = 90
PHOTO, PHOTO_GAP = 60, 6
MOST_PHOTOS, MOST_TENDERS = 3, 2
NARROW = 760
"""Under this width a row shows one picture, and no words for the kinds of money."""

TENDER_WORDS: Mapping[str, str] = {
    TenderKind.CASH: N_("Cash"),
    TenderKind.QR: N_("QR"),
    TenderKind.CARD: N_("Card"),
    TenderKind.TRANSFER: N_("Bank"),
}
TENDER_ICONS: Mapping[str, str] = {
    TenderKind.CASH: "cash",
    TenderKind.QR: "qr",
    TenderKind.CARD: "card",
    TenderKind.TRANSFER: "bank",
}


@dataclass(frozen=True, slots=True)
class Pictures:
    """What pictures are drawn from: the folder of photos, the products by SKU, the emblems by unit."""

    folder: Path
    products: Mapping[str, Product]
    emblems: Mapping[str, Emblem]

    def show(self, box: PhotoBox, sku: str) -> None:
        """Let the box show a product; one that the catalogue does not know leaves it as it is."""
        if (product := self.products.get(sku)) is not None:
            box.show_product(product, [self.emblems[maker.unit] for maker in product.makers])


class SaleWords:
    """Puts found sales into words, at one exhibition's time and on one day."""

    def __init__(self, texts: Texts, exhibition: Exhibition, now: datetime) -> None:
        self._texts = texts
        self._exhibition = exhibition
        self._today = exhibition.local_day(now)

    def time(self, sale: FoundSale) -> str:
        """The time of day, where the exhibition is."""
        return self._texts.time(self._exhibition.local_time(sale.at))

    def day(self, sale: FoundSale) -> str:
        """Which day it was, in words that are quicker than a date where they can be."""
        day: date = self._exhibition.local_day(sale.at)
        ago = (self._today - day).days
        if ago == 0:
            return self._texts._("Today")
        if ago == 1:
            return self._texts._("Yesterday")
        return self._texts.short_date(day)

    def pieces(self, sale: FoundSale) -> str:
        """How many pieces went out."""
        count = self._texts.amount(sale.pieces, 0)
        return self._texts.ngettext("%(n)s piece", "%(n)s pieces", sale.pieces) % {"n": count}

    def names(self, sale: FoundSale) -> str:
        """Its first products; three dots where there are more."""
        names = list(dict.fromkeys(name for _, name in sale.products))
        return ", ".join(names) + (" …" if sale.lines > len(sale.products) else "")

    def back(self, sale: FoundSale) -> str:
        """What came back of it, empty where nothing did."""
        if sale.voided:
            return self._texts.pgettext("receipt", "Voided")
        if not sale.back:
            return ""
        if sale.back >= sale.pieces:
            return self._texts._("All came back")
        numbers = {"back": self._texts.amount(sale.back, 0), "pieces": self._texts.amount(sale.pieces, 0)}
        return self._texts._("%(back)s of %(pieces)s came back") % numbers

    def tenders(self, sale: FoundSale) -> str:
        """The kinds of money that it was paid with."""
        return ", ".join(self._texts._(TENDER_WORDS[kind]) for kind in sale.tenders)

    def total(self, sale: FoundSale) -> str:
        """What was paid."""
        return self._texts.amount(sale.total.minor, sale.total.currency.digits)

    def aloud(self, sale: FoundSale) -> str:
        """The sale as a screen reader says it."""
        parts = (f"{self.day(sale)} {self.time(sale)}", sale.receipt, self.pieces(sale), self.names(sale))
        return ", ".join(part for part in (*parts, self.tenders(sale), self.total(sale), self.back(sale)) if part)


class SaleRow(QFrame):
    """One sale: touch it to open it."""

    opened = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._time = Words(pixels=22, bold=True)
        self._day = Words(pixels=16, tone=Colour.PIEDRA)
        self._photos = [PhotoBox(folder, QSize(PHOTO, PHOTO)) for _ in range(MOST_PHOTOS)]
        self._pictures = QWidget()
        self._names = Words(pixels=18, bold=True)
        self._about = Words(pixels=16, tone=Colour.PIEDRA)
        self._back = Words(pixels=16, bold=True, tone=Colour.ICHU_O)
        self._money = QWidget()
        self._icons = [icon_label("cash", 24, Colour.PIEDRA) for _ in range(MOST_TENDERS)]
        self._tenders = Words(pixels=16, tone=Colour.PIEDRA)
        self._total = Amount(22)
        self._build()

    def _build(self) -> None:
        self.setFixedHeight(ROW_HEIGHT)
        row = in_a_row(self, margins=(10, 0, 14, 0), gap=12)
        when = QWidget()
        when.setFixedWidth(84)
        column = stacked(when, gap=2)
        column.addStretch(1)
        column.addWidget(self._time)
        column.addWidget(self._day)
        column.addStretch(1)
        row.addWidget(when)
        photos = in_a_row(self._pictures, gap=PHOTO_GAP)
        for photo in self._photos:
            photos.addWidget(photo)
        photos.addStretch(1)
        row.addWidget(self._pictures)
        words = stacked(gap=4)
        words.addStretch(1)
        words.addWidget(self._names)
        line = in_a_row(gap=12)
        line.addWidget(self._about)
        line.addWidget(self._back, 1)
        words.addLayout(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._tenders.setFixedWidth(96)
        money = in_a_row(self._money, gap=6)
        for icon in self._icons:
            money.addWidget(icon)
        money.addWidget(self._tenders)
        row.addWidget(self._money)
        self._total.setFixedWidth(112)
        row.addWidget(self._total)

    def show_sale(self, sale: FoundSale, words: SaleWords, pictures: Pictures, *, chosen: bool, narrow: bool) -> None:
        """Show this sale, and whether Enter opens it."""
        restyle(self, "row", "chosen" if chosen else "plain")
        self._time.say(words.time(sale))
        self._day.say(words.day(sale))
        skus = list(dict.fromkeys(sku for sku, _ in sale.products if sku in pictures.products))
        room = 1 if narrow else MOST_PHOTOS
        self._pictures.setFixedWidth(room * (PHOTO + PHOTO_GAP) - PHOTO_GAP)
        for place, photo in enumerate(self._photos):
            photo.setVisible(place < min(len(skus), room))
            if place < min(len(skus), room):
                pictures.show(photo, skus[place])
        self._names.say(words.names(sale))
        self._about.say(f"{sale.receipt} · {words.pieces(sale)}")
        self._back.say(words.back(sale))
        self._tenders.say(words.tenders(sale))
        self._money.setVisible(not narrow)
        self._show_icons(sale.tenders)
        self._total.say(words.total(sale))
        self.setAccessibleName(words.aloud(sale))

    def _show_icons(self, kinds: Sequence[str]) -> None:
        for place, icon in enumerate(self._icons):
            icon.setVisible(place < len(kinds))
            if place < len(kinds):
                show_icon(icon, TENDER_ICONS[kinds[place]], 24, Colour.PIEDRA)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.opened.emit()


class FoundList(QFrame):
    """As many rows as fit; Enter opens the chosen one."""

    opened = Signal(FoundSale)
    resized = Signal()
    """Another number of rows fits."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        super().__init__()
        self._folder = folder
        self._texts = texts
        self._rows: list[SaleRow] = []
        self._sales: tuple[FoundSale, ...] = ()
        self._words: SaleWords | None = None
        self._pictures: Pictures | None = None
        self._chosen = 0
        self._fitted = 0
        self._nothing = Words(pixels=20, tone=Colour.PIEDRA, lines=3, align=Qt.AlignmentFlag.AlignHCenter)
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = stacked(self, margins=(1, 1, 1, 1), gap=0)
        self._column.addWidget(self._nothing, 1)
        self._column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 2 * ROW_HEIGHT + 2)

    @property
    def fitting(self) -> int:
        """How many rows there is room for."""
        return max(1, (self.height() - 2) // ROW_HEIGHT)

    def show_sales(self, sales: tuple[FoundSale, ...], words: SaleWords, pictures: Pictures, nothing: str) -> None:
        """Show these; where there are none, say `nothing`."""
        self._sales, self._words, self._pictures = sales, words, pictures
        self._chosen = 0
        self._nothing.say(nothing)
        self._nothing.setVisible(not sales)
        while len(self._rows) < len(sales):
            self._add_row()
        self._show_rows()

    def choose(self, rows: int) -> None:
        """Mean the row so many rows further down, or up where it is negative."""
        self._chosen = max(0, min(self._chosen + rows, len(self._sales) - 1))
        self._show_rows()
        if self._sales and self._words:
            announce(self, self._words.aloud(self._sales[self._chosen]))

    def open_chosen(self) -> None:
        """Open the sale that is meant; nothing happens where there is none."""
        if self._sales:
            self.opened.emit(self._sales[self._chosen])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.fitting != self._fitted:
            self._fitted = self.fitting
            self.resized.emit()
        self._show_rows()

    def _show_rows(self) -> None:
        narrow = self.width() < NARROW
        for place, row in enumerate(self._rows):
            row.setVisible(place < min(len(self._sales), self.fitting))
            if place < len(self._sales) and self._words and self._pictures:
                chosen = place == self._chosen
                row.show_sale(self._sales[place], self._words, self._pictures, chosen=chosen, narrow=narrow)

    def _add_row(self) -> None:
        row = SaleRow(self._folder)
        place = len(self._rows)
        row.opened.connect(lambda: self.opened.emit(self._sales[place]))
        self._column.insertWidget(place, row)
        self._rows.append(row)
