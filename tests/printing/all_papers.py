"""Every paper that a receipt printer puts out, in the languages that it can have: for the emulator and for pictures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pos.domain.labels import Copies
from pos.printing.label_strip import label_strips
from pos.printing.note_layout import lay_out_note
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW, Element, PaperWidth
from pos.printing.receipt_layout import lay_out
from pos.printing.settlement_layout import lay_out_settlement
from pos.printing.shift_layout import lay_out_shift
from pos.printing.slip_layout import lay_out_slip
from pos.services.paper_marks import practised, reprinted
from pos.texts import Texts
from tests.printing import notes, receipts, shift_papers
from tests.printing.a4_papers import WARMI_SAWURI
from tests.printing.label_papers import LABEL
from tests.printing.receipts import WITH_EVERYTHING, bob

PAPERS = (PAPER_80, PAPER_80_NARROW, PAPER_58)
Strip = tuple[Element, ...]


@dataclass(frozen=True)
class APaper:
    """A paper by its name, to be laid out for any width."""

    name: str
    language: str
    lay_out: Callable[[PaperWidth, Texts], Strip]

    def strip(self, paper: PaperWidth) -> Strip:
        return self.lay_out(paper, Texts(self.language))

    def __str__(self) -> str:
        return f"{self.name}-{self.language}"


def all_papers() -> Iterator[APaper]:
    """Each of them, those for buyers in the three languages."""
    yield from _receipts()
    for name, note in notes.NOTES.items():
        yield APaper(f"note-{name}", "es", lambda paper, texts, note=note: lay_out_note(note, paper, texts))
    for name, shift in shift_papers.SHIFTS.items():
        layout = lambda paper, texts, shift=shift: lay_out_shift(shift, paper, texts)
        yield APaper(f"shift-{name}", shift.language, layout)
    for name, slip in shift_papers.SLIPS.items():
        yield APaper(f"slip-{name}", "es", lambda paper, texts, slip=slip: lay_out_slip(slip, paper, texts))
    for name, settlement in SETTLEMENTS.items():
        layout = lambda paper, texts, settlement=settlement: lay_out_settlement(settlement, paper, texts)
        yield APaper(f"settlement-{name}", "es", layout)
        if name == "whole":
            yield APaper(f"settlement-{name}", "en", layout)
    yield APaper("labels", "es", lambda paper, texts: label_strips([Copies(LABEL, 2)], paper, cuts=True))
    yield from _marked()


SETTLEMENTS = {
    "whole": WARMI_SAWURI,
    "draft": replace(WARMI_SAWURI, exhibition_closed=False, members=WARMI_SAWURI.members[:1]),
    "owing": replace(WARMI_SAWURI, balance=bob("-120.50")),
    "even": replace(WARMI_SAWURI, balance=bob("0"), products=(), costs=(), payments=(), last_sale="", fingerprint=""),
}


def _receipts() -> Iterator[APaper]:
    for name, receipt in receipts.RECEIPTS.items():
        layout = lambda paper, texts, receipt=receipt: lay_out(replace(receipt, language=texts.language), paper, texts)
        for language in ("es", "en", "de"):
            yield APaper(f"receipt-{name}", language, layout)


def _marked() -> Iterator[APaper]:
    """Papers that something was put on after they were laid out."""
    practice = {
        "receipt": lambda paper, texts: lay_out(WITH_EVERYTHING, paper, texts),
        "return": lambda paper, texts: lay_out(receipts.RETURN, paper, texts),
        "Z": lambda paper, texts: lay_out_shift(shift_papers.Z, paper, texts),
        "slip": lambda paper, texts: lay_out_slip(shift_papers.PAYOUT, paper, texts),
        "note": lambda paper, texts: lay_out_note(notes.DELIVERY, paper, texts),
        "settlement": lambda paper, texts: lay_out_settlement(WARMI_SAWURI, paper, texts),
    }
    for name, make in practice.items():
        layout = lambda paper, texts, make=make: practised(make(paper, texts), paper, texts)
        yield APaper(f"practice-{name}", "es", layout)
    again = lambda paper, texts: reprinted(lay_out(receipts.SALE, paper, texts), paper, texts)
    yield APaper("receipt-reprint", "es", again)
