"""What can be done about the chosen jobs: two large answers to whether it came out, and what else there is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos.storage.print_jobs import JobState, PrintJob
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import GAP

LARGE, SMALL = 64, 56
LOW_LARGE, LOW_SMALL = 56, 48


class JobActs(QWidget):
    """Only what the chosen jobs allow can be pressed; what is on its way can't be called back."""

    came_out = Signal()
    again_wanted = Signal()
    try_wanted = Signal()
    other_wanted = Signal()
    file_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        _ = texts._
        self._came_out = ActionButton(_("Yes, it came out"), "check", "1", pixels=20, height=LARGE)
        self._again = ActionButton(_("Print it again"), "printer", "2", pixels=20, height=LARGE)
        self._try = ActionButton(_("Print it now"), "refresh", "1", pixels=20, height=LARGE)
        self._other = ActionButton(_("Other printer"), "arrow-right", "3", pixels=17, height=SMALL)
        self._file = ActionButton(_("Keep as PDF"), "file", "4", pixels=17, height=SMALL)
        self._give_up = ActionButton(_("Not needed"), "trash", "5", pixels=17, height=SMALL)
        self._by_key = {
            "1": (self._came_out, self._try),
            "2": (self._again,),
            "3": (self._other,),
            "4": (self._file,),
            "5": (self._give_up,),
        }
        self._build()
        for button, signal in (
            (self._came_out, self.came_out),
            (self._again, self.again_wanted),
            (self._try, self.try_wanted),
            (self._other, self.other_wanted),
            (self._file, self.file_wanted),
            (self._give_up, self.give_up_wanted),
        ):
            button.clicked.connect(signal)

    def _build(self) -> None:
        column = stacked(self, gap=GAP)
        for buttons in ((self._came_out, self._again, self._try), (self._other, self._file, self._give_up)):
            row = in_a_row()
            for button in buttons:
                row.addWidget(button, 1)
            column.addLayout(row)

    def make_low(self, *, low: bool) -> None:
        """Take less room, on a low screen."""
        for button in (self._came_out, self._again, self._try):
            button.setMinimumHeight(LOW_LARGE if low else LARGE)
        for button in (self._other, self._file, self._give_up):
            button.setMinimumHeight(LOW_SMALL if low else SMALL)

    def show_for(self, jobs: Sequence[PrintJob], *, has_printer: bool, has_other: bool) -> None:
        """Offer what can be done about these."""
        states = [job.state for job in jobs]
        doubtful, waits = JobState.POSSIBLY in states, JobState.WAITING in states
        # Of several papers, only those are asked about that may be out.
        many = f" · {self._texts.amount(states.count(JobState.POSSIBLY), 0)}" if len(jobs) > 1 else ""
        self._came_out.say(self._texts._("Yes, it came out") + many)
        self._again.say(self._texts._("Print it again") + many)
        for button in (self._came_out, self._again):
            button.setVisible(doubtful)
        self._try.setVisible(not doubtful)
        self._again.setEnabled(has_printer)
        self._try.setEnabled(waits and has_printer)
        self._other.setVisible(has_other)
        self._other.setEnabled(doubtful or waits)
        self._file.setEnabled(bool(jobs))
        self._give_up.setEnabled(doubtful or waits)

    def press(self, key: str) -> bool:
        """Press the button that has this key, where it can be pressed; gives whether any has it."""
        for button in self._by_key.get(key, ()):
            if button.isVisible():
                button.click()
        return key in self._by_key
