"""All tables of the books under one `metadata`, for whoever makes or compares a whole schema."""

from pos.storage.catalogue_tables import CATALOGUE
from pos.storage.columns import metadata
from pos.storage.fact_tables import APPEND_ONLY
from pos.storage.till_tables import print_job, replayed_line, till

TABLES = (*CATALOGUE, *APPEND_ONLY, till, print_job, replayed_line)

__all__ = ["TABLES", "metadata"]
