"""What waits for paper and what may be out: how the printer is, each paper, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.storage.print_jobs import JobState, PrintJob
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.dialogs import Question
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar
from pos.ui.printer_state import PrinterState, Stage
from pos.ui.printer_words import printer_sentence
from pos.ui.scan import Scan
from pos.ui.sheet import Sheet
from pos.ui.spool.job_acts import JobActs
from pos.ui.spool.job_list import JobList
from pos.ui.spool.job_words import JobWords
from pos.ui.spool.paper_view import PaperView

WIDTH, HEIGHT = 1120, 676
VIEW, NARROW_VIEW = 372, 300
LOW = 620
"""Under this height everything takes less room."""
_UP, _DOWN, _PAGE_UP, _PAGE_DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
_DELETE = Qt.Key.Key_Delete


class SpoolSheet(Sheet):
    """Arrows choose, page keys look through the paper, figures press the buttons that bear them."""

    came_out = Signal(list)
    """These jobs, by their numbers, are on paper: somebody saw them."""
    again_wanted = Signal(list)
    try_wanted = Signal()
    other_wanted = Signal(list)
    file_wanted = Signal(list)
    given_up = Signal(list)
    looked_at = Signal(object)
    """This `PrintJob` is the one to show; None where there is none."""
    setup_wanted = Signal()
    message_acted = Signal()

    def __init__(self, window: QWidget, texts: Texts) -> None:
        super().__init__(window, texts._("Papers to print"), texts, width=WIDTH, height=HEIGHT)
        self._texts = texts
        self._state = PrinterState(Stage.IDLE)
        self._has_other = False
        self._looking_at: tuple[int, bool] | None = None
        self._printer, self._message = MessageBar(), MessageBar()
        self._count = Words(pixels=18, tone=Colour.PIEDRA)
        self._all = ActionButton(texts._("Choose all"), "check", pixels=17)
        self._setup = ActionButton(texts._("Printer settings"), "gear", pixels=17)
        self._list = JobList(texts)
        self._acts = JobActs(texts)
        self._view = PaperView(texts)
        self._pages = QStackedWidget()
        self._fill()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _fill(self) -> None:
        _ = self._texts._
        words = stacked(gap=2)
        words.addStretch(1)
        words.addWidget(Words(_("Papers to print"), 26, bold=True))
        words.addWidget(self._count)
        words.addStretch(1)
        self.head.addLayout(words, 1)
        self.head.addWidget(self._all, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self._setup, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._printer)
        self._pages.addWidget(self._build_jobs())
        self._pages.addWidget(self._build_nothing())
        self.body.addWidget(self._pages, 1)

    def _build_jobs(self) -> QWidget:
        page = QWidget()
        row = in_a_row(page, gap=20)
        left = stacked(gap=12)
        left.addWidget(self._list, 1)
        left.addWidget(self._message)
        left.addWidget(self._acts)
        row.addLayout(left, 1)
        row.addWidget(self._view)
        return page

    def _build_nothing(self) -> QWidget:
        page = QWidget()
        column = stacked(page, gap=12)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(icon_label("check", 84, Colour.TOTORA, line=2.5), alignment=centre)
        column.addWidget(Words(self._texts._("Everything is printed"), 34, bold=True, align=centre))
        detail = self._texts._("What does not come out at once waits here.")
        column.addWidget(Words(detail, 19, tone=Colour.PIEDRA, lines=2, align=centre))
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        self._list.changed.connect(self._show_choice)
        self._all.clicked.connect(lambda: self._list.choose_all(all_=not self._list.holds_all))
        self._setup.clicked.connect(self._leave_for_setup)
        self._printer.acted.connect(self.try_wanted)
        self._message.acted.connect(self.message_acted)
        acts = self._acts
        acts.try_wanted.connect(self.try_wanted)
        acts.came_out.connect(lambda: self.came_out.emit(self._numbers(JobState.POSSIBLY)))
        acts.again_wanted.connect(lambda: self.again_wanted.emit(self._numbers(JobState.POSSIBLY)))
        acts.other_wanted.connect(lambda: self.other_wanted.emit(self._numbers(JobState.POSSIBLY, JobState.WAITING)))
        acts.file_wanted.connect(lambda: self.file_wanted.emit([job.number for job in self._list.chosen]))
        acts.give_up_wanted.connect(self._ask_to_give_up)

    # --- what it shows -----------------------------------------------------------------------------------------------

    def show_jobs(self, jobs: Sequence[PrintJob], words: JobWords, state: PrinterState, *, has_other: bool) -> None:
        """These papers are open, and so is the printer now."""
        self._state, self._has_other = state, has_other
        self._printer.show_message(printer_sentence(state, self._texts))
        count = self._texts.ngettext("%(n)s paper", "%(n)s papers", len(jobs)) % {"n": self._texts.amount(len(jobs), 0)}
        self._count.say(count if jobs else "")
        self._count.setVisible(bool(jobs))
        self._all.setVisible(len(jobs) > 1)
        self._pages.setCurrentIndex(0 if jobs else 1)
        self._list.show_jobs(jobs, words)

    def show_paper(self, png: bytes) -> None:
        """So looks the paper that was asked for by `looked_at`."""
        self._view.show_paper(png)

    def say(self, message: Message | None) -> None:
        """Tell what came of the last act."""
        if message is None:
            self._message.clear()
        else:
            self._message.show_message(message)

    @property
    def said(self) -> str:
        """What it tells of the last act."""
        return self._message.words

    def _show_choice(self) -> None:
        jobs, all_ = self._list.chosen, self._list.holds_all
        self._all.say(self._texts._("Only one") if all_ else self._texts._("Choose all"), "x" if all_ else "check")
        has_printer = self._state.stage not in {Stage.NO_PRINTER, Stage.BAD_ADDRESS}
        self._acts.show_for(jobs, has_printer=has_printer, has_other=self._has_other)
        current = self._list.current
        # The same paper may get its mark meanwhile; nothing else of a job is seen on it.
        marked = current is not None and (current.again or current.state is JobState.POSSIBLY)
        looking_at = None if current is None else (current.number, marked)
        if looking_at != self._looking_at:
            self._looking_at = looking_at
            self.looked_at.emit(current)

    # --- pressing ----------------------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Show it; keys choose among the papers."""
        super().ask()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (_UP, _DOWN):
            self._list.step(1 if key == _DOWN else -1)
        elif key in (_PAGE_UP, _PAGE_DOWN):
            self._view.turn(1 if key == _PAGE_DOWN else -1)
        elif key == _DELETE:
            self._acts.press("5")
        elif not (event.text() and self._acts.press(event.text())):
            super().keyPressEvent(event)

    def take_scan(self, scan: Scan) -> bool:
        """The sale goes on: the code goes into the cart."""
        del scan
        self.reject()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._view.setFixedWidth(NARROW_VIEW if self.width() < WIDTH else VIEW)
        for part in (self._printer, self._message, self._acts):
            part.make_low(low=low)

    def _numbers(self, *states: JobState) -> list[int]:
        return [job.number for job in self._list.chosen if job.state in states]

    def _ask_to_give_up(self) -> None:
        """A paper that nobody prints is gone for its buyer, so it is asked once more."""
        texts, numbers = self._texts, self._numbers(JobState.POSSIBLY, JobState.WAITING)
        if not numbers:
            return
        title = texts.ngettext("Is this paper not needed?", "Are these %(n)s papers not needed?", len(numbers))
        question = Question(
            self,
            "warning",
            title % {"n": texts.amount(len(numbers), 0)},
            texts._("Nothing of it comes out on paper any more. The books keep everything."),
            safe=texts._("Let it wait"),
            other=texts._("Not needed"),
        )
        question.answered.connect(lambda: self.given_up.emit(numbers))
        question.ask()

    def _leave_for_setup(self) -> None:
        self.accept()
        self.setup_wanted.emit()
