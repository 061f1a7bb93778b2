"""Every event of a day file becomes its own act, with all that the event says."""

from pathlib import Path

import pytest

from tests.services.day_player import OPEN, Player, at, refusals
from tests.services.stall import Stall


@pytest.fixture
def player(stall: Stall, tmp_path: Path) -> Player:
    return Player(stall, tmp_path)


def test_a_sale_with_everything_that_it_can_say(player: Player):
    sale = at(
        1,
        "sale",
        buyer="tourist",
        supervisor="elena",
        lines=[
            {"scan": "2000000000015", "qty": 2},
            {"scan": "JUEGO", "price": "95.00"},
            {"scan": "TAZA", "price": "7.00"},
            {"scan": "MIEL", "yapa": True},
        ],
        discount={"percent": "10"},
        tenders=[
            {"kind": "cash", "currency": "USD", "amount": "10.00"},
            {"kind": "qr", "amount": "40.20", "reference": "8841"},
        ],
    )
    [_, outcome] = player.play(OPEN, sale)
    done = outcome.event
    assert (done.buyer, done.supervisor, done.language) == ("tourist", "elena", "es")
    assert [(line.sku, line.qty, line.unit_price, line.yapa) for line in done.lines] == [
        ("TAZA", 2, 1000, False),
        ("JUEGO", 1, 9500, False),
        ("TAZA", 1, 700, False),
        ("MIEL", 1, 0, True),
    ]
    assert (done.discount, done.due, done.change) == (1220, 10980, 0)
    assert [(t.kind, t.currency, t.amount, t.reference) for t in done.tenders] == [
        ("cash", "USD", 1000, ""),
        ("qr", "BOB", 4020, "8841"),
    ]


def test_a_discount_is_an_amount_or_a_percentage(player: Player):
    lines = [{"scan": "JUEGO"}]
    outcomes = player.play(
        OPEN,
        at(1, "sale", lines=lines, discount={"amount": "5.00"}),
        at(2, "sale", lines=lines, discount={"percent": "12.5"}),
        at(3, "sale", lines=lines, discount={"percent": "much"}),
        at(4, "sale", lines=lines, discount={"amount": "100.01"}),
    )
    assert [outcome.event.due for outcome in outcomes[1:3]] == [9500, 8750]
    assert refusals(outcomes) == {5: "bad-percent", 6: "discount-too-large"}


def test_goods_shift_cash_and_settlement(player: Player):
    outcomes = player.play(
        at(0, "deliver", unit="A", lines=[{"sku": "TAZA", "qty": 10}]),
        OPEN,
        at(2, "sale", ref="s1", lines=[{"scan": "TAZA", "qty": 5}]),
        at(3, "cash_in", amount="5.00", reason="sencillo"),
        at(4, "cash_out", amount="15.00", reason="bolsas"),
        at(5, "advance", unit="A", amount="10.00"),
        at(6, "loss", unit="A", lines=[{"sku": "TAZA", "qty": 1}], reason="se cayó"),
        at(7, "return", unit="A", lines=[{"sku": "TAZA", "qty": 2}]),
        at(8, "payout", unit="A", amount="4.00", kind="cash"),
        at(9, "payout", unit="A", amount="all", kind="transfer"),
        at(10, "void", of="s1"),
        at(11, "close_shift", count={"BOB": {"10.00": 1}}),
        at(12, "close_exhibition"),
    )
    assert refusals(outcomes) == {}
    assert [type(outcome.event).__name__ for outcome in outcomes] == [
        "ConsignmentNote",
        "ShiftOpened",
        "Sale",
        "CashMoved",
        "CashMoved",
        "Advance",
        "ConsignmentNote",
        "ConsignmentNote",
        "Payout",
        "Payout",
        "Return",
        "ShiftClosed",
        "ExhibitionClosed",
    ]
    [money] = outcomes[-2].event.cash
    assert (money.expected, money.counted) == (2600, 1000)
    assert [outcomes[i].event.amount for i in (8, 9)] == [400, 2600]
    stall = player.stall
    assert stall.rows("SELECT kind, reason FROM consignment_note") == [
        ("delivery", ""),
        ("loss", "se cayó"),
        ("return", ""),
    ]
    assert stall.faults() == ()


def test_a_refund_pays_by_the_tender_named_and_to_loss_if_said(player: Player):
    outcomes = player.play(
        OPEN,
        at(1, "sale", ref="s1", lines=[{"scan": "MIEL", "qty": 3}]),
        at(2, "refund", of="s1", lines=[{"line": 1, "qty": 1}], restock=False, tender={"kind": "qr", "reference": "9"}),
        at(3, "refund", of="A-000001", lines=[{"line": 1, "qty": 1}], supervisor="elena"),
        at(4, "refund", of="A-000001", lines=[{"line": 1, "qty": 1}], tender={"kind": "cash", "currency": "USD"}),
        at(5, "refund", of="A-000009", lines=[{"line": 1, "qty": 1}]),
    )
    by_qr, by_hand = outcomes[2].event, outcomes[3].event
    assert (by_qr.tender.kind, by_qr.tender.reference, by_qr.restock) == ("qr", "9", False)
    assert (by_hand.tender.kind, by_hand.supervisor, by_hand.restock) == ("cash", "elena", True)
    assert refusals(outcomes) == {6: "refund-in-foreign-cash", 7: "unknown-sale"}


@pytest.mark.parametrize(
    ("event", "rule"),
    [
        (at(1, "sale", lines=[]), "empty-basket"),
        (at(1, "sale", lines=[{"scan": "MIEL", "yapa": True}]), "yapa-alone"),
        (at(1, "sale", lines=[{"scan": "MIEL", "yapa": True, "price": "1.00"}]), "yapa-has-no-price"),
        (at(1, "sale", lines=[{"scan": "TAZA", "price": "-1.00"}]), "negative-price"),
        (at(1, "sale", lines=[{"scan": "TAZA", "qty": 0}]), "bad-quantity"),
        (at(1, "sale", lines=[{"scan": "TAZA"}], buyer="martian"), "unknown-buyer-kind"),
        (at(1, "sale", lines=[{"scan": "TAZA"}], tenders=[{"kind": "beads", "amount": "10.00"}]), "unknown-tender"),
        (at(1, "sale", lines=[{"scan": "TAZA"}], tenders=[{"kind": "cash", "amount": "9.99"}]), "tenders-short"),
        (at(1, "payout", unit="A", amount="1.00", kind="beads"), "unknown-payout"),
        (at(1, "payout", unit="A", amount="all", kind="cash"), "nothing-owed"),
        (at(1, "deliver", unit="B", lines=[{"sku": "JUEGO", "qty": 1}]), "not-the-holder"),
        (at(1, "cash_in", amount="0.001", reason="x"), "bad-amount"),
    ],
)
def test_what_breaks_a_rule_is_refused_by_that_rule(player: Player, event: dict[str, object], rule: str):
    facts = player.stall.count("fact")
    assert refusals(player.play(OPEN, event)) == {3: rule}
    assert player.stall.count("fact") == facts + 1
