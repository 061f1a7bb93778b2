"""Who is signed in at the till, and where it sells."""

from dataclasses import dataclass

from pos.domain.exhibitions import Exhibition
from pos.domain.people import Person
from pos.services.cataloguing import Terms
from pos.storage.journal import OpenShift


@dataclass(frozen=True, slots=True)
class Session:
    """From signing in to the lock; `shift` is None until one is opened."""

    person: Person
    terms: Terms
    exhibition: Exhibition
    shift: OpenShift | None = None
    is_over: bool = False
    """Nothing is sold at the exhibition any more; its producers can still be paid and take goods home."""
