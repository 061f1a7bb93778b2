"""The set-up scripts leave a machine on which Qt finds every library that its windows load."""

import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

QT = Path(PySide6.__file__).parent
LOADED = [
    "QtWidgets.abi3.so",
    "QtSvg.abi3.so",
    "QtNetwork.abi3.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt brings all that it loads")
@pytest.mark.parametrize("loaded", LOADED)
def test_set_up_installs_every_library_that_qt_loads(loaded: str):
    answer = subprocess.run(["ldd", QT / loaded], capture_output=True, text=True, check=True).stdout
    assert [line.strip() for line in answer.splitlines() if "not found" in line] == []


@pytest.mark.parametrize("program", ["Xvfb", "pdftotext", "pdftoppm"])
def test_set_up_installs_every_program_that_the_tests_start(program: str):
    assert shutil.which(program)
