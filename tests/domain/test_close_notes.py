"""What a cashier says of a close beside the count."""

from datetime import UTC, date, datetime

import pytest

from pos.domain.close_notes import NO_REMARKS, PaymentsSeen, Remarks, WhatHappened, note_close, note_id
from pos.domain.money import Money
from pos.domain.refusals import AmountNotPositive, CurrencyMismatch
from pos.domain.stamps import EventId, Stamp
from pos.domain.tenders import TenderKind

CLOSE = Stamp(EventId("z-1"), "A", datetime(2026, 12, 5, 19, 31, tzinfo=UTC), date(2026, 12, 5), "LPZ", "BOB")


def test_the_remarks_are_of_the_close_that_they_go_with_and_found_by_its_id():
    note = note_close(CLOSE, "ana", Remarks(WhatHappened.FALSE_NOTE, {TenderKind.QR: Money.of("43.50", "BOB")}))
    assert (note.stamp.id, note.stamp.day, note.stamp.shift) == (note_id(EventId("z-1")), CLOSE.day, CLOSE.shift)
    assert (note.cashier, note.happened) == ("ana", WhatHappened.FALSE_NOTE)
    assert note.seen == (PaymentsSeen(TenderKind.QR, 4350),)


def test_nothing_said_is_no_remark_but_a_zero_that_was_seen_is():
    assert not NO_REMARKS
    assert Remarks(WhatHappened.UNKNOWN)
    assert Remarks(seen={TenderKind.CARD: Money.of("0", "BOB")})


def test_what_was_seen_is_base_currency_and_never_under_zero():
    with pytest.raises(CurrencyMismatch):
        note_close(CLOSE, "ana", Remarks(seen={TenderKind.QR: Money.of("1", "USD")}))
    with pytest.raises(AmountNotPositive):
        note_close(CLOSE, "ana", Remarks(seen={TenderKind.QR: Money.of("-1", "BOB")}))
