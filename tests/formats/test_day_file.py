"""A day file's events are told as the file has them, each with its line and what names it (docs/formats.md)."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import to_json

from pos.formats import day_events as d
from pos.formats.day_file import read_day
from pos.formats.json_text import JsonReader
from pos.settings import resource
from tests.formats.day_files import EVENTS, HEADER, NINE, SALE, an_event, written

AT = datetime.fromisoformat(NINE)


def only_event(path):
    """The event of a file that has one."""
    (line,) = read_day(path).lines
    return line.event


def test_the_example_day_is_read_whole():
    day = read_day(resource("sample", "day.jsonl"))
    assert (day.exhibition, day.till, len(day.lines)) == ("LPZ-NAV-26", "A", 197)
    assert [line.number for line in day.lines] == list(range(2, 199))
    assert sum(isinstance(line.event, d.SaleEvent) for line in day.lines) == 167


@pytest.mark.parametrize(
    ("do", "event"),
    [
        ("deliver", d.DeliverEvent(at=AT, unit="U01", lines=(d.Goods(sku="JK-001", qty=10),))),
        ("open_shift", d.OpenShiftEvent(at=AT, cashier="ana", opening_float={"BOB": {"20.00": 5, "1.00": 30}})),
        ("refund", d.RefundEvent(at=AT, of="s1", lines=(d.LineBack(line=2, qty=1),), tender=d.TenderBack(kind="cash"))),
        ("void", d.VoidEvent(at=AT, of="s1")),
        ("cash_in", d.CashInEvent(at=AT, amount="15.00", reason="sencillo")),
        ("cash_out", d.CashOutEvent(at=AT, amount="15.00", reason="bolsas")),
        ("advance", d.AdvanceEvent(at=AT, unit="U01", amount="50.00")),
        ("close_shift", d.CloseShiftEvent(at=AT, count={"BOB": {"200.00": 2, "0.50": 7}, "USD": {"20.00": 1}})),
        ("return", d.ReturnEvent(at=AT, unit="U01", lines=(d.Goods(sku="JK-001", qty=6),))),
        ("loss", d.LossEvent(at=AT, unit="U01", lines=(d.Goods(sku="JK-001", qty=1),), reason="roto")),
        ("payout", d.PayoutEvent(at=AT, unit="U01", amount="all", kind="transfer")),
        ("close_exhibition", d.CloseExhibitionEvent(at=AT)),
    ],
)
def test_each_kind_of_event(tmp_path, do, event):
    assert only_event(written(tmp_path, an_event(do))) == event


def test_a_sale_with_everything_that_it_may_have(tmp_path):
    assert only_event(written(tmp_path, SALE)) == d.SaleEvent(
        at=datetime.fromisoformat("2026-12-05T09:20:11-04:00"),
        supervisor="marta",
        ref="s1",
        buyer="tourist",
        lines=(
            d.SaleLineGiven(scan="2000000000015"),
            d.SaleLineGiven(scan="JK-001", qty=2, price="75.00"),
            d.SaleLineGiven(scan="MP-009", yapa=True),
        ),
        discount=d.DiscountGiven(amount="5.00"),
        tenders=(
            d.TenderGiven(kind="cash", currency="USD", amount="20.00"),
            d.TenderGiven(kind="qr", amount="40.00", reference="8841"),
        ),
    )


def test_a_sale_with_the_least_that_it_must_have(tmp_path):
    sale = only_event(written(tmp_path, {"at": NINE, "do": "sale", "lines": [{"scan": "JK-001"}]}))
    assert (sale.ref, sale.buyer, sale.discount, sale.tenders, sale.supervisor) == (None,) * 5
    assert (sale.lines[0].qty, sale.lines[0].price, sale.lines[0].yapa) == (1, None, False)


def test_no_tenders_and_an_empty_list_of_tenders_are_two_things(tmp_path):
    assert only_event(written(tmp_path, an_event("sale", tenders=[]))).tenders == ()
    assert only_event(written(tmp_path, an_event("sale", tenders=None))).tenders is None


def test_null_is_as_if_the_field_were_left_out_where_there_may_be_none(tmp_path):
    names = ("ref", "buyer", "discount", "tenders", "supervisor")
    given_none = {"at": NINE, "do": "sale", "lines": [{"scan": "JK-001", "price": None}]} | dict.fromkeys(names)
    left_out = {"at": NINE, "do": "sale", "lines": [{"scan": "JK-001"}]}
    assert only_event(written(tmp_path, given_none)) == only_event(written(tmp_path, left_out))


def test_goods_go_back_to_stock_and_the_buyer_gets_cash_unless_said(tmp_path):
    refund = only_event(written(tmp_path, an_event("refund", restock=None, tender=None)))
    assert (refund.restock, refund.tender) == (True, None)


@pytest.mark.parametrize("do", sorted(EVENTS))
def test_any_event_may_name_a_supervisor(tmp_path, do):
    assert only_event(written(tmp_path, an_event(do, supervisor="marta"))).supervisor == "marta"


@pytest.mark.parametrize("amount", ["-1", "", "1,50", "x" * 1000, "NaN"])
def test_amounts_stay_the_text_they_are_for_the_rules_to_judge(tmp_path, amount):
    assert only_event(written(tmp_path, an_event("cash_in", amount=amount))).amount == amount


@pytest.mark.parametrize("qty", [0, -1, 2**63 - 1, -(2**63)])
def test_counts_stay_the_number_they_are_for_the_rules_to_judge(tmp_path, qty):
    event = only_event(written(tmp_path, an_event("deliver", lines=[{"sku": "JK-001", "qty": qty}])))
    assert event.lines[0].qty == qty


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-05T09:20:11-04:00", datetime(2026, 12, 5, 13, 20, 11, tzinfo=UTC)),
        ("2026-12-05T09:20:11.250000-04:00", datetime(2026, 12, 5, 13, 20, 11, 250_000, tzinfo=UTC)),
        ("2026-12-05T09:20-04:00", datetime(2026, 12, 5, 13, 20, tzinfo=UTC)),
        ("2026-12-05T13:20:11Z", datetime(2026, 12, 5, 13, 20, 11, tzinfo=UTC)),
        ("2026-12-05T13:20:11+05:30", datetime(2026, 12, 5, 7, 50, 11, tzinfo=UTC)),
    ],
)
def test_a_time_keeps_its_moment_and_its_offset(tmp_path, text, moment):
    at = only_event(written(tmp_path, an_event("void", at=text))).at
    assert at == moment
    assert at.utcoffset() == datetime.fromisoformat(text).utcoffset()
    assert at.astimezone(UTC) - moment == timedelta(0)


# --- lines ---------------------------------------------------------------------------------------------------------


def test_lines_are_counted_from_the_header_and_empty_ones_count_too(tmp_path):
    day = read_day(written(tmp_path, an_event("void"), "", "  ", an_event("void"), ""))
    assert [line.number for line in day.lines] == [2, 5]


def test_line_ends_of_windows_a_byte_order_mark_and_no_last_line_end_change_nothing(tmp_path):
    plain = read_day(written(tmp_path, SALE))
    text = written(tmp_path, SALE).read_bytes()
    other = tmp_path / "day.jsonl"
    other.write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n").removesuffix(b"\r\n"))
    assert read_day(other) == plain


def test_a_file_with_no_event_is_a_day_on_which_nothing_happened(tmp_path):
    assert read_day(written(tmp_path)).lines == ()


# --- what names a line and a file ----------------------------------------------------------------------------------


def test_a_digest_is_of_what_the_event_says_and_not_of_how_it_is_written(tmp_path):
    turned = dict(reversed(SALE.items()))
    spaced = json.dumps(turned, indent=None, separators=(" ,  ", " : "), ensure_ascii=True)
    one, other = read_day(written(tmp_path, SALE, spaced)).lines
    assert one.digest == other.digest


def test_a_digest_is_the_sha_256_of_the_event_as_canonical_json(tmp_path):
    canonical = json.dumps(SALE, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert read_day(written(tmp_path, SALE)).lines[0].digest == hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize("change", [{"ref": "s2"}, {"discount": None}, {"lines": SALE["lines"][::-1]}])
def test_an_event_that_says_something_else_has_another_digest(tmp_path, change):
    one, other = read_day(written(tmp_path, SALE, an_event("sale", **change))).lines
    assert one.digest != other.digest


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(json_values)
def test_canonical_json_is_sorted_by_key_without_spaces_in_utf_8(value):
    """Digests lie in the books: they must come out the same under any version of any library."""
    by_key = JsonReader(by_key=True).read(json.dumps(value))
    expected = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert to_json(by_key) == expected.encode()


def test_a_longer_version_of_a_file_is_known_again(tmp_path):
    short = read_day(written(tmp_path, SALE))
    longer = read_day(written(tmp_path, SALE, an_event("void"), name="tomorrow.jsonl"))
    assert short.identity == longer.identity
    assert len(short.identity) == 64


@pytest.mark.parametrize(
    ("header", "first"),
    [
        (HEADER | {"till": "B"}, SALE),
        (HEADER | {"exhibition": "BER27"}, SALE),
        (HEADER, an_event("sale", ref="s2")),
        (HEADER, an_event("void")),
    ],
)
def test_another_header_or_first_event_is_another_file(tmp_path, header, first):
    one = read_day(written(tmp_path, SALE))
    other = read_day(written(tmp_path, first, header=header))
    assert one.identity != other.identity
