"""Books for the tests of the store: after a rich day, with their stall or with an intruder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.stall import Stall
from tests.storage.rich_day import Intruder, rich_books


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of the books after a rich day."""
    path = tmp_path / "books.sqlite"
    path.write_bytes(rich_books())
    return path


@pytest.fixture
def rich(path: Path) -> Iterator[Stall]:
    """The stall after a rich day."""
    stall = Stall(path)
    yield stall
    stall.close()


@pytest.fixture
def stall(tmp_path: Path) -> Iterator[Stall]:
    """A stall that has its catalogue and did nothing yet."""
    stall = Stall.in_folder(tmp_path)
    yield stall
    stall.close()


@pytest.fixture(scope="session")
def _intruder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Intruder]:
    """One for all tests: what is slow is to open books anew."""
    path = tmp_path_factory.mktemp("intruder") / "books.sqlite"
    path.write_bytes(rich_books())
    intruder = Intruder(path)
    yield intruder
    intruder.close()


@pytest.fixture
def intruder(_intruder: Intruder) -> Iterator[Intruder]:
    """Somebody who changes the books of a rich day, which are as they were before each test."""
    with _intruder.undone_afterwards():
        yield _intruder
