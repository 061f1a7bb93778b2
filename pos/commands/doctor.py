"""`pos doctor`: how the till's devices, books and folder are, in words, each with the next step."""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial

from pos.commands.opening import Context
from pos.commands.saying import say
from pos.hardware.interfaces import Lack
from pos.services.clock import SystemClock
from pos.services.equipment import (
    PRINTERS,
    SERIAL,
    Condition,
    Device,
    Equipment,
    Found,
    Judged,
    judge_drawer,
    judge_reader,
    uri_of,
)
from pos.services.equipment_words import NAMES, said
from pos.settings import Places, Settings, home_folder, read_settings
from pos.storage.database import BooksUnavailable
from pos.texts import N_, Texts
from pos.troubles import trouble

LEAST_FREE = 200_000_000
"""Bytes: with less room on the disk, somebody should make some."""
_SIGNS = {
    Condition.READY: "✓",
    Condition.UNTRIED: "·",
    Condition.UNSET: "–",
    Condition.WARN: "!",
    Condition.BAD: "✗",
}
_LACKS = {
    Lack.LIBUSB: N_("libusb is not installed: printers on USB are reached by the kernel's own driver only."),
    Lack.CUPS: N_("CUPS is not installed: queues of the system can't be printed on; no other printer needs it."),
    Lack.USB_RIGHT: N_("A printer on USB may not be used by this person: install the udev rules in installer/."),
    Lack.SERIAL_RIGHT: N_(
        "A serial port may not be used by this person: install the udev rules in installer/, or join the group dialout."
    ),
    Lack.CAMERA: N_("The camera part is not installed: codes can't be read with a camera."),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what it is, where, how it is, and what to do."""

    what: str
    name: str
    address: str
    condition: Condition
    code: str
    state: str
    next: str


def examine(context: Context, shape: str, *, print_test: bool) -> int:
    """Look at everything and say how it is; 1 where something that is set up does not work, else 0.

    Raises `SettingsFault`. `print_test` prints a test page on each printer that is set up.
    """
    texts = context.texts
    places = Places(home_folder(context.home, os.environ))
    settings = read_settings(places.settings)
    equipment = Equipment(settings, context.devices)
    checks = [
        _home(places, texts),
        _books(context, places),
        *_devices(equipment, settings, texts, print_test=print_test),
    ]
    found, lacks = equipment.look(), context.devices.lacks()
    works = not any(check.condition is Condition.BAD for check in checks)
    if shape == "json":
        say(_as_json(checks, found, lacks, works=works))
    else:
        _say_all(checks, found, lacks, texts, works=works)
    return 0 if works else 1


# --- what is looked at -------------------------------------------------------------------------------------------


def _home(places: Places, texts: Texts) -> Check:
    def told(condition: Condition, code: str, state: str, todo: str = "") -> Check:
        return Check("home", texts._("Home folder"), str(places.home), condition, code, state, todo)

    if not places.home.is_dir():
        state = texts._("There is none yet.")
        return told(Condition.UNSET, "home-missing", state, texts._("Open the till once: it makes it."))
    if not os.access(places.home, os.R_OK | os.W_OK):
        state = texts._("It may not be written.")
        return told(Condition.BAD, "home-read-only", state, texts._("Give this person the right to it."))
    free = shutil.disk_usage(places.home).free
    if free < LEAST_FREE:
        state = texts._("Only %(n)s MB are free.") % {"n": texts.amount(free // 1_000_000, 0)}
        return told(Condition.WARN, "home-full", state, texts._("Make room on the disk."))
    return told(Condition.READY, "home-there", texts._("There, and writable"))


def _books(context: Context, places: Places) -> Check:
    texts = context.texts
    told = partial(Check, "books", texts._("Books"), str(places.books))
    try:
        with context.desk(read_only=True) as desk:
            empty = desk.till.catalogue.is_empty()
    except BooksUnavailable as unavailable:
        words = trouble(f"books-{unavailable.reason}", {"folder": places.home}, texts)
        state, stop, todo = words.partition(". ")
        new = unavailable.reason == "missing"
        condition = Condition.UNSET if new else Condition.BAD
        return told(condition, f"books-{unavailable.reason}", state + stop.rstrip(), todo)
    if empty:
        state = texts._("They hold no network yet.")
        return told(Condition.UNSET, "books-empty", state, texts._("Import a network's file first: pos import FILE."))
    return told(Condition.READY, "books-open", texts._("They open."), texts._("pos verify looks through all of them."))


def _devices(equipment: Equipment, settings: Settings, texts: Texts, *, print_test: bool) -> Iterator[Check]:
    own = Judged(Condition.UNSET, "unset")
    for device in Device:
        uri = uri_of(device, settings)
        if device in PRINTERS:
            judged = _printed(equipment, device, settings, texts) if print_test else equipment.ask_printer(uri)
            own = judged if device is Device.PRINTER else own
        else:
            judged = _judged(equipment, device, settings, own)
        yield _check(device, judged, settings, texts)


def _printed(equipment: Equipment, device: Device, settings: Settings, texts: Texts) -> Judged:
    from pos.services.equipment_test import test_job

    return equipment.print_on(
        uri_of(device, settings), lambda: test_job(device, settings, SystemClock().now(), texts)
    )  # fmt: skip


def _judged(equipment: Equipment, device: Device, settings: Settings, printer: Judged) -> Judged:
    uri = uri_of(device, settings)
    if uri.startswith(SERIAL):
        return equipment.ask_port(uri)
    match device:
        case Device.SCANNER:
            # Whether a camera can be read, only the window tells.
            return Judged(Condition.UNTRIED, "scanner-camera") if uri else judge_reader(uri, None, heard=False)
        case Device.DRAWER:
            return judge_drawer(settings, printer, None)
        case Device.SCREEN:
            return Judged(Condition.UNTRIED, "screen-later")
        case _:
            return Judged(Condition.BAD, "bad-address") if uri else Judged(Condition.UNSET, "unset")


def _check(device: Device, judged: Judged, settings: Settings, texts: Texts) -> Check:
    millimetres = settings.backup_width if device is Device.BACKUP else settings.receipt_width
    words = said(judged, texts, mm=millimetres)
    uri = uri_of(device, settings)
    return Check(device, texts._(NAMES[device]), uri, judged.condition, judged.code, words.state, words.todo)


# --- how it is said ----------------------------------------------------------------------------------------------


def _say_all(checks: list[Check], found: Found, lacks: tuple[Lack, ...], texts: Texts, *, works: bool) -> None:
    for check in checks:
        address = f" ({check.address})" if check.address else ""
        say(f"{_SIGNS[check.condition]} {check.name}{address}: {check.state}")
        if check.next:
            say(f"    {check.next}")
    say()
    say(texts._("Connected:"))
    things = [(printer.uri, printer.name) for printer in found.printers]
    things += [(f"{SERIAL}{port.port}", port.name) for port in found.ports]
    for uri, name in things:
        say(f"  {uri}  {name}")
    if not things:
        say(f"  {texts._('No printer and no serial port was found.')}")
    if lacks:
        say()
    for lack in lacks:
        say(f"! {texts._(_LACKS[lack])}")
    say()
    say(texts._("What is set up works.") if works else texts._("Something that is set up does not work."))


def _as_json(checks: list[Check], found: Found, lacks: tuple[Lack, ...], *, works: bool) -> str:
    told = {
        "works": works,
        "checks": [asdict(check) for check in checks],
        "printers": [asdict(printer) for printer in found.printers],
        "ports": [asdict(port) for port in found.ports],
        "lacks": list(lacks),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
