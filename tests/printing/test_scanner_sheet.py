"""The sheet that a scanner is set up with: its codes can be read from paper of either width."""

import pytest
import zxingcpp

from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PaperWidth
from pos.printing.scanner_sheet import scanner_sheet
from pos.printing.strip_picture import strip_picture
from pos.services.scanner_learning import TEST_CODE, TRIAL_CODE
from pos.texts import Texts


@pytest.mark.parametrize("paper", [PAPER_80, PAPER_58])
@pytest.mark.parametrize("language", ["es", "en"])
def test_both_codes_are_read_from_the_paper(paper: PaperWidth, language: str):
    sheet = scanner_sheet(TEST_CODE, TRIAL_CODE, paper, Texts(language))
    read = zxingcpp.read_barcodes(strip_picture(sheet, PrinterProfile(paper=paper)).convert("L"))
    assert [(code.text, code.format) for code in read] == [
        (TEST_CODE, zxingcpp.BarcodeFormat.Code128),
        (TRIAL_CODE, zxingcpp.BarcodeFormat.EAN13),
    ]
