"""Over the table: the field that is searched with, whose products are listed, and those that need labels."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row
from pos.ui.settings.chooser_button import ChooserButton

_NARROW = 720
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_MOST = 80


class SearchField(QLineEdit):
    """Letters narrow the table down; ↑ ↓ go through it, and then + and − count the labels of its row."""

    stepped, turned, counted = Signal(int), Signal(int), Signal(int)
    cleared = Signal()
    """The row's count is to be none."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._walking = True
        self._icon = icon_label("search", 26)
        self._icon.setParent(self)
        self.setFixedHeight(56)
        self.setMaxLength(_MOST)
        self.setTextMargins(34, 0, 0, 0)
        hint = texts._("Name, code or producer")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setAccessibleDescription(texts._("↑ ↓ choose a product, + − count its labels"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        walking = self._walking or not self.text()
        if key in _ROWS:
            self._walking = True
            self.stepped.emit(_ROWS[key])
        elif key in _PAGES:
            self._walking = True
            self.turned.emit(_PAGES[key])
        elif text == "+" or (text == "-" and walking):
            self.counted.emit(1 if text == "+" else -1)
        elif key == Qt.Key.Key_Delete and walking:
            self.cleared.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            self._walking = False
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._icon.move(14, (self.height() - self._icon.height()) // 2)


class ProductsBar(QWidget):
    """Says what is wanted; the screen lists it."""

    searched = Signal()
    unit_wanted = Signal()
    """Somebody wants to choose whose products are listed."""
    to_label_wanted = Signal(bool)
    """Those that need labels, or all again."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.field = SearchField(texts)
        self._unit = ChooserButton(texts._("Made by"))
        self._to_label = ActionButton(texts._("To label"), "tag", pixels=17)
        self._to_label.setCheckable(True)
        row = in_a_row(self, gap=10)
        row.addWidget(self.field, 1)
        row.addWidget(self._unit)
        row.addWidget(self._to_label)
        self.field.textChanged.connect(self.searched)
        self._unit.clicked.connect(self.unit_wanted)
        self._to_label.clicked.connect(self.to_label_wanted)
        self.show_unit("")

    @property
    def typed(self) -> str:
        """What is searched for."""
        return self.field.text().strip()

    def show_unit(self, name: str) -> None:
        """Whose products are listed; everybody's where no name is given."""
        self._unit.say(name or self._texts._("Producer"))

    def show_to_label(self, *, on: bool) -> None:
        """Whether only what needs labels is listed."""
        self._to_label.setChecked(on)
        self._to_label.become(Kind.INK if on else Kind.PLAIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._unit.setFixedWidth(150 if narrow else 190)
        self._to_label.show_icon("" if narrow else "tag")
