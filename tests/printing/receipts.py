"""Receipts for the tests of paper strips: the one that the design shows, and what others need to say."""

from dataclasses import replace
from datetime import datetime

from pos.domain.barcodes import receipt_digits
from pos.domain.documents import EmblemOf, Receipt, ReceiptLine, ReceiptMaker, ReceiptStamp, ReceiptTender
from pos.domain.money import Money
from tests.printing.network_pictures import logo, photo


def bob(text: str) -> Money:
    """An amount in bolivianos."""
    return Money.of(text, "BOB")


def line(
    name: str, makers: tuple[str, ...], amount: str, qty: int = 1, *, unit: str = "", listed: str = ""
) -> ReceiptLine:
    """A line; the unit price is the amount and the list price the unit price, where they are not given."""
    unit_price = bob(unit or amount)
    return ReceiptLine(name, makers, qty, bob(listed) if listed else unit_price, unit_price, bob(amount))


def yapa(name: str, maker: str, qty: int = 1) -> ReceiptLine:
    """A line that was given away."""
    return ReceiptLine(name, (maker,), qty, bob("20"), bob("0"), bob("0"), yapa=True)


def maker(name: str, community: str, technique: str, motif: str, story: str = "") -> ReceiptMaker:
    """A maker at the foot of the receipt."""
    return ReceiptMaker(name, community, technique, EmblemOf(motif, "lago"), story)


SALE = Receipt(
    number="A-000412",
    digits=receipt_digits("A", 412),
    language="es",
    network="Red Manos Productivas",
    header=(),
    exhibition="Feria de Navidad",
    place="Campo Ferial, La Paz",
    till="A",
    cashier="Ana",
    at=datetime(2026, 12, 5, 11, 27),  # noqa: DTZ001 - only printed
    lines=(
        line("Charango de naranjo", ("René Poma",), "450"),
        line("Bolso de aguayo", ("Warmi Sawuri",), "220", 2, unit="110", listed="120"),
        line("Chullo de alpaca", ("Lucía Choque",), "195", 3, unit="65"),
        line("Nacimiento en casita", ("Familia Quispe", "Warmi Sawuri"), "140"),
        line("Chocolate 70 %", ("Sonia Mendoza",), "55.50", 3, unit="18.50"),
        yapa("Miel chica", "Néstor Apaza"),
    ),
    discount=bob("0"),
    total=bob("1060.50"),
    rounding=bob("0"),
    tenders=(ReceiptTender("cash", bob("1200"), bob("1200")),),
    change=bob("139.50"),
    pieces=11,
    saved=bob("20"),
    makers=(
        maker("René Poma", "Aiquile", "charangos", "condor"),
        maker("Warmi Sawuri", "El Alto", "aguayo", "rombo"),
        maker("Lucía Choque", "Charaña", "tejido de alpaca", "llama"),
        maker("Familia Quispe", "Collana Baja", "cerámica", "casa"),
        maker("Sonia Mendoza", "Palos Blancos", "chocolate", "pajaro"),
        maker("Néstor Apaza", "Coroico", "miel", "flor"),
    ),
    stamps=(),
    thanks="¡Gracias por su compra!",
    courtesy="",
    opens_drawer=True,
)
"""The receipt of the design's pictures, for 1.060,50 in cash."""

EVERY_WAY_TO_PAY = replace(
    SALE,
    number="AB-000007",
    digits=receipt_digits("AB", 7),
    header=("Producción artesanal de El Alto",),
    discount=bob("60.47"),
    total=bob("1000.03"),
    rounding=bob("-0.03"),
    tenders=(
        ReceiptTender("cash", Money.of("20", "USD"), bob("194"), rate="9.70"),
        ReceiptTender("cash", Money.of("15.50", "EUR"), bob("173.60"), rate="11.20"),
        ReceiptTender("qr", bob("300"), bob("300"), reference="83920174"),
        ReceiptTender("card", bob("100"), bob("100"), reference="VISA 4821"),
        ReceiptTender("transfer", bob("50"), bob("50"), reference="BNB 2026-12-05/0031"),
        ReceiptTender("cash", bob("200"), bob("200")),
    ),
    change=bob("17.60"),
    saved=bob("80.47"),
    stamps=(ReceiptStamp("Hecho por jóvenes"),),
    courtesy="Yuspajara",
)
"""A sale with a discount and rounding, paid in every way that there is, with all that can stand at head and foot."""

RETURN = replace(
    SALE,
    number="AR-000003",
    digits=receipt_digits("A", 3, returned=True),
    lines=(
        line("Bolso de aguayo", ("Warmi Sawuri",), "220", 2, unit="110", listed="120"),
        line("Taza", ("Juana Condori",), "30.05"),
    ),
    total=bob("250.05"),
    rounding=bob("0.05"),
    tenders=(ReceiptTender("cash", bob("250.10"), bob("250.10")),),
    change=None,
    pieces=3,
    saved=bob("0"),
    returns_receipt="A-000412",
)
"""Three pieces brought back, paid out in cash."""

