"""A report for tests, with its lists out of order and one of everything that the format has."""

from datetime import datetime

from pos.domain.reports import (
    MemberFigures,
    Report,
    SalesFigures,
    ShiftCash,
    ShiftFigures,
    StockPosition,
    TenderFigures,
    UnitFigures,
)
from tests.builders import BOB, money


def a_unit(unit: str, name: str, gross: str, *products: StockPosition, **figures: str) -> UnitFigures:
    """A unit's figures with one member; what is not named is zero."""
    names = ("commission", "fund", "costs", "advances", "paid", "brought_forward")
    given = {field: money(figures.get(field, "0.00")) for field in names}
    members = (MemberFigures("Juana Quispe", money(figures.get("member", "0.00"))),)
    return UnitFigures(unit, name, money(gross), **given, members=members, products=products)


def a_report() -> Report:
    """The day of the format's example, more or less."""
    drawer = (
        ShiftCash(money("5.00", "USD"), money("45.00", "USD"), money("45.00", "USD")),
        ShiftCash(money("130.00"), money("1915.00"), money("1914.50")),
    )
    opened, closed = (datetime.fromisoformat(f"2026-12-05T{hour}:00:00-04:00") for hour in ("09", "18"))
    return Report(
        exhibition="LPZ26",
        exhibition_name="Feria de Navidad",
        currency=BOB,
        starts=datetime.fromisoformat("2026-12-05T00:00:00-04:00"),
        ends=datetime.fromisoformat("2026-12-06T00:00:00-04:00"),
        sales=SalesFigures(
            receipts=41,
            pieces=77,
            gross=money("3250.00"),
            returns=money("80.00"),
            rounding=money("0.10"),
            promotion=money("0.00"),
            yapa_pieces=3,
        ),
        tenders=(
            TenderFigures("qr", money("682.10"), money("682.10")),
            TenderFigures("cash", money("40.00", "USD"), money("388.00")),
            TenderFigures("cash", money("2100.00"), money("2100.00")),
        ),
        shifts=(
            ShiftFigures("B", 1, "luz", None, (), money("0.00"), opened, closed),
            ShiftFigures("A", 2, "ana", ("A-000001", "A-000041"), drawer, money("3170.00"), opened, closed),
        ),
        units=(
            a_unit("U07", "=Berta", "0.00"),
            a_unit(
                "U01",
                "Familia Quispe",
                "905.00",
                StockPosition("JK-002", delivered=1, sold=3),
                StockPosition("JK-001", delivered=10, sold=3, back=1, returned=6),
                commission="108.60",
                fund="27.15",
                advances="50.00",
                member="512.83",
            ),
        ),
    )
