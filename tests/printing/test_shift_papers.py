"""What stands where on a Z, an X and a slip, and that a printer prints it."""

from itertools import product

import pytest

from pos.domain.shift_documents import CashSlip, ShiftPaper
from pos.printing.columns import spread, width
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW, Centred, Cut, Element, PaperWidth, Text
from pos.printing.receipt_text import to_text
from pos.printing.shift_layout import lay_out_shift
from pos.printing.slip_layout import lay_out_slip
from pos.texts import Texts
from tests.printing.emulator import print_job
from tests.printing.shift_papers import (
    ADVANCE,
    CASH_IN,
    COPY,
    ENGLISH,
    NOTHING,
    OVER,
    PAYOUT,
    SHIFTS,
    SLIPS,
    X,
    Z,
)

PAPERS = (PAPER_80, PAPER_80_NARROW, PAPER_58)
ALL = [*SHIFTS.values(), *SLIPS.values()]
NAMES = [*SHIFTS, *(f"slip {name}" for name in SLIPS)]


def strip(paper: ShiftPaper | CashSlip, width: PaperWidth = PAPER_80) -> tuple[Element, ...]:
    lay_out = lay_out_shift if isinstance(paper, ShiftPaper) else lay_out_slip
    return lay_out(paper, width, Texts(paper.language))


def text(paper: ShiftPaper | CashSlip, width: PaperWidth = PAPER_80) -> str:
    return to_text(strip(paper, width), width.columns)


def test_a_z_on_80_mm_paper():
    assert (
        text(Z)
        == """\
<><><><><><><><><><><><><><><><><><><><><><><><>
             Red Manos Productivas
        Producción artesanal de El Alto
                Feria de Navidad
              Campo Ferial, La Paz
                  CIERRE Z 12
================================================
Caja A · Ana Mayta
Abierto                     Sáb 05/12/2026 09:02
Cerrado                     Sáb 05/12/2026 19:31
Recibos                      A-000270 a A-000412
------------------------------------------------
Ventas (143)                           12.859,03
Devoluciones (2)                          −95,00
NETO Bs                                12.764,03
Redondeo                                   −0,03
Cobrado                                12.764,00
------------------------------------------------
Por forma de pago
Efectivo Bs (104)                       7.754,00
Efectivo US$ 80,00 (2)                      0,00
QR Bs (31)                              4.330,00
  Visto por quien atiende               4.330,00
  Diferencia                                0,00
Tarjeta Bs (4)                            680,00
  Visto por quien atiende                 660,00
  Diferencia                              −20,00
------------------------------------------------
Efectivo en la gaveta, Bs
Había al abrir                            300,00
Ventas en efectivo, menos vueltos       7.849,00
Devuelto a compradores                    −95,00
Entró: sencillo del banco                  95,00
Anticipo: Familia Quispe Mamani          −700,00
Salió: bolsas                             −15,00
Debía haber                             7.434,00
Contado                                 7.430,50
FALTA                                      −3,50
------------------------------------------------
Efectivo en la gaveta, US$
Había al abrir                              0,00
Ventas en efectivo, menos vueltos          80,00
Debía haber                                80,00
Contado                                    80,00
Cuadra                                      0,00
Qué pasó                         Vuelto mal dado
Gaveta abierta sin venta                       1
================================================
Total de la caja desde el primer día, Bs
                                      145.320,50
________________________________
Entrega: Ana Mayta
________________________________
Recibe:
<><><><><><><><><><><><><><><><><><><><><><><><>
"""
    )


def test_a_z_on_58_mm_paper_takes_the_short_forms():
    lines = text(Z, PAPER_58).splitlines()
    assert "Abierto           05/12/26 09:02" in lines
    assert "Recibos      A-000270 a A-000412" in lines
    assert "NETO                   12.764,03" in lines
    assert "_" * 32 in lines


