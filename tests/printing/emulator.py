"""Reads a print job as a receipt printer would: by emupos, an emulator that neither we nor python-escpos had a hand in.

emupos is written for Python 3.13. All that our oldest Python lacks of it is a way of spelling types, which is respelled
as the modules are loaded; what they do is theirs alone.
"""

import io
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path

import zxingcpp
from PIL import Image

READER = Path(sys.prefix, "reader")
"""Where the set-up puts the emulator (tests/printing/reader.txt)."""


class _Respelled(SourceFileLoader):
    """`type X = Y` (PEP 695) as `X = Y`, and `def f[T](...)` with a T that is made beforehand."""

    def source_to_code(self, data, path, *, _optimize=-1):
        text = re.sub(r"^type (\w+) = ", r"\1 = ", bytes(data).decode(), flags=re.MULTILINE)
        text, generics = re.subn(r"^(def \w+)\[T\]", r"\1", text, flags=re.MULTILINE)
        if generics:
            text = f"import typing; T = typing.TypeVar('T')\n{text}"
        return super().source_to_code(text.encode(), path, _optimize=_optimize)


class _EmulatorFinder:
    """Finds emupos in its own folder, which is on no path, and what comes with it."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target=None) -> ModuleSpec | None:
        if name.partition(".")[0] not in {"emupos", "segno"}:
            return None
        spec = PathFinder.find_spec(name, path or [str(READER)], target)
        if spec and isinstance(spec.loader, SourceFileLoader) and sys.version_info < (3, 12):
            spec.loader = _Respelled(spec.loader.name, spec.loader.path)
        return spec


def _load() -> None:
    if not READER.is_dir():
        raise RuntimeError(f"{READER} is missing: see tests/printing/reader.txt for the command that makes it")
    if not any(finder is _EmulatorFinder for finder in sys.meta_path):
        sys.meta_path.insert(0, _EmulatorFinder)


_load()

from emupos.config import FontCell, PrinterProfile  # noqa: E402 - its folder was just made known
from emupos.events import EventType  # noqa: E402
from emupos.printer.escpos.tokenizer import Command, Tokenizer, Unknown  # noqa: E402
from emupos.printer.printer import Printer  # noqa: E402

_PICTURE = re.compile(r"\[image \d+x\d+\] ?")
_BARCODE = re.compile(r"\[(barcode|qr) .*\]")

# The profile of Epson's TM-T20III, as emupos has it, on paper of any width.
_CODE_PAGES = {0: "PC437", 2: "PC850", 16: "WPC1252", 18: "PC852", 19: "PC858"}


@dataclass(frozen=True)
class Printed:
    """What came out of the printer: each receipt's lines and picture, and what the printer did besides printing."""

    receipts: tuple[tuple[str, ...], ...]
    pictures: tuple[Image.Image, ...]
    cuts: int
    drawer_opened: bool
    faults: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of text of the one receipt that was printed; pictures and bars are left out."""
        (lines,) = self.receipts
        return lines

    @property
    def picture(self) -> Image.Image:
        """The one receipt as it looks, a dot of the paper a dot of the picture."""
        (picture,) = self.pictures
        return picture

    def scanned(self) -> str:
        """What a scanner reads off the paper, which is white around what is printed on it."""
        paper = Image.new("L", (self.picture.width + 80, self.picture.height + 80), 255)
        paper.paste(self.picture.convert("L"), (40, 40))
        (code,) = zxingcpp.read_barcodes(paper, formats=zxingcpp.BarcodeFormat.Code128)
        return code.text


def print_job(job: bytes, dots: int) -> Printed:
    """Send a job to the emulated printer as one connection, and wait until it is printed."""
    profile = PrinterProfile(
        type="printer",
        name="receipt printer",
        dpi=203,
        width_dots=dots,
        font_a=FontCell(width=12, height=24),
        font_b=FontCell(width=9, height=17),
        code_pages=_CODE_PAGES,
        default_code_page=0,
        drawer_sensor_open_level="high",
    )
    printer = Printer("till", profile, sensor_open_level="high", job_idle_timeout_ms=1000)
    printer.open_connection("only", 0.0)
    out = printer.receive("only", job, 0.0) + printer.close_connection("only", 0.0)
    events = [event.type for event in out.events]
    return Printed(
        receipts=tuple(_text_of(receipt.text) for receipt in out.receipts),
        pictures=tuple(Image.open(io.BytesIO(receipt.png)) for receipt in out.receipts),
        cuts=sum(receipt.boundary == "cut" for receipt in out.receipts),
        drawer_opened=EventType.DRAWER_OPENED in events,
        faults=tuple(f"{event.type}: {event.data}" for event in out.events if event.type in _FAULTS),
    )


_FAULTS = {EventType.PRINTER_COMMAND_UNKNOWN, EventType.PRINTER_CODEPAGE_UNSUPPORTED}


def commands(job: bytes) -> tuple[str | bytes, ...]:
    """The job as the emulator takes it apart: the name of each command, and text as its bytes.

    Raises `AssertionError` for bytes that are neither.
    """
    tokenizer = Tokenizer()
    taken = []
    for token in tokenizer.feed(job):
        assert not isinstance(token, Unknown), token
        taken.append(token.name if isinstance(token, Command) else token.data)
    assert tokenizer.close() is None, "the job ends in the middle of a command"
    return tuple(taken)


def lengths(job: bytes) -> tuple[tuple[str, int], ...]:
    """The commands of a job, each with its length in bytes."""
    tokens = Tokenizer().feed(job)
    return tuple((token.name, len(token.raw)) for token in tokens if isinstance(token, Command))


def _text_of(dump: str) -> tuple[str, ...]:
    lines = (_PICTURE.sub("", line) for line in dump.splitlines())
    return tuple(line.rstrip() for line in lines if line.strip() and not _BARCODE.fullmatch(line))
