"""Paying in every way, and what a finished sale says."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage

from tests.ui.scenes_stage import Scene, Theatre
from tests.ui.scenes_till import PRINTER, fill
from tests.ui.stand import ScriptedPrinter


def cash(theatre: Theatre) -> Iterator[Scene]:
    """Cash, with change."""
    at = theatre.till(theatre.desk(printer=PRINTER), printer=ScriptedPrinter())
    fill(at)
    at.press("F12")
    yield at.scene("payment")
    at.write("500")
    yield at.scene("payment-short")
    at.touch("Clear what was received")
    for _ in range(6):
        at.touch("Bs 200")
    yield at.scene("payment-cash")
    yield at.scene_for_the_buyer("display-change")
    at.press("F12")
    yield at.scene("done")
    yield at.scene_for_the_buyer("display-thanks")
    at.press("Enter")
    at.scan("MP-027")
    at.press("F12")
    at.touch_first("Exact")
    at.press("F12")
    yield at.scene("done-exact")


def of_many(theatre: Theatre) -> Iterator[Scene]:
    """A sale of more makers than a page of cards has room for."""
    at = theatre.till()
    at.scan(
        "JK-001", "JK-006", "JK-011", "CB-001", "CB-004", "MP-001", "MP-005", "MP-010", "MP-015", "MP-019", "ES-001"
    )
    yield at.scene("till-two-pages")
    at.press("F12")
    at.touch_first("Exact")
    at.press("F12")
    yield at.scene("done-many-makers")
    yield at.scene_for_the_buyer("display-many-makers")


def other_ways(theatre: Theatre) -> Iterator[Scene]:
    """By card, through the bank, in foreign cash, in parts."""
    at = theatre.till()
    fill(at)
    at.press("F12")
    at.touch("Card")
    yield at.scene("payment-card")
    at.write("2000")
    at.press("F12")
    yield at.scene("payment-card-over")
    at.touch("Bank")
    yield at.scene("payment-bank")
    at.touch_first("Take out %(what)s")
    at.touch("QR")
    yield at.scene("payment-qr-without-picture")
    at.touch("Another amount")
    at.write("400")
    yield at.scene("payment-qr-another-amount")
    at.touch("Dollars")
    at.touch("US$ 50")
    yield at.scene("payment-split")
    yield at.scene_for_the_buyer("display-part-paid")
    at.touch("Euros")
    yield at.scene("payment-euros")


def by_qr(theatre: Theatre) -> Iterator[Scene]:
    """By the QR of the network's bank."""
    at = theatre.till(theatre.desk(qr=qr_picture(theatre.folder)))
    fill(at)
    at.press("F12")
    at.touch("QR")
    yield at.scene("payment-qr")
    yield at.scene_for_the_buyer("display-qr")


def qr_picture(folder: Path) -> Path:
    """A picture that looks like a QR and is none."""
    side, cells = 29, QImage(29, 29, QImage.Format.Format_RGB32)
    cells.fill(0xFFFFFF)
    seed = 20_261_205
    for i in range(side * side):
        seed = (seed * 1_103_515_245 + 12_345) % 2**31
        if seed >> 16 & 1:
            cells.setPixel(i % side, i // side, 0x1C1923)
    for left, top in ((0, 0), (22, 0), (0, 22)):
        for x in range(7):
            for y in range(7):
                ring = max(abs(x - 3), abs(y - 3))
                cells.setPixel(left + x, top + y, 0xFFFFFF if ring == 2 else 0x1C1923)
    file = folder / "qr.png"
    assert cells.save(str(file))
    return file


STORIES = {"cash": cash, "of-many": of_many, "other-ways": other_ways, "by-qr": by_qr}
