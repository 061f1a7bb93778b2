"""A note of goods: twice, whose each is, what and how many, and who signs."""

import pytest

from pos.domain.documents import NotePaper
from pos.printing.note_layout import lay_out_note
from pos.printing.receipt_elements import PAPER_58, PAPER_80, Cut, sheets
from pos.printing.receipt_text import to_text
from pos.texts import Texts
from tests.printing.notes import DELIVERY, LONG, LOSS, NOTES, RETURN


def papers(note: NotePaper, *, copy: bool = False) -> list[list[str]]:
    strip = lay_out_note(note, PAPER_80, Texts("es"), copy=copy)
    return [[" ".join(line.split()) for line in to_text(sheet, 48).splitlines()] for sheet in sheets(strip)]


def test_there_is_one_for_the_producer_and_one_for_the_network_which_say_the_same():
    mine, yours = papers(DELIVERY)
    assert "Para el productor" in mine
    assert "Para la red" in yours
    assert [line for line in mine if line != "Para el productor"] == [line for line in yours if line != "Para la red"]


def test_it_says_whose_goods_they_are_each_product_and_all_pieces():
    (note, _) = papers(DELIVERY)
    assert note[1:6] == [
        "Red Manos Productivas",
        "Producción artesanal de El Alto",
        "Feria de Navidad",
        "Campo Ferial, La Paz",
        "NOTA DE ENTREGA",
    ]
    assert "[##] Warmi Sawuri" in note
    assert "Caja A Sáb 05/12/2026 08:40" in note
    assert note[note.index("Bolso de aguayo 25") :][:6] == [
        "Bolso de aguayo 25", "MP-014", "Bufanda 30", "MP-015", "Llavero 120", "MP-016"
    ]  # fmt: skip
    assert "PIEZAS 175" in note


@pytest.mark.parametrize(
    ("note", "heading", "signing"),
    [
        (DELIVERY, "NOTA DE ENTREGA", ["Entrega: Warmi Sawuri", "Recibe, por la red:"]),
        (RETURN, "NOTA DE DEVOLUCIÓN", ["Entrega, por la red:", "Recibe: Warmi Sawuri"]),
        (LOSS, "NOTA DE PÉRDIDA", ["Enterado: Warmi Sawuri", "Por la red"]),
    ],
)
def test_two_sign_each_of_them_by_what_happened(note: NotePaper, heading: str, signing: list[str]):
    for paper in papers(note):
        assert heading in paper
        lines = [at for at, line in enumerate(paper) if set(line) == {"_"}]
        assert [paper[at + 1] for at in lines] == signing


def test_what_was_lost_says_why():
    assert "Motivo: se mojaron con la lluvia" in papers(LOSS)[0]


def test_a_reprint_says_so():
    assert all("COPIA" in paper for paper in papers(DELIVERY, copy=True))
    assert not any("COPIA" in paper for paper in papers(DELIVERY))


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_nothing_is_wider_than_the_paper_and_each_is_cut(note: NotePaper):
    for paper in (PAPER_80, PAPER_58):
        strip = lay_out_note(note, paper, Texts("es"))
        assert max(map(len, to_text(strip, paper.columns).splitlines())) <= paper.columns
        assert sum(isinstance(element, Cut) for element in strip) == 2
    assert "PIEZAS 1.000.000" in papers(LONG)[0]
