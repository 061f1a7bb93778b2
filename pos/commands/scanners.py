"""`pos scanner-sheet`: the code that a scanner is set up with."""

from pathlib import Path

from pos.commands.opening import Context
from pos.commands.saying import say
from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_80
from pos.printing.scanner_sheet import scanner_sheet
from pos.services.scanner_learning import TEST_CODE, TRIAL_CODE


def write_sheet(context: Context, out: Path) -> int:
    """Write the test sheet as a PDF; raises `OSError` where the file can't be written."""
    from pos.printing.strip_pdf import strip_pdf  # it loads slowly

    texts = context.texts
    sheet = scanner_sheet(TEST_CODE, TRIAL_CODE, PAPER_80, texts)
    strip_pdf(sheet, PrinterProfile(), out, texts._("Scanner's test sheet"))
    say(texts._("The test sheet is in %(file)s.") % {"file": out})
    return 0
