"""Papers of shifts for the tests of strips: a busy one, and what others need to say."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from pos.domain.money import Money
from pos.domain.shift_documents import (
    CashSlip,
    ShiftDrawer,
    ShiftMove,
    ShiftPaper,
    ShiftPaperKind,
    ShiftTender,
)
from tests.printing.receipts import bob

LA_PAZ = timezone(timedelta(hours=-4))


def usd(text: str) -> Money:
    """An amount in dollars."""
    return Money.of(text, "USD")


Z = ShiftPaper(
    kind=ShiftPaperKind.Z,
    number=12,
    language="es",
    network="Red Manos Productivas",
    header=("Producción artesanal de El Alto",),
    exhibition="Feria de Navidad",
    place="Campo Ferial, La Paz",
    till="A",
    cashier="Ana Mayta",
    opened_at=datetime(2026, 12, 5, 9, 2, tzinfo=LA_PAZ),
    at=datetime(2026, 12, 5, 19, 31, tzinfo=LA_PAZ),
    receipts=("A-000270", "A-000412"),
    sales=143,
    gross=bob("12859.03"),
    returned=2,
    returns=bob("95"),
    rounding=bob("-0.03"),
    tenders=(
        ShiftTender("cash", 104, bob("7754"), bob("7754")),
        ShiftTender("cash", 2, usd("80"), bob("0")),
        ShiftTender("qr", 31, bob("4330"), bob("4330"), bob("4330")),
        ShiftTender("card", 4, bob("680"), bob("680"), bob("660")),
    ),
    drawers=(
        ShiftDrawer(
            opening_float=bob("300"),
            moves=(
                ShiftMove("sales", bob("7849")),
                ShiftMove("refunds", bob("-95")),
                ShiftMove("in", bob("95"), "sencillo del banco"),
                ShiftMove("advance", bob("-700"), "Familia Quispe Mamani"),
                ShiftMove("out", bob("-15"), "bolsas"),
            ),
            expected=bob("7434"),
            counted=bob("7430.50"),
        ),
        ShiftDrawer(usd("0"), (ShiftMove("sales", usd("80")),), usd("80"), usd("80")),
    ),
    drawer_openings=1,
    happened="wrong-change",
    grand_total=bob("145320.50"),
)
"""A busy shift, 3.50 short."""

OVER = replace(Z, happened="unrecorded-sale", drawers=(replace(Z.drawers[0], counted=bob("7436")),))
X = replace(
    Z,
    kind=ShiftPaperKind.X,
    happened="",
    drawers=tuple(replace(drawer, counted=None) for drawer in Z.drawers),
    tenders=tuple(replace(tender, seen=None) for tender in Z.tenders),
)
NOTHING = replace(
    Z,
    receipts=None,
    sales=0,
    gross=bob("0"),
    returned=0,
    returns=bob("0"),
    rounding=bob("0"),
    tenders=(),
    drawers=(),
    drawer_openings=0,
    happened="",
)
COPY = replace(Z, copy=True)
ENGLISH = replace(Z, language="en")
LONG = replace(
    Z,
    network="Asociación Departamental de Productoras y Productores Artesanales de los Andes",
    exhibition="Feria Internacional de las Culturas, el Turismo y la Artesanía",
    cashier="María Encarnación de los Ángeles Quispe Mamani viuda de Condori",
    gross=bob("99999999999.99"),
    tenders=(ShiftTender("transfer", 99_999, bob("99999999999.99"), bob("99999999999.99"), bob("0")),),
    drawers=(
        ShiftDrawer(
            bob("0"),
            (ShiftMove("out", bob("-99999999999.99"), "compra de mesas, toldos, bolsas y un generador de luz"),),
            bob("-99999999999.99"),
            bob("0.10"),
        ),
    ),
    grand_total=bob("99999999999.99"),
)
"""Names that no paper holds on one line, and amounts as large as they can be."""

SHIFTS = {"Z": Z, "over": OVER, "X": X, "nothing": NOTHING, "copy": COPY, "English": ENGLISH, "long": LONG}

ADVANCE = CashSlip(
    kind="advance",
    language="es",
    network="Red Manos Productivas",
    exhibition="Feria de Navidad",
    place="Campo Ferial, La Paz",
    till="A",
    cashier="Ana Mayta",
    at=datetime(2026, 12, 5, 11, 27, tzinfo=LA_PAZ),
    amount=bob("700"),
    unit="Familia Quispe Mamani",
)
PAYOUT = replace(ADVANCE, kind="payout", amount=bob("1250.50"), supervisor="Elena Choque")
CASH_IN = replace(ADVANCE, kind="in", unit="", reason="sencillo del banco", amount=bob("200"))
CASH_OUT = replace(CASH_IN, kind="out", reason="bolsas", amount=bob("15"))
LONG_SLIP = replace(
    PAYOUT,
    cashier=LONG.cashier,
    unit="Asociación de Bordadoras y Tejedoras Warmi Sawuri de la Zona Norte",
    amount=bob("99999999999.99"),
    copy=True,
)
SLIPS = {"advance": ADVANCE, "payout": PAYOUT, "in": CASH_IN, "out": CASH_OUT, "long": LONG_SLIP}