def test_an_x_closes_nothing_counts_nothing_and_is_signed_by_nobody():
    shown = text(X)
    assert "LECTURA X" in shown
    assert "El turno sigue: este papel no cierra nada" in shown
    assert "Leído                       Sáb 05/12/2026 19:31" in shown
    assert "Debía haber                             7.434,00" in shown
    for word in ("CIERRE", "Contado", "FALTA", "Visto", "Entrega", "____"):
        assert word not in shown


def test_a_drawer_that_is_over_says_so():
    shown = text(OVER)
    assert "SOBRA                                       2,00" in shown
    assert f"Qué pasó{'Venta sin anotar':>40}" in shown


def test_a_shift_that_did_nothing_prints_no_empty_part():
    shown = text(NOTHING)
    assert "Recibos                                  ninguno" in shown
    for word in ("Redondeo", "Por forma de pago", "Efectivo en la gaveta", "Qué pasó", "Gaveta abierta"):
        assert word not in shown


def test_a_copy_says_so():
    assert "COPIA" in text(COPY)
    assert "COPIA" not in text(Z)


def test_an_english_z_is_all_english():
    shown = text(ENGLISH)
    for words in ("CLOSE Z 12", "Cash sales, less change", "There should be", "SHORT", "Wrong change given"):
        assert words in shown


def test_an_advance_is_signed_by_who_pays_and_who_is_paid():
    assert (
        text(ADVANCE)
        == """\
<><><><><><><><><><><><><><><><><><><><><><><><>
             Red Manos Productivas
                Feria de Navidad
              Campo Ferial, La Paz
                    ANTICIPO
================================================
Caja A · Ana Mayta          Sáb 05/12/2026 11:27
Familia Quispe Mamani
Bs                                        700,00
Son: Setecientos 00/100 bolivianos
------------------------------------------------
________________________________
Entrega: Ana Mayta
________________________________
Recibe: Familia Quispe Mamani
<><><><><><><><><><><><><><><><><><><><><><><><>
"""
    )


def test_cash_that_comes_in_is_received_at_the_till():
    assert text(CASH_IN).splitlines()[-5:-1] == ["_" * 32, "Entrega:", "_" * 32, "Recibe: Ana Mayta"]


def test_who_approved_a_payment_stands_under_it():
    assert "Autorizó Elena Choque" in text(PAYOUT)
    assert "Autorizó" not in text(ADVANCE)


@pytest.mark.parametrize(("paper", "shown"), [*product(PAPERS, ALL)])
def test_nothing_is_wider_than_the_paper(paper: PaperWidth, shown: ShiftPaper | CashSlip):
    elements = strip(shown, paper)
    for element in elements:
        match element:
            case Text():
                room = paper.columns // (2 if element.double else 1)
                gap = 1 if element.left and element.right else 0
                assert width(element.left) + gap + width(element.right) <= room, element
            case Centred():
                assert width(element.text) <= paper.columns // (2 if element.double else 1), element
    assert type(elements[-1]) is Cut
    assert all(width(line) <= paper.columns for line in text(shown, paper).splitlines())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.columns} columns")
@pytest.mark.parametrize("shown", ALL, ids=NAMES)
def test_a_printer_prints_what_was_laid_out(shown: ShiftPaper | CashSlip, paper: PaperWidth):
    elements = strip(shown, paper)
    printed = print_job(to_escpos(elements, PrinterProfile(paper)), paper.dots)
    assert list(printed.lines) == [line.replace("−", "-") for line in expected_lines(elements, paper)]
    assert (printed.cuts, printed.drawer_opened, printed.faults) == (1, False, ())


def expected_lines(elements: tuple[Element, ...], paper: PaperWidth) -> list[str]:
    """What should stand on the paper, line by line; the emulator says nothing of where a centred line begins."""
    expected = []
    for element in elements:
        match element:
            case Text():
                expected.append(spread(element.left, element.right, paper.columns // (2 if element.double else 1)))
            case Centred():
                expected.append(element.text)
    return expected
