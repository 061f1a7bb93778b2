"""Notes of goods wait for paper like receipts, settlements come as strips, and practice marks every sheet of them."""

import pytest

from pos.domain.consignment import NoteKind
from pos.domain.money import Money
from pos.printing.receipt_elements import PAPER_58, PAPER_80, Cut, Text, sheets
from pos.printing.receipt_text import to_text
from pos.services.print_queue import PrintQueue
from tests.builders import MORNING
from tests.services.stall import FAIR, Stall

WORTHLESS = "PRÁCTICA — NO VALE"


def said(strip, columns: int = 48) -> list[str]:
    return [" ".join(line.split()) for line in to_text(strip, columns).splitlines()]


def test_a_note_that_is_wanted_on_paper_waits_with_it(opened: Stall):
    note = opened.consigning.note(opened.act(), NoteKind.DELIVERY, "A", [("TAZA", 3)], paper=True)
    opened.consigning.note(opened.act(), NoteKind.DELIVERY, "A", [("TAZA", 1)])
    assert opened.print_queue.waiting() == 1
    job = opened.print_queue.job_of(note.stamp.id)
    assert job is not None
    lines = said(opened.print_queue.strip_of(job, PAPER_80))
    assert lines.count("NOTA DE ENTREGA") == 2
    assert lines.count("Taza 3") == 2
    assert lines.count("PIEZAS 3") == 2
    assert "Entrega: Familia A" in lines


@pytest.mark.parametrize(
    ("kind", "reason", "heading"),
    [(NoteKind.RETURN, "", "NOTA DE DEVOLUCIÓN"), (NoteKind.LOSS, "se rompió", "NOTA DE PÉRDIDA")],
)
def test_every_kind_of_note_has_its_paper(opened: Stall, kind: NoteKind, reason: str, heading: str):
    opened.consigning.note(opened.act(), NoteKind.DELIVERY, "A", [("TAZA", 3)])
    note = opened.consigning.note(opened.act(), kind, "A", [("TAZA", 1)], reason)
    lines = said(opened.print_queue.strip(note, PAPER_80))
    assert heading in lines
    assert (f"Motivo: {reason}" in lines) == bool(reason)


def test_a_settlement_is_the_same_as_its_sheet(opened: Stall):
    opened.consigning.note(opened.act(), NoteKind.DELIVERY, "A", [("TAZA", 9)])
    opened.sell(("TAZA", 4))
    opened.settling.advance(opened.act(), "A", Money.of("5", "BOB"))
    (paper,) = (paper for paper in opened.papers.settlements(FAIR, MORNING, "es") if paper.unit == "A")
    lines = said(opened.print_queue.settlement_strip(paper, PAPER_80))
    amount = f"{paper.balance.minor // 100},{paper.balance.minor % 100:02}"
    assert lines.count(f"A PAGAR, Bs {amount}") == 2
    assert lines.count("Entregó 9 · Vendió 4 · Queda 5") == 4, "the product, and the sum of all, on each of two papers"


def test_practice_marks_each_sheet_at_head_and_foot_and_strikes_its_money(opened: Stall):
    queue = PrintQueue(opened.books, opened.catalogue, practice=True)
    opened.sell("TAZA")
    (paper,) = (paper for paper in opened.papers.settlements(FAIR, MORNING, "es") if paper.unit == "A")
    strip = queue.settlement_strip(paper, PAPER_80)
    for sheet in sheets(strip):
        lines = [line for line in said(sheet) if line]
        assert (lines[0], lines[-1]) == (WORTHLESS, WORTHLESS)
        assert isinstance(sheet[-1], Cut)
        money = [element for element in sheet if isinstance(element, Text) and element.money]
        assert len(money) > 5
        assert all(element.struck for element in money)


def test_on_narrow_paper_practice_says_it_in_two_lines(opened: Stall):
    queue = PrintQueue(opened.books, opened.catalogue, practice=True)
    sale = opened.sell("TAZA")
    lines = [line for line in said(queue.strip(sale, PAPER_58), 32) if line]
    assert lines[:2] == lines[-2:] == ["PRÁCTICA", "NO VALE"]
