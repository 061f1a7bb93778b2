"""The field that always has the focus on the till: a scanner types into it, and so may a person."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from pos.texts import Texts
from pos.ui.icons import icon_label, show_icon
from pos.ui.theme import Colour, restyle
from pos.ui.words import Words

_LONGEST = 100
"""Letters that are taken: a scanner that runs wild fills no memory."""


class ScanField(QLineEdit):
    """Takes codes, and while it is empty also the keys that work on the cart's lines."""

    scanned = Signal(str)
    """Enter after a code, its outer blanks cut off."""
    moved = Signal(int)
    """Up (-1) or down (1) was pressed."""
    stepped = Signal(int)
    """Plus (1) or minus (-1) was pressed in the empty field."""
    removed = Signal()
    """Delete was pressed in the empty field."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._refused = False
        self._icon = icon_label("barcode", 34)
        self._state_icon = QLabel()
        self._state = Words(pixels=16, bold=True)
        for part in (self._icon, self._state_icon, self._state):
            part.setParent(self)
        self.setObjectName("scan")
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(texts._("Scan the product or type its code"))
        self.setAccessibleName(texts._("Product code"))
        self.returnPressed.connect(self._take)
        self.textEdited.connect(self.show_ready)
        self.show_ready()

    def show_ready(self) -> None:
        """The next code is welcome."""
        self._refused = False
        self._show_state()

    def show_refused(self, code: str) -> None:
        """This code was not taken; the next one takes its place."""
        self._refused = True
        self.setText(code)
        self.selectAll()
        self._show_state()

    def event(self, event: QEvent) -> bool:
        # An empty field has nothing of its own to undo: the key is the cart's.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_free:
            return not event.matches(QKeySequence.StandardKey.Undo) and super().event(event)
        return super().event(event)

    @property
    def _is_free(self) -> bool:
        """Whether the next sign begins a new code."""
        return self._refused or not self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, empty = event.key(), self._is_free
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif empty and event.text() in {"+", "-"}:
            self.stepped.emit(1 if event.text() == "+" else -1)
        elif empty and key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_state()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _take(self) -> None:
        code = self.text().strip()
        if code:
            self.clear()
            self.scanned.emit(code)

    def _show_state(self) -> None:
        if self._refused:
            looks, words, icon, tone = "bad", self._texts._("Not taken"), "error", Colour.TEJA
        elif self.hasFocus():
            looks, words, icon, tone = "", self._texts._("Ready"), "check", Colour.TOTORA
        else:
            looks, words, icon, tone = "away", self._texts._("Touch here to scan"), "info", Colour.PIEDRA
        restyle(self, "state", looks)
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
        self.setTextMargins(66, 0, self.width() - right + 40, 0)
