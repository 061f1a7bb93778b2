"""Puts the program together: books, clock, devices, services, window.

The only file that names every concrete class, but for the services that are loaded later.
"""

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from pos.commands import run
from pos.formats.collector import collector_at_rest
from pos.hardware.attached import SystemAttached
from pos.hardware.battery import SystemBattery
from pos.hardware.printers import open_printer
from pos.hardware.serial_devices import open_drawer, open_pole, open_reader
from pos.hardware.sounds import SystemSpeaker
from pos.hardware.system_lacks import system_lacks
from pos.logs import close_log, open_log
from pos.services.cataloguing import Cataloguing
from pos.services.clock import SystemClock
from pos.services.consigning import Consigning
from pos.services.desk import Desk
from pos.services.equipment import Devices
from pos.services.finding import Finding
from pos.services.holding import Holding
from pos.services.later_services import LaterServices
from pos.services.pin_hashing import Argon2Hasher
from pos.services.refunding import Refunding
from pos.services.sale_finding import SaleFinding
from pos.services.selling import Selling
from pos.services.settling import Settling
from pos.services.shift_keeping import ShiftKeeping
from pos.services.signing_in import SigningIn
from pos.services.till_services import TillServices
from pos.settings import Places, Settings, home_folder, read_settings
from pos.storage.books import Books
from pos.texts import Texts


def main(arguments: Sequence[str]) -> int:
    """Run the program with these arguments; gives the exit status: 0 done, 1 refused by a rule, 2 bad use or file."""
    devices = Devices(SystemAttached(), open_printer, open_reader, open_pole, open_drawer, system_lacks)
    return run(arguments, open_desk, open_window, devices)


@contextmanager
def open_desk(home: Path | None, *, read_only: bool = False) -> Iterator[Desk]:
    """The desk over the books of a home folder, which are closed at the end.

    Raises `BooksUnavailable`, `SettingsFault`, `OSError`.
    """
    places = Places(home_folder(home, os.environ))
    settings = read_settings(places.settings)
    log = None
    if not read_only:
        places.prepare()
        log = open_log(places.logs)
    try:
        with Books(places.books, read_only=read_only) as books:
            yield make_desk(places, settings, books)
    finally:
        if log is not None:
            close_log(log)


def make_desk(places: Places, settings: Settings, books: Books, *, practice: bool = False) -> Desk:
    """All services over one set of books, real ones unless told otherwise."""
    catalogue = Cataloguing(books)
    till = TillServices(
        catalogue=catalogue,
        selling=Selling(books, catalogue),
        refunding=Refunding(books, catalogue),
        shifts=ShiftKeeping(books, catalogue),
        consigning=Consigning(books, catalogue),
        settling=Settling(books, catalogue),
    )
    return Desk(
        places=places,
        settings=settings,
        texts=Texts(settings.language),
        clock=SystemClock(),
        till=till,
        finding=Finding(books, catalogue),
        holding=Holding(books, catalogue),
        sale_finding=SaleFinding(books, catalogue),
        signing_in=SigningIn(books, Argon2Hasher()),
        later=LaterServices(books, till, places.photos, practice=practice),
        open_printer=open_printer,
        open_reader=open_reader,
        open_pole=open_pole,
        open_drawer=open_drawer,
        attached=SystemAttached(),
        speaker=SystemSpeaker(),
        battery=SystemBattery(),
        practice=practice,
    )


@contextmanager
def open_practice(desk: Desk) -> Iterator[Desk]:
    """The desk over the practice books that lie beside a till's real ones; they are closed at the end.

    Raises `BooksUnavailable`, `OSError`.
    """
    places = desk.places.practice
    places.prepare()
    with Books(places.books) as books:
        yield replace(make_desk(places, desk.settings, books, practice=True), texts=desk.texts, clock=desk.clock)


def open_window(desk: Desk) -> int:
    """Show the till's window until it is closed; gives the exit status."""
    with collector_at_rest():
        from pos.ui.main_window import show_till
    # What is loaded stays: to look through it for garbage would now and then make a scan wait.
    gc.freeze()
    return show_till(desk, open_practice)
