"""The printer's state in a cashier's words: the chip's, the notice's, the sentence with the next step."""

from collections.abc import Mapping
from typing import NamedTuple

from pos.texts import N_, Texts
from pos.ui.device_chip import Device, Looks
from pos.ui.messages import Message, Tone
from pos.ui.printer_state import FAILING, PrinterState, Stage


class Wrong(NamedTuple):
    """What is wrong with a printer: the chip's word, what it is, what to do, and in few words what a paper missed."""

    chip: str
    what: str
    todo: str
    of_paper: str
    quick: bool = False
    """Whether it is mended in passing, so that the cashier is told how while selling goes on."""


_NOT_PRINTING = N_("Not printing")
_NO_ANSWER = N_("The printer does not answer.")

WRONG: Mapping[str, Wrong] = {
    "not-found": Wrong(
        _NOT_PRINTING,
        N_("The printer can't be found."),
        N_("See whether it is on, and its cable is well in."),
        N_("no printer was there"),
    ),
    "refused": Wrong(
        _NOT_PRINTING,
        N_("The printer turns this till away."),
        N_("If another till prints, wait a moment. Otherwise switch it off and on."),
        N_("it was busy"),
    ),
    "silent": Wrong(
        _NOT_PRINTING,
        _NO_ANSWER,
        N_("See whether it is on, has paper, and its cover is closed."),
        N_("it did not answer"),
    ),
    "broke-off": Wrong(
        _NOT_PRINTING,
        N_("The printer stopped halfway."),
        N_("See whether it is on, has paper, and its cable is well in."),
        N_("it stopped halfway"),
    ),
    "not-allowed": Wrong(
        _NOT_PRINTING,
        N_("This till may not use the printer."),
        N_("Ask whoever looks after the till: the right to that device is missing."),
        N_("it was not allowed"),
    ),
    "full": Wrong(
        _NOT_PRINTING,
        N_("There is no room left for what is printed."),
        N_("Make room on the disk."),
        N_("the disk was full"),
    ),
    "ambiguous": Wrong(
        _NOT_PRINTING,
        N_("There are two printers that are alike."),
        N_("Choose yours in the settings."),
        N_("two were alike"),
    ),
    "paper-out": Wrong(
        N_("No paper"),
        N_("The printer has no paper."),
        N_("Put in a new roll: what waits comes out by itself."),
        N_("the paper ran out"),
        quick=True,
    ),
    "cover-open": Wrong(
        N_("Cover open"),
        N_("The printer's cover is open."),
        N_("Close it: what waits comes out by itself."),
        N_("its cover was open"),
        quick=True,
    ),
    "jammed": Wrong(
        N_("Jammed"),
        N_("The printer is jammed."),
        N_("Take out the paper that sticks, then switch it off and on."),
        N_("it was jammed"),
        quick=True,
    ),
    "offline": Wrong(
        N_("Paused"),
        N_("The printer is paused."),
        N_("Press its button, so that it goes on."),
        N_("it was paused"),
        quick=True,
    ),
    "interrupted": Wrong(
        _NOT_PRINTING, _NO_ANSWER, N_("See whether it is on."), N_("the till stopped meanwhile")
    ),
    "bad-address": Wrong(
        _NOT_PRINTING,
        N_("The printer's address is wrong."),
        N_("Choose the printer anew in the settings."),
        N_("its address was wrong"),
    ),
}  # fmt: skip
"""By the code of why a printer fails, or why a paper of it did."""

_UNKNOWN = Wrong(
    _NOT_PRINTING, N_("Printing failed."), N_("Try it once more."), N_("the program failed at it")
)  # fmt: skip


def wrong(reason: str) -> Wrong:
    """What a code says; of one that nobody foresaw, that printing failed."""
    return WRONG.get(reason, _UNKNOWN)


_CHIPS = {
    Stage.NO_PRINTER: ("printer-off", N_("No printer"), Looks.NONE),
    Stage.BAD_ADDRESS: ("printer-off", N_("Printer address wrong"), Looks.BAD),
    Stage.PRINTING: ("printer", N_("Printing…"), Looks.QUIET),
}


