"""CUPS's queues as printers, through programs that are called as CUPS's are and do what a script says."""

import os
import stat
import sys
from pathlib import Path

import pytest

from pos.hardware import cups_printer
from pos.hardware.cups_printer import cups_queues, queue_status
from pos.hardware.interfaces import FoundPrinter, PrinterStatus, PrinterTrouble
from pos.hardware.printers import open_printer
from tests.hardware.fake_lines import trouble_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no CUPS on Windows")

JOB = b"\x1b@Hola\n\x1dVB\x00"
IDLE = "printer caja is idle.  enabled since Sat 05 Dec 2026 11:00:00 AM -04"
PRINTING = "printer caja now printing caja-7.  enabled since Sat 05 Dec 2026 11:00:00 AM -04"
STOPPED = "printer caja disabled since Sat 05 Dec 2026 11:00:00 AM -04 -\n\tPaused"


class Cups:
    """A folder on the path with `lp` and `lpstat` in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lp('cat > "$OUT/job"; echo "$@" > "$OUT/options"; echo "request id is caja-7 (1 file(s))"')
        self.queue(IDLE)

    def lp(self, does: str) -> None:
        self._program("lp", does)

    def queue(self, told: str, *, alerts: str = "none") -> None:
        self.lpstat(f"[ $LC_ALL = C ] && cat <<END\n{told}\n\tForm mounted:\n\tAlerts: {alerts}\n\tLocation: \nEND")

    def lpstat(self, does: str) -> None:
        self._program("lpstat", does)

    def _program(self, name: str, does: str) -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\nOUT='{self.folder}'\n{does}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    @property
    def job(self) -> bytes | None:
        file = self.folder / "job"
        return file.read_bytes() if file.exists() else None


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return Cups(tmp_path)


def test_a_job_goes_into_the_queue_as_it_is(cups: Cups):
    open_printer("cups:caja").send(JOB)
    assert cups.job == JOB
    assert (cups.folder / "options").read_text().split() == ["-d", "caja", "-o", "raw", "-t", "Qhatu", "--", "-"]


def test_a_queue_that_is_stopped_gets_nothing_since_it_would_keep_it(cups: Cups):
    cups.queue(STOPPED, alerts="media-empty-error")
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.REFUSED, False)
    assert cups.job is None
    assert open_printer("cups:caja").status() == PrinterStatus(offline=True, paper_out=True)


def test_what_ails_the_printer_of_the_last_job_does_not_keep_the_next_one(cups: Cups):
    cups.queue(PRINTING, alerts="media-empty-error")
    open_printer("cups:caja").send(JOB)
    assert cups.job == JOB


def test_no_queue_of_that_name_is_said_so(cups: Cups):
    cups.lpstat("echo 'lpstat: Invalid destination name in list \"caja\".' >&2; exit 1")
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.NOT_FOUND, False)
    assert trouble_of(lambda: open_printer("cups:caja").status()) == (PrinterTrouble.NOT_FOUND, False)


def test_a_job_that_cups_turns_away_has_begun_nothing(cups: Cups):
    cups.lp('cat > /dev/null; echo "lp: Destination \\"caja\\" is not accepting jobs." >&2; exit 1')
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.REFUSED, False)


def test_a_spooler_that_does_not_read_the_job_turns_it_away_too(cups: Cups):
    cups.lp("exit 1")
    assert trouble_of(lambda: open_printer("cups:caja").send(bytes(5_000_000))) == (PrinterTrouble.REFUSED, False)


def test_nobody_knows_how_far_a_command_got_that_was_ended(cups: Cups, monkeypatch: pytest.MonkeyPatch):
    cups.lp("kill -9 $$")
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.BROKE_OFF, True)
    monkeypatch.setattr(cups_printer, "_SPOOLING_SECONDS", 0.2)
    cups.lp("exec sleep 60")
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.SILENT, True)


def test_a_spooler_that_does_not_answer_is_given_up(cups: Cups, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cups_printer, "_ASKING_SECONDS", 0.2)
    cups.lpstat("exec sleep 60")
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.SILENT, False)
    assert cups.job is None


def test_without_cups_there_is_no_queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert trouble_of(lambda: open_printer("cups:caja").send(JOB)) == (PrinterTrouble.NOT_FOUND, False)
    assert cups_queues() == ()


@pytest.mark.parametrize(
    ("head", "alerts", "status"),
    [
        (IDLE, "none", PrinterStatus()),
        (IDLE, "media-empty-error offline-report", PrinterStatus()),
        (PRINTING, "media-empty-error", PrinterStatus(paper_out=True)),
        (PRINTING, "media-low-warning", PrinterStatus(paper_low=True)),
        (PRINTING, "cover-open", PrinterStatus(cover_open=True)),
        (PRINTING, "offline-report", PrinterStatus(offline=True)),
        (PRINTING, "media-jam-error door-open-report", PrinterStatus(cover_open=True, fault=True)),
        (STOPPED, "paused", PrinterStatus(offline=True)),
        ("", "", PrinterStatus()),
        ("nonsense", "\x00 \x1b", PrinterStatus()),
    ],
)
def test_what_cups_tells_of_a_queue_is_understood(head: str, alerts: str, status: PrinterStatus):
    assert queue_status(f"{head}\n\tForm mounted:\n\tAlerts: {alerts}\n") == status


def test_queues_are_found_with_what_cups_knows_of_their_printers(cups: Cups):
    cups.lpstat("""cat <<'END'
device for caja: usb://EPSON/TM-T20II?serial=583A91
device for cocina: socket://192.168.1.50:9100
device for PDF: cups-pdf:/
device for caja_2: usb://Unknown/POS%2058
END""")
    assert cups_queues() == (
        FoundPrinter("cups:caja", "caja", "EPSON TM-T20II"),
        FoundPrinter("cups:cocina", "cocina"),
        FoundPrinter("cups:caja_2", "caja_2", "Unknown POS 58"),
    )


def test_no_queues_are_none(cups: Cups):
    cups.lpstat("echo 'lpstat: No destinations added.' >&2; exit 1")
    assert cups_queues() == ()
