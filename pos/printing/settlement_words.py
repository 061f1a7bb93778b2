"""What a settlement says in words, on A4 and on a strip alike: accounts, balance, and what is to remark of goods."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pos.domain.documents import SettlementCost, SettlementPaper, SettlementPayment, SettlementProduct
from pos.domain.exhibitions import CostShare
from pos.domain.money import Money
from pos.texts import Texts

_ONE_MONTH = timedelta(days=27)
_MOST_NAMED = 3
"""So many makers of a product are named; of more, the rest are counted."""


def account_lines(paper: SettlementPaper, texts: Texts) -> list[tuple[str, Money]]:
    """What makes up the balance, from what was brought forward to what was paid: added up, they are the balance."""
    return [
        (texts._("Balance brought forward"), paper.brought_forward),
        (texts._("Sales of your products"), paper.gross),
        (_with_rate(texts._("Commission of the network"), paper.commission_bps, texts), -paper.commission),
        (_with_rate(texts._("Revolving fund"), paper.fund_bps, texts), -paper.fund),
        *((_cost_words(cost, texts), -cost.part) for cost in paper.costs),
        *((_payment_words(payment, paper, texts), -payment.amount) for payment in paper.payments),
    ]


@dataclass(frozen=True, slots=True)
class BalanceWords:
    """The balance: to be paid, nothing, or (the unit was paid more than it earned) owed to the network.

    `spelled` has the hundredths and the currency's name kept together; it and `remark` may be empty.
    """

    label: str
    size: Money
    spelled: str
    remark: str


def balance_words(balance: Money, texts: Texts) -> BalanceWords:
    """How papers say a balance."""
    size = Money(abs(balance.minor), balance.currency)
    label, remark = texts._("TO PAY, %(symbol)s"), ""
    if not balance:
        label, remark = texts._("EVEN, %(symbol)s"), texts._("Nothing is to be paid")
    elif balance.minor < 0:
        label, remark = texts._("OWES, %(symbol)s"), texts._("It goes over to the next settlement")
    spelled = texts.in_words(size.minor, size.currency.digits, size.currency.code) if balance else ""
    return BalanceWords(
        label=label % {"symbol": texts.symbol(balance.currency.code)},
        size=size,
        spelled="\N{NO-BREAK SPACE}".join(spelled.rsplit(" ", 1)),
        remark=remark,
    )


def quiet_remarks(product: SettlementProduct, texts: Texts) -> str:
    """What there is to remark of a product, in one line; empty where there is nothing."""
    remarks = []
    if product.bargained:
        words = texts.ngettext("%(n)d at an agreed price", "%(n)d at agreed prices", product.bargained)
        remarks.append(words % {"n": product.bargained})
    if product.part:
        remarks.append(_shared_words(product, product.part, texts))
    return " · ".join(remarks)


def undelivered_remark(product: SettlementProduct, texts: Texts) -> str:
    """What somebody has to explain; empty where nobody has."""
    words = texts.ngettext("%(n)d piece went out undelivered", "%(n)d pieces went out undelivered", product.undelivered)
    return words % {"n": product.undelivered} if product.undelivered else ""


def _shared_words(product: SettlementProduct, part: tuple[int, int], texts: Texts) -> str:
    names = list(product.shared_with)
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 1], texts._("%(n)d others") % {"n": len(names) - _MOST_NAMED + 1}]
    words = texts._("made with %(names)s, your part is %(part)d of %(whole)d")
    return words % {"names": texts.join(names), "part": part[0], "whole": part[1]}


def _with_rate(words: str, bps: int | None, texts: Texts) -> str:
    rate = texts._("at several rates") if bps is None else texts.rate(bps)
    return f"{words}, {rate}"


def _cost_words(cost: SettlementCost, texts: Texts) -> str:
    how = {
        CostShare.EQUAL: texts._("Your part: %(cost)s (%(total)s among %(units)d)"),
        CostShare.WEIGHT: texts._("Your part: %(cost)s (%(total)s by participation, among %(units)d)"),
        CostShare.GROSS: texts._("Your part: %(cost)s (%(total)s by sales, among %(units)d)"),
    }[CostShare(cost.shared)]
    total = texts.amount(cost.total.minor, cost.total.currency.digits)
    return how % {"cost": cost.name, "total": total, "units": cost.among}


def _payment_words(payment: SettlementPayment, paper: SettlementPaper, texts: Texts) -> str:
    words = {
        "advance": texts._("Advance of %(day)s, %(time)s"),
        "cash": texts._("Paid on %(day)s, %(time)s, in cash"),
        "transfer": texts._("Paid on %(day)s, %(time)s, by bank"),
    }[payment.kind]
    return words % {"day": _day(payment.at, paper, texts), "time": texts.time(payment.at)}


def _day(at: datetime, paper: SettlementPaper, texts: Texts) -> str:
    """The day as people say it where that can mean one day of this exhibition only, else its date."""
    day = at.date()
    if paper.starts <= day <= paper.ends and paper.ends - paper.starts <= _ONE_MONTH:
        return texts.weekday_day(day)
    return texts.date(day)
