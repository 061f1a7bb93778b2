"""Goods at the stall: what a unit brings, takes home or has lost, counted by scanner or by hand, as one note."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.domain.consignment import ConsignmentNote, NoteKind, NoteLine
from pos.domain.open_items import is_open_item
from pos.domain.refusals import Refusal
from pos.domain.text import in_language
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.kept_before import kept_before, note_words
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.dialogs import Question
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone, told
from pos.ui.producers.delivery_reason import ReasonRow
from pos.ui.producers.delivery_rows import GoodsRows
from pos.ui.producers.delivery_units import UnitList
from pos.ui.producers.producers_choice import Answer, Choice
from pos.ui.scan import Scan
from pos.ui.session import Session

_UNITS, _NARROW_UNITS = 300, 232
_NARROW = 1200


class DeliveryScreen(QWidget):
    """One note at a time; nothing is written before it is saved, and nothing counted is lost before."""

    left = Signal()
    saved = Signal(ConsignmentNote)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._texts = desk, desk.texts
        texts = desk.texts
        self._session: Session | None = None
        self._unit = ""
        self._touched = False
        self._act_id = desk.act().id
        self._units = UnitList(texts._("Producers"))
        self._emblem = EmblemTiles(48, most=1)
        self._name = Words(pixels=26, bold=True, lines=2)
        self._kind = Choice(
            texts._("What happens to the goods"),
            [
                Answer(NoteKind.DELIVERY, texts._("Brings"), "box"),
                Answer(NoteKind.RETURN, texts._("Takes home"), "return"),
                Answer(NoteKind.LOSS, texts._("Lost"), "warning"),
            ],
        )
        self._message = MessageBar()
        self._rows = GoodsRows(desk.places.photos, texts)
        self._nothing = Words(texts._("This producer has no products in the network's file yet."), 20, lines=3)
        self._reason = ReasonRow(texts)
        self._pieces = Words(pixels=20, bold=True)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", pixels=20, height=72)
        self._save = ActionButton("", "check", "F12", kind=Kind.INK, pixels=24, height=72)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        row.addWidget(self._units)
        row.addLayout(self._build_note(), 1)

    def _build_note(self) -> QVBoxLayout:
        column = stacked(gap=10)
        head = in_a_row(gap=12)
        head.addWidget(self._emblem)
        head.addWidget(self._name, 1)
        head.addWidget(self._kind)
        column.addLayout(head)
        column.addWidget(self._message)
        column.addWidget(self._rows, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._reason)
        foot = in_a_row(gap=12)
        foot.addWidget(self._back)
        foot.addWidget(self._pieces, 1)
        foot.addWidget(self._save)
        column.addLayout(foot)
        return column

    def _connect(self) -> None:
        self._units.chosen.connect(lambda unit: self._unless_counted(lambda: self._show_unit(unit)))
        self._kind.chosen.connect(self._show_kind)
        self._rows.changed.connect(self._take_count)
        self._reason.changed.connect(self._show_state)
        self._back.clicked.connect(lambda: self._unless_counted(self.left.emit))
        self._save.clicked.connect(self._write)
        for keys, button in (("F12", self._save), ("Esc", self._back)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # --- showing -------------------------------------------------------------------------------------------------

    def start(self, session: Session, unit: str = "") -> None:
        """Begin a delivery of a unit, the first one where none is named."""
        self._session = session
        terms = session.terms
        taking_part = [participation.unit for participation in session.exhibition.participations]
        ids = [*taking_part, *(id_ for id_ in terms.units if id_ not in taking_part)]
        self._units.show_units([(id_, terms.units[id_].name, terms.emblems[id_]) for id_ in ids], "")
        self._kind.choose(NoteKind.DELIVERY)
        self._message.clear()
        if unit or ids:
            self._show_unit(unit or ids[0])

    def _show_unit(self, unit: str) -> None:
        if self._session is None:
            return
        self._unit = unit
        self._units.choose(unit)
        self._name.say(self._session.terms.unit(unit).name)
        self._emblem.show_emblems([self._session.terms.emblems[unit]])
        self._touched = False
        self._reason.clear()
        self._rows.show_goods((), {}, {})
        self._show_kind()

    def _show_kind(self) -> None:
        """Show the unit's goods with what is proposed: to take home, all that is left; else nothing."""
        if self._session is None:
            return
        self._reason.setVisible(self._kind.value is NoteKind.LOSS)
        if not self._touched:
            self._act_id = self._desk.act().id
            self._show_goods(self._session, home=self._kind.value is NoteKind.RETURN)
        self._show_state()

    def _show_goods(self, session: Session, *, home: bool) -> bool:
        """Show what the unit holds and, to be taken `home`, propose all of it; whether it could be read."""
        try:
            goods = self._desk.producers_day.goods(session.exhibition.id, self._unit)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return False
        goods = tuple(one for one in goods if not is_open_item(one.product))
        proposed = {one.product.sku: one.pieces.left for one in goods} if home else {}
        self._rows.show_goods(goods, session.terms.emblems, proposed)
        self._rows.setVisible(bool(goods))
        self._nothing.setVisible(not goods)
        return True

    def _show_state(self) -> None:
        pieces = self._rows.pieces
        values = {"n": self._texts.amount(pieces, 0)}
        self._pieces.say(self._texts.ngettext("%(n)s piece", "%(n)s pieces", pieces) % values)
        label = self._texts._("Save the note")
        if not pieces:
            label = self._texts._("Count the pieces")
        elif self._kind.value is NoteKind.LOSS and not self._reason.words:
            label = self._texts._("Say why they are lost")
            pieces = 0
        self._save.say(label)
        self._save.setEnabled(bool(pieces))

    def is_counting(self, session: Session) -> bool:
        """Whether goods of the session's exhibition are counted that no note holds yet."""
        here = self._session is not None and self._session.exhibition.id == session.exhibition.id
        return here and self._touched and bool(self._rows.pieces)

    def take_focus(self) -> None:
        """Let figures go into the first count."""
        self._rows.take_focus()

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; what was counted stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._units.setFixedWidth(_NARROW_UNITS if self.width() < _NARROW else _UNITS)

    # --- counting ------------------------------------------------------------------------------------------------

    def take_scan(self, scan: Scan) -> bool:
        """A product's code counts one piece of it; a badge or another unit's product goes to that unit."""
        if self._session is None:
            return False
        try:
            unit = self._desk.finding.unit_of_badge(scan.readings)
            if unit is not None:
                self._unless_counted(lambda: self._show_unit(unit))
                return True
            product = self._desk.finding.find_anyway(scan.readings)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return True
        self._message.clear()
        if product.holder != self._unit:
            if self._touched:
                self._say_other_unit(in_language(product.name, self._texts.language), product.holder)
                return True
            self._show_unit(product.holder)
        if self._kind.value is NoteKind.RETURN and not self._touched:
            self._rows.counts.clear()  # who scans what is taken home counts it; nothing is proposed any more
        self._rows.add(product.sku)
        return True

    def _say_other_unit(self, product: str, holder: str) -> None:
        if self._session is not None:
            values = {"product": product, "unit": self._session.terms.unit(holder).name}
            title = self._texts._("%(product)s is of %(unit)s.") % values
            self.show_message(Message(Tone.WARN, title, self._texts._("Save this note first.")))

    def _take_count(self) -> None:
        self._touched = True
        self._message.clear()
        self._show_state()

    def _unless_counted(self, then: Callable[[], None]) -> None:
        """Do it at once, or after asking where something was counted that would be lost."""
        if not self._touched or not self._rows.pieces:
            self._touched = False
            then()
            return
        texts, pieces = self._texts, self._rows.pieces
        title = texts.ngettext("%(n)s counted piece is not saved.", "%(n)s counted pieces are not saved.", pieces) % {
            "n": texts.amount(pieces, 0)
        }
        question = Question(
            self.window(), "warning", title, "", safe=texts._("Go on counting"), other=texts._("Leave them out")
        )
        question.answered.connect(lambda: self._forget(then))
        question.ask()

    def _forget(self, then: Callable[[], None]) -> None:
        self._touched = False
        then()

    def _write(self) -> None:
        if self._session is None:
            return
        kind = NoteKind(self._kind.value)
        reason = self._reason.words if kind is NoteKind.LOSS else ""
        counted = self._rows.counted
        act = replace(self._desk.act(self._session.exhibition.id), id=self._act_id)
        try:
            paper = bool(self._desk.settings.printer)
            note = self._desk.till.consigning.note(act, kind, self._unit, counted, reason, paper=paper)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return
        wanted = ConsignmentNote(
            note.stamp, kind, self._unit, tuple(NoteLine(sku, qty) for sku, qty in counted), reason
        )
        self._note_written(note, wanted, self._session)
        self.saved.emit(note)

    def _note_written(self, note: ConsignmentNote, wanted: ConsignmentNote, session: Session) -> None:
        """The note is in the books: it is not counted any more, whatever else goes wrong."""
        self._act_id = self._desk.act().id
        asked = {"kind": wanted.kind, "unit": wanted.unit, "lines": wanted.lines, "reason": wanted.reason}
        before = kept_before(note, session.terms, self._texts, **asked)
        if before is not None:
            if (note.kind, note.unit) == (wanted.kind, wanted.unit):
                self._rows.take_off({line.sku: line.qty for line in note.lines})
            self._touched = bool(self._rows.pieces)
            self._show_state()
            self.show_message(before)
            return
        self._touched = False
        self._rows.take_off({line.sku: line.qty for line in note.lines})
        self._reason.clear()
        self._kind.choose(NoteKind.DELIVERY)
        self._reason.hide()
        is_read = self._show_goods(session, home=False)
        self._show_state()
        detail = self._texts._("Two papers to sign go to the printer.") if self._desk.settings.printer else ""
        if not is_read:
            detail = self._texts._("What is left of the goods could not be read.")
        self.show_message(Message(Tone.HELP, note_words(note, self._texts), detail))