def printer_chip(state: PrinterState, texts: Texts) -> Device:
    """How the strip shows it: what stops it, else what is to be looked at, else how it is; and how many papers wait."""
    if state.stage in _CHIPS:
        icon, word, looks = _CHIPS[state.stage]
        # Papers that wait for no printer at all would be forgotten where nothing tells of them.
        looks = Looks.WARN if state.waiting and looks is Looks.NONE else looks
        return Device(icon, _counted(texts._(word), 0 if looks is Looks.QUIET else state.waiting, texts), looks)
    fails = wrong(state.reason)
    has_to_be_mended = fails.quick or state.stage in FAILING - {Stage.UNCERTAIN}
    if state.possibly and not has_to_be_mended:
        return Device("printer-off", _counted(texts._("Look at the paper"), state.possibly, texts), Looks.BAD)
    if state.is_failing:
        return Device("printer-off", _counted(texts._(fails.chip), state.waiting, texts), Looks.BAD)
    if state.paper_low:
        return Device("printer", texts._("Little paper"), Looks.WARN)
    ready = state.ready or state.stage is Stage.PRINTED
    return Device("printer", texts._("Printer"), Looks.READY if ready else Looks.QUIET)


def _counted(word: str, papers: int, texts: Texts) -> str:
    return f"{word} · {texts.amount(papers, 0)}" if papers else word


def printer_notice(state: PrinterState, texts: Texts) -> Message | None:
    """What of the printer has to be known while selling goes on, and the next step; None where nothing has."""
    _ = texts._
    fails = wrong(state.reason)
    ask_again = _("What you asked for did not come out: ask for it again.")
    if state.waiting and state.is_failing and state.stage is not Stage.PRINTING:
        what = fails.what if fails.quick else _NO_ANSWER
        detail = _(fails.todo) if fails.quick else _("Go on selling: the receipts are printed later.")
        return Message(Tone.WARN, _(what), detail, _("Try it"), icon="printer-off", action_icon="refresh")
    if state.stage is Stage.MISSED:
        return Message(Tone.WARN, _(fails.what if fails.quick else _NO_ANSWER), ask_again, icon="printer-off")
    if state.missed:
        return Message(Tone.WARN, _("The printer did not print."), ask_again, icon="printer-off")
    if state.possibly:
        title = texts.ngettext(
            "A paper may not have come out whole.",
            "%(n)s papers may not have come out whole.",
            state.possibly,
        )
        title %= {"n": texts.amount(state.possibly, 0)}
        return Message(Tone.WARN, title, _("Look at it, and say what you see."), _("Look"), icon="printer-off")
    return None


def printer_sentence(state: PrinterState, texts: Texts) -> Message:
    """How the printer is, and what to do about it, for whoever looks at what waits for it."""
    _ = texts._
    if state.stage is Stage.NO_PRINTER:
        detail = _("Choose one in the settings.")
        return Message(Tone.WARN, _("No printer is set up."), detail, icon="printer-off")
    if state.stage is Stage.BAD_ADDRESS:
        fails = wrong(state.stage)
        return Message(Tone.BAD, _(fails.what), _(fails.todo), icon="printer-off")
    if state.stage is Stage.PRINTING:
        return Message(Tone.HELP, _("The printer is at work."), icon="printer")
    if state.reason:
        fails = wrong(state.reason)
        return Message(
            Tone.BAD, _(fails.what), _(fails.todo), _("Try it"), icon="printer-off", action_icon="refresh"
        )  # fmt: skip
    if state.paper_low:
        title = _("The printer has little paper left.")
        return Message(Tone.WARN, title, _("Have a new roll at hand."), icon="printer")
    if state.ready or state.stage is Stage.PRINTED:
        return Message(Tone.HELP, _("The printer is ready."), icon="printer")
    title = _("How the printer is shows with the next paper.")
    return Message(Tone.HELP, title, "", _("Try it"), icon="printer", action_icon="refresh")
