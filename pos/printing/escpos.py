"""A paper strip as ESC/POS, the language of receipt printers: what a printer can do, and the job's bytes for it.

Text goes as text in the printer's code page, and a line that holds a letter which the page lacks as a picture of
itself, so that nothing is ever printed as a question mark.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pos.printing.code_pages import CP858, CodePage
from pos.printing.receipt_elements import PAPER_80, Element, PaperWidth


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a printer can do. `code_page` is None for a printer that can't be trusted with letters: all is drawn then.

    `native_barcode` says whether it draws Code 128 itself, `native_qr` whether it draws QR; what it does not draw is
    sent as a picture. `line_pictures` says whether a picture may stand in a line of letters (ESC *), and `drawer_pin`
    is the pin of its drawer socket, 2 or 5.
    """

    paper: PaperWidth = PAPER_80
    code_page: CodePage | None = CP858
    cutter: bool = True
    native_barcode: bool = True
    native_qr: bool = False
    line_pictures: bool = True
    drawer_pin: int = 2


def to_escpos(elements: Iterable[Element], profile: PrinterProfile) -> bytes:
    """The whole job, from the printer's reset to the cut.

    The drawer opens where the strip says so: a cash receipt says it first, since a drawer that opens while the paper
    still runs saves the cashier the wait, and opens even if the paper ends halfway.
    """
    # Loaded here, not above: python-escpos and Pillow take 400 ms, and the till's first screen prints nothing.
    from pos.printing.escpos_writer import Writer

    writer = Writer(profile)
    for element in elements:
        writer.write(element)
    return writer.finish()


def drawer_pulse(profile: PrinterProfile) -> bytes:
    """What opens the cash drawer, and prints nothing."""
    from pos.printing.escpos_job import Job

    job = Job()
    job.cashdraw(profile.drawer_pin)
    return job.written
