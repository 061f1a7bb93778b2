"""Writing many whole rows at once.

SQLAlchemy compiles the statement and runs the transaction; the rows go to the driver as they are. Its own way of many
rows looks at each of them again, which costs more than writing them.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert


class Insert:
    """An INSERT of whole rows into one table, compiled once."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._statement = ""
        self._row = itemgetter(*(column.name for column in table.columns))

    def __call__(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows; each of them must name every column of the table."""
        if not self._statement:
            self._statement = str(insert(self._table).compile(dialect=connection.dialect))
        connection.exec_driver_sql(self._statement, list(map(self._row, rows)))
