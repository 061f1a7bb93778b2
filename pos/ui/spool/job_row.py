"""A print job as a row to touch: which paper, how far it is, of when, how much."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pos.storage.print_jobs import PrintJob
from pos.ui.aloud import announce
from pos.ui.look.brush import box, edge, fitting, ink, write, write_to
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import RADIUS, Colour
from pos.ui.look.words import set_text
from pos.ui.spool.job_words import STATES, JobWords

ROW_HEIGHT = 68
_ICON, _LEFT, _AMOUNT = 28, 20, 130
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class JobRow(TouchButton):
    """Touch it to decide about its job; a row that is chosen has the bar of the cart's last line."""

    def __init__(self, job: PrintJob, words: JobWords) -> None:
        super().__init__()
        self.job = job
        self._picture, _, self._tone = STATES[job.state]
        self._name, self._state = words.name(job), words.state(job)
        self._when, self._amount = words.when(job), words.amount(job)
        self._is_chosen = False
        self.setFixedHeight(ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.aloud(job))

    def be_chosen(self, *, chosen: bool, aloud: bool = False) -> None:
        """Be one of those that the buttons are about, or not."""
        self._is_chosen = chosen
        self.update()
        if chosen and aloud:
            announce(self, self.accessibleName())

    @property
    def is_chosen(self) -> bool:
        """Whether the buttons are about this one."""
        return self._is_chosen

    def sizeHint(self) -> QSize:
        return QSize(480, ROW_HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        whole = QRectF(self.rect())
        fill = Colour.SAL2 if self.isDown() else Colour.LAGO_T if self._is_chosen else Colour.SAL0
        rim = edge(Colour.LAGO, 3) if self.hasFocus() else edge(Colour.LAGO if self._is_chosen else Colour.BORDE2)
        box(painter, whole, fill, rim, RADIUS)
        if self._is_chosen:
            painter.fillRect(QRectF(1, 8, 6, ROW_HEIGHT - 16), ink(Colour.LAGO))
        middle = whole.center().y()
        paint_icon(painter, self._picture, QRectF(_LEFT, round(middle - _ICON / 2), _ICON, _ICON), self._tone)
        left = float(_LEFT + _ICON + 14)
        size = fitting(self._amount, _AMOUNT, 22, 16)
        write_to(painter, self._amount, whole.right() - 18, middle - 12, size, Colour.NOCHE, bold=True)
        write_to(painter, self._when, whole.right() - 18, middle + 13, 16, Colour.PIEDRA)
        room = int(whole.right() - 18 - _AMOUNT - 12 - left)
        lines = ((self._name, middle - 12, 18, True, Colour.NOCHE), (self._state, middle + 13, 16, False, self._tone))
        for text, height, pixels, bold, tone in lines:
            for line in set_text(text, room, pixels, 1, bold=bold).lines:
                write(painter, line, left, height, pixels, tone, bold=bold)