VOID = replace(RETURN, number="AR-000004", digits=receipt_digits("A", 4, returned=True), void=True)
COPY = replace(SALE, copy=True)

ALL_LETTERS = replace(
    SALE,
    lines=(
        line("¿Ñandú? ¡Sí! á é í ó ú ü", ("Señora Agüero",), "1"),
        line("«Wiphala» de 3 °C, 5 €", ("Ch’alla Q’ipi",), "2"),
    ),
    makers=(maker("Ch’uspa Ñawi", "Jach’a Qhathu", "«k’anti»", "huso"),),
)
"""All the letters and signs that our receipts need beyond plain English."""

LONG_NAMES = replace(
    SALE,
    network="Asociación Departamental de Productoras y Productores Artesanales de los Andes",
    exhibition="Feria Internacional de las Culturas, el Turismo y la Artesanía",
    lines=(
        line(
            "Mantel de seis metros bordado a mano con los doce meses del calendario andino",
            ("Asociación de Bordadoras Warmi Sawuri", "Familia Quispe Mamani", "Olleros de Collana Baja"),
            "123456789.50",
            5,
            unit="24691357.90",
            listed="24691357.95",
        ),
        line("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", ("X" * 60,), "1"),
    ),
    total=bob("123456790.50"),
    tenders=(ReceiptTender("qr", bob("123456790.50"), bob("123456790.50"), reference="9" * 70),),
    change=None,
    makers=(
        maker(
            "Asociación de Bordadoras y Tejedoras Warmi Sawuri de la Zona Norte",
            "Comunidad Originaria de Santiago de Collana Baja",
            "bordado a mano sobre lana de alpaca",
            "mariposa",
        ),
    ),
    stamps=(ReceiptStamp("Hecho por jóvenes de la ciudad de El Alto y de sus comunidades vecinas"),),
    opens_drawer=False,
)
"""Names that no paper holds on one line, a total of nine figures, and no cash."""

WITH_EVERYTHING = replace(
    SALE,
    header=("Producción artesanal de El Alto",),
    lines=SALE.lines[1:4],
    total=bob("555"),
    tenders=(ReceiptTender("cash", bob("600"), bob("600")),),
    change=bob("45"),
    pieces=6,
    makers=(
        replace(SALE.makers[1], story="Cuatro vecinas comparten moldes, lana y ganancias. Empezaron en 2011."),
        replace(SALE.makers[2], story="Hila y teje la lana de sus propias alpacas, como su abuela se lo enseñó."),
        replace(SALE.makers[3], story="Trabajan la arcilla del cerro."),
    ),
    stamps=(ReceiptStamp("Hecho por mujeres alfareras"), ReceiptStamp("Comercio justo", photo())),
    courtesy="¡Yuspajara!",
    logo=logo(),
    told=(
        "Red Manos Productivas · Warmi Sawuri, El Alto: Cuatro vecinas comparten moldes, lana y ganancias. Empezaron en"
        " 2011. · Lucía Choque, Charaña: Hila y teje la lana de sus propias alpacas, como su abuela se lo enseñó. ·"
        " Familia Quispe, Collana Baja: Trabajan la arcilla del cerro."
    ),
)
"""A sale with all that a network can have on its receipts: logo, stories, stamps with and without a picture, a QR."""

NOTHING_TOLD = replace(SALE, makers=(), lines=SALE.lines[:1], total=bob("450"), change=bob("750"), pieces=1)
ODD_SIGNS = replace(
    SALE,
    network="\x1b@Red\x1dV\x00 \u202eمرحبا\u202c",
    cashier="Ana\x10\x04\x01\n\x07",
    lines=(
        line("Taza \x1bp\x00\x19\x19 \U0001f64c\U0001f3fd", ("e\u0301\u0323\u0307 \u200d\u200f",), "999999.99"),
        line("शाल · 織物 · тканина · שלום", ("Lucía\nChoque",), "1"),
    ),
    makers=(maker("Łukasz \x00Poma", "\x1d(k", "\x1b*!", "condor", "Una \x10historia\r\n."),),
    total=bob("1000000.99"),
    tenders=(ReceiptTender("qr", bob("1000000.99"), bob("1000000.99"), reference="\x1b\x1b"),),
    change=None,
    stamps=(ReceiptStamp("\x1b«ñandú» \U0001f9f6"),),
    told="\x1d(k\x03\x001Q0 ¿Ñandú? \U0001f9f6 \n织物",
    opens_drawer=False,
)
"""Commands typed into names, and signs that no printer's table of letters has."""

RECEIPTS = {
    "sale": SALE,
    "everything": WITH_EVERYTHING,
    "every-way-to-pay": EVERY_WAY_TO_PAY,
    "return": RETURN,
    "void": VOID,
    "copy": COPY,
    "all-letters": ALL_LETTERS,
    "long-names": LONG_NAMES,
    "odd-signs": ODD_SIGNS,
    "one-line": NOTHING_TOLD,
}
