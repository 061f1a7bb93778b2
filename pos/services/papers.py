"""Settlements and reports as papers, ready for two signatures or for the wall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pos.domain.barcodes import receipt_number
from pos.domain.documents import (
    EmblemOf,
    ReportPaper,
    SettlementCost,
    SettlementMember,
    SettlementPaper,
    SettlementPayment,
    SettlementProduct,
)
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, allocate
from pos.domain.network import Unit
from pos.domain.products import Product
from pos.domain.reports import Report, StockPosition, UnitFigures
from pos.domain.text import in_language
from pos.services.cataloguing import Cataloguing, Terms
from pos.services.receipts import place_of
from pos.services.reporting import report_of
from pos.storage.books import Books, Reading
from pos.storage.figures import Payment, Period


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What all settlements of an exhibition are made of, beyond the report's figures."""

    terms: Terms
    exhibition: Exhibition
    at: datetime
    language: str
    gross: Mapping[str, Mapping[str, int]]
    rates: Mapping[str, set[tuple[int, int]]]
    bargained: Mapping[str, int]
    payments: Sequence[Payment]
    cost_parts: Sequence[tuple[int, str, str, int]]
    products: Mapping[str, Product]
    sold: Mapping[str, int]
    closed: bool
    last_sale: str
    fingerprint: str


class Papers:
    """Makes the papers of an exhibition; it reads, and never writes."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def settlements(self, exhibition_id: str, at: datetime, language: str) -> tuple[SettlementPaper, ...]:
        """The settlement of every unit of an exhibition that has anything to settle, by unit id."""
        terms = self._catalogue.terms()
        with self._books.reading() as books:
            report = report_of(books, terms, terms.exhibition(exhibition_id), None)
            occasion = _occasion(books, terms, report, at, language)
        return tuple(_settlement(unit, occasion) for unit in report.units if _moved(unit))

    def report(self, exhibition_id: str, day: date | None, at: datetime, language: str) -> ReportPaper:
        """The stall's report of a day or of the exhibition as a paper."""
        terms = self._catalogue.terms()
        exhibition = terms.exhibition(exhibition_id)
        with self._books.reading() as books:
            report = report_of(books, terms, exhibition, day)
            skus = {position.sku for unit in report.units for position in unit.products}
            products = books.catalogue.products_of(skus)
            fingerprint = books.journal.fingerprint()
        return ReportPaper(
            language=language,
            network=terms.network.name,
            header=terms.network.receipt_header,
            printed_at=at,
            place=place_of(exhibition),
            day=day,
            report=report,
            emblems=tuple((unit.unit, EmblemOf(*terms.emblems[unit.unit])) for unit in report.units),
            product_names=tuple((sku, in_language(products[sku].name, language)) for sku in sorted(products)),
            fingerprint=fingerprint,
        )


def _moved(unit: UnitFigures) -> bool:
    figures = (unit.gross, unit.costs, unit.advances, unit.paid, unit.brought_forward)
    return bool(unit.products) or any(figures)


def _occasion(books: Reading, terms: Terms, report: Report, at: datetime, language: str) -> _Occasion:
    exhibition = terms.exhibition(report.exhibition)
    period = Period(exhibition.id)
    gross = books.figures.product_shares(period)
    positions = [position for unit in report.units for position in unit.products]
    skus = {position.sku for position in positions} | {sku for by_sku in gross.values() for sku in by_sku}
    sold: dict[str, int] = {}
    for position in positions:
        sold[position.sku] = sold.get(position.sku, 0) + position.sold
    tills = [books.journal.till(code) for code in books.journal.tills()]
    return _Occasion(
        terms=terms,
        exhibition=exhibition,
        at=at,
        language=language,
        gross=gross,
        rates=books.figures.rates(period),
        bargained=books.figures.bargained(period),
        payments=books.figures.payments(period),
        cost_parts=books.figures.cost_parts(period),
        products=books.catalogue.products_of(skus),
        sold=sold,
        closed=books.journal.is_closed(exhibition.id),
        last_sale=", ".join(receipt_number(t.code, t.sale_number) for t in tills if t.sale_number),
        fingerprint=books.journal.fingerprint(),
    )


