"""The very first question: which language the till speaks, and which letter it has."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from pos.services.desk import Desk
from pos.settings import SCREEN_LANGUAGES, Settings, write_settings
from pos.texts import Texts
from pos.ui.beginning.beginning import BeginningScreen
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.language_button import LANGUAGES
from pos.ui.look.panels import Help
from pos.ui.look.theme import restyle
from pos.ui.messages import Message, Tone

LETTERS = "ABCDEFGHIJKL"
_IN_A_ROW = 6
_HIGHEST = 108


class TillCodeScreen(BeginningScreen):
    """Letters to touch or to type; what was chosen is in the settings file before the screen says so."""

    done = Signal(Settings)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.texts, "", can_go_back=False)
        self._desk = desk
        self._settings = desk.settings
        self._language = ChoiceRow({code: LANGUAGES[code] for code in SCREEN_LANGUAGES}, desk.texts._("Language"))
        self._letters: dict[str, QPushButton] = {}
        self._help = Help("", lines=4)
        self._build()
        self._language.chosen.connect(self._choose_language)

    def _build(self) -> None:
        self.body.addWidget(self._language)
        self.body.addSpacing(8)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for place, letter in enumerate(LETTERS):
            button = QPushButton(letter)
            button.setProperty("kind", "letter")
            button.setMinimumSize(64, 64)
            button.setMaximumHeight(_HIGHEST)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            button.clicked.connect(lambda _=False, letter=letter: self._choose(letter))
            self._letters[letter] = button
            grid.addWidget(button, place // _IN_A_ROW, place % _IN_A_ROW)
        inside.setMaximumHeight(2 * _HIGHEST + 10)
        self.body.addWidget(inside, 100)
        self.body.addWidget(self._help)
        self.body.addStretch(1)

    def start(self) -> None:
        """Ask, with what the settings say already chosen."""
        self._settings = self._desk.settings
        self._choose_language(self._settings.language)
        self._choose(self._settings.till)

    def take_focus(self) -> None:
        """Let a letter be typed."""
        self.setFocus()

    def _choose_language(self, code: str) -> None:
        self._settings = replace(self._settings, language=code)
        self._language.choose(code)
        _ = Texts(code)._
        self.say(_("Which till is this?"), _("Each till has a letter of its own. Is it the only one? Take A."))
        self._help.say(
            _(
                "The letter stands before the number of each receipt: A-000001. Two tills with one letter would give "
                "the same numbers, and their books could not be put together."
            )
        )
        self._go.say(_("Go on"))

    def _choose(self, letter: str) -> None:
        self._settings = replace(self._settings, till=letter)
        for own, button in self._letters.items():
            restyle(button, "chosen", own == letter)

    def go_on(self) -> None:
        """Keep the settings."""
        try:
            write_settings(self._desk.places.settings, self._settings)
        except OSError:
            _ = Texts(self._settings.language)._
            title = _("The letter could not be saved.")
            self.show_message(Message(Tone.BAD, title, _("Is there room on the disk? Try again.")))
            return
        self.done.emit(self._settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if letter in self._letters:
            self._choose(letter)
        elif event.text() == "\r":
            self._go_on_if_whole()
        else:
            super().keyPressEvent(event)
