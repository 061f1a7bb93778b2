"""What a unit's balance is made of, line by line, in the words of the screen."""

from typing import NamedTuple

from pos.domain.documents import SettlementPayment
from pos.domain.money import Money
from pos.domain.network import Unit, UnitKind
from pos.domain.unit_days import UnitDay, UnitState
from pos.texts import Texts

MOST_PAYMENTS = 3
"""So many advances, and so many payouts, have a line each; more of them are summed."""


class SumLine(NamedTuple):
    """One line of the account; the amounts of all lines come to the balance."""

    words: str
    amount: Money


def sum_lines(of: UnitDay, texts: Texts) -> list[SumLine]:
    """From what was brought forward to what was paid."""
    row = of.row
    lines = [SumLine(texts._("Balance brought forward"), row.brought_forward)] if row.brought_forward else []
    lines.append(SumLine(texts.pgettext("producers", "Sales"), row.gross))
    lines.append(
        SumLine(_with_rate(texts.pgettext("producers", "Commission"), of.commission_bps, texts), -row.commission)
    )
    lines.append(SumLine(_with_rate(texts._("Revolving fund"), of.fund_bps, texts), -row.fund))
    lines.extend(SumLine(name[0].upper() + name[1:], -part) for name, part in of.costs)
    advances = [payment for payment in of.payments if payment.kind == "advance"]
    lines += _payments(advances, of, texts, texts._("Advances (%(n)s)"))
    lines += _payments(
        [payment for payment in of.payments if payment.kind != "advance"], of, texts, texts._("Payments (%(n)s)")
    )
    return lines


def _payments(payments: list[SettlementPayment], of: UnitDay, texts: Texts, many: str) -> list[SumLine]:
    if len(payments) > MOST_PAYMENTS:
        total = -sum(payment.amount.minor for payment in payments)
        return [SumLine(many % {"n": texts.amount(len(payments), 0)}, Money(total, of.row.balance.currency))]
    return [SumLine(_payment_words(payment, of, texts), -payment.amount) for payment in payments]


def _payment_words(payment: SettlementPayment, of: UnitDay, texts: Texts) -> str:
    """What was given and when: the hour on a day's page, the day on that of the whole exhibition."""
    if of.day is None:
        by_day = {
            "advance": texts._("Advance of %(day)s"),
            "cash": texts._("Cash, %(day)s"),
            "transfer": texts._("Bank, %(day)s"),
        }
        return by_day[payment.kind] % {"day": texts.weekday_day(payment.at.date())}
    by_hour = {
        "advance": texts._("Advance at %(time)s"),
        "cash": texts._("In cash at %(time)s"),
        "transfer": texts._("By bank at %(time)s"),
    }
    return by_hour[payment.kind] % {"time": texts.time(payment.at)}


def _with_rate(words: str, bps: int | None, texts: Texts) -> str:
    return words if bps is None else f"{words} {texts.rate(bps)}"


def about_lines(unit: Unit, texts: Texts) -> list[str]:
    """What kind of unit it is and where from, and how many they are where it is not one person alone."""
    kind = {UnitKind.FAMILY: texts._("Family"), UnitKind.COLLECTIVE: texts._("Collective")}.get(unit.kind, "")
    first = " · ".join(part for part in (kind, unit.community) if part)
    count = len(unit.members)
    if unit.kind is UnitKind.INDIVIDUAL and count == 1:
        return [line for line in (first, unit.technique) if line]
    return [line for line in (first, texts.ngettext("%(n)d member", "%(n)d members", count) % {"n": count}) if line]


def to_pay_label(of: UnitDay, texts: Texts) -> str:
    """What stands before the balance: that it is to be paid, or owed to the network."""
    return texts._("OWES") if of.row.balance.minor < 0 else texts._("TO PAY")


def why_not_paid(of: UnitDay, texts: Texts) -> str:
    """Why nothing can be paid to the unit; empty where something can."""
    if of.row.is_owed:
        return ""
    return {
        UnitState.PAID: texts._("All is paid"),
        UnitState.OWES: texts._("It owes: nothing to pay"),
    }.get(of.row.state, texts._("Nothing to pay"))
