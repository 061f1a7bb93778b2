"""All tables of the books under one `metadata`, for whoever makes or compares a whole schema."""

from pos.storage.catalogue_tables import CATALOGUE
from pos.storage.columns import metadata
from pos.storage.fact_tables import APPEND_ONLY
from pos.storage.search import SEARCH
from pos.storage.till_tables import draft, person, print_job, replayed_line, till

TABLES = (*CATALOGUE, *APPEND_ONLY, till, person, draft, print_job, replayed_line)
VIRTUAL_TABLES = (SEARCH,)
"""Tables that SQLite keeps for full-text search; it makes some of its own behind each, named after it."""

__all__ = ["TABLES", "VIRTUAL_TABLES", "metadata"]
