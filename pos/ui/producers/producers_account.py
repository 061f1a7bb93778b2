"""The middle of a unit's account: its best earners with their pictures, and what its balance is made of."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pos.domain.emblems import Emblem
from pos.domain.money import Money
from pos.domain.text import in_language
from pos.domain.unit_days import ProductDay, UnitDay
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.texts import Texts
from pos.ui.look.panels import in_a_row, panel, rule, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.producers.producers_cells import undelivered_words
from pos.ui.producers.producers_sums import sum_lines

_PRODUCT_HEIGHT, _REST_HEIGHT, _LINE_HEIGHT = 50, 36, 28
_MOST_PRODUCTS = 3
_PHOTO = QSize(52, 42)
_NARROW = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
"""A figure that takes no more room than it needs."""


def account(unit: UnitDay, desk: Desk, terms: Terms, room: QSize) -> QWidget:
    """The account of a unit in so much room: products give way to sums, which never do."""
    texts = desk.texts
    part = QWidget()
    column = stacked(part, gap=0)
    lines = sum_lines(unit, texts)
    _add_products(column, unit, desk, terms, room - QSize(0, _LINE_HEIGHT * len(lines) + 12))
    if unit.row.pieces.undelivered:
        column.addSpacing(6)
        frame = panel("warn")
        inside = stacked(frame, margins=(10, 6, 10, 6))
        inside.addWidget(Words(undelivered_words(unit.row.pieces.undelivered, texts), 16, bold=True, lines=3))
        column.addWidget(frame)
    column.addSpacing(8)
    for line in lines:
        column.addWidget(SumRow(line.words, amount_text(line.amount, texts)))
    column.addStretch(1)
    return part


def _add_products(column: QVBoxLayout, unit: UnitDay, desk: Desk, terms: Terms, room: QSize) -> None:
    """The best earners, as many of them as there is room for, and the rest in one line."""
    texts = desk.texts
    sold = [product for product in unit.products if product.gross or product.pieces.kept]
    fitting = max(0, min(_MOST_PRODUCTS, (room.height() - _REST_HEIGHT) // _PRODUCT_HEIGHT))
    for product in sold[:fitting]:
        column.addWidget(_product(product, desk, terms, room.width()))
        column.addWidget(rule())
    rest = sold[fitting:]
    if rest:
        pieces = sum(product.pieces.kept for product in rest)
        words = texts.ngettext("and %(n)s piece more", "and %(n)s pieces more", pieces)
        if not fitting:
            words = texts.ngettext("%(n)s piece sold", "%(n)s pieces sold", pieces)
        gross = Money(sum(product.gross.minor for product in rest), unit.row.gross.currency)
        row = SumRow(words % {"n": texts.amount(pieces, 0)}, amount_text(gross, texts), quiet=True)
        row.setFixedHeight(_REST_HEIGHT)
        column.addWidget(row)
        column.addWidget(rule())


def _product(product: ProductDay, desk: Desk, terms: Terms, width: int) -> QWidget:
    row = QWidget()
    row.setFixedHeight(_PRODUCT_HEIGHT - 1)
    line = in_a_row(row, gap=10)
    photo = PhotoBox(desk.places.photos, _PHOTO)
    photo.show_product(product.product, maker_emblems(product, terms))
    line.addWidget(photo)
    name = Words(in_language(product.product.name, desk.texts.language), 16)
    sold = sold_of(product, desk.texts)
    if product.part:
        sold = desk.texts._("%(sold)s, its part") % {"sold": sold}
    pieces = Words(sold, 16, tone=Colour.PIEDRA)
    amount = Words(amount_text(product.gross, desk.texts), 16, bold=True)
    amount.setSizePolicy(_NARROW)
    words = stacked(gap=0)
    words.addStretch(1)
    words.addWidget(name)
    line.addLayout(words, 1)
    if name.sizeHint().width() + amount.sizeHint().width() + 10 <= width - _PHOTO.width() - 10:
        words.addWidget(pieces)
        line.addWidget(amount)
    else:  # a long name takes the amount's place
        below = in_a_row(gap=10)
        below.addWidget(pieces, 1)
        below.addWidget(amount)
        words.addLayout(below)
    words.addStretch(1)
    return row


class SumRow(QWidget):
    """Words at the left, an amount at the right."""

    def __init__(self, words: str, amount: str, *, quiet: bool = False) -> None:
        super().__init__()
        self.setFixedHeight(_LINE_HEIGHT)
        row = in_a_row(self, gap=8)
        row.addWidget(Words(words, 16 if quiet else 17, tone=Colour.PIEDRA if quiet else Colour.NOCHE), 1)
        figure = Words(amount, 16 if quiet else 17, bold=quiet)
        figure.setSizePolicy(_NARROW)
        row.addWidget(figure)
        self.setAccessibleName(f"{words} {amount}")


def sold_of(product: ProductDay, texts: Texts) -> str:
    """How many of the delivered pieces are sold; more than were delivered is said as it is."""
    values = {"sold": texts.amount(product.pieces.kept, 0), "delivered": texts.amount(product.pieces.delivered, 0)}
    if product.pieces.delivered:
        return texts._("%(sold)s of %(delivered)s") % values
    return texts.pgettext("pieces", "%(sold)s sold") % values


def product_name(product: ProductDay, texts: Texts) -> str:
    """The product's name, and that it is only a part of it where others made it too."""
    name = in_language(product.product.name, texts.language)
    return texts._("%(product)s (part)") % {"product": name} if product.part else name


def maker_emblems(product: ProductDay, terms: Terms) -> list[Emblem]:
    """The emblems of the product's makers, in their order."""
    return [terms.emblems[maker.unit] for maker in product.product.makers]


def amount_text(amount: Money, texts: Texts) -> str:
    """An amount without its currency."""
    return texts.amount(amount.minor, amount.currency.digits)
