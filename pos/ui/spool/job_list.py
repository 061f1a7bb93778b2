"""The jobs that are open, a page at a time: one of them is chosen, or all."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.storage.print_jobs import PrintJob
from pos.texts import Texts
from pos.ui.look.pager import HEIGHT as PAGER_HEIGHT
from pos.ui.look.pager import Pager
from pos.ui.look.theme import GAP
from pos.ui.spool.job_row import ROW_HEIGHT, JobRow
from pos.ui.spool.job_words import JobWords


class JobList(QWidget):
    """Keeps which job is chosen by its number, so that a list that changes behind a person moves nothing."""

    changed = Signal()
    """Another job is chosen, or all, or the list is another one."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._jobs: Sequence[PrintJob] = ()
        self._words: JobWords | None = None
        self._number = 0
        self._all = False
        self._rows: list[JobRow] = []
        # No layout: how much room there is says how many rows there are, and never the other way round.
        self._pager = Pager(texts)
        self._pager.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pager.turned.connect(lambda page: self._choose_at(page * self._fitting))

    def show_jobs(self, jobs: Sequence[PrintJob], words: JobWords) -> None:
        """Show these; the one that was chosen stays so, or the one that takes its place."""
        before = self._place
        self._jobs, self._words = jobs, words
        if jobs and all(job.number != self._number for job in jobs):
            self._number = jobs[min(before, len(jobs) - 1)].number
        self._all = self._all and len(jobs) > 1
        self._show_page()
        self.changed.emit()

    @property
    def current(self) -> PrintJob | None:
        """The job that is looked at."""
        return self._jobs[self._place] if self._jobs else None

    @property
    def chosen(self) -> tuple[PrintJob, ...]:
        """The jobs that the buttons are about."""
        current = self.current
        return tuple(self._jobs) if self._all else () if current is None else (current,)

    @property
    def holds_all(self) -> bool:
        """Whether all are chosen."""
        return self._all

    def choose_all(self, *, all_: bool) -> None:
        """Choose all, or only the one that is looked at."""
        self._all = all_ and len(self._jobs) > 1
        self._show_chosen(aloud=False)
        self.changed.emit()

    def step(self, by: int) -> None:
        """Choose the job so many places below, or above."""
        self._choose_at(self._place + by)

    def sizeHint(self) -> QSize:
        return QSize(480, 3 * (ROW_HEIGHT + GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_page()

    @property
    def _place(self) -> int:
        return next((i for i, job in enumerate(self._jobs) if job.number == self._number), 0)

    @property
    def _fitting(self) -> int:
        """How many rows a page holds: as many as have room, over the pager where one page is not enough."""
        fitting = (self.height() + GAP) // (ROW_HEIGHT + GAP)
        if fitting < len(self._jobs):
            fitting = (self.height() - PAGER_HEIGHT) // (ROW_HEIGHT + GAP)
        return max(1, fitting)

    def _choose_at(self, place: int) -> None:
        if not self._jobs:
            return
        self._number = self._jobs[max(0, min(place, len(self._jobs) - 1))].number
        self._all = False
        if any(row.job.number == self._number for row in self._rows):
            self._show_chosen(aloud=True)
        else:
            self._show_page(aloud=True)
        self.changed.emit()

    def _show_page(self, *, aloud: bool = False) -> None:
        """Show the page that the chosen job is on."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        fitting = self._fitting
        page = self._place // fitting
        pages = -(-len(self._jobs) // fitting)
        self._pager.show_page(page, pages)
        self._pager.setVisible(pages > 1)
        self._pager.setGeometry(0, self.height() - PAGER_HEIGHT, self.width(), PAGER_HEIGHT)
        here = self._jobs[page * fitting : (page + 1) * fitting]
        self._rows = [self._row(job, place) for place, job in enumerate(here)]
        self._show_chosen(aloud=aloud)

    def _row(self, job: PrintJob, place: int) -> JobRow:
        assert self._words is not None  # noqa: S101 - there are jobs only with words for them
        row = JobRow(job, self._words)
        row.setParent(self)
        row.setGeometry(0, place * (ROW_HEIGHT + GAP), self.width(), ROW_HEIGHT)
        row.clicked.connect(lambda _=False, number=job.number: self._touch(number))
        row.show()
        return row

    def _touch(self, number: int) -> None:
        self._choose_at(next(i for i, job in enumerate(self._jobs) if job.number == number))

    def _show_chosen(self, *, aloud: bool) -> None:
        for row in self._rows:
            row.be_chosen(chosen=self._all or row.job.number == self._number, aloud=aloud)
