"""Network printers, played by a real socket on this machine."""

import contextlib
import errno
import socket
import struct
import threading
from collections.abc import Callable, Iterator

import pytest

from pos.hardware.interfaces import PrinterStatus, PrinterTrouble
from pos.hardware.printers import open_printer
from pos.hardware.tcp_printer import TcpPrinter
from tests.hardware.fake_lines import QUESTION, WELL, trouble_of

JOB = b"\x1b@Hola\n\x1dVB\x00"
LARGE_JOB = bytes(20_000_000)  # more than the system takes in before the printer reads


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
    """The job; how the printer is asked before it is left out."""
    heard = b"".join(iter(lambda: connection.recv(65536), b""))
    return heard[3:] if heard.startswith(QUESTION) else heard


def answer_questions(connection: socket.socket, answers: dict[int, int] | None = None) -> None:
    """Answer all four questions, or each until the one for which there is no answer."""
    for question in (1, 2, 3, 4):
        assert connection.recv(3) == QUESTION + bytes([question])
        connection.sendall(bytes([(answers or WELL)[question]]))


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
        assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.REFUSED, False)


def test_a_host_that_can_be_no_host_is_said_so():
    uri = f"tcp://{'x' * 70}.local:9100"
    assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


def test_a_printer_that_stops_reading_is_given_up_on():
    given_up = threading.Event()
    with printer_that(lambda _: given_up.wait(10)) as port:
        printer = TcpPrinter("tcp://hanging", "127.0.0.1", port, sending_seconds=0.2)
        assert trouble_of(lambda: printer.send(LARGE_JOB)) == (PrinterTrouble.SILENT, True)
        given_up.set()


def test_a_printer_that_hangs_up_halfway_is_said_so():
    def hangs_up(connection: socket.socket) -> None:
        answer_questions(connection)
        connection.recv(1000)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer_that(hangs_up) as port:
        uri = f"tcp://127.0.0.1:{port}"
        assert trouble_of(lambda: open_printer(uri).send(LARGE_JOB)) == (PrinterTrouble.BROKE_OFF, True)


def test_a_printer_that_drops_a_small_job_is_noticed_though_all_of_it_was_sent():
    def drops(connection: socket.socket) -> None:
        answer_questions(connection)
        connection.recv(4)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer_that(drops) as port:
        uri = f"tcp://127.0.0.1:{port}"
        assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.BROKE_OFF, True)


def test_a_connection_that_is_not_answered_is_given_up_on(monkeypatch: pytest.MonkeyPatch):
    def never_answers(address: tuple[str, int], timeout: float) -> socket.socket:
        raise TimeoutError(errno.ETIMEDOUT, "timed out", address, timeout)

    monkeypatch.setattr(socket, "create_connection", never_answers)
    uri = "tcp://127.0.0.1:9100"
    assert trouble_of(lambda: open_printer(uri).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


# --- what it says of itself ----------------------------------------------------------------------------------------


def test_a_printer_that_answers_is_asked_and_then_gets_the_job():
    arrived: list[bytes] = []

    def answers(connection: socket.socket) -> None:
        answer_questions(connection)
        arrived.append(read_all(connection))

    with printer_that(answers) as port:
        open_printer(f"tcp://127.0.0.1:{port}").send(JOB)
    assert arrived == [JOB]


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({1: 0x1A, 2: 0x16}, PrinterTrouble.COVER_OPEN),
        ({1: 0x1A, 2: 0x32, 4: 0x7E}, PrinterTrouble.PAPER_OUT),
    ],
)
def test_a_printer_that_can_t_print_says_so_and_gets_no_job(state: dict[int, int], reason: PrinterTrouble):
    arrived: list[bytes] = []

    def answers(connection: socket.socket) -> None:
        answer_questions(connection, WELL | state)
        arrived.append(read_all(connection))

    with printer_that(answers) as port:
        assert trouble_of(lambda: open_printer(f"tcp://127.0.0.1:{port}").send(JOB)) == (reason, False)
    assert arrived == [b""]


def test_its_state_can_be_asked_for():
    with printer_that(lambda connection: answer_questions(connection, WELL | {4: 0x1E})) as port:
        assert open_printer(f"tcp://127.0.0.1:{port}").status() == PrinterStatus(paper_low=True)


def test_one_that_takes_the_call_and_hangs_up_has_begun_nothing():
    with printer_that(lambda connection: None) as port:
        assert trouble_of(lambda: open_printer(f"tcp://127.0.0.1:{port}").send(JOB)) == (PrinterTrouble.REFUSED, False)


def test_a_printer_that_talks_without_end_gets_its_job_all_the_same():
    arrived: list[bytes] = []

    def talks(connection: socket.socket) -> None:
        connection.sendall(b"ready " * 10_000)
        arrived.append(read_all(connection))
        with contextlib.suppress(OSError):
            connection.sendall(b"done " * 100_000)

    with printer_that(talks) as port:
        open_printer(f"tcp://127.0.0.1:{port}").send(JOB)
    assert arrived == [JOB]
