"""Labels on a receipt printer's paper: for whoever has no other printer, and for tags that hang on a string."""

from collections.abc import Iterator, Sequence

from pos.domain.label_formats import MILLIMETRE
from pos.domain.label_refusals import LabelTooSmall
from pos.domain.labels import Copies, Label
from pos.domain.symbols import DOT, LEAST_BARS
from pos.printing.columns import clean, width, wrap
from pos.printing.receipt_elements import (
    EMBLEM_COLUMNS,
    STAMP_COLUMNS,
    Blank,
    Centred,
    Cut,
    Dashes,
    Element,
    EmblemRow,
    PaperWidth,
    Picture,
    ProductCode,
    QrCode,
    Stamp,
    product_module,
)
from pos.texts import Texts, spoken

_STAMP_DOTS = 96
_AIR = Blank(8)
_APART = Blank(24)


def label_strips(copies: Sequence[Copies], paper: PaperWidth, *, cuts: bool) -> tuple[Element, ...]:
    """Labels one after the other: cut apart, or where the printer has no knife, parted by a line to cut along.

    Raises `LabelTooSmall` for a code that has no room on that paper.
    """
    strip: list[Element] = []
    for wanted in copies:
        label = tuple(lay_out_label(wanted.label, paper))
        for _ in range(wanted.count):
            strip += (*label, Cut()) if cuts else (*label, _APART, Dashes(), _APART)
    return tuple(strip) if cuts or not strip else (*strip[:-3], Cut())


def lay_out_label(label: Label, paper: PaperWidth) -> Iterator[Element]:
    """A label from top to bottom, without its end; raises as `label_strips`."""
    if not product_module(label.symbol, paper.dots):
        raise LabelTooSmall(
            width=paper.dots * DOT // MILLIMETRE,
            height=LEAST_BARS // MILLIMETRE,
            least_width=-(-label.symbol.least_width(dots=True) // MILLIMETRE),
            least_height=-(-LEAST_BARS // MILLIMETRE),
        )
    texts = Texts(spoken(label.language))
    room = paper.columns - EMBLEM_COLUMNS
    names, makers = wrap(label.name, room), wrap(texts.join(label.makers), room)
    yield EmblemRow(label.emblem, (*names, *makers), bold_lines=len(names))
    yield _AIR
    yield ProductCode(label.symbol)
    yield Centred(label.symbol.text)
    yield _AIR
    price = f"{texts.symbol(label.price.currency.code)} {texts.amount(label.price.minor, label.price.currency.digits)}"
    yield Centred(price, bold=True, double=width(price) <= paper.columns // 2)
    if label.stamp_picture:
        yield _AIR
        yield Picture(label.stamp_picture, paper.dots * 2 // 3, _STAMP_DOTS, label.stamp)
    elif label.stamp:
        yield _AIR
        yield Stamp(wrap(clean(label.stamp), paper.columns - STAMP_COLUMNS))
    if label.story:
        yield QrCode(label.story)
