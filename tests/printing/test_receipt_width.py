"""Whatever a receipt holds, nothing on it is wider than its paper."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.documents import Receipt, ReceiptStamp, ReceiptTender
from pos.printing.columns import width
from pos.printing.receipt_elements import (
    PAPER_58,
    PAPER_80,
    PAPER_80_NARROW,
    STAMP_COLUMNS,
    Band,
    Barcode,
    Centred,
    Cut,
    EmblemRow,
    PaperWidth,
    Stamp,
    Text,
)
from pos.printing.receipt_layout import lay_out
from pos.printing.receipt_text import to_text
from pos.texts import Texts
from tests.printing.receipts import ALL_LETTERS, COPY, EVERY_WAY_TO_PAY, LONG_NAMES, RETURN, SALE, VOID, maker

PAPERS = (PAPER_80, PAPER_80_NARROW, PAPER_58)


def test_long_names_wrap_at_words_and_amounts_stay_whole():
    for paper in PAPERS:
        shown = to_text(lay_out(LONG_NAMES, paper, Texts("es")), paper.columns)
        assert "123.456.789,50" in shown
        assert "123.456.790,50" in shown
        assert "calendario andino" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("paper", "receipt"), [*product(PAPERS, (SALE, EVERY_WAY_TO_PAY, RETURN, VOID, COPY, ALL_LETTERS, LONG_NAMES))]
)
def test_nothing_is_wider_than_the_paper(paper: PaperWidth, receipt: Receipt):
    assert_fits(receipt, paper)


def assert_fits(receipt: Receipt, paper: PaperWidth) -> None:
    strip = lay_out(receipt, paper, Texts(receipt.language))
    for element in strip:
        match element:
            case Text():
                room = paper.columns // (2 if element.double else 1)
                gap = 1 if element.left and element.right else 0
                assert width(element.left) + gap + width(element.right) <= room, element
            case Centred():
                assert width(element.text) <= paper.columns // (2 if element.double else 1), element
            case Stamp():
                assert all(STAMP_COLUMNS + width(line) <= paper.columns for line in element.lines), element
            case EmblemRow():
                assert all(5 + width(line) <= paper.columns for line in element.lines), element
    assert [type(strip[-1]), sum(isinstance(e, Barcode) for e in strip)] == [Cut, 1]
    assert sum(isinstance(element, Band) for element in strip) == 2
    assert all(width(line) <= paper.columns for line in to_text(strip, paper.columns).splitlines())


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
money = st.integers(-(10**13), 10**13).map(lambda minor: type(SALE.total)(minor, SALE.total.currency))


@given(
    receipt=st.builds(
        replace,
        st.sampled_from([SALE, RETURN, VOID, EVERY_WAY_TO_PAY]),
        network=words,
        header=st.lists(words, max_size=2).map(tuple),
        exhibition=words,
        place=words,
        cashier=words,
        lines=st.lists(
            st.builds(
                type(SALE.lines[0]),
                name=words,
                makers=st.lists(words, max_size=3).map(tuple),
                qty=st.integers(1, 10**6),
                list_price=money,
                unit_price=money,
                amount=money,
                yapa=st.booleans(),
            ),
            max_size=3,
        ).map(tuple),
        discount=money,
        total=money,
        tenders=st.lists(
            st.builds(
                ReceiptTender,
                kind=st.sampled_from(["cash", "qr", "card", "transfer"]),
                amount=money,
                value=money,
                rate=st.sampled_from([None, "9.70", "0.005", "1234567.123456"]),
                reference=words,
            ),
            max_size=3,
        ).map(tuple),
        saved=money,
        makers=st.lists(
            st.builds(maker, words, words, words, st.sampled_from(["llama", "casa"]), words), max_size=2
        ).map(tuple),
        stamps=st.lists(st.builds(ReceiptStamp, words), max_size=2).map(tuple),
        told=words,
        thanks=words,
        courtesy=words,
    ),
    paper=st.sampled_from(PAPERS),
)
def test_whatever_the_books_hold_nothing_is_wider_than_the_paper(receipt: Receipt, paper: PaperWidth):
    assert_fits(receipt, paper)
