"""How a column is declared: not null unless said, and the one `MetaData` that all tables belong to."""

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)


def column(name: str, type_: type[TypeEngine[Any]] = Text, *, null: bool = False) -> Column[Any]:
    """A plain column; text unless said."""
    return Column(name, type_, nullable=null)


def key(name: str, type_: type[TypeEngine[Any]] = Text) -> Column[Any]:
    """A column of the primary key."""
    return Column(name, type_, primary_key=True, autoincrement=False)


def reference(name: str, target: str, type_: type[TypeEngine[Any]] = Text, *, key: bool = False) -> Column[Any]:
    """A column that must hold a value of `target` (`table.column`)."""
    return Column(name, type_, ForeignKey(target), primary_key=key, nullable=False, autoincrement=False)


def rows_of_fact(name: str, *columns: Column[Any] | UniqueConstraint) -> Table:
    """A table of rows projected from facts: the fact's number comes first in its key, and rows lie in key order."""
    of_fact = reference("fact", "fact.number", Integer, key=True)
    return Table(name, metadata, of_fact, *columns, sqlite_with_rowid=False)
