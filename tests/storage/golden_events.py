"""One event of every kind, each field of it filled: as they were written by the first version of the program."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from pos.domain.basket import BuyerKind
from pos.domain.close_notes import CloseNoted, PaymentsSeen, WhatHappened
from pos.domain.consignment import ConsignmentNote, NoteKind, NoteLine
from pos.domain.facts import CatalogueImported, Event
from pos.domain.people import PersonRecorded, Role
from pos.domain.sales import Return, ReturnLine, Sale, SaleLine
from pos.domain.settlements import Advance, CostPart, ExhibitionClosed, Payout, PayoutKind
from pos.domain.shifts import (
    CashBalance,
    CashDirection,
    CashMoved,
    CashWorth,
    DenominationCount,
    DrawerOpened,
    ShiftClosed,
    ShiftOpened,
)
from pos.domain.splits import LineShare, MakerTerms
from pos.domain.stamps import EventId, Stamp
from pos.domain.tenders import Tender, TenderKind

AT = datetime(2026, 12, 5, 23, 59, 58, tzinfo=timezone(timedelta(hours=-4)))
STAMP = Stamp(EventId("0193a1f0-0000-7000-8000-000000000001"), "AB", AT, date(2026, 12, 5), "LPZ-26", "BOB")
IN_SHIFT = replace(STAMP, shift=EventId("0193a1f0-0000-7000-8000-0000000000aa"))

TERMS = (
    MakerTerms("JK01", 2, 1200, 300, (("Juana Quispe", 2), ("Ñusta «Rosa»", 1))),
    MakerTerms("JK07", 1, 1500, 0, (("René", 1),)),
)
SOLD = (
    LineShare("JK01", 6667, 800, 200, (("Juana Quispe", 3778), ("Ñusta «Rosa»", 1889))),
    LineShare("JK07", 3333, 500, 0, (("René", 2833),)),
)
BACK = (
    LineShare("JK01", -6667, -800, -200, (("Juana Quispe", -3778), ("Ñusta «Rosa»", -1889))),
    LineShare("JK07", -3333, -500, 0, (("René", -2833),)),
)

EVENTS: tuple[Event, ...] = (
    CatalogueImported(STAMP, "Red Manos Productivas", 14, 62, 3, "d1" * 32),
    ShiftOpened(
        STAMP,
        "ana",
        (DenominationCount("BOB", 2000, 5), DenominationCount("USD", 100, 3)),
        (CashWorth("BOB", 10000, 10000), CashWorth("USD", 300, 2091)),
    ),
    Sale(
        stamp=IN_SHIFT,
        number=412,
        cashier="ana",
        supervisor="elena",
        language="en",
        buyer=BuyerKind.TOURIST,
        lines=(
            SaleLine("JK-001", "Village house", "JK01", 1, 10000, 9700, False, 200, 9500, 10000, TERMS, SOLD),
            SaleLine("MP-009", "Small honey", "MP07", 1, 2000, 0, True, 0, 0, 0, TERMS[1:], ()),
        ),
        discount=200,
        due=9500,
        rounding=-2,
        change=4422,
        tenders=(
            Tender(TenderKind.CASH, "USD", 2000, 13920, Decimal("6.960")),
            Tender(TenderKind.QR, "BOB", 0, 0, None, "8841 «BNB»"),
        ),
    ),
    Return(
        stamp=IN_SHIFT,
        number=7,
        sale=EventId("0193a1f0-0000-7000-8000-000000000002"),
        sale_receipt="A-000412",
        cashier="ana",
        supervisor="elena",
        language="en",
        void=True,
        restock=False,
        lines=(ReturnLine(1, "JK-001", "Village house", "JK01", 1, 9700, False, -9500, -10000, BACK),),
        due=-9500,
        rounding=-4,
        tender=Tender(TenderKind.QR, "BOB", -9504, -9504, None, "8842"),
    ),
    CashMoved(IN_SHIFT, "ana", CashDirection.OUT, 1500, "bolsas"),
    Advance(IN_SHIFT, "ana", "JK01", 5000),
    Payout(IN_SHIFT, "ana", "elena", "JK01", PayoutKind.TRANSFER, 71925, 71924),
    ShiftClosed(
        stamp=IN_SHIFT,
        z=3,
        cashier="ana",
        counted=(DenominationCount("BOB", 20000, 2), DenominationCount("BOB", 50, 7)),
        cash=(CashBalance("BOB", 13000, 40400, 40350, 40400, -50),),
        first_sale=1,
        last_sale=412,
        grand_total=123456789012,
    ),
    ConsignmentNote(STAMP, NoteKind.LOSS, "JK01", (NoteLine("JK-001", 10), NoteLine("JK-002", 1)), "se rompió"),
    ExhibitionClosed(STAMP, "elena", (CostPart(0, "puesto", "JK01", 5001), CostPart(1, "transporte", "JK07", 0))),
    DrawerOpened(IN_SHIFT, "ana", "elena", "cambiar un billete de 200"),
    CloseNoted(IN_SHIFT, "ana", WhatHappened.FALSE_NOTE, (PaymentsSeen(TenderKind.QR, 433000),)),
    PersonRecorded(STAMP, "ana-mayta", "Ana «Ñusta» Mayta", Role.SUPERVISOR, True, True, "Elena"),
)
