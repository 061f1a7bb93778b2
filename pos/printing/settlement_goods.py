"""The goods of a settlement on A4: what a unit brought, what became of it, and what it sold for."""

from pos.domain.documents import SettlementPaper, SettlementProduct
from pos.domain.money import Money
from pos.printing.pdf_flow import Flow
from pos.printing.pdf_tables import Column, Row, RuledTable
from pos.printing.pdf_type import ALERT, BODY, QUIET, Type, count_or_dash, figure
from pos.printing.settlement_accounts import Spacing
from pos.printing.settlement_words import quiet_remarks, undelivered_remark
from pos.texts import Texts


def products(flow: Flow, paper: SettlementPaper, texts: Texts, spacing: Spacing) -> None:
    """A row for each product with its pieces and its remarks, and the sums; in words where there is none."""
    if not paper.products:
        flow.heading(texts._("Your products"), spacing.heading, BODY.leading)
        words = texts._("Nothing was brought or sold at this fair.")
        flow.draw(BODY.leading, lambda sheet, top: sheet.lines(flow.left, top, [words], QUIET))
        return
    symbol = texts.symbol(paper.gross.currency.code)
    any_left = any(product.left for product in paper.products)
    columns = [
        Column(texts._("Product"), "left", bold=True),
        Column(texts.pgettext("settlement", "Delivered")),
        Column(texts.pgettext("settlement", "Sold"), least=55.0),
        Column(texts._("Yapa"), least=44.0),
        Column(texts.pgettext("settlement", "Back from buyers"), least=76.0),
        Column(texts.pgettext("settlement", "Loss"), least=60.0),
        Column(texts.pgettext("settlement", "Taken home"), least=60.0),
        *([Column(texts.pgettext("report", "Left"))] if any_left else []),
        Column(texts.pgettext("settlement", "Sales %(symbol)s") % {"symbol": symbol}, bold=True, least=63.5),
    ]
    counts = [_counts(product, any_left=any_left) for product in paper.products]
    rows = [_product_row(product, counted, texts) for product, counted in zip(paper.products, counts, strict=True)]
    sums = [count_or_dash(texts, sum(column)) for column in zip(*counts, strict=True)]
    gross = Money(sum(product.gross.minor for product in paper.products), paper.gross.currency)
    total = (texts._("Total"), *sums, figure(texts, gross))
    table = RuledTable(columns, rows, flow.width, total=total, pad=spacing.row)
    flow.titled_table(texts._("Your products"), spacing.heading, table)


def _product_row(product: SettlementProduct, counts: tuple[int, ...], texts: Texts) -> Row:
    pieces = (count_or_dash(texts, count) for count in counts)
    return Row(product.name, (*pieces, figure(texts, product.gross)), tuple(_notes(product, texts)))


def _counts(product: SettlementProduct, *, any_left: bool) -> tuple[int, ...]:
    """The pieces by column; what is still at the stall has one while there is any, which at the end there is not."""
    counts = (product.delivered, product.sold, product.yapa, product.back, product.loss, product.returned)
    return (*counts, product.left) if any_left else counts


def _notes(product: SettlementProduct, texts: Texts) -> list[tuple[str, Type]]:
    """What there is to remark, in one quiet line, and apart from it what somebody has to explain."""
    notes = ((quiet_remarks(product, texts), QUIET), (undelivered_remark(product, texts), ALERT))
    return [(words, kind) for words, kind in notes if words]
