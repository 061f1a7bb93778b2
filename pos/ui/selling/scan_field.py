"""The field that always has the focus on the till: a scanner types into it, and so may a person."""

import re
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from pos.texts import Texts
from pos.ui.look.brush import capitals, ink
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.theme import Colour, font, restyle, text_width
from pos.ui.look.words import Words, set_text

LONGEST = 100
"""Letters that are taken: a scanner that runs wild fills no memory."""
SEARCH_AFTER = 40
"""Milliseconds: a name is searched at each key, but keys that follow each other faster than this may be a scanner's;
they are searched once they pause."""
FEWEST = 2
"""Letters that are searched."""

_PIXELS = 19
_LEFT = 62
_PIECES = re.compile(r"([0-9]{1,7})\*(.*)", re.ASCII | re.DOTALL)
_KEY_UP, _KEY_DOWN, _KEY_DELETE = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete
_OVERRIDE = QEvent.Type.ShortcutOverride
_UNDO = QKeySequence.StandardKey.Undo


class Entered(NamedTuple):
    """What was typed before Enter: how many pieces (`3*`), None where that was left out, and a code or a name."""

    pieces: int | None
    text: str


class FieldState(Enum):
    """What the field has to say: the words at its right end, and its looks."""

    READY = ""
    AWAY = "away"
    SEARCHING = "searching"
    UNKNOWN = "unknown"
    MISREAD = "misread"
    REFUSED = "refused"

    @property
    def is_bad(self) -> bool:
        """Whether a code stands in the field that was not taken."""
        return self in {FieldState.UNKNOWN, FieldState.MISREAD, FieldState.REFUSED}


