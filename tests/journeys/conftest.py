"""A till on an empty folder, and one that has the example network and its day behind it."""

import shutil
from pathlib import Path

import pytest

from pos.wiring import main
from tests.journeys.command_line import DAY, NETWORK, Till


@pytest.fixture
def till(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Till:
    """A till whose folder is empty."""
    return Till(tmp_path / "home", capsys)


@pytest.fixture(scope="session")
def sold_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of a till that sold the example day; copy it, never change it."""
    home = tmp_path_factory.mktemp("sold") / "home"
    assert main(["--home", str(home), "import", str(NETWORK)]) == 0
    assert main(["--home", str(home), "replay", str(DAY)]) == 0
    return home


@pytest.fixture
def sold(sold_day: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Till:
    """A till that sold the example day."""
    return Till(Path(shutil.copytree(sold_day, tmp_path / "home")), capsys)
