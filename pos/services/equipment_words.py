"""How a device is and what to do about it, in words: those of the set-up page and of `pos doctor`."""

from collections.abc import Mapping
from typing import NamedTuple

from pos.services.equipment import Device, Judged
from pos.texts import N_, Texts

NAMES: Mapping[Device, str] = {
    Device.PRINTER: N_("Receipt printer"),
    Device.BACKUP: N_("Backup printer"),
    Device.SCANNER: N_("Code scanner"),
    Device.DRAWER: N_("Cash drawer"),
    Device.SCREEN: N_("Customer's screen"),
    Device.POLE: N_("Pole display"),
}


class Said(NamedTuple):
    """How a device is, and what to do; empty where nothing has to be done."""

    state: str
    todo: str = ""


_RIGHT = N_("Ask whoever looks after the till: the right to that device is missing.")
_CABLE = N_("See whether it is on, has paper, and its cable is well in.")

STATES: Mapping[str, Said] = {
    "unset": Said(N_("Not set up"), N_("Look what is connected, and choose it.")),
    "ready": Said(N_("Ready · %(mm)s mm paper")),
    "reached": Said(N_("It is there · not tried yet"), N_("Print a test and look at it.")),
    "untried": Said(N_("Not tried yet"), N_("Print a test and look at it.")),
    "paper-low": Said(N_("Little paper left"), N_("Have a new roll at hand.")),
    "not-found": Said(
        N_("No answer. Is it on, and plugged in?"), N_("Switch it on, look at its cable, and look again.")
    ),
    "silent": Said(N_("No answer. Is it on, with paper?"), N_("Switch it on, close its cover, and look again.")),
    "refused": Said(
        N_("It turns this till away."), N_("If another till prints, wait a moment. Otherwise switch it off and on.")
    ),
    "broke-off": Said(N_("It stopped halfway."), _CABLE),
    "not-allowed": Said(N_("This till may not use it."), _RIGHT),
    "full": Said(N_("No room left on the disk."), N_("Make room on the disk.")),
    "ambiguous": Said(N_("There are two that are alike."), N_("Choose yours: each is known by its number or socket.")),
    "paper-out": Said(N_("It has no paper."), N_("Put in a new roll, and look again.")),
    "cover-open": Said(N_("Its cover is open."), N_("Close it, and look again.")),
    "jammed": Said(N_("It is jammed."), N_("Take out the paper that sticks, then switch it off and on.")),
    "offline": Said(N_("It is paused."), N_("Press its button, so that it goes on.")),
    "bad-address": Said(N_("Its address is wrong."), N_("Choose it anew from what is connected.")),
    "fault": Said(N_("The program failed at it."), N_("Try it once more; the log says more.")),
    "scanner-types": Said(N_("Types like a keyboard"), N_("Scan any label to try it.")),
    "scanner-there": Said(N_("Connected · not tried yet"), N_("Scan any label to try it.")),
    "scanner-camera": Said(N_("Reads with the camera"), N_("Try it in the till: Settings, Equipment.")),
    "scanner-heard": Said(N_("It reads codes")),
    "scanner-away": Said(N_("It does not answer."), N_("Look at its cable: it reads again as soon as it is back.")),
    "scanner-part-missing": Said(
        N_("The camera part is not installed."), N_("Ask whoever looks after the till to install it.")
    ),
    "drawer-on-printer": Said(N_("Opens with the printer")),
    "drawer-alone": Said(N_("Opens by its own cable")),
    "drawer-without-printer": Said(N_("No printer opens it."), N_("Set up the receipt printer; its key opens it too.")),
    "drawer-printer-fails": Said(N_("Its printer does not print."), N_("See to the receipt printer first.")),
    "drawer-stays-shut": Said(N_("It did not open."), N_("Is it unlocked, and its cable in? Try the other pin.")),
    "screen-there": Said(N_("Second screen, %(size)s"), N_("Shows the total, the QR and the workshops.")),
    "screen-none": Said(N_("No second screen"), N_("Plug one in: it shows the sale by itself.")),
    "screen-away": Said(N_("%(name)s is not plugged in."), N_("Plug it in, or choose another one.")),
    "screen-unused": Said(N_("Not used"), N_("Nothing is shown to the buyer.")),
    "screen-later": Said(N_("Shown where a screen is"), N_("The till looks for it when it opens.")),
    "pole-untried": Said(N_("Not tried yet"), N_("Show a test and look at it.")),
    "pole-shows": Said(N_("It shows the sale")),
    "pole-dark": Said(N_("Nothing was seen on it."), N_("Look at its power and cable, and try another speed.")),
    "port-there": Said(N_("Connected")),
    "port-not-found": Said(N_("It does not answer."), N_("Look at its cable, or choose its port anew.")),
    "port-refused": Said(N_("Another program uses it."), N_("Close that program, or choose another port.")),
}
"""By the code of a `Judged`."""


def said(judged: Judged, texts: Texts, **values: object) -> Said:
    """A state in words; raises `KeyError` where a value is missing. Of a code that nobody foresaw, that it failed."""
    words = STATES.get(judged.code, STATES["fault"])
    return Said(texts._(words.state) % values, texts._(words.todo) if words.todo else "")
