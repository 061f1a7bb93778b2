"""What stands in the place of the rows: where the network has no products yet, or where a search found none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words


class NoProducts(QWidget):
    """Says why the table is empty and what to do about it."""

    import_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = icon_label("box", 44, Colour.PIEDRA)
        self._title = Words(pixels=26, bold=True, lines=3, align=middle)
        self._words = Words(pixels=18, lines=3, align=middle)
        self._import = ActionButton(texts._("Import the network"), "download", kind=Kind.INK, pixels=22, height=84)
        self._import.setMinimumWidth(320)
        self._import.clicked.connect(self.import_wanted)
        column = stacked(self, margins=(24, 24, 24, 24), gap=18)
        column.addStretch(1)
        column.addWidget(self._icon, alignment=middle)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._import, alignment=middle)
        column.addStretch(1)

    def show_nothing_yet(self) -> None:
        """The network has no products."""
        _ = self._texts._
        self._say("box", _("No products yet"), _("They come with the network's file, as do the producers."), own=True)

    def show_nothing_found(self, typed: str) -> None:
        """No product is as it was asked for."""
        _ = self._texts._
        title = _("There is no “%(typed)s”") % {"typed": typed} if typed else _("Nothing found")
        self._say("search", title, _("Try fewer letters, or all producers."), own=False)

    def show_all_labelled(self) -> None:
        """Nothing needs labels."""
        _ = self._texts._
        self._say(
            "check", _("Nothing to label"), _("Nothing that was delivered is left, and nothing is new."), own=False
        )

    def _say(self, icon: str, title: str, words: str, *, own: bool) -> None:
        show_icon(self._icon, icon, 44, Colour.PIEDRA)
        self._title.say(title)
        self._words.say(words)
        self._import.setVisible(own)
