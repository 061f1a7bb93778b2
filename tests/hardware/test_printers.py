"""Printers by their URI: files, and network printers played by a real socket on this machine."""

import contextlib
import errno
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pos.hardware import printers
from pos.hardware.interfaces import BadPrinterUri, PrinterTrouble, PrinterUnavailable
from pos.hardware.printers import FilePrinter, TcpPrinter, open_printer

JOB = b"\x1b@Hola\n\x1dVB\x00"
LARGE_JOB = bytes(20_000_000)  # more than the system takes in before the printer reads


# --- addresses -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:out/receipts.bin", "out/receipts.bin"),
        ("file:/tmp/receipts.bin", "/tmp/receipts.bin"),
        ("file:///tmp/receipts.bin", "/tmp/receipts.bin"),
        ("file:recibos de diciembre #1.bin", "recibos de diciembre #1.bin"),
    ],
)
def test_a_file_is_named_by_its_path(uri: str, path: str):
    printer = open_printer(uri)
    assert isinstance(printer, FilePrinter)
    assert printer.path.as_posix() == path


@pytest.mark.parametrize(
    ("uri", "host", "port"),
    [
        ("tcp://192.168.1.50:9100", "192.168.1.50", 9100),
        ("tcp://impresora.local:9100/", "impresora.local", 9100),
        ("tcp://[::1]:9100", "::1", 9100),
    ],
)
def test_a_network_printer_is_named_by_its_host_and_port(uri: str, host: str, port: int):
    printer = open_printer(uri)
    assert isinstance(printer, TcpPrinter)
    assert (printer.host, printer.port) == (host, port)


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "file:",
        "receipts.bin",
        "/dev/usb/lp0",
        "usb:04b8:0e15",
        "http://192.168.1.50:9100",
        "tcp:192.168.1.50:9100",
        "tcp://",
        "tcp://:9100",
        "tcp://192.168.1.50",
        "tcp://192.168.1.50:",
        "tcp://192.168.1.50:0",
        "tcp://192.168.1.50:70000",
        "tcp://192.168.1.50:port",
        "tcp://[::1:9100",
        "tcp://ana@192.168.1.50:9100",
        "tcp://192.168.1.50:9100/queue",
        "tcp://192.168.1.50:9100?x=1",
        "file:re\ncibos.bin",
    ],
)
def test_anything_else_is_refused_with_what_an_address_looks_like(uri: str):
    with pytest.raises(BadPrinterUri) as refused:
        open_printer(uri)
    assert refused.value.uri == uri
    assert "file:PATH" in str(refused.value)
    assert "tcp://HOST:PORT" in str(refused.value)


# --- files ---------------------------------------------------------------------------------------------------------


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
    assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.NOT_FOUND


def test_a_folder_in_place_of_a_file_is_not_written_to(tmp_path):
    uri = f"file:{tmp_path}"
    assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.NOT_ALLOWED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_said_so():
    assert reason_of(lambda: open_printer("file:/dev/full").send(JOB), "file:/dev/full") == PrinterTrouble.FULL


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


# --- network printers ----------------------------------------------------------------------------------------------


@contextlib.contextmanager
def printer_that(answers: Callable[[socket.socket], None], host: str = "127.0.0.1") -> Iterator[int]:
    """A listening socket whose one connection is handled by `answers`; yields its port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listener.bind((host, 0))
        listener.listen()
        listener.settimeout(10)

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(10)
                answers(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            thread.join(10)


def read_all(connection: socket.socket) -> bytes:
    return b"".join(iter(lambda: connection.recv(65536), b""))


def reason_of(act: Callable[[], None], uri: str) -> PrinterTrouble:
    with pytest.raises(PrinterUnavailable) as unavailable:
        act()
    assert unavailable.value.uri == uri
    return unavailable.value.reason


def speaks(host: str) -> bool:
    """Whether this machine has that loopback address: a container may be without IPv6."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listener:
        listener.bind((host, 0))
        return True
    return False


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_job_arrives_whole(host: str):
    if not speaks(host):
        pytest.skip(f"this machine has no {host}")
    arrived: list[bytes] = []
    with printer_that(lambda connection: arrived.append(read_all(connection)), host) as port:
        open_printer(f"tcp://[{host}]:{port}" if ":" in host else f"tcp://{host}:{port}").send(JOB)
    assert arrived == [JOB]


def test_a_large_job_arrives_whole():
    arrived: list[bytes] = []
    with printer_that(lambda connection: arrived.append(read_all(connection))) as port:
        open_printer(f"tcp://127.0.0.1:{port}").send(LARGE_JOB)
    assert arrived == [LARGE_JOB]


def test_what_the_printer_says_of_its_state_is_no_fault():
    def tells_its_state(connection: socket.socket) -> None:
        connection.sendall(b"\x10\x00\x00\x00" * 100)
        read_all(connection)
        connection.sendall(b"\x14\x00\x00\x00" * 100)

    with printer_that(tells_its_state) as port:
        open_printer(f"tcp://127.0.0.1:{port}").send(JOB)


def test_a_printer_that_takes_the_job_and_stays_silent_has_no_fault():
    done = threading.Event()

    def stays(connection: socket.socket) -> None:
        read_all(connection)
        done.wait(10)

    with printer_that(stays) as port:
        TcpPrinter("tcp://silent", "127.0.0.1", port, closing_seconds=0.05).send(JOB)
        done.set()


def test_no_printer_at_that_port_is_said_so():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # taken, but nobody listens
        uri = f"tcp://127.0.0.1:{unused.getsockname()[1]}"
        assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.REFUSED


def test_a_host_that_can_be_no_host_is_said_so():
    uri = f"tcp://{'x' * 70}.local:9100"
    assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.NOT_FOUND


def test_a_printer_that_stops_reading_is_given_up_on():
    given_up = threading.Event()
    with printer_that(lambda _: given_up.wait(10)) as port:
        printer = TcpPrinter("tcp://hanging", "127.0.0.1", port, sending_seconds=0.2)
        assert reason_of(lambda: printer.send(LARGE_JOB), "tcp://hanging") == PrinterTrouble.SILENT
        given_up.set()


def test_a_printer_that_hangs_up_halfway_is_said_so():
    def hangs_up(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer_that(hangs_up) as port:
        uri = f"tcp://127.0.0.1:{port}"
        assert reason_of(lambda: open_printer(uri).send(LARGE_JOB), uri) == PrinterTrouble.BROKE_OFF


def test_a_printer_that_drops_a_small_job_is_noticed_though_all_of_it_was_sent():
    def drops(connection: socket.socket) -> None:
        connection.recv(4)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer_that(drops) as port:
        uri = f"tcp://127.0.0.1:{port}"
        assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.BROKE_OFF


def test_a_connection_that_is_not_answered_is_given_up_on(monkeypatch: pytest.MonkeyPatch):
    def never_answers(address: tuple[str, int], timeout: float) -> socket.socket:
        raise TimeoutError(errno.ETIMEDOUT, "timed out", address, timeout)

    monkeypatch.setattr(socket, "create_connection", never_answers)
    uri = "tcp://127.0.0.1:9100"
    assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.NOT_FOUND  # nothing was sent


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    uri = f"file:{pipe}"
    assert reason_of(lambda: open_printer(uri).send(JOB), uri) == PrinterTrouble.NOT_FOUND


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_device_that_stops_taking_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(printers, "TAKING_SECONDS", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    uri = f"file:{pipe}"
    assert reason_of(lambda: open_printer(uri).send(bytes(1_000_000)), uri) == PrinterTrouble.SILENT
    os.close(reader)
