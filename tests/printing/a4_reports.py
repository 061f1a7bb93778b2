"""Reports for the tests of A4 pages: a day and a whole fair of fourteen units."""

from dataclasses import replace
from datetime import date, datetime

from pos.domain.documents import EmblemOf, ReportPaper
from pos.domain.money import Money, currency, share_of
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
from tests.printing.a4_papers import BOB, LA_PAZ, LONG_NAME, bs

UNIT_NAMES = (
    "Familia Quispe Mamani",
    "Juana Condori",
    "Taller Illampu",
    "Olleros de Collana Baja",
    "Cerámica Chualluma",
    "Velas Wara",
    "Muñecas Alteñas",
    "Kusisa Fiestas",
    "Rubén Callisaya",
    "Nudo Andino",
    "Joyas Phaxsi",
    LONG_NAME,
    "Chocolatería Colegio Ballivián",
    "Repostería Achachila",
)


def unit_figures(number: int, name: str, scale: int = 1) -> UnitFigures:
    """A unit's account that adds up, with every third one in debt and goods of which some went out undelivered."""
    gross = number * 91_137 * scale
    commission, fund = share_of(gross, 1500), share_of(gross, 300)
    products = tuple(
        StockPosition(
            f"U{number:02d}-{item:03d}",
            delivered=0 if (number, item) in {(3, 1), (9, 2)} else 20 + item,
            sold=number + item,
            yapa=item % 2,
            back=number % 2,
            returned=3 if item > 1 else 0,
            loss=number % 3,
        )
        for item in range(1, 2 + number % 4)
    )
    return UnitFigures(
        unit=f"U{number:02d}",
        name=name,
        gross=Money(gross, BOB),
        commission=Money(commission, BOB),
        fund=Money(fund, BOB),
        costs=Money(6428 + number, BOB),
        advances=Money(15_000 * (number % 4), BOB),
        paid=Money(gross if number % 5 == 0 else 0, BOB),
        brought_forward=Money(-2_550 if number % 6 == 0 else 0, BOB),
        members=(MemberFigures(name, Money(gross - commission - fund, BOB)),),
        products=products,
    )


def three_shifts() -> tuple[ShiftFigures, ...]:
    """One with a drawer of three currencies, one that sold nothing, and one that closed after midnight."""
    usd, eur = currency("USD"), currency("EUR")
    opened, closed = (datetime(2026, 12, 5, hour, 12, tzinfo=LA_PAZ) for hour in (9, 18))
    return (
        ShiftFigures(
            "A",
            17,
            "Ana Mayta",
            ("A-000612", "A-000705"),
            (
                ShiftCash(bs("300.00"), bs("7434.00"), bs("7430.50")),
                ShiftCash(Money(0, usd), Money(8000, usd), Money(8000, usd)),
                ShiftCash(Money(0, eur), Money(2000, eur), Money(2500, eur)),
            ),
            bs("128404.20"),
            opened,
            closed,
        ),
        ShiftFigures("B", 3, "Marcelo Rojas", None, (), bs("0.00"), opened, closed),
        ShiftFigures(
            "C",
            1,
            "Jhoselin Cori",
            ("C-000001", "C-000041"),
            (ShiftCash(bs("130.00"), bs("1915.00"), bs("1917.50")),),
            bs("3170.00"),
            datetime(2026, 12, 5, 19, 0, tzinfo=LA_PAZ),
            datetime(2026, 12, 6, 0, 40, tzinfo=LA_PAZ),
        ),
    )


def day_report(scale: int = 1) -> ReportPaper:
    """A day of fourteen units, four kinds of tender and three shifts: short, over, and one that tallies."""
    usd = currency("USD")
    units = tuple(unit_figures(n, name, scale) for n, name in enumerate(UNIT_NAMES, start=1))
    net = sum(unit.gross.minor for unit in units)
    returns = bs("185.50")
    rounding = Money(-20, BOB)
    base = net + rounding.minor
    tenders = (
        TenderFigures("card", bs("680.00"), bs("680.00")),
        TenderFigures(
            "cash", Money(base - 68_000 - 433_000 - 77_600, BOB), Money(base - 68_000 - 433_000 - 77_600, BOB)
        ),
        TenderFigures("cash", Money(8000, usd), bs("776.00")),
        TenderFigures("qr", bs("4330.00"), bs("4330.00")),
    )
    report = Report(
        exhibition="LPZ-NAV-26",
        exhibition_name="Feria de Navidad",
        currency=BOB,
        starts=datetime(2026, 12, 5, tzinfo=LA_PAZ),
        ends=datetime(2026, 12, 6, tzinfo=LA_PAZ),
        sales=SalesFigures(135, 299, Money(net + returns.minor, BOB), returns, rounding, bs("12.00"), 19),
        tenders=tenders,
        shifts=three_shifts(),
        units=units,
    )
    motifs, dyes = (
        ("casa", "cantaro", "llama", "flor", "pajaro", "kantuta", "rombo"),
        ("cochinilla", "lago", "verde", "ichu"),
    )
    return ReportPaper(
        language="es",
        network="Red Manos Productivas",
        header=("Producción artesanal de El Alto",),
        printed_at=datetime(2026, 12, 5, 20, 1, tzinfo=LA_PAZ),
        place="Campo Ferial Chuquiago Marka, La Paz",
        day=date(2026, 12, 5),
        report=report,
        emblems=tuple((unit.unit, EmblemOf(motifs[n % 7], dyes[n % 4])) for n, unit in enumerate(units)),
        product_names=tuple(
            (item.sku, f"Producto {item.sku} de {unit.name}" if n % 3 else f"Taza {item.sku[-1]}")
            for n, unit in enumerate(units)
            for item in unit.products
        ),
        fingerprint="7c1e40b95d2f8a36",
    )


def fair_report() -> ReportPaper:
    """A whole exhibition with six-digit sums."""
    paper = day_report(scale=13)
    report = replace(paper.report, ends=datetime(2026, 12, 8, tzinfo=LA_PAZ))
    return replace(paper, day=None, report=report)
