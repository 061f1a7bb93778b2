"""Elements of a strip written into a print job. What repeats (bands, rules, emblems) is drawn once.

This module is slow to load; `pos.printing.escpos` loads it with the first job.
"""

from functools import cache, lru_cache

from pos.domain.symbols import Symbol
from pos.printing import drawings
from pos.printing.columns import spread, width
from pos.printing.drawings import LINE_DOTS
from pos.printing.escpos import PrinterProfile
from pos.printing.escpos_job import NATIVE_CODES, Job, raster, slices
from pos.printing.picture_files import paper_picture
from pos.printing.qr_sizes import QUIET_MODULES, module_dots, qr_bytes
from pos.printing.receipt_elements import (
    DOTS_PER_COLUMN,
    EMBLEM_COLUMNS,
    Band,
    Barcode,
    Blank,
    Centred,
    Cut,
    Dashes,
    DrawerPulse,
    Element,
    EmblemRow,
    Picture,
    ProductCode,
    QrCode,
    Rule,
    Stamp,
    Text,
    product_module,
)

_SPACING = 27
"""Dots from one line to the next; letters are 24 high."""

_BARCODE_HEIGHT = 72
_LINES_WITHOUT_CUTTER = 6
"""Blank lines that bring the strip's end to where it can be torn off."""


