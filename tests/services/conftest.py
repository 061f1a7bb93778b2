"""The stall of a test: real books that hold nothing of the test before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.storage.books import Books
from tests.services.stall import Stall


@pytest.fixture(scope="session")
def _books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """The books that one test after another uses, each from the beginning."""
    with Books(tmp_path_factory.mktemp("stall") / "books.sqlite") as books:
        yield books


@pytest.fixture
def stall(_books: Books) -> Stall:
    """A stall that has its catalogue and did nothing yet."""
    return Stall.begun_again(_books)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Stall]:
    """A stall whose books hold no network yet."""
    stall = Stall(tmp_path / "empty.sqlite")
    yield stall
    stall.close()


@pytest.fixture
def opened(stall: Stall) -> Stall:
    """The same, with a shift open on till A and an empty drawer."""
    stall.open()
    return stall
