"""One print job, written by python-escpos into memory.

The library is slow to load, and loading it leaves traces: it parses the profiles of a hundred printers, makes a
temporary folder, and turns on logging to the terminal. So this module is loaded when the first job is printed, hands
the library one profile of ours, and clears up after it.
"""

import contextlib
import logging
import os
import shutil
from collections.abc import Iterator

from PIL import Image

from pos.domain.symbols import Symbol, Symbology
from pos.settings import resource

_PROFILES = "ESCPOS_CAPABILITIES_FILE"
_LEFTOVERS = "ESCPOS_CAPABILITIES_PICKLE_DIR"

NATIVE_CODES = {Symbology.UPC_A: 65, Symbology.EAN_13: 67, Symbology.EAN_8: 68}
"""Codes of goods that every printer draws which draws bars at all, by their number in GS k."""

_BAND_DOTS = 24
"""A picture is sent in bands so high, each a command of at most 1.7 KB: a small printer has to keep one in its memory
before it prints it, and over a slow line it goes on printing while the next one comes."""


@contextlib.contextmanager
def _loading_quietly() -> Iterator[None]:
    """Nothing that the library does to the process while it loads outlasts this."""
    handlers = list(logging.root.handlers)
    ours = _PROFILES not in os.environ
    if ours:
        os.environ[_PROFILES] = str(resource("escpos_profiles.json"))
    yield
    if ours:
        del os.environ[_PROFILES]
    for handler in logging.root.handlers[:]:
        if handler not in handlers:
            logging.root.removeHandler(handler)


with _loading_quietly():
    from escpos import capabilities, constants
    from escpos.image import EscposImage
    from escpos.printer import Dummy

_LOOKS = {
    (bold, double): constants.ESC + b"!" + bytes([8 * bold + 0x30 * double])
    for bold in (False, True)
    for double in (False, True)
}

if _LEFTOVERS not in os.environ:
    # The library made this folder for itself, to load faster the next time, and would look for it elsewhere then.
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)


class Job(Dummy):  # type: ignore[misc]  # the library ships no types, so that its class is an unknown one to mypy
    """The bytes of one print job, in the order in which the printer carries them out."""

    def begin(self, code_page: int | None, line_dots: int) -> None:
        """Reset the printer, leave the double-byte mode that Chinese printers start in, choose the table of letters."""
        self.hw("INIT")
        self.raw(constants.FS + b".")
        if code_page is not None:
            self.raw(constants.CODEPAGE_CHANGE + bytes([code_page]))
        self.spacing(line_dots)

    def raw(self, command: bytes) -> None:
        """Add bytes as they are."""
        self._raw(command)

    def spacing(self, dots: int) -> None:
        """From one line to the next, so many dots."""
        self.line_spacing(dots)

    def mode(self, *, bold: bool, double: bool) -> None:
        """How the letters that follow look."""
        self._raw(_LOOKS[bold, double])

    def centre(self, *, on: bool) -> None:
        """Whether the lines that follow stand in the middle or at the left."""
        self._raw(constants.TXT_STYLE["align"]["center" if on else "left"])

    def feed(self, dots: int) -> None:
        """Move the paper on."""
        self._raw(constants.ESC + b"J" + bytes([dots]))

    def bars(self, digits: str, module_dots: int, height: int) -> None:
        """Bars of Code 128 that the printer draws itself, two digits to a sign (code set C). Centres what follows."""
        pairs = "".join(chr(int(digits[i : i + 2])) for i in range(0, len(digits), 2))
        # The public method would greet the terminal with each barcode.
        self._hw_barcode("{C" + pairs, "CODE128", height, module_dots, pos="OFF", function_type="B")

    def product_bars(self, symbol: Symbol, module_dots: int, height: int) -> None:
        """Bars of one of `NATIVE_CODES` that the printer draws itself, without their digits, where the line stands."""
        code, kind = symbol.text.encode(), NATIVE_CODES[symbol.symbology]
        self._raw(constants.GS + b"H\x00" + constants.GS + b"h" + bytes([height]))
        self._raw(constants.GS + b"w" + bytes([module_dots]) + constants.GS + b"k" + bytes([kind, len(code)]) + code)

    def qr(self, content: bytes, module_dots: int) -> None:
        """A QR code that the printer draws itself, with error correction M."""
        square = b"1"
        self._send_2d_code_data(b"A", square, b"2\x00")  # model 2
        self._send_2d_code_data(b"C", square, bytes([module_dots]))
        self._send_2d_code_data(b"E", square, b"1")  # error correction M
        self._send_2d_code_data(b"P", square, content, b"0")
        self._send_2d_code_data(b"Q", square, b"", b"0")

    @property
    def written(self) -> bytes:
        """All that was added so far."""
        return bytes(self.output)


def raster(picture: Image.Image, *, across: int = 1, down: int = 1) -> bytes:
    """The commands that print a picture (GS v 0), each of its dots `across` dots wide and `down` high, 1 or 2."""
    job = Job()
    job.image(
        picture,
        high_density_horizontal=across == 1,
        high_density_vertical=down == 1,
        impl="bitImageRaster",
        fragment_height=_BAND_DOTS,
    )
    return job.written


def slices(picture: Image.Image) -> tuple[bytes, ...]:
    """The picture as strips that stand in a line like letters do (ESC *), one for each 24 dots of its height."""
    head = constants.ESC + b"*\x21" + picture.width.to_bytes(2, "little")
    return tuple(head + strip for strip in EscposImage(picture).to_column_format())
