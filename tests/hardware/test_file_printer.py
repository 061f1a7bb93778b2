"""Files, pipes and devices as printers: a job is there as a whole or not at all, as far as a file can tell."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pos.hardware.file_printer import FilePrinter
from pos.hardware.interfaces import PrinterTrouble
from pos.hardware.printers import open_printer
from tests.hardware.fake_lines import PtyPrinter, trouble_of

JOB = b"\x1b@Hola\n\x1dVB\x00"


def test_each_job_is_appended_whole(tmp_path):
    printer = open_printer(f"file:{tmp_path / 'receipts.bin'}")
    printer.send(b"one")
    printer.send(b"two")
    assert (tmp_path / "receipts.bin").read_bytes() == b"onetwo"


def test_jobs_of_two_tills_into_one_file_do_not_mix(tmp_path):
    file = tmp_path / "receipts.bin"
    jobs = [bytes([65 + till]) * 50_000 for till in range(4)]
    threads = [threading.Thread(target=open_printer(f"file:{file}").send, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    written = file.read_bytes()
    assert sorted(written[i : i + 50_000] for i in range(0, 200_000, 50_000)) == jobs


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    uri = f"file:{tmp_path / 'missing' / 'receipts.bin'}"
    assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


def test_a_folder_in_place_of_a_file_is_not_written_to(tmp_path):
    uri = f"file:{tmp_path}"
    assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.NOT_ALLOWED, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_so():
    assert trouble_of(lambda: open_printer("file:/dev/full").send(JOB)) == (PrinterTrouble.FULL, True)


@pytest.mark.skipif(sys.platform == "win32", reason="limits a process in the way of Unix")
def test_a_job_that_finds_no_room_leaves_the_file_as_it_was(tmp_path):
    # A process that may write no file over 4 kB plays the disk that fills up halfway through a job.
    program = f"""
import resource, signal
from pos.hardware import printers
from pos.hardware.interfaces import PrinterUnavailable
from pos.hardware.printers import open_printer
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
printer = open_printer("file:{tmp_path / "receipts.bin"}")
printer.send(b"whole")
try:
    printer.send(bytes(8000))
except PrinterUnavailable as error:
    print(error.reason)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == PrinterTrouble.FULL
    assert (tmp_path / "receipts.bin").read_bytes() == b"whole"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    uri = f"file:{pipe}"
    assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_that_stops_taking_is_given_up(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    printer = FilePrinter(f"file:{pipe}", pipe, taking_seconds=0.05)
    assert trouble_of(lambda: printer.send(bytes(1_000_000))) == (PrinterTrouble.SILENT, True)
    assert trouble_of(lambda: printer.send(JOB)) == (PrinterTrouble.SILENT, False)  # the pipe is full: not one byte
    os.close(reader)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminal lines")
def test_a_device_gets_the_job_and_no_questions():
    job = JOB * 1000
    with PtyPrinter() as device:
        printer = open_printer(f"file:{device.path}")
        printer.send(job)
        assert device.job(len(job)) == job
        assert printer.status() is None


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminal lines")
def test_a_device_that_vanishes_in_the_middle_may_have_printed_a_part():
    with PtyPrinter(dies_after=1000) as device:
        reason, begun = trouble_of(lambda: open_printer(f"file:{device.path}").send(bytes(1_000_000)))
        assert (reason, begun) == (PrinterTrouble.BROKE_OFF, True)
