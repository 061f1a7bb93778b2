"""Papers for the tests of A4 pages: the one that the design shows, and fairs as large and as odd as they come."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from pos.domain.documents import (
    EmblemOf,
    SettlementCost,
    SettlementMember,
    SettlementPaper,
    SettlementPayment,
    SettlementProduct,
)
from pos.domain.money import Money, allocate, currency, share_of

BOB = currency("BOB")
LA_PAZ = timezone(timedelta(hours=-4))


def bs(text: str) -> Money:
    """Bolivianos from a plain decimal text."""
    return Money.of(text, "BOB")


def product(name: str, delivered: int, sold: int, gross: str, **more: object) -> SettlementProduct:
    """A product whose counts are nothing where they are not given."""
    counts = {"yapa": 0, "back": 0, "loss": 0, "returned": 0, "left": 0, "undelivered": 0, "bargained": 0}
    return SettlementProduct(name=name, delivered=delivered, sold=sold, gross=bs(gross), **{**counts, **more})


WARMI_SAWURI = SettlementPaper(
    number="L-0087",
    language="es",
    network="Red Manos Productivas",
    header=("Ceja, El Alto",),
    printed_at=datetime(2026, 12, 7, 20, 14, tzinfo=LA_PAZ),
    exhibition="Feria de Navidad",
    place="Campo Ferial, La Paz",
    starts=date(2026, 12, 5),
    ends=date(2026, 12, 7),
    unit="U07",
    unit_name="Warmi Sawuri",
    unit_kind="collective",
    technique="tejido",
    community="El Alto",
    emblem=EmblemOf("rombo", "lago"),
    products=(
        product("Bolso de aguayo", 25, 22, "2620.00", returned=3, bargained=2),
        product("Bufanda", 30, 24, "2280.00", returned=6),
        product("Llavero", 120, 71, "710.00", yapa=14, loss=2, returned=33),
        product("Nacimiento en casita", 0, 17, "793.39", shared_with=("Familia Quispe",), part=(1, 3)),
    ),
    brought_forward=bs("0.00"),
    gross=bs("6403.39"),
    commission=bs("960.50"),
    commission_bps=1500,
    fund=bs("192.10"),
    fund_bps=300,
    costs=(
        SettlementCost("puesto", bs("50.00"), bs("600.00"), "equal", 12),
        SettlementCost("transporte", bs("30.00"), bs("360.00"), "equal", 12),
    ),
    payments=(
        SettlementPayment("advance", bs("200.00"), datetime(2026, 12, 5, 13, 10, tzinfo=LA_PAZ)),
        SettlementPayment("advance", bs("150.00"), datetime(2026, 12, 6, 11, 42, tzinfo=LA_PAZ)),
        SettlementPayment("cash", bs("2276.40"), datetime(2026, 12, 5, 19, 20, tzinfo=LA_PAZ)),
    ),
    balance=bs("2544.39"),
    members=(
        SettlementMember("Basilia Huanca", 3, bs("1969.04"), bs("954.14")),
        SettlementMember("Norma Limachi", 2, bs("1312.70"), bs("636.10")),
        SettlementMember("Elvira Paco", 2, bs("1312.70"), bs("636.10")),
        SettlementMember("Juana Condori", 1, bs("656.35"), bs("318.05")),
    ),
    last_sale="A-000705",
    fingerprint="7c1e40b95d2f8a36",
    exhibition_closed=True,
)
"""The settlement that the design shows, to the centavo."""


def settled(paper: SettlementPaper, **changes: object) -> SettlementPaper:
    """The paper with changes, its gross, deductions, balance and members' parts worked out anew to agree with them."""
    paper = replace(paper, **changes)
    gross = sum(item.gross.minor for item in paper.products)
    commission, fund = share_of(gross, paper.commission_bps or 0), share_of(gross, paper.fund_bps or 0)
    spent = sum(cost.part.minor for cost in paper.costs) + sum(payment.amount.minor for payment in paper.payments)
    balance = paper.brought_forward.minor + gross - commission - fund - spent
    weights = [member.weight for member in paper.members]
    parts = zip(paper.members, allocate(gross - commission - fund, weights), allocate(balance, weights), strict=True)
    return replace(
        paper,
        gross=Money(gross, BOB),
        commission=Money(commission, BOB),
        fund=Money(fund, BOB),
        balance=Money(balance, BOB),
        members=tuple(
            replace(member, earned=Money(earned, BOB), to_receive=Money(receives, BOB))
            for member, earned, receives in parts
        ),
    )


