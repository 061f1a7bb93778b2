"""What was scanned to try a scanner, in words: how it came, what kind of code it is, and whether its check holds."""

from dataclasses import replace
from typing import NamedTuple

from pos.domain.barcodes import gtin, looks_like_gtin, read_receipt_digits
from pos.domain.refusals import WrongCheckDigit
from pos.services.desk import Desk
from pos.services.scanner_learning import Around, is_test_code, learnt
from pos.settings import Settings
from pos.texts import Texts
from pos.ui.messages import Message, Tone
from pos.ui.scan import Scan
from pos.ui.settings.device_options import CAMERA
from pos.ui.wired_scanner import around_codes


class Read(NamedTuple):
    """What the card says; `well` is whether nothing speaks against what was read."""

    words: str
    well: bool


def read_words(scan: Scan, texts: Texts) -> Read:
    """How the code came and what it is, as `Keyboard · 13 digits, their check is right`."""
    _ = texts._
    way = _("Keyboard")
    if scan.source:
        way = _("Camera") if scan.source.startswith(CAMERA) else _("Own line")
    kind, well = _kind(scan, texts)
    return Read(f"{way} · {kind}", well)


def _kind(scan: Scan, texts: Texts) -> Read:
    digits = next((code for code in scan.readings if looks_like_gtin(code)), "")
    receipt = next(filter(None, map(read_receipt_digits, scan.readings)), None)
    if is_test_code(scan.readings):
        return Read(texts._("the test sheet"), well=True)
    if receipt is not None:
        return Read(texts._("receipt %(number)s") % {"number": receipt}, well=True)
    if not digits:
        return Read(texts.ngettext("%(n)s sign", "%(n)s signs", len(scan.code)) % {"n": len(scan.code)}, well=True)
    values = {"n": len(digits)}
    try:
        gtin(digits)
    except WrongCheckDigit:
        return Read(texts._("%(n)s digits, but their check is wrong: scan it again") % values, well=False)
    return Read(texts._("%(n)s digits, their check is right") % values, well=True)


def learning(scan: Scan, desk: Desk, *, may_change: bool) -> Settings | Message:
    """What follows from a scan of the test sheet: settings that know what this scanner adds, or why none are kept."""
    texts, around = desk.texts, learnt(scan.typed or scan.readings)
    _ = texts._
    if around is None:
        title = _("The scanner puts more around each code than fits.")
        return Message(Tone.WARN, title, _("Set it back: its leaflet has a code for that."), icon="scanner")
    if around == around_codes(desk):
        words = around_words(around, texts) or _("It puts nothing around codes.")
        return Message(Tone.HELP, _("This scanner is known."), words, icon="scanner")
    if may_change:
        return replace(desk.settings, scanner_prefix=around.prefix, scanner_suffix=around.suffix)
    title = _("This scanner puts signs around each code that the till does not know.")
    return Message(Tone.WARN, title, _("Let a supervisor scan this sheet here."), icon="scanner")


def around_words(around: Around, texts: Texts) -> str:
    """What is taken off each code; empty where nothing is."""
    before, behind = around.prefix, around.suffix
    if before and behind:
        return texts._("Takes off “%(prefix)s” before and “%(suffix)s” behind each code.") % {
            "prefix": before,
            "suffix": behind,
        }
    if before:
        return texts._("Takes off “%(prefix)s” before each code.") % {"prefix": before}
    return texts._("Takes off “%(suffix)s” behind each code.") % {"suffix": behind} if behind else ""
