"""What stands where on a receipt, read as plain text."""

from dataclasses import replace

import pytest

from pos.domain.documents import Receipt, ReceiptTender
from pos.printing.receipt_elements import (
    PAPER_58,
    PAPER_80,
    PAPER_80_NARROW,
    DrawerPulse,
    EmblemRow,
    PaperWidth,
    Text,
)
from pos.printing.receipt_layout import lay_out
from pos.printing.receipt_text import to_text
from pos.texts import Texts
from tests.printing.receipts import (
    COPY,
    EVERY_WAY_TO_PAY,
    RETURN,
    SALE,
    VOID,
    bob,
    line,
    maker,
    yapa,
)

PAPERS = (PAPER_80, PAPER_80_NARROW, PAPER_58)
SPANISH = Texts("es")


def text(receipt: Receipt, paper: PaperWidth = PAPER_80, language: str = "es") -> str:
    return to_text(lay_out(receipt, paper, Texts(language)), paper.columns)


def lines(receipt: Receipt, paper: PaperWidth = PAPER_80, language: str = "es") -> list[str]:
    return text(receipt, paper, language).splitlines()


def test_a_cash_sale_on_80_mm_paper_is_laid_out_as_designed():
    assert (
        text(SALE)
        == """\
<><><><><><><><><><><><><><><><><><><><><><><><>
             Red Manos Productivas
                Feria de Navidad
              Campo Ferial, La Paz
================================================
Recibo A-000412                   Sáb 05/12/2026
Caja A · Ana                               11:27
------------------------------------------------
Charango de naranjo                       450,00
  René Poma
Bolso de aguayo                           220,00
  Warmi Sawuri         2 x 110,00 (lista 120,00)
Chullo de alpaca                          195,00
  Lucía Choque                         3 x 65,00
Nacimiento en casita                      140,00
  Familia Quispe y Warmi Sawuri
Chocolate 70 %                             55,50
  Sonia Mendoza                        3 x 18,50
Miel chica                                  YAPA
  Néstor Apaza                            regalo
================================================
TOTAL Bs                                1.060,50
Son: Mil sesenta 50/100 bolivianos
Efectivo Bs                             1.200,00
Vuelto                                    139,50
11 piezas                     Usted ahorró 20,00
------------------------------------------------
Hecho a mano por
[##] René Poma
     Aiquile · charangos
[##] Warmi Sawuri
     El Alto · aguayo
[##] Lucía Choque
     Charaña · tejido de alpaca
[##] Familia Quispe
     Collana Baja · cerámica
[##] Sonia Mendoza
     Palos Blancos · chocolate
[##] Néstor Apaza
     Coroico · miel
------------------------------------------------
              || 10010000041259 ||
                    A-000412
       Para devolver, traiga este recibo.
            ¡Gracias por su compra!
           Este recibo no es factura
              ni da crédito fiscal
<><><><><><><><><><><><><><><><><><><><><><><><>
"""
    )


def test_a_cash_sale_on_58_mm_paper_takes_the_short_forms():
    assert (
        text(SALE, PAPER_58)
        == """\
<><><><><><><><><><><><><><><><>
           Red Manos
          Productivas
        Feria de Navidad
      Campo Ferial, La Paz
================================
Recibo A-000412         05/12/26
Caja A · Ana               11:27
--------------------------------
Charango de naranjo       450,00
 René Poma
Bolso de aguayo           220,00
 Warmi Sawuri           2x110,00
Chullo de alpaca          195,00
 Lucía Choque            3x65,00
Nacimiento en casita      140,00
 Familia Quispe y Warmi Sawuri
Chocolate 70 %             55,50
 Sonia Mendoza           3x18,50
Miel chica                  YAPA
 Néstor Apaza             regalo
================================
TOTAL                   1.060,50
Son: Mil sesenta 50/100
bolivianos
Efectivo Bs             1.200,00
Vuelto                    139,50
11 piezas           Ahorro 20,00
--------------------------------
Hecho a mano por
[##] René Poma
     Aiquile
[##] Warmi Sawuri
     El Alto
[##] Lucía Choque
     Charaña
[##] Familia Quispe
     Collana Baja
[##] Sonia Mendoza
     Palos Blancos
[##] Néstor Apaza
     Coroico
--------------------------------
      || 10010000041259 ||
            A-000412
   Para devolver, traiga este
            recibo.
    ¡Gracias por su compra!
   Este recibo no es factura
      ni da crédito fiscal
<><><><><><><><><><><><><><><><>
"""
    )


def test_every_tender_is_shown_with_what_proves_it_and_the_amounts_read_downwards_to_the_total():
    shown = text(EVERY_WAY_TO_PAY)
    assert (
        """\
Subtotal                                1.060,50
Rebaja                                    −60,47
Redondeo                                   −0,03
TOTAL Bs                                1.000,00
Son: Mil 00/100 bolivianos
Efectivo US$ 20,00 a 9,70                 194,00
Efectivo € 15,50 a 11,20                  173,60
QR Bs                                     300,00
  Ref. 83920174
Tarjeta Bs                                100,00
  Ref. VISA 4821
Transferencia Bs                           50,00
  Ref. BNB 2026-12-05/0031
Efectivo Bs                               200,00
Vuelto                                     17,60
11 piezas                     Usted ahorró 80,47
"""
        in shown
    )


