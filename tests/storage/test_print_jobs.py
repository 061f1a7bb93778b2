"""The queue of what waits for paper: written with its event, and marked as it goes."""

from contextlib import closing
from pathlib import Path

from pos.storage.print_jobs import JobState
from tests.services.stall import Stall


def test_each_sale_and_return_waits_for_paper_in_the_order_of_time(rich: Stall):
    with rich.books.reading() as books:
        jobs = books.print_jobs.of_state(JobState.WAITING)
        assert books.print_jobs.count(JobState.WAITING) == len(jobs)
    assert [job.event.receipt for job in jobs] == [
        *("A-000001", "B-000001", "A-000002", "B-000002", "A-000003"),
        *("AR-000001", "BR-000001", "BR-000002", "AR-000002"),
    ]
    assert {job.state for job in jobs} == {JobState.WAITING}


def test_a_job_is_in_one_state_at_a_time(rich: Stall):
    with rich.books.transaction() as books:
        first, second, *_ = books.print_jobs.of_state(JobState.WAITING)
        books.print_jobs.mark(first.number, JobState.SENDING)
        books.print_jobs.mark(second.number, JobState.PRINTED)
    with rich.books.reading() as books:
        assert [job.number for job in books.print_jobs.of_state(JobState.SENDING)] == [first.number]
        assert [job.number for job in books.print_jobs.of_state(JobState.PRINTED)] == [second.number]
        assert books.print_jobs.count(JobState.WAITING) == 7


def test_no_more_jobs_are_read_than_asked_for(rich: Stall):
    with rich.books.reading() as books:
        assert [job.event.receipt for job in books.print_jobs.of_state(JobState.WAITING, most=2)] == [
            "A-000001",
            "B-000001",
        ]


def test_what_waited_in_books_of_before_waits_in_the_books_of_now(tmp_path: Path):
    """They knew nothing of tries, and not of jobs that may be on paper."""
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        for _ in range(2):
            stall.sell("TAZA")
        old = stall.books._connection
        for statement in (
            "DROP INDEX ix_print_job_state",
            "ALTER TABLE print_job RENAME TO now",
            "CREATE TABLE print_job (number INTEGER PRIMARY KEY, fact INTEGER REFERENCES fact (number), state TEXT)",
            "INSERT INTO print_job SELECT number, fact, state FROM now",
            "DROP TABLE now",
            "CREATE INDEX ix_print_job_state ON print_job (state)",
            "UPDATE print_job SET state = 'sending' WHERE number = (SELECT min(number) FROM print_job)",
            "UPDATE alembic_version SET version_num = '0003'",
        ):
            old.exec_driver_sql(statement)
        old.commit()
    with closing(Stall(stall.path)) as again:
        assert [(job.event.receipt, job.state, job.tries, job.again) for job in again.print_queue.pending()] == [
            ("A-000001", JobState.POSSIBLY, 0, False),
            ("A-000002", JobState.WAITING, 0, False),
        ]
        assert again.faults() == ()


def test_printing_is_no_matter_of_the_books_being_whole(rich: Stall):
    with rich.books.transaction() as books:
        for job in books.print_jobs.of_state(JobState.WAITING):
            books.print_jobs.mark(job.number, JobState.PRINTED)
    assert rich.faults() == ()
