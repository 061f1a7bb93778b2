"""A receipt of twenty lines with logo, makers and QR, laid out and made into a printer's bytes, warm.

It stands beside python-escpos making bytes of the same text, line by line, with nothing laid out and nothing drawn.
"""

from dataclasses import replace

from bench.measuring import Work, interleaved, milliseconds, peak_memory, profile_of, tell
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.escpos_job import Job
from pos.printing.receipt_layout import lay_out
from pos.printing.receipt_text import to_text
from pos.texts import Texts
from tests.printing.receipts import SALE, WITH_EVERYTHING

TIMES = 200
LIMIT = 1.0
MOST_BYTES = 8192
"""What a slow serial line carries in nine seconds."""


def main() -> None:
    """Make the receipt, and let the library make its text, in turn."""
    receipt = replace(SALE, lines=(SALE.lines * 4)[:20], logo=WITH_EVERYTHING.logo, told=WITH_EVERYTHING.told)
    profile, texts = PrinterProfile(native_qr=True), Texts("es")
    lines = to_text(lay_out(receipt, profile.paper, texts), profile.paper.columns).splitlines()

    def ours() -> bytes:
        return to_escpos(lay_out(receipt, profile.paper, texts), profile)

    def library() -> bytes:
        job = Job()
        for line in lines:
            job.textln(line)
        return job.written

    size = len(ours())
    library()
    works: tuple[list[Work], list[Work]] = ([ours] * TIMES, [library] * TIMES)
    made, written, quotient = interleaved(*works)
    met = quotient <= LIMIT and size <= MOST_BYTES
    tell(
        [
            {
                "what": f"a receipt of 20 lines, logo and QR: laid out, {size} bytes for the printer (p50 of {TIMES})",
                "ours": milliseconds(made),
                "baseline": milliseconds(written),
                "against": "python-escpos, its text alone",
                "quotient": quotient,
                "limit": f"≤ {LIMIT:.0f}×, {MOST_BYTES} bytes",
                "met": met,
                "memory": peak_memory(),
                "profile": "" if met else profile_of(lambda: [ours() for _ in range(TIMES)]),
            }
        ]
    )


if __name__ == "__main__":
    main()
