"""What is asked of somebody new: name, what they do, a PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pos.domain.people import MAX_PERSON_NAME, Role
from pos.texts import Texts
from pos.ui.look.panels import Help, in_a_row, stacked
from pos.ui.look.words import Words
from pos.ui.people.new_pin import NewPin
from pos.ui.people.role_choice import RoleChoice

_PAD_WIDTH = 360


class PersonForm(QWidget):
    """Name and role at the left, the PIN at the right."""

    changed = Signal()
    """Whether all is given may be otherwise now."""

    def __init__(self, texts: Texts, roles: Sequence[Role], help_: str) -> None:
        super().__init__()
        self._texts = texts
        self._name = QLineEdit()
        self._roles = RoleChoice(texts, roles)
        self._pin = NewPin(texts)
        self._build(help_)
        self._name.textChanged.connect(self.changed)
        self._name.returnPressed.connect(self._pin.take_focus)
        self._pin.changed.connect(self._note_pin)

    def _build(self, help_: str) -> None:
        row = in_a_row(self, gap=28)
        column = stacked(gap=8)
        label = Words(self._texts._("Name"), 20, bold=True)
        column.addWidget(label)
        self._name.setAccessibleName(label.text())
        self._name.setPlaceholderText(self._texts._("As they are called at the stall"))
        self._name.setMaxLength(MAX_PERSON_NAME)
        column.addWidget(self._name)
        column.addSpacing(12)
        column.addWidget(self._roles)
        column.addStretch(1)
        column.addWidget(Help(help_, lines=6))
        row.addLayout(column, 1)
        self._pin.setFixedWidth(_PAD_WIDTH)
        row.addWidget(self._pin)

    def start(self) -> None:
        """Ask everything anew."""
        self._name.clear()
        self._roles.choose_first()
        self._pin.start()

    @property
    def name(self) -> str:
        """The name as it was typed."""
        return self._name.text().strip()

    @property
    def role(self) -> Role:
        """What they do."""
        return self._roles.role

    @property
    def pin(self) -> str:
        """The PIN, empty until it was typed twice."""
        return self._pin.pin

    @property
    def is_whole(self) -> bool:
        """Whether all is given."""
        return bool(self.name and self.pin)

    def take_focus(self) -> None:
        """Begin with the name."""
        self._name.setFocus()

    def _note_pin(self) -> None:
        self.changed.emit()
        if self.pin and not self.name:
            self._name.setFocus()
