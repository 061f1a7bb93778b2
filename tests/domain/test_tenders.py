"""What the buyer gives, and what change is due (docs/domain.md, "A sale", 3 and 4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.money import Money, to_cash_step
from pos.domain.refusals import (
    AmountNotPositive,
    BadText,
    ChangeOnlyFromCash,
    NoExchangeRate,
    NotInCash,
    TendersShort,
)
from pos.domain.tenders import Settled, Tender, TenderKind, exact_cash, settle, settle_exactly, still_due, tender
from tests.builders import BOB, EUR, USD, an_exhibition, cash, minor, money, paid_by, paper

LA_PAZ = an_exhibition(rates_of_exchange={"USD": "6.96", "EUR": "8.05"})
BERLIN = an_exhibition(currency=EUR, timezone="Europe/Berlin", rates_of_exchange={"USD": "0.92"})
STEP = BOB.cash_step


def given_as(*written: str) -> tuple[Tender, ...]:
    """Tenders written as `cash 100.00`, `USD 20.00` (which is cash) or `qr 12.34`."""
    made = []
    for text in written:
        kind, amount = text.split()
        foreign = kind in {"USD", "EUR"}
        made.append(cash(amount, kind if foreign else "BOB") if foreign or kind == "cash" else paid_by(kind, amount))
    return tuple(made)


# --- one tender ----------------------------------------------------------------------------------------------------


def test_foreign_cash_is_worth_its_amount_at_the_fairs_rate():
    dollars = cash("20.00", "USD")
    assert (dollars.currency, paper(dollars.amount), paper(dollars.value)) == ("USD", "20.00", "139.20")
    assert str(dollars.rate) == "6.96"


@pytest.mark.parametrize("kind", list(TenderKind))
def test_own_money_is_worth_itself_and_has_no_rate(kind):
    assert tender(kind, money("0.01"), LA_PAZ).value == 1
    own = tender(kind, money("12.34"), LA_PAZ, "8841")
    assert (own.amount, own.value, own.rate, own.reference) == (1234, 1234, None, "8841")


@pytest.mark.parametrize("kind", [TenderKind.QR, TenderKind.CARD, TenderKind.TRANSFER])
def test_only_cash_may_be_foreign(kind):
    with pytest.raises(NotInCash) as refused:
        tender(kind, money("20.00", "USD"), LA_PAZ)
    assert refused.value.values == {"kind": kind.value, "currency": "USD"}


def test_foreign_cash_without_a_rate_is_refused():
    with pytest.raises(NoExchangeRate):
        tender(TenderKind.CASH, money("20.00", "GBP"), LA_PAZ)


@pytest.mark.parametrize("amount", ["0.00", "-5.00"])
@pytest.mark.parametrize("code", ["BOB", "USD"])
def test_a_tender_is_more_than_nothing(amount, code):
    with pytest.raises(AmountNotPositive):
        tender(TenderKind.CASH, money(amount, code), LA_PAZ)


@pytest.mark.parametrize("reference", ["88\x1b41", "8" * 61, " "])
def test_a_reference_is_short_and_plain(reference):
    with pytest.raises(BadText):
        tender(TenderKind.QR, money("1.00"), LA_PAZ, reference)


# --- settling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "tenders", "rounding", "change"),
    [
        # Cash alone: what is due is rounded to 0.10, halves up.
        ("95.00", ["cash 100.00"], "0.00", "5.00"),
        ("12.34", ["cash 12.30"], "-0.04", "0.00"),
        ("12.35", ["cash 12.40"], "0.05", "0.00"),
        ("12.34", ["cash 20.00"], "-0.04", "7.70"),
        ("0.04", ["cash 1.00"], "-0.04", "1.00"),
        # Without base cash nothing is rounded.
        ("12.34", ["qr 12.34"], "0.00", "0.00"),
        ("12.34", ["card 10.00", "transfer 2.34"], "0.00", "0.00"),
        ("139.20", ["USD 20.00"], "0.00", "0.00"),
        # With base cash the rest after the other tenders is rounded: 2.34 to 2.30.
        ("12.34", ["qr 10.00", "cash 2.30"], "-0.04", "0.00"),
        ("95.00", ["qr 40.00", "cash 60.00"], "0.00", "5.00"),
        ("100.00", ["USD 10.00", "cash 30.40"], "0.00", "0.00"),
        # 20 USD are 139.20, 5 EUR are 40.25: the rest of 200.00 − 139.20 − 40.25 − 10.00 = 10.55 is 10.60 in cash.
        ("200.00", ["USD 20.00", "EUR 5.00", "qr 10.00", "cash 11.00"], "0.05", "0.40"),
        # Foreign cash overpays and the change is base cash: 100.03 − 139.20 = −39.17 is 39.20 of change.
        ("100.00", ["USD 20.00"], "0.00", "39.20"),
        ("100.03", ["USD 20.00"], "-0.03", "39.20"),
        ("139.18", ["USD 20.00"], "0.02", "0.00"),
        ("139.15", ["USD 20.00"], "-0.05", "0.10"),
        # Paid by card to the cent, and cash was laid down as well: it all goes back.
        ("50.00", ["card 50.00", "cash 20.00"], "0.00", "20.00"),
        ("0.00", ["cash 10.00"], "0.00", "10.00"),
        ("0.00", [], "0.00", "0.00"),
    ],
)  # fmt: skip
def test_tenders_settle_what_is_due(due, tenders, rounding, change):
    settled = settle(minor(due), given_as(*tenders), LA_PAZ)
    assert (paper(settled.rounding), paper(settled.change)) == (rounding, change)
    assert settled.tenders == given_as(*tenders)


@pytest.mark.parametrize(
    ("due", "tenders", "missing"),
    [
        ("12.34", [], "12.34"),
        ("12.34", ["cash 12.20"], "0.10"),
        ("12.35", ["cash 12.30"], "0.10"),
        ("12.34", ["qr 12.00"], "0.34"),
        # Four centavos would round to nothing in cash, but no cash was given: QR is short.
        ("12.34", ["qr 12.30"], "0.04"),
        ("0.04", [], "0.04"),
        ("0.01", [], "0.01"),
        ("100.00", ["USD 10.00"], "30.40"),
        ("100.00", ["USD 10.00", "cash 30.00"], "0.40"),
    ],
)
def test_tenders_short_of_the_due_are_refused_with_what_is_missing(due, tenders, missing):
    with pytest.raises(TendersShort) as refused:
        settle(minor(due), given_as(*tenders), LA_PAZ)
    assert refused.value.values == {"missing": money(missing), "due": money(due)}


@pytest.mark.parametrize(
    ("due", "tenders", "paid"),
    [
        ("50.00", ["qr 50.01"], "50.01"),
        ("50.00", ["qr 30.00", "card 30.00"], "60.00"),
        ("50.00", ["transfer 60.00", "cash 20.00"], "60.00"),
        ("50.00", ["qr 60.00", "USD 20.00"], "60.00"),
        ("0.00", ["qr 1.00"], "1.00"),
        ("0.00", ["qr 0.01"], "0.01"),
    ],
)
def test_no_change_is_given_on_what_is_not_cash(due, tenders, paid):
    with pytest.raises(ChangeOnlyFromCash) as refused:
        settle(minor(due), given_as(*tenders), LA_PAZ)
    assert refused.value.values == {"paid": money(paid), "due": money(due)}


def test_where_the_smallest_coin_is_a_cent_cash_is_not_rounded():
    settled = settle(minor("12.34"), (cash("20.00", "EUR", BERLIN),), BERLIN)
    assert (settled.rounding, paper(settled.change)) == (0, "7.66")


@pytest.mark.parametrize(
    ("due", "collected", "rounding"),
    [("12.34", "12.30", "-0.04"), ("12.35", "12.40", "0.05"), ("95.00", "95.00", "0.00"), ("0.05", "0.10", "0.05")],
)
def test_exact_cash_is_the_rounded_due(due, collected, rounding):
    settled = settle_exactly(minor(due), LA_PAZ)
    assert [(t.kind, t.currency, paper(t.value)) for t in settled.tenders] == [(TenderKind.CASH, "BOB", collected)]
    assert (paper(settled.rounding), settled.change) == (rounding, 0)


@pytest.mark.parametrize(("due", "rounding"), [("0.00", "0.00"), ("0.04", "-0.04")])
def test_where_the_due_rounds_to_nothing_there_is_no_tender(due, rounding):
    assert settle_exactly(minor(due), LA_PAZ) == Settled((), minor(rounding), 0)
    assert exact_cash(minor(due), LA_PAZ) == ()


@pytest.mark.parametrize(
    ("tenders", "rest"),
    [
        ([], "12.34"),
        (["qr 10.00"], "2.34"),
        (["qr 12.34"], "0.00"),
        (["cash 5.00"], "7.30"),
        (["cash 20.00"], "-7.70"),
        (["USD 1.00"], "5.38"),
        # 12.34 − 139.20 = −126.86: ten times twelve bolivianos and 6.90 go back.
        (["USD 20.00"], "-126.90"),
    ],
)
def test_while_tenders_come_in_the_rest_is_known(tenders, rest):
    assert paper(still_due(minor("12.34"), given_as(*tenders), LA_PAZ)) == rest


# --- for any due and any tenders -----------------------------------------------------------------------------------

one_tender = st.builds(
    lambda kind, amount, foreign: tender(
        kind, Money(amount, foreign if kind is TenderKind.CASH and foreign else BOB), LA_PAZ
    ),
    st.sampled_from(TenderKind),
    st.integers(1, 30_000),
    st.sampled_from([None, USD, EUR]),
)
dues = st.integers(0, 60_000)
tender_lists = st.lists(one_tender, max_size=4)


def is_base_cash(one: Tender) -> bool:
    return one.kind is TenderKind.CASH and one.currency == "BOB"


def outcome(due: int, tenders: list[Tender]) -> tuple[str, int]:
    """What the program says: settled with so much change, or refused with so much missing or too much paid."""
    try:
        return "change", settle(due, tenders, LA_PAZ).change
    except TendersShort as refused:
        return "missing", refused.values["missing"].minor
    except ChangeOnlyFromCash as refused:
        return "not in cash", refused.values["paid"].minor


@given(dues, tender_lists)
def test_a_sale_is_settled_unless_it_is_short_or_would_give_change_on_what_is_not_cash(due, tenders):
    not_cash = sum(t.value for t in tenders if t.kind is not TenderKind.CASH)
    base_cash = sum(t.value for t in tenders if is_base_cash(t))
    rest = due - sum(t.value for t in tenders) + base_cash
    to_settle = to_cash_step(rest, STEP) if base_cash or rest < 0 else rest
    if not_cash > due:
        assert outcome(due, tenders) == ("not in cash", not_cash)
    elif to_settle > base_cash:
        assert outcome(due, tenders) == ("missing", to_settle - base_cash)
    else:
        assert outcome(due, tenders) == ("change", base_cash - to_settle)


@given(dues, tender_lists, st.integers(0, 5_000))
def test_what_is_collected_is_what_is_due_and_the_rounding(due, tenders, more):
    # Base cash for all of the due makes sure that nothing is short.
    tenders = [t for t in tenders if t.kind is TenderKind.CASH] + [cash(paper(due + STEP + more))]
    settled = settle(due, tenders, LA_PAZ)
    assert sum(t.value for t in settled.tenders) - settled.change == due + settled.rounding
    assert settled.change >= 0
    assert 2 * abs(settled.rounding) <= STEP


@given(dues, tender_lists)
def test_change_comes_only_out_of_cash_and_rounding_only_of_base_cash(due, tenders):
    try:
        settled = settle(due, tenders, LA_PAZ)
    except (ChangeOnlyFromCash, TendersShort):
        return
    received = sum(t.value for t in tenders if t.kind is TenderKind.CASH)
    overpaid = sum(t.value for t in tenders) > due
    assert 2 * abs(settled.rounding) <= STEP
    if settled.change:
        assert received > 0
        assert 2 * (settled.change - received) <= STEP
    if settled.rounding:
        assert overpaid or any(map(is_base_cash, tenders))


@given(dues)
def test_exact_cash_settles_every_due(due):
    settled = settle_exactly(due, LA_PAZ)
    assert settled.change == 0
    assert sum(t.value for t in settled.tenders) == due + settled.rounding
    if settled.tenders:
        assert settle(due, settled.tenders, LA_PAZ) == settled


@given(dues, tender_lists)
def test_once_what_is_still_due_is_given_in_cash_the_sale_is_settled_without_change(due, tenders):
    tenders = [t for t in tenders if t.kind is TenderKind.CASH]
    missing = still_due(due, [*tenders, cash("0.10")], LA_PAZ)
    if missing <= 0:
        return
    settled = settle(due, [*tenders, cash("0.10"), cash(paper(missing))], LA_PAZ)
    assert settled.change == 0
