"""Why goods are lost: one touch for the usual reasons, or a few words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pos.texts import N_, Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import in_a_row

_USUAL = (N_("Broken"), N_("Stolen"), N_("Spoiled"))
_LONGEST = 120


class ReasonRow(QWidget):
    """The reason as it will stand in the books."""

    changed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._field = QLineEdit()
        self._field.setAccessibleName(texts._("Why they are lost"))
        self._field.setPlaceholderText(texts._("Why they are lost"))
        self._field.setMaxLength(_LONGEST)
        self._field.textChanged.connect(self.changed)
        row = in_a_row(self)
        for usual in _USUAL:
            word = texts._(usual)
            button = ActionButton(word, pixels=17, height=52)
            button.clicked.connect(lambda _=False, word=word: self._field.setText(word))
            row.addWidget(button)
        row.addWidget(self._field, 1)

    @property
    def words(self) -> str:
        """The reason, empty while there is none."""
        return self._field.text().strip()

    def clear(self) -> None:
        """Begin anew."""
        self._field.clear()