def test_on_narrow_paper_a_foreign_tender_takes_two_lines():
    dollars = replace(
        SALE, tenders=(ReceiptTender("cash", SALE.total.of("1234.50", "USD"), bob("11974.65"), rate="9.70"),)
    )
    shown = lines(dollars, PAPER_58)
    at = shown.index("Efectivo US$ 1.234,50")
    assert shown[at + 1] == "  a 9,70               11.974,65"


def test_header_courtesy_and_stamps_have_their_places():
    shown = [line.strip() for line in lines(EVERY_WAY_TO_PAY)]
    assert shown[1:4] == ["Red Manos Productivas", "Producción artesanal de El Alto", "Feria de Navidad"]
    assert shown.index("[Hecho por jóvenes]") == shown.index("Coroico · miel") + 1
    assert shown.index("Yuspajara") == shown.index("¡Gracias por su compra!") + 1


def test_a_return_says_so_names_its_sale_and_shows_what_was_given_back():
    assert (
        text(RETURN)
        == """\
<><><><><><><><><><><><><><><><><><><><><><><><>
             Red Manos Productivas
                Feria de Navidad
              Campo Ferial, La Paz
                   Devolución
================================================
Recibo AR-000003                  Sáb 05/12/2026
Caja A · Ana                               11:27
De la venta A-000412
------------------------------------------------
Bolso de aguayo                          −220,00
  Warmi Sawuri         2 x 110,00 (lista 120,00)
Taza                                      −30,05
  Juana Condori
================================================
Subtotal                                 −250,05
Redondeo                                   −0,05
TOTAL Bs                                 −250,10
Son: Doscientos cincuenta 10/100 bolivianos
Devuelto en efectivo Bs                   250,10
3 piezas
------------------------------------------------
              || 20010000000310 ||
                   AR-000003
            ¡Gracias por su compra!
           Este recibo no es factura
              ni da crédito fiscal
<><><><><><><><><><><><><><><><><><><><><><><><>
"""
    )


def test_a_void_says_so():
    assert "Anulación" in text(VOID)
    assert "Devolución" not in text(VOID)


def test_a_copy_says_so_and_leaves_the_drawer_shut():
    assert "COPIA" in text(COPY)
    assert DrawerPulse() not in lay_out(COPY, PAPER_80, SPANISH)


def test_the_drawer_opens_before_anything_is_printed():
    assert lay_out(SALE, PAPER_80, SPANISH)[0] == DrawerPulse()


def test_a_sale_without_cash_leaves_the_drawer_shut_and_shows_no_change():
    paid_by_qr = replace(
        SALE, opens_drawer=False, change=None, tenders=(ReceiptTender("qr", SALE.total, SALE.total, reference="7"),)
    )
    assert DrawerPulse() not in lay_out(paid_by_qr, PAPER_80, SPANISH)
    assert "Vuelto" not in text(paid_by_qr)


def test_exact_cash_shows_that_there_is_no_change():
    assert any(line.split() == ["Vuelto", "0,00"] for line in lines(replace(SALE, change=bob("0"))))


def test_a_bargain_shows_the_list_price_beside_what_was_agreed_where_the_paper_has_room():
    bargained = replace(SALE, lines=(line("Taza", ("Juana Condori",), "25", listed="30"),))
    assert "  Juana Condori                    (lista 30,00)" in lines(bargained)
    assert " Juana Condori     (lista 30,00)" in lines(bargained, PAPER_58)


def test_several_yapas_are_counted():
    assert "  Néstor Apaza                        2 x regalo" in lines(
        replace(SALE, lines=(*SALE.lines, yapa("Miel", "Néstor Apaza", 2)))
    )


def test_one_piece_and_nothing_saved_is_said_plainly():
    assert "1 pieza" in lines(replace(SALE, pieces=1, saved=bob("0")))


def test_a_unit_without_community_or_technique_stands_by_its_name_alone():
    strip = lay_out(replace(SALE, makers=(maker("Nudo Andino", "", "", "huso"),)), PAPER_80, SPANISH)
    (row,) = (element for element in strip if isinstance(element, EmblemRow))
    assert row.lines == ("Nudo Andino",)


def test_no_makers_no_heading_for_them():
    assert "Hecho a mano por" not in text(replace(SALE, makers=()))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            ("Receipt A-000412                  Sat 05/12/2026", "Change                                    139.50"),
        ),
        (
            "de",
            ("Beleg A-000412                     Sa 05.12.2026", "Rückgeld                                  139,50"),
        ),
    ],
)
def test_a_receipt_speaks_the_language_asked_for(language: str, expected: tuple[str, str]):
    shown = lines(SALE, language=language)
    assert expected[0] in shown
    assert expected[1] in shown
    assert not any("Gracias" not in line and "Recibo" in line for line in shown)


def test_a_total_too_long_for_large_letters_is_printed_whole_in_smaller_ones():
    def total_of(amount: str, paper: PaperWidth):
        strip = lay_out(replace(SALE, total=bob(amount)), paper, SPANISH)
        return [e for e in strip if isinstance(e, Text) and e.bold and ("TOTAL" in e.left or amount[:2] in e.right)]

    assert total_of("99999999.00", PAPER_80) == [Text("TOTAL Bs", "99.999.999,00", bold=True, double=True, money=True)]
    assert total_of("99999999.00", PAPER_58) == [
        Text("TOTAL", bold=True, double=True),
        Text("", "99.999.999,00", bold=True, double=True, money=True),
    ]
    assert total_of("88888888888.00", PAPER_58) == [Text("TOTAL", "88.888.888.888,00", bold=True, money=True)]
