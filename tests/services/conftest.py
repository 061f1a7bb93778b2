"""The stall of a test: its own books, closed afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.stall import Stall


@pytest.fixture
def stall(tmp_path: Path) -> Iterator[Stall]:
    """A stall that has its catalogue and did nothing yet."""
    stall = Stall.in_folder(tmp_path)
    yield stall
    stall.close()


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
