"""Every screen in every state has room for what it says, on every screen size that the till is made for.

A story is played once in a language; at each of its scenes the window takes one size after the other.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.fitting import misfits
from tests.ui.scenes import STORIES
from tests.ui.scenes_stage import theatre
from tests.ui.windows import dress

SIZES = {"es": [(1366, 768), (1024, 600), (1920, 1080)], "en": [(1366, 768), (1024, 600)]}
"""English words are no longer than Spanish ones where there is most room, so that size is played once."""
SCALED = {"1.25": (1093, 614), "1.5": (1280, 720)}
"""How many pixels a screen of 1366 × 768 and one of 1920 × 1080 have for us where the system enlarges everything."""
LONG = {"extremes"}
"""Stories of names that nobody can be expected to find room for: these may end in three dots."""
SOME = ("selling", "cash", "exact", "signing-in")
"""Stories that are played once more where everything is enlarged."""


def test_what_is_too_large_is_found():
    """The measure itself is measured: a window too small for the till is told."""
    with theatre("es") as stage:
        scene = next(STORIES["selling"](stage))
        scene.stage.settle()
        assert misfits(scene.widget, (1366, 768)) == []
        scene.widget.setMinimumSize(0, 0)
        scene.widget.resize(520, 360)
        scene.stage.settle()
        assert len(misfits(scene.widget, (520, 360))) > 5


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("story", STORIES)
def test_everything_has_room(story: str, language: str):
    assert played(story, language, SIZES[language]) == []


@pytest.mark.parametrize("factor", SCALED)
def test_everything_has_room_where_the_system_enlarges_it(factor: str):
    """Qt takes the factor when it starts, so this is a program of its own."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.ui.test_fitting", *map(str, SCALED[factor]), *SOME],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.stdout, answer.returncode) == ("", 0), answer.stderr


def played(story: str, language: str, sizes: list[tuple[int, int]]) -> list[str]:
    """Play a story; gives what does not fit, in which scene and at which size."""
    found = []
    with theatre(language) as stage:
        for scene in STORIES[story](stage):
            with unpainted(scene.widget):
                for size in sizes:
                    scene.widget.resize(*size)
                    scene.stage.settle()
                    places = f"{scene.name} at {size[0]} × {size[1]}"
                    found += [f"{places}: {what}" for what in misfits(scene.widget, size, may_cut=story in LONG)]
                scene.widget.resize(*stage.size)
                scene.stage.settle()
    return found


@contextmanager
def unpainted(window: QWidget) -> Iterator[None]:
    """What is measured need not be painted: that takes most of the time."""
    frames = [window, *(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())]
    for frame in frames:
        frame.setUpdatesEnabled(False)
    yield
    for frame in frames:
        frame.setUpdatesEnabled(True)


if __name__ == "__main__":
    app = QApplication([])
    dress()
    width, height, *stories = sys.argv[1:]
    faults = [fault for story in stories for fault in played(story, "es", [(int(width), int(height))])]
    print(*faults, sep="\n", end="\n" if faults else "")  # noqa: T201 - read by the test that started us
    sys.exit(len(faults) > 0)
