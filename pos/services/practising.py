"""Practice: the same program on books of its own, with the network's goods and a fair that is always open."""

from dataclasses import replace
from datetime import date, timedelta

from pos.domain.catalogue import Catalogue
from pos.domain.catalogue_refusals import BarcodeTaken, OtherNetwork, SoldUnderOtherTerms
from pos.domain.people import Person, Role
from pos.domain.refusals import ExhibitionClosed
from pos.services.acts import Act
from pos.services.cataloguing import Cataloguing
from pos.settings import Places
from pos.storage.books import remove_books

MOST_PRODUCTS = 2_000
"""More than anybody practises with; a network of very many products need not be copied whole each time."""


def learner(name: str) -> Person:
    """Whoever practises: may do everything, since nothing that is done counts."""
    return Person("learner", name, Role.SUPERVISOR)


OUTGROWN = (BarcodeTaken, ExhibitionClosed, OtherNetwork, SoldUnderOtherTerms)
"""What practice books refuse the network with when they can't follow it any more: then they are begun anew."""


def begin_anew(places: Places) -> None:
    """Take away the practice books of the till whose places these are; they must be closed, and are made when opened.

    Nothing is lost, for nothing that was done in practice counts. Raises `BooksUnavailable`.
    """
    remove_books(places.practice.books)


def copy_network(real: Cataloguing, practice: Cataloguing, act: Act, exhibition: str) -> None:
    """Bring the practice books to the network as it is now, with the exhibition held these days.

    Raises one of `OUTGROWN` where the practice books can't follow it, and `BooksUnavailable`.
    """
    terms = real.terms()
    today = act.at.date()
    if practice.is_closed(exhibition):
        raise ExhibitionClosed(exhibition=exhibition)
    practice.take_in(
        act,
        Catalogue(
            network=terms.network,
            groups=tuple(terms.groups.values()),
            units=tuple(terms.units.values()),
            products=real.first(MOST_PRODUCTS),
            exhibitions=tuple(
                replace(e, starts=min(e.starts, today), ends=_always_open(today)) if e.id == exhibition else e
                for e in terms.exhibitions
            ),
        ),
    )


def _always_open(today: date) -> date:
    return today + timedelta(days=7)