def _settlement(figures: UnitFigures, occasion: _Occasion) -> SettlementPaper:
    terms, exhibition = occasion.terms, occasion.exhibition
    unit = terms.unit(figures.unit)
    commission_bps, fund_bps = _common_rates(unit, occasion)
    return SettlementPaper(
        number=f"{exhibition.id}-{unit.id}",
        language=occasion.language,
        network=terms.network.name,
        header=terms.network.receipt_header,
        printed_at=occasion.at,
        exhibition=exhibition.name,
        place=place_of(exhibition),
        starts=exhibition.starts,
        ends=exhibition.ends,
        unit=unit.id,
        unit_name=unit.name,
        unit_kind=unit.kind.value,
        technique=unit.technique,
        community=unit.community,
        emblem=EmblemOf(*terms.emblems[unit.id]),
        products=_products(figures, occasion),
        brought_forward=figures.brought_forward,
        gross=figures.gross,
        commission=figures.commission,
        commission_bps=commission_bps,
        fund=figures.fund,
        fund_bps=fund_bps,
        costs=_costs(unit, occasion),
        payments=tuple(
            SettlementPayment(payment.kind, Money(payment.amount, exhibition.currency), payment.at)
            for payment in occasion.payments
            if payment.unit == unit.id
        ),
        balance=figures.balance,
        members=member_parts(unit, figures),
        last_sale=occasion.last_sale,
        fingerprint=occasion.fingerprint,
        exhibition_closed=occasion.closed,
    )


def _common_rates(unit: Unit, occasion: _Occasion) -> tuple[int | None, int | None]:
    """The commission and fund rates that all sales of the unit here carried; None where they differ."""
    carried = occasion.rates.get(unit.id, set())
    commissions, funds = {commission for commission, _ in carried}, {fund for _, fund in carried}
    return (
        commissions.pop() if len(commissions) == 1 else None,
        funds.pop() if len(funds) == 1 else None,
    )


def _products(figures: UnitFigures, occasion: _Occasion) -> tuple[SettlementProduct, ...]:
    """The goods that the unit holds, then those that it made with others who hold them."""
    gross = occasion.gross.get(figures.unit, {})
    held = {position.sku: position for position in figures.products}
    rows = []
    for sku in [*sorted(held), *sorted(gross.keys() - held.keys())]:
        product = occasion.products[sku]
        position = held.get(sku, StockPosition(sku, sold=occasion.sold.get(sku, 0)))
        weights = {maker.unit: maker.weight for maker in product.makers}
        others = tuple(occasion.terms.unit(id_).name for id_ in weights if id_ != figures.unit)
        part = (weights[figures.unit], sum(weights.values())) if figures.unit in weights else None
        rows.append(
            SettlementProduct(
                name=in_language(product.name, occasion.language),
                delivered=position.delivered,
                sold=position.sold,
                yapa=position.yapa,
                back=position.back,
                loss=position.loss,
                returned=position.returned,
                left=position.left if sku in held else 0,
                undelivered=position.undelivered if sku in held else 0,
                gross=Money(gross.get(sku, 0), figures.gross.currency),
                bargained=occasion.bargained.get(sku, 0),
                shared_with=others,
                part=part if others else None,
            )
        )
    return tuple(rows)


def _costs(unit: Unit, occasion: _Occasion) -> tuple[SettlementCost, ...]:
    exhibition, costs = occasion.exhibition, []
    for number, name, of_unit, part in occasion.cost_parts:
        if of_unit == unit.id:
            cost = exhibition.costs[number - 1]
            among = len(exhibition.participations)
            costs.append(SettlementCost(name, Money(part, exhibition.currency), cost.amount, cost.shared.value, among))
    return tuple(costs)


def member_parts(unit: Unit, figures: UnitFigures) -> tuple[SettlementMember, ...]:
    """What each member earned, and their part of the balance (docs/decisions/0007-a-member-who-left.md).

    By weight while the members are those who earned; where somebody left or came during the exhibition, by what each
    of them earned.
    """
    weights = {member.name: member.weight for member in unit.members}
    earned = [member.earned.minor for member in figures.members]
    shares = [weights.get(member.name, 0) for member in figures.members]
    left = any(member.earned and member.name not in weights for member in figures.members)
    if left and min(earned) >= 0 and sum(earned) > 0:
        shares = earned
    balance = figures.balance
    return tuple(
        SettlementMember(member.name, weights.get(member.name, 0), member.earned, Money(part, balance.currency))
        for member, part in zip(figures.members, allocate(balance.minor, shares), strict=True)
    )