class ScanField(QLineEdit):
    """Takes codes and names, and while it is empty also the keys that work on the cart's lines."""

    entered = Signal(Entered)
    """Enter after a code, a name or a number of pieces."""
    searched = Signal(str)
    """So much of a name has been typed; empty where the name is gone again."""
    moved = Signal(int)
    """Up (-1) or down (1) was pressed."""
    stepped = Signal(int)
    """Plus (1) or minus (-1) was pressed in the empty field."""
    removed = Signal()
    """Delete was pressed in the empty field."""
    quantity_wanted = Signal()
    """A star was pressed in the empty field."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._shown = FieldState.READY
        self._is_searching = False
        self._pressed_at, self._is_fast = 0, False
        self._hint = texts._("Scan the product or type its name")
        self._short_hint = texts._("Scan, or type the name")
        self._icon = icon_label("barcode", 34)
        self._state_icon = QLabel()
        self._state = Words(pixels=16, bold=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_AFTER)
        for part in (self._icon, self._state_icon, self._state):
            part.setParent(self)
        self.setObjectName("scan")
        self.setMaxLength(LONGEST)
        self.setAccessibleName(texts._("Product code or name"))
        self.setAccessibleDescription(self._hint)
        self.returnPressed.connect(self._take)
        self.textEdited.connect(self._follow)
        self._pause.timeout.connect(self._search)
        self._show_state()

    # --- being told ----------------------------------------------------------------------------------------------

    def show_ready(self) -> None:
        """The next code is welcome; what could not be taken is gone."""
        if self._shown.is_bad or self.text():
            self.clear()
        self._end_search()
        self._show(FieldState.READY)

    def show_refused(self, code: str, state: FieldState = FieldState.REFUSED) -> None:
        """This code was not taken; the next one takes its place."""
        self._end_search()
        self.setText(_spaced(code))
        self.selectAll()
        self._show(state)

    def begin_search(self) -> None:
        """Search by name from here on, whatever is typed."""
        if self._shown.is_bad and not any(sign.isalpha() for sign in self.text()):
            self.clear()
        self.deselect()
        self._is_searching = True
        self._show(FieldState.SEARCHING)
        self._search()

    def take_pieces(self) -> int:
        """How many pieces were typed before a scan (`3*`), 1 where none were; they are used up by asking."""
        typed = None if self._shown.is_bad else _PIECES.fullmatch(self.text())
        self.clear()
        return int(typed[1]) if typed else 1

    @property
    def is_searching(self) -> bool:
        """Whether what is typed is looked for by name."""
        return self._is_searching

    # --- keys ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # An empty field has nothing of its own to undo: the key is the cart's.
        if isinstance(event, QKeyEvent) and event.type() is _OVERRIDE and self._is_free:
            return not event.matches(_UNDO) and super().event(event)
        return super().event(event)

    @property
    def _is_free(self) -> bool:
        """Whether the next sign begins something new."""
        return self._shown.is_bad or not self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, free, text = event.key(), self._is_free, event.text()
        self._is_fast = event.timestamp() - self._pressed_at <= SEARCH_AFTER
        self._pressed_at = event.timestamp()
        if key in (_KEY_UP, _KEY_DOWN):
            self.moved.emit(1 if key == _KEY_DOWN else -1)
        elif free and not self._is_searching and text and text in "+-":
            self.stepped.emit(1 if text == "+" else -1)
        elif free and not self._is_searching and text == "*":
            self.quantity_wanted.emit()
        elif free and key == _KEY_DELETE:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        """A sign was typed or deleted."""
        text = self.text()
        name = _PIECES.sub(r"\2", text).strip()
        if not text:
            self._end_search()
        elif self._is_searching or (len(name) >= FEWEST and any(sign.isalpha() for sign in name)):
            if self._is_fast:
                self._pause.start()
            else:
                self._search()
        if self._shown.is_bad or not text:
            self._show(FieldState.READY)

    def _search(self) -> None:
        self._pause.stop()
        self._is_searching = True
        self._show(FieldState.SEARCHING)
        self.searched.emit(_PIECES.sub(r"\2", self.text()).strip())

    def _end_search(self) -> None:
        self._pause.stop()
        if self._is_searching:
            self._is_searching = False
            self.searched.emit("")

    def _take(self) -> None:
        text = self.text().strip()
        if self._pause.isActive() and self._is_searching:
            self._search()  # what was found belongs to fewer letters
        self._pause.stop()
        if self._shown.is_bad:
            text = _unspaced(text)
        if not text and not self._is_searching:
            return
        typed = _PIECES.fullmatch(text)
        self.entered.emit(Entered(int(typed[1]), typed[2].strip()) if typed else Entered(None, text))

    # --- looks ---------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._shown is FieldState.AWAY:
            self._show(FieldState.READY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._shown is FieldState.READY:
            self._show(FieldState.AWAY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        painter = QPainter(self)
        left, middle = _LEFT + 5, self.height() / 2
        if self.hasFocus():
            # The bar where typing begins, as wide as an eye at arm's length needs it.
            painter.fillRect(QRectF(left, middle - 15, 2, 30), ink(Colour.LAGO))
        painter.setFont(font(_PIXELS))
        painter.setPen(ink(Colour.PIEDRA))
        room = self._state_icon.x() - left - 24
        hint = self._hint if text_width(self._hint, _PIXELS) <= room else self._short_hint
        for line in set_text(hint, room, _PIXELS, 1, bold=False).lines:
            painter.drawText(QPointF(left + 16, middle + capitals(_PIXELS) / 2), line)

    def _show(self, state: FieldState) -> None:
        if state is FieldState.READY and not self.hasFocus() and self.isVisible():
            state = FieldState.AWAY
        if state is not self._shown:
            self._shown = state
            self._show_state()

    def _show_state(self) -> None:
        _ = self._texts._
        looks = {
            FieldState.READY: (_("Ready"), "check", Colour.TOTORA),
            FieldState.AWAY: (_("Touch here to scan"), "info", Colour.PIEDRA),
            FieldState.SEARCHING: (_("Searching"), "search", Colour.LAGO),
            FieldState.UNKNOWN: (_("I do not know it"), "error", Colour.TEJA),
            FieldState.MISREAD: (_("Read wrong"), "error", Colour.TEJA),
            FieldState.REFUSED: (_("Not taken"), "error", Colour.TEJA),
        }
        words, icon, tone = looks[self._shown]
        restyle(self, "state", "bad" if self._shown.is_bad else "away" if self._shown is FieldState.AWAY else "")
        show_icon(self._state_icon, icon, 22, tone, line=3 if icon == "check" else 2)
        self._state.say(words, tone)
        self._place()

    def _place(self) -> None:
        """The icon at the left, the state at the right, the code between them."""
        words = self._state.sizeHint()
        right = self.width() - 18 - words.width()
        middle = self.height() // 2
        self._icon.move(18, middle - 17)
        self._state.setGeometry(right, middle - words.height() // 2, words.width(), words.height())
        self._state_icon.move(right - 30, middle - 11)
        self.setTextMargins(_LEFT, 0, self.width() - right + 40, 0)


def _spaced(code: str) -> str:
    """A long number in groups of three, so that an eye can compare it with the label; anything else as it is."""
    return f"{int(code):,}".replace(",", " ") if len(code) > 7 and code.isdecimal() and code[0] != "0" else code


def _unspaced(text: str) -> str:
    plain = text.replace(" ", "")
    return plain if plain.isdecimal() else text
