"""What holds for every test: offscreen windows, repeatable examples, nobody's books, no network, nothing left over."""

import logging
import os
import socket
import threading
import time
from collections.abc import Generator, Iterator

# Before anything loads Qt, and before anything asks for the time zone: no rule may depend on where the machine stands.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Pacific/Kiritimati"
if hasattr(time, "tzset"):
    time.tzset()

import hypothesis
import pytest

# The same examples each time, no stored ones, and no verdict that depends on how fast the machine is.
hypothesis.settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("ci")


class RecordedWarnings(logging.Handler):
    """Keeps what the program logs at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, object, object]:
    """Half a surrogate pair, which tests write into logs on purpose, cannot pass from one process to another."""
    return encodable((yield))


def encodable(value: object) -> object:
    """The same value, each text in it such that UTF-8 can hold it."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {encodable(key): encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(encodable(item) for item in value)
    return value


@pytest.fixture(scope="session", autouse=True)
def _nobodys_books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A test that forgets to name its folder gets an empty one, never the books of the person who runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POS_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session", autouse=True)
def _loopback_only() -> Iterator[None]:
    """No test needs another machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = address[0] if isinstance(address, tuple) else address
            assert host in {"127.0.0.1", "::1", "localhost"}, f"a test wants to reach {host}"
        connect(self, address)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(autouse=True)
def _no_unexpected_warning_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test fails for a warning in the log, unless it asks for `caplog` and so looks at the log itself."""
    if "caplog" in request.fixturenames:
        yield
        return
    recorded = RecordedWarnings()
    logger = logging.getLogger("pos")
    logger.addHandler(recorded)
    yield
    logger.removeHandler(recorded)
    assert recorded.lines == []


@pytest.fixture(autouse=True)
def _no_thread_left_over() -> Iterator[None]:
    """A test fails for a thread that it started and that still runs after it."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        if not isinstance(thread, threading._DummyThread):
            thread.join(timeout=5)
            assert not thread.is_alive(), f"left over: {thread.name}"
