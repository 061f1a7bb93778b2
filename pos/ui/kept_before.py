"""What to say where an act seemed to have failed and was kept after all, and something else was asked for since."""

from pos.domain.consignment import ConsignmentNote, NoteKind
from pos.domain.money import Money, currency
from pos.domain.settlements import Advance, Payout
from pos.domain.shifts import CashDirection, CashMoved, DenominationCount, ShiftClosed, ShiftOpened, totals
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.messages import Message, Tone

Kept = Advance | CashMoved | ConsignmentNote | Payout | ShiftClosed | ShiftOpened


def kept_before(event: Kept, terms: Terms, texts: Texts, **asked: object) -> Message | None:
    """What to say where the books hold another act than the one asked for; None where it is the one asked for.

    Trying again goes under the same id, so that nothing is done twice: where the disk had kept the first try, the
    books give that one back and do nothing more. `asked` are the event's fields as they were wanted, by name.
    """
    if all(_plain(getattr(event, name)) == _plain(value) for name, value in asked.items()):
        return None
    title = texts._("Your first try was saved after all: %(what)s.") % {"what": kept_words(event, terms, texts)}
    return Message(Tone.WARN, title, texts._("Only that is noted, not what you asked for just now."))


def kept_words(event: Kept, terms: Terms, texts: Texts) -> str:
    """What the books hold, in few words: how much, and for what or for whom."""
    if isinstance(event, ConsignmentNote):
        return note_words(event, texts).rstrip(".")
    if isinstance(event, ShiftOpened):
        return texts._("the shift opened with %(amounts)s") % {"amounts": _counted(event.opening_float, texts)}
    if isinstance(event, ShiftClosed):
        return texts._("the shift closed with %(amounts)s") % {"amounts": _counted(event.counted, texts)}
    money = Money(event.amount, currency(event.stamp.currency))
    values = {"amount": _amount(money, texts)}
    if isinstance(event, CashMoved):
        inwards = event.direction is CashDirection.IN
        words = texts._("%(amount)s put in, %(reason)s") if inwards else texts._("%(amount)s taken out, %(reason)s")
        return words % (values | {"reason": event.reason})
    is_advance = isinstance(event, Advance)
    words = texts._("an advance of %(amount)s to %(name)s") if is_advance else texts._("%(amount)s paid to %(name)s")
    return words % (values | {"name": terms.unit(event.unit).name})


def note_words(note: ConsignmentNote, texts: Texts) -> str:
    """How many pieces a note holds and what became of them, as a sentence."""
    pieces = sum(line.qty for line in note.lines)
    words = {
        NoteKind.DELIVERY: texts.ngettext("%(n)s piece delivered.", "%(n)s pieces delivered.", pieces),
        NoteKind.RETURN: texts.ngettext("%(n)s piece taken home.", "%(n)s pieces taken home.", pieces),
        NoteKind.LOSS: texts.ngettext("%(n)s piece noted as lost.", "%(n)s pieces noted as lost.", pieces),
    }[note.kind]
    return words % {"n": texts.amount(pieces, 0)}


def _plain(value: object) -> object:
    """A count without the rows that nothing lies in, in no order; anything else as it is."""
    if isinstance(value, tuple) and all(isinstance(row, DenominationCount) for row in value):
        return {row for row in value if row.count}
    return value


def _counted(rows: tuple[DenominationCount, ...], texts: Texts) -> str:
    sums = totals(rows)
    return texts.join([_amount(Money(sums[code], currency(code)), texts) for code in sorted(sums)])


def _amount(money: Money, texts: Texts) -> str:
    return f"{texts.symbol(money.currency.code)} {texts.amount(money.minor, money.currency.digits)}"
