"""Practice: the same program on books of its own, with the network's goods and a fair that is always open."""

from dataclasses import replace
from datetime import date, timedelta

from pos.domain.catalogue import Catalogue
from pos.domain.people import Person, Role
from pos.services.acts import Act
from pos.services.cataloguing import Cataloguing

MOST_PRODUCTS = 2_000
"""More than anybody practises with; a network of very many products need not be copied whole each time."""


def learner(name: str) -> Person:
    """Whoever practises: may do everything, since nothing that is done counts."""
    return Person("learner", name, Role.SUPERVISOR)


def copy_network(real: Cataloguing, practice: Cataloguing, act: Act, exhibition: str) -> None:
    """Bring the practice books to the network as it is now, with the exhibition held these days.

    Raises a `Refusal` where the practice books are another network's, and `BooksUnavailable`.
    """
    terms = real.terms()
    today = act.at.date()
    practice.take_in(
        act,
        Catalogue(
            network=terms.network,
            groups=tuple(terms.groups.values()),
            units=tuple(terms.units.values()),
            products=real.listing()[:MOST_PRODUCTS],
            exhibitions=tuple(
                replace(e, starts=min(e.starts, today), ends=_always_open(today)) if e.id == exhibition else e
                for e in terms.exhibitions
            ),
        ),
    )


def _always_open(today: date) -> date:
    return today + timedelta(days=7)
