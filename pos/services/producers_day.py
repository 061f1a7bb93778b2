"""What the producers' screens show: every unit's goods and money of a day or of a whole exhibition, and one unit whole.

All figures are the report's own (`reporting.report_of`), so that a screen, a report and a settlement never differ.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from pos.domain.documents import SettlementPayment
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.network import Unit
from pos.domain.open_items import OPEN_PREFIX, is_open_item
from pos.domain.products import Product
from pos.domain.reports import MemberFigures, Report, StockPosition, UnitFigures
from pos.domain.unit_days import Goods, Overview, PieceCount, ProductDay, TotalsRow, UnitDay, UnitRow
from pos.services.cataloguing import Cataloguing, Terms
from pos.services.papers import member_parts
from pos.services.reporting import report_of
from pos.storage.books import Books, Reading
from pos.storage.figures import Period


class ProducersDay:
    """Reads what the producers' screens show; it never writes."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def overview(self, exhibition_id: str, day: date | None = None) -> Overview:
        """All units of a day, or of the whole exhibition; raises `UnknownExhibition`."""
        terms = self._catalogue.terms()
        exhibition = terms.exhibition(exhibition_id)
        with self._books.reading() as books:
            report = report_of(books, terms, exhibition, day)
            unlabelled = _open_items(books, report)
        rows = tuple(_row(figures, terms, unlabelled) for figures in report.units)
        return Overview(exhibition.id, exhibition.currency, day, rows, _totals(report, rows))

    def unit(self, exhibition_id: str, day: date | None, unit_id: str) -> UnitDay:
        """One unit of a day, or of the whole exhibition; raises `UnknownExhibition`, `UnknownUnit`."""
        terms = self._catalogue.terms()
        exhibition, unit = terms.exhibition(exhibition_id), terms.unit(unit_id)
        text = day.isoformat() if day else None
        period = Period(exhibition.id, text, text)
        with self._books.reading() as books:
            report = report_of(books, terms, exhibition, day)
            figures = next((unit for unit in report.units if unit.unit == unit_id), _untouched(unit, exhibition))
            gross = books.figures.product_shares(period).get(unit_id, {})
            products = books.catalogue.products_of({*gross, *(position.sku for position in figures.products)})
            rates = books.figures.rates(period).get(unit_id, set())
            payments = [payment for payment in books.figures.payments(period) if payment.unit == unit_id]
            costs = [(name, part) for _, name, of, part in books.figures.cost_parts(period) if of == unit_id]
            closed = books.journal.is_closed(exhibition.id)
            unlabelled = _open_items(books, report)
        money = exhibition.currency
        return UnitDay(
            day=day,
            unit=unit,
            row=_row(figures, terms, unlabelled),
            products=_products(report, unit_id, products, gross, unlabelled),
            commission_bps=_the_one(commission for commission, _ in rates),
            fund_bps=_the_one(fund for _, fund in rates),
            payments=tuple(
                SettlementPayment(paid.kind, Money(paid.amount, money), exhibition.local_time(paid.at))
                for paid in payments
            ),
            costs=tuple((name, Money(part, money)) for name, part in costs),
            members=member_parts(unit, figures),
            closed=closed,
        )

    def goods(self, exhibition_id: str, unit_id: str) -> tuple[Goods, ...]:
        """All products that a unit holds, by SKU, with their pieces so far; raises `UnknownExhibition`.

        Its open-price item is not among them: such pieces are never delivered, they are only sold.
        """
        exhibition = self._catalogue.terms().exhibition(exhibition_id)
        with self._books.reading() as books:
            positions = {
                position.sku: position for position in books.figures.stock(Period(exhibition.id)).get(unit_id, ())
            }
            made = books.catalogue.products_of(sku for sku, *_ in books.shelves.products([unit_id]))
        return tuple(
            Goods(product, _pieces([positions.get(sku, StockPosition(sku))]))
            for sku, product in sorted(made.items())
            if product.holder == unit_id and not is_open_item(product)
        )

    def cash_covers(self, till: str, amount: Money) -> bool:
        """Whether the till's open shift has so much cash of that currency in its drawer; False where none is open.

        It tells no more than that: what the drawer holds stays hidden until it was counted.
        """
        with self._books.reading() as books:
            shift = books.journal.till(till).shift
            held = books.journal.drawer(shift.id).get(amount.currency.code, (0, 0))[0] if shift else 0
        return held >= amount.minor


