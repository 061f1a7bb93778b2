"""The flow of an A4 paper: one thing under another, page after page, in one or several columns.

Pages are planned first and drawn afterwards, so that each can say "page 1 of 2".
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pos.printing.pdf_page import Sheet
from pos.printing.pdf_tables import RuledTable
from pos.printing.pdf_type import HEADING

_SLACK = 0.01
"""What sums of heights may be off by, so that what was measured to end at the bottom does."""

_HEADING_HEIGHT = HEADING.leading + 3
_FIRST_ROWS = 3
"""Fewer rows than these under a heading at a page's end are put on the next page."""

Drawing = Callable[[Sheet], None]


@dataclass(slots=True)
class Flow:
    """A column that is filled from the top; what does not fit goes on at the top of the same column, a page on.

    `pages` holds the drawings of each planned page, shared by all columns. `top` is where the next thing goes,
    `next_top` where a further page begins, `bottom` where each ends; all count from the page's upper edge.
    """

    left: float
    width: float
    top: float
    next_top: float
    bottom: float
    pages: list[list[Drawing]] = field(default_factory=lambda: [[]])
    page: int = 0

    @property
    def right(self) -> float:
        """Where the column ends on the right."""
        return self.left + self.width

    def beside(self, left: float, width: float) -> "Flow":
        """Another column that begins where this one has come to."""
        return Flow(left, width, self.top, self.next_top, self.bottom, self.pages, self.page)

    def below(self, *others: "Flow") -> None:
        """Go on under whichever of the columns, this one among them, has come furthest."""
        self.page, self.top = max((flow.page, flow.top) for flow in (self, *others))

    def turn(self) -> None:
        """Go on at the top of the next page."""
        self.turn_to(self.page + 1)

    def turn_to(self, page: int) -> None:
        """Go on at the top of that page, the next one or one that another column has begun."""
        self.page = page
        self.top = self.next_top
        if page == len(self.pages):
            self.pages.append([])

    def skip(self, height: float) -> None:
        """Leave room, unless a further page begins here."""
        if not self.begins:
            self.top += height

    @property
    def begins(self) -> bool:
        """Whether this is the top of a further page."""
        return self.page > 0 and self.top == self.next_top

    def draw(self, height: float, drawing: Callable[[Sheet, float], None]) -> None:
        """Put a drawing of that height, on one page; it is told where its top is."""
        if self.top + height > self.bottom + _SLACK and not self.begins:
            self.turn()
        top = self.top
        self.pages[self.page].append(lambda sheet: drawing(sheet, top))
        self.top += height

    def heading(self, words: str, before: float, over: float) -> None:
        """A heading with room before it, on the same page as that much of what it stands over."""
        if self.top + before + _HEADING_HEIGHT + over > self.bottom and not self.begins:
            self.turn()
        self.skip(before)
        self.draw(_HEADING_HEIGHT, lambda sheet, top: sheet.lines(self.left, top, [words], HEADING))

    def titled_table(self, words: str, before: float, table: RuledTable) -> None:
        """A table under its heading, over as many pages as it takes; each part repeats its head, none is a stub."""
        room = self.bottom - self.top - before - _HEADING_HEIGHT
        if table.fitting(0, room) < min(_FIRST_ROWS, table.rows) and not self.begins:
            self.turn()
        self.heading(words, before, 0)
        first = 0
        while first < table.rows:
            last = table.fitting(first, self.bottom - self.top)
            if last > first:
                self._part(table, first, last)
                first = last
            elif self.begins:
                raise ValueError("a row of a table is higher than a page")
            if first < table.rows:
                self.turn()

    def _part(self, table: RuledTable, first: int, last: int) -> None:
        left = self.left
        self.draw(table.height(first, last), lambda sheet, top: table.draw(sheet, left, top, first, last))
