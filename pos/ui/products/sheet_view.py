"""The first sheet as it will come out of the printer, on which one shows by touch where the first free label is."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.label_formats import SHEET_24, SheetFormat
from pos.domain.labels import Copies, Label
from pos.texts import Texts
from pos.ui.look.brush import edge, ink
from pos.ui.look.theme import Colour, font

WIDTH, HEIGHT = 236, 334
_STRIPE = 8
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_STEPS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
_NO_PEN = Qt.PenStyle.NoPen


class SheetView(QWidget):
    """Labels before the first free one are hatched: they were used before."""

    start_wanted = Signal(int)
    """The first label is to go there, counted from 1."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._format = SHEET_24
        self._copies: Sequence[Copies] = ()
        self._start = 1
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(120, 170))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def show_sheet(self, sheet: SheetFormat, start: int, copies: Sequence[Copies]) -> None:
        """Show a sheet of this kind with these labels from place `start` on, as many as it has room for."""
        self._format, self._start, self._copies = sheet, start, copies
        words = self._texts._("The first label goes to place %(start)s of %(places)s")
        self.setAccessibleName(words % {"start": start, "places": sheet.per_sheet})
        self.update()

    # --- where what is --------------------------------------------------------------------------------------------

    @property
    def _paper(self) -> QRectF:
        """The sheet, in the proportion of its paper, at the upper left."""
        paper = self._format.paper
        scale = min((self.width() - 1) / paper.width, (self.height() - 1) / paper.height)
        return QRectF(0.5, 0.5, round(paper.width * scale), round(paper.height * scale))

    def _label_box(self, number: int) -> QRectF:
        """The place of a label on the sheet, counted from 0."""
        sheet, paper = self._format, self._paper
        row, column = divmod(number, sheet.columns)
        scale = paper.width() / sheet.paper.width
        left, top = sheet.column_left(column) * scale, sheet.row_top(row) * scale
        box = QRectF(paper.left() + left, paper.top() + top, sheet.label.width * scale, sheet.label.height * scale)
        return box.adjusted(0.5, 0.5, -1, -1)

    # --- painting -------------------------------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        focused = self.hasFocus()
        painter.setPen(edge(Colour.LAGO, 3) if focused else edge(Colour.BORDE, 1))
        painter.setBrush(ink(Colour.SAL0))
        inset = 1.0 if focused else 0.0
        painter.drawRect(self._paper.adjusted(inset, inset, -inset, -inset))
        labels, painted = self._labels(), dict[str, QPixmap]()
        for number in range(self._format.per_sheet):
            area = self._label_box(number)
            if number < self._start - 1:
                self._hatch(painter, area)
            painter.setPen(edge(Colour.SAL3, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 2, 2)
            if number >= self._start - 1 and (label := next(labels, None)) is not None:
                if label.sku not in painted:
                    painted[label.sku] = self._painted(label, area)
                painter.drawPixmap(area.topLeft().toPoint(), painted[label.sku])

    def _labels(self) -> Iterator[Label]:
        for wanted in self._copies:
            for _ in range(wanted.count):
                yield wanted.label

    def _hatch(self, painter: QPainter, area: QRectF) -> None:
        painter.save()
        inside = QPainterPath()
        inside.addRoundedRect(area, 2, 2)
        painter.setClipPath(inside)
        painter.setPen(edge(Colour.SAL2, 4))
        along = area.left() - area.height()
        while along < area.right():
            painter.drawLine(QPointF(along, area.bottom()), QPointF(along + area.height(), area.top()))
            along += _STRIPE
        painter.restore()

    def _painted(self, label: Label, area: QRectF) -> QPixmap:
        """A label once, however often it is on the sheet."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(int((area.width() + 1) * ratio), int((area.height() + 1) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(_ANTIALIASING)
        self._paint_label(painter, label, QRectF(0, 0, area.width(), area.height()))
        painter.end()
        return picture

    def _paint_label(self, painter: QPainter, label: Label, area: QRectF) -> None:
        """So small that only the name, bars and the price are told apart; the label itself is drawn beside it."""
        pixels = max(4, min(8, int(area.height() / 4)))
        type_ = font(pixels, bold=True)
        metrics = QFontMetricsF(type_)
        painter.setFont(type_)
        painter.setPen(ink(Colour.NOCHE))
        line = pixels * 1.1
        money = label.price
        price = f"{self._texts.symbol(money.currency.code)} {self._texts.amount(money.minor, money.currency.digits)}"
        name = metrics.elidedText(label.name, Qt.TextElideMode.ElideRight, area.width() - 3)
        for text, middle in ((name, area.top() + 1.5 + line / 2), (price, area.bottom() - 1 - line / 2)):
            left = area.center().x() - metrics.horizontalAdvance(text) / 2
            painter.drawText(int(left), int(middle + metrics.capHeight() / 2 + 0.5), text)
        top, bottom = round(area.top() + 2.5 + line), round(area.bottom() - 2 - line)
        self._paint_bars(painter, label, QRectF(area.left(), top, area.width(), max(2, bottom - top)))

    def _paint_bars(self, painter: QPainter, label: Label, room: QRectF) -> None:
        from pos.printing.symbol_bars import bar_rectangles

        module = room.width() * 0.78 / label.symbol.modules
        left = room.center().x() - module * label.symbol.modules / 2
        bars = bar_rectangles(label.symbol, left, room.top(), module, room.height())
        for bar in bars:
            painter.fillRect(QRectF(*bar), ink(Colour.NOCHE))

    # --- choosing where to start ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(self._format.per_sheet):
            if self._label_box(number).contains(event.position()):
                self.start_wanted.emit(number + 1)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        target = self._start + step[0] + step[1] * self._format.columns
        if 1 <= target <= self._format.per_sheet:
            self.start_wanted.emit(target)
