"""Puts the program together: books, clock, devices, services, window. The only file that names every concrete class."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pos.commands import run
from pos.hardware.printers import open_printer
from pos.logs import close_log, open_log
from pos.services.cataloguing import Cataloguing
from pos.services.clock import SystemClock
from pos.services.consigning import Consigning
from pos.services.day_acts import TillServices
from pos.services.desk import Desk
from pos.services.papers import Papers
from pos.services.print_queue import PrintQueue
from pos.services.refunding import Refunding
from pos.services.replaying import Replaying
from pos.services.reporting import Reporting
from pos.services.safekeeping import Safekeeping
from pos.services.selling import Selling
from pos.services.settling import Settling
from pos.services.shift_keeping import ShiftKeeping
from pos.settings import Places, Settings, home_folder, read_settings
from pos.storage.books import Books
from pos.texts import Texts


def main(arguments: Sequence[str]) -> int:
    """Run the program with these arguments; gives the exit status: 0 done, 1 refused by a rule, 2 bad use or file."""
    return run(arguments, open_desk, open_window)


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


def make_desk(places: Places, settings: Settings, books: Books) -> Desk:
    """All services over one set of books."""
    catalogue = Cataloguing(books)
    till = TillServices(
        catalogue=catalogue,
        selling=Selling(books, catalogue),
        refunding=Refunding(books, catalogue),
        shifts=ShiftKeeping(books, catalogue),
        consigning=Consigning(books, catalogue),
        settling=Settling(books, catalogue),
    )
    reporting = Reporting(books, catalogue)
    return Desk(
        places=places,
        settings=settings,
        texts=Texts(settings.language),
        clock=SystemClock(),
        till=till,
        reporting=reporting,
        papers=Papers(books, catalogue),
        print_queue=PrintQueue(books, catalogue),
        replaying=Replaying(books, till),
        safekeeping=Safekeeping(books),
        open_printer=open_printer,
    )


def open_window(desk: Desk) -> int:
    """Show the till's window until it is closed; gives the exit status."""
    from pos.ui.main_window import show_till

    return show_till(desk)
