"""The log keeps what a mender needs, one record at the margin, and gives each unexpected fault an id."""

import logging
import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.logs import FILE_NAME, LARGEST_FILE, OLDER_FILES, catch_uncaught, close_log, log_fault, open_log

pytestmark = pytest.mark.usefixtures("caplog")
"""These tests log errors on purpose and look at the file themselves."""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = open_log(tmp_path)
    yield tmp_path
    close_log(handler)


@pytest.fixture
def _hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hooks that a test sets are taken off again."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def written(folder: Path) -> str:
    return (folder / FILE_NAME).read_text(encoding="utf-8")


def fault(words: str = "broken") -> ValueError:
    """An exception with a traceback."""
    try:
        raise ValueError(words)
    except ValueError as error:
        return error


# --- the file ------------------------------------------------------------------------------------------------------


def test_each_package_writes_under_its_own_name(folder):
    logging.getLogger("pos.storage").info("opened %s", "books.sqlite")
    assert written(folder).rstrip().endswith("INFO pos.storage: opened books.sqlite")


def test_a_record_begins_with_its_time_and_offset(folder):
    logging.getLogger("pos.ui").warning("slow")
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} WARNING pos.ui: slow", written(folder))


def test_details_and_other_programs_records_stay_out(folder):
    logging.getLogger("pos.printing").debug("bytes")
    logging.getLogger("fontTools").error("theirs")
    logging.getLogger("pos").info("ours")
    assert written(folder).splitlines()[0].endswith("pos: ours")


def test_the_log_is_turned_over_before_it_fills_the_disk(folder):
    line = "x" * 100_000
    for _ in range((OLDER_FILES + 2) * LARGEST_FILE // len(line)):
        logging.getLogger("pos").info(line)
    files = list(folder.iterdir())
    assert len(files) == 1 + OLDER_FILES
    assert max(file.stat().st_size for file in files) <= LARGEST_FILE


def test_after_closing_nothing_is_written(tmp_path):
    close_log(open_log(tmp_path))
    logging.getLogger("pos").info("late")
    assert list(tmp_path.iterdir()) == []


def test_no_text_from_outside_can_pass_for_a_record_or_command_a_terminal(folder):
    logging.getLogger("pos.formats").info("refused %s", "x\n2026-12-05T09:00:00-0400 INFO pos: sold\x1b[2J\u202e\ud800")
    margin = [line for line in written(folder).splitlines() if not line.startswith("    ")]
    assert len(margin) == 1
    assert r"\x1b[2J\u202e\ud800" in written(folder)


# --- faults --------------------------------------------------------------------------------------------------------


def test_a_fault_is_logged_with_its_traceback_under_an_id_that_can_be_read_aloud(folder):
    fault_id = log_fault(fault("broken"))
    assert f"ERROR pos: fault {fault_id}\n    Traceback" in written(folder)
    assert "ValueError: broken" in written(folder)
    assert len(fault_id) == 6
    assert not set(fault_id) & set("IO01")


def test_two_faults_have_two_ids():
    assert log_fault(fault()) != log_fault(fault())


@pytest.mark.usefixtures("_hooks")
def test_what_nothing_catches_is_logged_and_shown(folder):
    shown = []
    catch_uncaught(lambda fault_id, error: shown.append((fault_id, str(error))))
    error = fault("uncaught")
    sys.excepthook(type(error), error, error.__traceback__)
    assert [words for _, words in shown] == ["uncaught"]
    assert f"fault {shown[0][0]}" in written(folder)


@pytest.mark.usefixtures("_hooks")
def test_what_nothing_catches_in_another_thread_is_logged_and_shown(folder):
    shown = []
    catch_uncaught(lambda fault_id, error: shown.append((fault_id, str(error))))

    def fail() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert [words for _, words in shown] == ["in a thread"]
    assert "in a thread" in written(folder)


@pytest.mark.usefixtures("_hooks")
def test_a_thread_that_ends_itself_is_no_fault():
    shown = []
    catch_uncaught(lambda fault_id, error: shown.append(fault_id))
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert shown == []


@pytest.mark.usefixtures("_hooks")
def test_ctrl_c_is_no_fault(folder, capsys):
    shown = []
    catch_uncaught(lambda fault_id, error: shown.append(fault_id))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
