"""How large a QR is, known before it is drawn."""

import pytest
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from pos.printing.qr_sizes import MOST_BYTES, module_dots, qr_bytes, qr_version
from pos.printing.receipt_elements import PAPER_58, PAPER_80


@pytest.mark.parametrize("size", [1, 14, 15, 62, 63, 180, 213, 214, 330, 331])
def test_the_smallest_version_that_has_room_is_known(size: int):
    code = QRCode(error_correction=ERROR_CORRECT_M)
    code.add_data(b"\xc3\xb1" * (size // 2) + b"." * (size % 2), optimize=0)
    assert qr_version(b"." * size) == code.best_fit()


def test_more_than_a_receipts_qr_holds_is_refused():
    with pytest.raises(ValueError, match="332 bytes"):
        qr_version(b"." * 332)


def test_a_text_that_is_too_long_is_cut_between_two_letters_and_holds_no_commands():
    assert len(qr_bytes("ñ" * 300)) == MOST_BYTES - 1
    assert qr_bytes("\x1b@Taza\x00\n de\r\nbarro\x10") == b"@Taza de barro"
    assert qr_bytes("\ud800") == b""


def test_its_modules_are_half_a_millimetre_wide_on_every_paper():
    for paper in (PAPER_58, PAPER_80):
        assert module_dots(b"." * MOST_BYTES, paper.dots) == 4
