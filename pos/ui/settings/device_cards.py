"""What the card of each device says: how it is, what to do or what was done last, and what its button does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pos.hardware.interfaces import ReaderState
from pos.services.desk import Desk
from pos.services.equipment import (
    PRINTERS,
    Condition,
    Device,
    Found,
    Judged,
    judge_drawer,
    judge_printer,
    judge_reader,
    uri_of,
)
from pos.services.equipment_words import said
from pos.texts import N_
from pos.ui.printer_state import PrinterState, Stage
from pos.ui.scan import Scan
from pos.ui.settings.device_card import CardState, Looks
from pos.ui.settings.device_options import UNUSED, SecondScreen, chosen_title
from pos.ui.settings.read_words import around_words, read_words
from pos.ui.wired_scanner import around_codes

ICONS: Mapping[Device, str] = {
    Device.PRINTER: "printer",
    Device.BACKUP: "printer",
    Device.SCANNER: "scanner",
    Device.DRAWER: "drawer",
    Device.SCREEN: "monitor",
    Device.POLE: "pole",
}


class _Test(NamedTuple):
    """The button's word, and while it is under way what happens and what should be seen or heard."""

    button: str
    state: str
    detail: str


_PRINT = _Test(N_("Print a test"), N_("Printing a test…"), N_("Letters, bars and square must be clear."))
_TESTS: Mapping[Device, _Test] = {
    Device.PRINTER: _PRINT,
    Device.BACKUP: _PRINT,
    Device.SCANNER: _Test(N_("Try it"), N_("Scan any label now…"), N_("It should beep, and the number appear below.")),
    Device.DRAWER: _Test(N_("Open it"), N_("Opening…"), N_("It should spring open.")),
    Device.SCREEN: _Test(N_("Show a test"), N_("Showing a test…"), N_("Look at the buyer's screen.")),
    Device.POLE: _Test(N_("Show a test"), N_("Showing a test…"), N_("Look at the pole: both lines should be full.")),
}