class Writer:
    """Writes elements into a job, and remembers the printer's state so that nothing is said twice."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._job = Job()
        self._profile = profile
        self._columns = profile.paper.columns
        self._dots = self._columns * DOTS_PER_COLUMN
        self._mode = (False, False)
        self._centred = False
        self._job.begin(profile.code_page.number if profile.code_page else None, _SPACING)

    def write(self, element: Element) -> None:
        """Add one element."""
        match element:
            case Text() | Centred() | EmblemRow():
                self._words(element)
            case Barcode():
                self._barcode(element.digits)
            case ProductCode():
                self._product_code(element.symbol)
            case QrCode():
                self._qr(element.text)
            case Band() | Rule() | Dashes():
                self._left(_ACROSS[type(element)](self._dots))
            case Picture() | Stamp():
                self._middle(_ornament(element, self._dots))
            case Blank():
                self._job.feed(element.dots)
            case DrawerPulse():
                self._job.cashdraw(self._profile.drawer_pin)
            case Cut():
                self._cut()

    def finish(self) -> bytes:
        """The bytes of the job."""
        return self._job.written

    def _words(self, element: Text | Centred | EmblemRow) -> None:
        match element:
            case Text():
                self._text(element)
            case Centred():
                self._line(element.text, bold=element.bold, double=element.double, centred=True)
            case EmblemRow():
                self._emblem_row(element)

    def _text(self, text: Text) -> None:
        line = spread(text.left, text.right, self._columns // (2 if text.double else 1))
        if text.struck:
            self._struck(line, width(text.right or text.left), bold=text.bold, double=text.double)
        else:
            self._line(line, bold=text.bold, double=text.double, centred=False)

    def _struck(self, line: str, columns: int, *, bold: bool, double: bool) -> None:
        """A line whose last columns are struck through: no printer has such letters, so these are dots among letters.

        Where dots can't stand among letters, all of the line is drawn.
        """
        before = self._encoded(line[: len(line) - columns])
        if double or before is None or not columns or not self._profile.line_pictures:
            self._left(_drawn_line(line, self._columns, bold=bold, double=double, centred=False, struck=columns))
            return
        self._centre(on=False)
        self._look(bold=bold, double=False)
        self._job.raw(before + _struck_dots(line[len(line) - columns :], bold=bold) + b"\n")

    def _line(self, text: str, *, bold: bool, double: bool, centred: bool) -> None:
        size = 2 if double else 1
        encoded = self._encoded(text)
        if encoded is None:
            self._left(_drawn_line(text, self._columns, bold=bold, double=double, centred=centred))
            return
        self._centre(on=centred)
        self._look(bold=bold, double=double)
        if double:
            self._job.spacing(_SPACING * size)
        self._job.raw(encoded + b"\n")
        if double:
            self._job.spacing(_SPACING)

    def _encoded(self, text: str) -> bytes | None:
        page = self._profile.code_page
        return None if page is None else page.encode(text)

    def _emblem_row(self, row: EmblemRow) -> None:
        """Two strips of the emblem, each with a line of text behind it: ESC * puts dots in a line like letters."""
        beside = (*row.lines[:2], "", "")[:2]
        encoded = [line for line in map(self._encoded, beside) if line is not None]
        self._centre(on=False)
        if len(encoded) < len(beside) or not self._profile.line_pictures:
            self._job.raw(_drawn_emblem_row(row.emblem.motif, beside, row.bold_lines))
        else:
            self._job.spacing(LINE_DOTS)
            for number, (dots, line) in enumerate(zip(_emblem(row.emblem.motif), encoded, strict=True)):
                self._look(bold=number < row.bold_lines, double=False)
                self._job.raw(dots + (b" " + line if line else b"") + b"\n")
            self._job.spacing(_SPACING)
        for number, below in enumerate(row.lines[2:], start=2):
            self._line(" " * EMBLEM_COLUMNS + below, bold=number < row.bold_lines, double=False, centred=False)
        self._job.feed(4)

    def _barcode(self, digits: str) -> None:
        module_dots = 2 if self._profile.paper.compact else 3
        if self._profile.native_barcode:
            self._job.bars(digits, module_dots, _BARCODE_HEIGHT)
            self._centred = True
        else:
            self._middle(_drawn_barcode(digits, module_dots))
        self._job.feed(4)

    def _product_code(self, symbol: Symbol) -> None:
        """A printer draws the codes of goods itself; what it may not know, or has no room for, is sent as a picture."""
        module_dots = product_module(symbol, self._profile.paper.dots)
        if self._profile.native_barcode and symbol.symbology in NATIVE_CODES and module_dots:
            self._centre(on=True)
            self._job.product_bars(symbol, module_dots, _BARCODE_HEIGHT)
        else:
            self._middle(_drawn_code(symbol, max(1, module_dots)))
        self._job.feed(4)

    def _qr(self, text: str) -> None:
        """A QR code in its white; a printer that draws it itself is asked to, which takes a tenth of the bytes."""
        content = qr_bytes(text)
        if not content:
            return
        dots = module_dots(content, self._dots)
        self._job.feed(QUIET_MODULES * dots)
        if self._profile.native_qr:
            self._centre(on=True)
            self._job.qr(content, dots)
        else:
            self._middle(_drawn_qr(text, dots))
        self._job.feed(QUIET_MODULES * dots)

    def _cut(self) -> None:
        if self._profile.cutter:
            self._job.cut(feed=False)  # the printer feeds as far as its knife is away, whatever its make
        else:
            self._job.print_and_feed(_LINES_WITHOUT_CUTTER)

    def _left(self, command: bytes) -> None:
        self._centre(on=False)
        self._job.raw(command)

    def _middle(self, command: bytes) -> None:
        """A picture that the printer puts in the middle, as it does with bars: white beside it need not be sent."""
        self._centre(on=True)
        self._job.raw(command)

    def _centre(self, *, on: bool) -> None:
        if self._centred != on:
            self._centred = on
            self._job.centre(on=on)

    def _look(self, *, bold: bool, double: bool) -> None:
        if self._mode != (bold, double):
            self._mode = (bold, double)
            self._job.mode(bold=bold, double=double)


# --- what is drawn once ------------------------------------------------------------------------------------------
# Bands and dashes are sent at half their size and enlarged by the printer: a quarter of the bytes.


def _feed(dots: int) -> bytes:
    job = Job()
    job.feed(dots)
    return job.written


@cache
def _band(dots: int) -> bytes:
    return raster(drawings.band(dots // 2), across=2, down=2)


@cache
def _rule(dots: int) -> bytes:
    return _feed(6) + raster(drawings.rule(dots // 2, 3), across=2) + _feed(9)


@cache
def _dashes(dots: int) -> bytes:
    return _feed(6) + raster(drawings.dashes(dots // 2), across=2, down=2) + _feed(9)


_ACROSS = {Band: _band, Rule: _rule, Dashes: _dashes}


@cache
def _emblem(motif: str) -> tuple[bytes, ...]:
    return slices(drawings.emblem(motif))


@lru_cache(maxsize=256)
def _drawn_line(text: str, columns: int, *, bold: bool, double: bool, centred: bool, struck: int = 0) -> bytes:
    size = 2 if double else 1
    picture = drawings.text_line(text, bold=bold, double=double, struck=struck)
    if centred:
        picture = drawings.across(picture, columns * DOTS_PER_COLUMN)
    return raster(picture) + _feed((_SPACING - LINE_DOTS) * size)


@lru_cache(maxsize=256)
def _drawn_emblem_row(motif: str, lines: tuple[str, ...], bold_lines: int) -> bytes:
    return raster(drawings.emblem_row(motif, lines, bold_lines))


@lru_cache(maxsize=256)
def _struck_dots(text: str, *, bold: bool) -> bytes:
    (dots,) = slices(drawings.text_line(text, bold=bold, struck=width(text)))
    return dots


@lru_cache(maxsize=32)
def _ornament(element: Picture | Stamp, dots: int) -> bytes:
    """A logo or a stamp; nothing where its file holds no picture."""
    if isinstance(element, Picture):
        drawn = paper_picture(element.file, min(element.width, dots), element.height)
    else:
        drawn = drawings.stamp(element.lines) if element.lines else None
    return b"" if drawn is None else raster(drawn)


@lru_cache(maxsize=8)
def _drawn_qr(text: str, module_dots: int) -> bytes:
    return raster(drawings.qr(text, module_dots))


@lru_cache(maxsize=8)
def _drawn_barcode(digits: str, module_dots: int) -> bytes:
    return raster(drawings.barcode(digits, module_dots, _BARCODE_HEIGHT))


@lru_cache(maxsize=64)
def _drawn_code(symbol: Symbol, module_dots: int) -> bytes:
    return raster(drawings.product_code(symbol, module_dots, _BARCODE_HEIGHT // 2), down=2)
