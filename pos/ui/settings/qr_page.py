"""The network's own QR picture, as its bank gave it: shown to whoever pays by QR."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from pos.services.desk import Desk
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, Tone, in_two
from pos.ui.session import Session

ChoosePicture = Callable[[QWidget], Path | None]
"""Asks for a picture's file; None where nobody chose one."""

SIDE = 320
LARGEST_SIDE = 1_200
"""Dots: a larger picture is made smaller before it is kept."""


class QrPage(QFrame):
    """A supervisor chooses the picture; a file that is no picture changes nothing."""

    def __init__(self, desk: Desk, choose_picture: ChoosePicture) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._choose_picture = choose_picture
        self._message = MessageBar()
        self._picture = QLabel()
        self._choose = ActionButton(texts._("Choose the picture"), "qr", kind=Kind.INK, pixels=20, height=64)
        self._remove = ActionButton(texts._("Take it away"), "trash", kind=Kind.QUIET)
        self._build()
        self._choose.clicked.connect(self.choose)
        self._remove.clicked.connect(self.remove)

    def _build(self) -> None:
        _ = self._texts._
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(28, 24, 28, 24), gap=14)
        column.addWidget(Words(_("The bank's QR"), 26, bold=True))
        words = _(
            "The picture that your bank gave the network. Buyers scan it; the till never knows whether they paid."
        )
        column.addWidget(Words(words, 18, tone=Colour.PIEDRA, lines=3))
        column.addWidget(self._message)
        self._picture.setFixedSize(SIDE, SIDE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture)
        row = in_a_row()
        for button in (self._choose, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def start(self, session: Session) -> None:
        """Show the picture as it is."""
        self._message.clear()
        trusted = session.person.role.may_approve
        self._choose.setEnabled(trusted)
        self._remove.setEnabled(trusted)
        self._show_picture()

    def choose(self) -> None:
        """Ask for a picture and keep it."""
        path = self._choose_picture(self)
        if path is None:
            return
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > LARGEST_SIDE:
            reader.setScaledSize(size.scaled(LARGEST_SIDE, LARGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        before = self._desk.places.qr_picture
        place = before.with_suffix(".png")
        aside = before.with_suffix(".new")
        if image.isNull():
            self._message.show_message(
                in_two(Tone.BAD, self._texts._("This file is no picture. Choose the picture that your bank gave you."))
            )
        elif not image.save(str(aside), b"PNG"):
            self._message.show_message(
                in_two(Tone.BAD, self._texts._("The picture could not be kept. Is there room on the disk?"))
            )
        else:
            aside.replace(place)
            if before != place:
                before.unlink(missing_ok=True)
            self._message.clear()
            self._show_picture()

    def remove(self) -> None:
        """Keep no picture any more."""
        self._desk.places.qr_picture.unlink(missing_ok=True)
        self._show_picture()

    def _show_picture(self) -> None:
        place = self._desk.places.qr_picture
        there = place.is_file()
        self._remove.setVisible(there)
        self._picture.setVisible(there)
        if there:
            size = QSize(SIDE, SIDE)
            mode = Qt.AspectRatioMode.KeepAspectRatio
            self._picture.setPixmap(QPixmap(str(place)).scaled(size, mode, Qt.TransformationMode.FastTransformation))
            self._picture.setAccessibleName(self._texts._("The bank's QR"))