def _open_items(books: Reading, report: Report) -> frozenset[str]:
    """The SKUs of the open-price items that a report names."""
    skus = {position.sku for unit in report.units for position in unit.products}
    named = books.catalogue.products_of(sku for sku in skus if sku.startswith(OPEN_PREFIX))
    return frozenset(sku for sku, product in named.items() if is_open_item(product))


def _row(figures: UnitFigures, terms: Terms, unlabelled: Collection[str]) -> UnitRow:
    return UnitRow(
        unit=figures.unit,
        name=figures.name,
        emblem=terms.emblems[figures.unit],
        pieces=_pieces(figures.products, unlabelled),
        brought_forward=figures.brought_forward,
        gross=figures.gross,
        commission=figures.commission,
        fund=figures.fund,
        costs=figures.costs,
        advances=figures.advances,
        paid=figures.paid,
        balance=figures.balance,
    )


def _untouched(unit: Unit, exhibition: Exhibition) -> UnitFigures:
    """A unit of the network that has nothing to do with the exhibition yet."""
    zero = Money(0, exhibition.currency)
    members = tuple(MemberFigures(member.name, zero) for member in unit.members)
    return UnitFigures(unit.id, unit.name, zero, zero, zero, zero, zero, zero, zero, members, products=())


def _totals(report: Report, rows: tuple[UnitRow, ...]) -> TotalsRow:
    money = ("brought_forward", "gross", "commission", "fund", "costs", "advances", "paid", "balance")
    return TotalsRow(_pieces_of_all(row.pieces for row in rows), *(report.total(figure) for figure in money))


def _pieces(positions: Iterable[StockPosition], unlabelled: Collection[str] = ()) -> PieceCount:
    """The pieces of these products; of what has no label nothing is delivered, so that nothing is undelivered."""
    return _pieces_of_all(
        PieceCount(
            p.delivered, p.sold, p.yapa, p.back, p.returned, p.loss, p.left, 0 if p.sku in unlabelled else p.undelivered
        )
        for p in positions
    )


def _pieces_of_all(counts: Iterable[PieceCount]) -> PieceCount:
    columns = zip(
        *((c.delivered, c.sold, c.yapa, c.back, c.returned, c.loss, c.left, c.undelivered) for c in counts), strict=True
    )
    return PieceCount(*map(sum, columns))


def _products(
    report: Report,
    unit_id: str,
    products: Mapping[str, Product],
    gross: Mapping[str, int],
    unlabelled: Collection[str],
) -> tuple[ProductDay, ...]:
    """What the unit holds and what it made with others, the best earner first."""
    held: dict[str, StockPosition] = {}
    by_others: dict[str, list[StockPosition]] = defaultdict(list)
    for holder, position in ((unit.unit, position) for unit in report.units for position in unit.products):
        if holder == unit_id:
            held[position.sku] = position
        else:
            by_others[position.sku].append(position)
    rows = []
    for sku in sorted(products, key=lambda sku: (-gross.get(sku, 0), sku)):
        product = products[sku]
        weights = {maker.unit: maker.weight for maker in product.makers}
        shared = unit_id in weights and len(weights) > 1
        rows.append(
            ProductDay(
                product=product,
                pieces=_pieces([held[sku]] if sku in held else by_others[sku], unlabelled),
                gross=Money(gross.get(sku, 0), report.currency),
                part=(weights[unit_id], sum(weights.values())) if shared else None,
            )
        )
    return tuple(rows)


def _the_one(rates: Iterable[int]) -> int | None:
    found = set(rates)
    return found.pop() if len(found) == 1 else None