_LOOKS = {
    Condition.UNSET: Looks.PLAIN,
    Condition.UNTRIED: Looks.PLAIN,
    Condition.READY: Looks.READY,
    Condition.WARN: Looks.WARN,
    Condition.BAD: Looks.BAD,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the page knows besides the settings and what was tried."""

    printer: PrinterState | None = None
    reader: ReaderState | None = None
    screens: Sequence[SecondScreen] = ()
    busy: frozenset[Device] = frozenset()
    looking: bool = False
    reading: bool = False
    """Whether what is scanned is shown on the scanner's card."""
    read: Scan | None = None
    """What was scanned there last."""
    trusted: bool = False
    """Whether the person may change which device it is."""


class Cards:
    """Judges each device of a desk, and puts it in words."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts = desk.texts

    def judge(self, device: Device, known: Known) -> Judged:
        """How a device is, as far as is known."""
        settings = self._desk.settings
        match device:
            case Device.PRINTER:
                return self._judge_printer(known.printer)
            case Device.SCANNER:
                heard = self._desk.later.trials.heard
                return judge_reader(settings.scanner, known.reader, heard=heard)
            case Device.DRAWER:
                return judge_drawer(settings, self._judge_printer(known.printer), self._last(device))
            case Device.SCREEN:
                return judge_screen(settings.customer_screen, known.screens)
            case Device.POLE if settings.pole:
                return self._last(device) or Judged(Condition.UNTRIED, "pole-untried")
        return self._last(device) or judge_printer(uri_of(device, settings))

    def _judge_printer(self, state: PrinterState | None) -> Judged:
        """By how it was asked or tried here, until it does something for the till: then by that."""
        uri = self._desk.settings.printer
        if state is not None and uri:
            if state.stage is Stage.BAD_ADDRESS:
                return judge_printer(uri, reason=Stage.BAD_ADDRESS)
            ready = state.ready or state.stage is Stage.PRINTED
            if state.is_known and self._last(Device.PRINTER) is None:
                return judge_printer(uri, reason=state.reason, says_ready=ready, paper_low=state.paper_low)
        return self._last(Device.PRINTER) or judge_printer(uri)

    def _last(self, device: Device) -> Judged | None:
        uri = uri_of(device, self._desk.settings)
        trial = self._desk.later.trials.last(device, uri) if uri else None
        return trial.judged if trial is not None else None

    # --- words -------------------------------------------------------------------------------------------------------

    def card(self, device: Device, known: Known) -> CardState:
        """What the card says now."""
        judged = self.judge(device, known)
        found = self._desk.later.trials.found or Found()
        chosen = chosen_title(device, self._desk.settings, found, self._texts)
        if device is Device.SCANNER and known.reading:
            return self._reading_card(judged, chosen, known.read)
        test = _TESTS[device]
        words = said(judged, self._texts, **self._values(device, known))
        looks, detail, icon = _LOOKS[judged.condition], words.todo or self._last_test(device), ICONS[device]
        action, action_icon = self._texts._(test.button), "play"
        can_act = not (device is Device.DRAWER and self._desk.practice)
        if device in known.busy:
            looks, state, detail = Looks.RUNNING, self._texts._(test.state), self._texts._(test.detail)
            return CardState(looks, icon, state, detail, chosen, action, action_icon, can_act=False)
        if judged.condition is Condition.UNSET:
            action, action_icon = self._texts._("Look for it"), "search"
            can_act = known.trusted or device is Device.SCREEN
        elif judged.condition is Condition.BAD and device in PRINTERS:
            action, action_icon, icon = self._texts._("Look again"), "refresh", "printer-off"
        if known.looking and action_icon in {"search", "refresh"}:
            action, can_act = self._texts._("Looking…"), False
        return CardState(looks, icon, words.state, detail, chosen, action, action_icon, can_act=can_act)

    def _reading_card(self, judged: Judged, chosen: str, scan: Scan | None) -> CardState:
        _ = self._texts._
        if scan is not None:
            state, read = said(judged, self._texts).state, read_words(scan, self._texts)
            looks = Looks.READY if read.well and judged.condition is Condition.READY else Looks.WARN
            return CardState(looks, "scanner", state, read.words, chosen, _("Done"), "check", reads=True)
        test = _TESTS[Device.SCANNER]
        return CardState(
            Looks.RUNNING, "scanner", _(test.state), _(test.detail), chosen, _("Stop"), "x", "barcode", reads=True
        )

    def _values(self, device: Device, known: Known) -> dict[str, object]:
        settings = self._desk.settings
        millimetres = settings.receipt_width if device is Device.PRINTER else settings.backup_width
        name = settings.customer_screen
        size = next((screen.size for screen in known.screens if name in {"", screen.name}), "")
        return {"mm": millimetres, "name": name, "size": size}

    def _last_test(self, device: Device) -> str:
        """When it was tried last, and with a printer what it does at the end of a paper; of a scanner what it adds."""
        if device is Device.SCANNER:
            return around_words(around_codes(self._desk), self._texts)
        trial = self._desk.later.trials.last_test(device, uri_of(device, self._desk.settings))
        if trial is None:
            return self._texts._("Not tried yet")
        words = self._when(trial.at)
        if device is Device.PRINTER and self._desk.printer_profile.cutter:
            cuts = self._texts._("cuts the paper")
            words = f"{words} · {cuts}"
        return words

    def _when(self, at: datetime) -> str:
        """A moment since the program was started, which may have been days ago."""
        texts, time = self._texts, self._texts.time(at)
        if at.date() == self._desk.clock.now().date():
            return texts._("Last test today %(time)s") % {"time": time}
        return texts._("Last test %(date)s %(time)s") % {"date": texts.date(at), "time": time}

    def summary(self, known: Known) -> str:
        """How many devices are how, in words."""
        counts: dict[str, int] = {}
        for device in Device:
            reading = device is Device.SCANNER and known.reading
            running = device in known.busy or reading
            condition = "testing" if running else self.judge(device, known).condition
            counts[condition] = counts.get(condition, 0) + 1
        parts = (self._counted(condition, counts[condition]) for condition in _ORDER if condition in counts)
        return ", ".join(parts)

    def _counted(self, condition: str, n: int) -> str:
        texts = self._texts
        words = {
            Condition.READY: lambda: texts.ngettext("%(n)s ready", "%(n)s ready", n),
            "testing": lambda: texts.ngettext("%(n)s being tried", "%(n)s being tried", n),
            Condition.BAD: lambda: texts.ngettext("%(n)s does not work", "%(n)s do not work", n),
            Condition.WARN: lambda: texts.ngettext("%(n)s to look at", "%(n)s to look at", n),
            Condition.UNTRIED: lambda: texts.ngettext("%(n)s not tried", "%(n)s not tried", n),
            Condition.UNSET: lambda: texts.ngettext("%(n)s not set up", "%(n)s not set up", n),
        }[condition]()
        return words % {"n": texts.amount(n, 0)}


_ORDER = (Condition.READY, "testing", Condition.BAD, Condition.WARN, Condition.UNTRIED, Condition.UNSET)


def judge_screen(wanted: str, screens: Sequence[SecondScreen]) -> Judged:
    """The buyer's screen, by which one is wanted and which are plugged in."""
    if wanted == UNUSED:
        return Judged(Condition.UNSET, "screen-unused")
    if any(wanted in {"", screen.name} for screen in screens):
        return Judged(Condition.READY, "screen-there")
    return Judged(Condition.WARN, "screen-away") if wanted else Judged(Condition.UNSET, "screen-none")