def many_products(count: int) -> tuple[SettlementProduct, ...]:
    """So many products with every kind of remark among them."""
    return tuple(
        product(
            f"Manta de alpaca tejida a mano con figuras de la puna número {n}" if n % 7 == 0 else f"Producto {n}",
            delivered=n + 10,
            sold=n + 2,
            gross=f"{n * 37}.50",
            yapa=n % 3,
            back=n % 2,
            loss=n % 4,
            returned=5,
            bargained=n % 5,
            left=2 if n % 6 == 0 else 0,
            undelivered=1 + n % 2 if n % 9 == 0 else 0,
            shared_with=("Familia Quispe Mamani", "Taller Illampu") if n % 8 == 0 else (),
            part=(2, 7) if n % 8 == 0 else None,
        )
        for n in range(1, count + 1)
    )


LONG_NAME = "Asociación de Artesanas Productoras de Tejidos y Cerámica «Yatiñ Uta» de la Provincia Ingavi"


def large_settlement(products: int = 80, *, closed: bool = True) -> SettlementPaper:
    """A long settlement: long names, six-digit totals, twelve members, twenty payments."""
    payments = tuple(
        SettlementPayment(kind, bs(f"{300 + n}.25"), datetime(2026, 12, 5 + n % 3, 10 + n % 9, n * 2, tzinfo=LA_PAZ))
        for n, kind in enumerate(("advance", "cash", "transfer", "advance") * 5)
    )
    return settled(
        WARMI_SAWURI,
        number="L-000123",
        unit="AAPTC-01",
        unit_name=LONG_NAME,
        community="Comunidad Originaria Chuquiaguillo Alto, Provincia Ingavi",
        technique="telar, cerámica esmaltada y bordado a mano con hilo de oveja",
        exhibition="Feria Internacional de las Culturas y los Saberes del Altiplano",
        place="Campo Ferial Chuquiago Marka, La Paz",
        header=("Producción artesanal de El Alto", "Calle 4 n.º 120, Villa Adela", "Tel. 2-830000"),
        products=many_products(products),
        brought_forward=bs("-1234.50"),
        payments=payments,
        costs=(
            SettlementCost("puesto", bs("42.86"), bs("600.00"), "equal", 14),
            SettlementCost("transporte", bs("16.36"), bs("180.00"), "weight", 14),
            SettlementCost("promoción y publicidad en radio y en las redes", bs("31.07"), bs("120.00"), "gross", 14),
        ),
        members=tuple(
            SettlementMember(f"María del Carmen Choquehuanca Ñaupa {n}", 1 + n % 3, bs("0"), bs("0")) for n in range(12)
        ),
        commission_bps=None if products % 2 else 1250,
        exhibition_closed=closed,
    )


def even_settlement() -> SettlementPaper:
    """One artisan who was paid all that she earned."""
    paper = settled(
        WARMI_SAWURI,
        number="L-0002",
        unit="JK02",
        unit_name="Juana Condori",
        unit_kind="individual",
        technique="cerámica esmaltada",
        community="Janko Kalani, El Alto",
        products=many_products(5),
        payments=(),
        members=(SettlementMember("Juana Condori", 1, bs("0"), bs("0")),),
    )
    payout = SettlementPayment("transfer", paper.balance, datetime(2026, 12, 9, 9, 5, tzinfo=LA_PAZ))
    return settled(paper, payments=(payout,))


def owing_settlement() -> SettlementPaper:
    """A family that got more in advances than it sold."""
    advance = SettlementPayment("advance", bs("400.00"), datetime(2026, 12, 5, 9, 30, tzinfo=LA_PAZ))
    return settled(
        WARMI_SAWURI,
        number="L-0003",
        unit_name="Familia Quispe Mamani",
        unit_kind="family",
        products=(),
        payments=(advance,),
        exhibition_closed=False,
        last_sale="",
    )
