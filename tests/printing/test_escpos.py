"""The bytes of a job: whatever a strip says, no printer can take it for a command."""

import subprocess
import sys
import tempfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.documents import EmblemOf
from pos.printing.code_pages import CODE_PAGES
from pos.printing.emblems import motifs
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.fresh_start import LONGEST_PICTURE
from pos.printing.receipt_elements import (
    PAPER_58,
    PAPER_80,
    Band,
    Barcode,
    Blank,
    Centred,
    Cut,
    Dashes,
    DrawerPulse,
    EmblemRow,
    Picture,
    QrCode,
    Rule,
    Stamp,
    Text,
)
from tests.printing.all_papers import all_papers
from tests.printing.emulator import commands, lengths
from tests.printing.network_pictures import logo

OURS = {
    "ESC @", "FS .", "ESC t", "ESC 3", "ESC !", "ESC a", "ESC J", "ESC d", "ESC p", "ESC *",
    "GS v 0", "GS h", "GS w", "GS f", "GS H", "GS k", "GS V", "GS ( k", "LF",
}  # fmt: skip

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
elements = st.one_of(
    st.builds(Text, words, words, bold=st.booleans(), double=st.booleans(), struck=st.booleans()),
    st.builds(Centred, words, bold=st.booleans(), double=st.booleans()),
    st.builds(
        EmblemRow,
        st.sampled_from(motifs()).map(lambda motif: EmblemOf(motif, "lago")),
        st.lists(words, max_size=4).map(tuple),
        st.integers(0, 3),
    ),
    st.builds(QrCode, words),
    st.builds(
        Picture, st.sampled_from([logo(), b"", b"\x89PNG\r\n\x1a\n"]), st.integers(1, 999), st.integers(1, 99), words
    ),
    st.builds(Stamp, st.lists(words, max_size=2).map(tuple)),
    st.builds(Barcode, st.integers(0, 10**14 - 1).map(lambda number: f"{number:014d}")),
    st.builds(Blank, st.integers(0, 255)),
    st.sampled_from([Band(), Rule(), Dashes(), Cut(), DrawerPulse()]),
)


@given(
    strip=st.lists(elements, max_size=8),
    profile=st.builds(
        PrinterProfile,
        paper=st.sampled_from([PAPER_80, PAPER_58]),
        code_page=st.sampled_from([*CODE_PAGES, None]),
        cutter=st.booleans(),
        native_barcode=st.booleans(),
        native_qr=st.booleans(),
        line_pictures=st.booleans(),
        drawer_pin=st.sampled_from([2, 5]),
    ),
)
def test_no_text_becomes_a_command(strip, profile):
    named = [taken for taken in commands(to_escpos(strip, profile)) if isinstance(taken, str)]
    assert set(named) <= OURS
    assert named.count("ESC p") == sum(isinstance(element, DrawerPulse) for element in strip)
    assert named.count("GS V") == (sum(isinstance(element, Cut) for element in strip) if profile.cutter else 0)


@pytest.mark.parametrize("profile", [PrinterProfile(PAPER_58), PrinterProfile(code_page=None, native_barcode=False)])
def test_no_command_waits_for_more_than_a_small_printer_has_room_for(profile: PrinterProfile):
    """Nor for more than what brings a printer back that lost the rest of one."""
    for which in all_papers():
        job = to_escpos(which.strip(profile.paper), profile)
        assert max(length for _, length in lengths(job)) < LONGEST_PICTURE, which


def test_commands_typed_into_a_name_do_not_reach_the_printer():
    plain = to_escpos([Text("Taza p\x00\x19\x19")], PrinterProfile())
    assert to_escpos([Text("Taza \x1bp\x00\x19\x19\r\n\x10\x14")], PrinterProfile()) == plain


def test_loading_the_library_leaves_no_trace_in_the_process_or_on_the_disk(tmp_path):
    program = """
import logging, os, sys
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.fresh_start import LONGEST_PICTURE
assert "escpos" not in sys.modules and "PIL" not in sys.modules, "loaded before the first job"
to_escpos([], PrinterProfile())
assert "escpos" in sys.modules
assert logging.root.handlers == [], logging.root.handlers
assert not [name for name in os.environ if name.startswith("ESCPOS")]
"""
    environment = {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "PYTHONPATH": ".", "SYSTEMROOT": "C:\\Windows"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == [], tempfile.gettempdir()
