"""A unit's settlement laid out for a paper strip, twice, each for two signatures: the figures of its sheet of A4.

Source: docs/domain.md, "Settlement". Every figure is the paper's own; only columns are summed here.
"""

import re
from collections.abc import Iterator

from pos.domain.documents import SettlementPaper, SettlementProduct
from pos.domain.money import Money
from pos.printing.columns import together, wrap
from pos.printing.note_layout import FOR_WHOM
from pos.printing.receipt_elements import (
    EMBLEM_COLUMNS,
    Band,
    Blank,
    Cut,
    Dashes,
    Element,
    EmblemRow,
    PaperWidth,
    Rule,
)
from pos.printing.settlement_words import account_lines, balance_words, quiet_remarks, undelivered_remark
from pos.printing.shift_layout import signature
from pos.printing.strip_page import StripPage
from pos.texts import Texts

_NO_BREAK = "\N{NO-BREAK SPACE}"
_IN_BRACKETS = re.compile(r"\([^()]+\)")


def lay_out_settlement(settlement: SettlementPaper, paper: PaperWidth, texts: Texts) -> tuple[Element, ...]:
    """Both papers, each to its cut; `texts` speak the settlement's language."""
    page = StripPage(paper, texts)
    return tuple(
        element
        for whose in FOR_WHOM
        for part in (
            _opening(page, settlement, texts._(whose)),
            _products(page, settlement),
            _accounts(page, settlement),
            _balance(page, settlement),
            _members(page, settlement),
            _closing(page, settlement),
        )
        for element in part
    )


def _opening(page: StripPage, paper: SettlementPaper, whose: str) -> Iterator[Element]:
    t = page.texts
    yield Band()
    yield Blank(10)
    yield from page.centred(paper.network, bold=True)
    for line in (*paper.header, paper.exhibition, paper.place, t.date_range(paper.starts, paper.ends)):
        yield from page.centred(line)
    yield Blank(6)
    yield from page.centred(t._("SETTLEMENT"), bold=True, double=True)
    if not paper.exhibition_closed:
        yield from page.centred(t._("DRAFT"), bold=True, double=True)
        yield from page.centred(t._("the fair is still open"))
    yield from page.centred(whose)
    yield Rule()
    room = page.paper.columns - EMBLEM_COLUMNS
    name = wrap(paper.unit_name, room)
    about = " · ".join(filter(None, (paper.community, t._("code %(code)s") % {"code": paper.unit})))
    yield EmblemRow(paper.emblem, (*name, *wrap(about, room)), bold_lines=len(name))
    at = paper.printed_at
    day = t.short_date(at) if page.paper.compact else t.weekday_date(at)
    yield from page.sides(t._("No. %(number)s") % {"number": paper.number}, f"{day} {t.time(at)}")
    yield Dashes()


def _products(page: StripPage, paper: SettlementPaper) -> Iterator[Element]:
    """What became of each product, and what it sold for; what there is none of is not said."""
    t = page.texts
    yield from page.sides(t._("Your products"), page.symbol(paper.gross), bold=True)
    if not paper.products:
        yield from page.sides(t._("Nothing was brought or sold at this fair."))
        return
    indent = 1 if page.paper.compact else 2
    for product in paper.products:
        yield from page.sides(product.name, page.amount(product.gross), bold=True, money=True)
        for words in (_pieces(product, t), quiet_remarks(product, t), undelivered_remark(product, t)):
            yield from page.sides(words, indent=indent)
    yield Dashes()
    gross = Money(sum(product.gross.minor for product in paper.products), paper.gross.currency)
    yield from page.sides(t._("Total"), page.amount(gross), bold=True, money=True)
    yield from page.sides(_pieces_of_all(paper, t), indent=indent)
    yield Rule()


def _counts(product: SettlementProduct, t: Texts) -> list[tuple[str, int]]:
    return [
        (t.pgettext("settlement", "Delivered"), product.delivered),
        (t.pgettext("settlement", "Sold"), product.sold),
        (t._("Yapa"), product.yapa),
        (t.pgettext("settlement", "Back from buyers"), product.back),
        (t.pgettext("settlement", "Loss"), product.loss),
        (t.pgettext("settlement", "Taken home"), product.returned),
        (t.pgettext("report", "Left"), product.left),
    ]


def _pieces(product: SettlementProduct, t: Texts) -> str:
    return _said(_counts(product, t), t)


def _pieces_of_all(paper: SettlementPaper, t: Texts) -> str:
    columns = zip(*(_counts(product, t) for product in paper.products), strict=True)
    return _said([(column[0][0], sum(count for _, count in column)) for column in columns], t)


def _said(counts: list[tuple[str, int]], t: Texts) -> str:
    return f"{_NO_BREAK}· ".join(together(f"{words} {t.amount(count, 0)}") for words, count in counts if count)


def _accounts(page: StripPage, paper: SettlementPaper) -> Iterator[Element]:
    yield from page.sides(page.texts._("Your accounts"), page.symbol(paper.balance), bold=True)
    for words, money in account_lines(paper, page.texts):
        label = _IN_BRACKETS.sub(lambda found: together(found[0]), words)
        yield from page.sides(label, page.amount(money), money=True)
    yield Rule()


def _balance(page: StripPage, paper: SettlementPaper) -> Iterator[Element]:
    said = balance_words(paper.balance, page.texts)
    label = said.label
    if page.paper.compact:  # the column over it has the currency
        label = label.removesuffix(f", {page.symbol(paper.balance)}")
    yield from page.large(label, page.amount(said.size))
    yield Blank(6)
    yield from page.spelled(said.spelled)
    yield from page.sides(said.remark)


def _members(page: StripPage, paper: SettlementPaper) -> Iterator[Element]:
    """Who gets how much of what is to be paid; where nothing is, how much each has earned at the exhibition."""
    if len(paper.members) < 2:
        return
    t, to_pay = page.texts, paper.balance.minor > 0
    weights = sum(member.weight for member in paper.members)
    yield Dashes()
    symbol = page.symbol(paper.balance)
    column = symbol if to_pay else t._("Earned %(symbol)s") % {"symbol": symbol}
    yield from page.sides(t._("Shared among the members"), column, bold=True)
    for member in paper.members:
        amount = member.to_receive if to_pay else member.earned
        yield from page.sides(f"{member.name} ({member.weight}/{weights})", page.amount(amount), money=True)


def _closing(page: StripPage, paper: SettlementPaper) -> Iterator[Element]:
    t, paid = page.texts, paper.balance.minor > 0
    received = t._("Received in agreement") if paid else t._("In agreement")
    payer = t._("Paid by") if paid else t.pgettext("signature", "For the network")
    yield from signature(page, f"{received}: {paper.unit_name}")
    yield from signature(page, f"{payer}: {paper.network}")
    yield Blank(12)
    yield from page.sides(t._("If something does not add up, do not sign: ask to see the sales in detail."))
    if paper.last_sale:
        yield from page.sides(t._("books up to sale %(number)s") % {"number": paper.last_sale})
    signs = paper.fingerprint.replace(" ", "")
    if signs:
        yield from page.sides(t._("fingerprint %(signs)s") % {"signs": f"{signs[:4]} {signs[4:8]}".strip()})
    yield Blank(16)
    yield Band()
    yield Blank(24)
    yield Cut()
