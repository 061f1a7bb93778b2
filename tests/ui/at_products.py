"""What stands on the products' screen, and touches in its table."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from pos.domain.consignment import NoteKind
from pos.services.desk import Desk
from pos.ui.products.label_view import LabelView
from pos.ui.products.product_columns import columns_in

FIRST, SECOND = "Olla tradicional, CB-001, Olleros de Collana Baja, 150,00", "Olla pequeña, CB-002"
NOTHING_CHOSEN, PRINT = "Elija las etiquetas", "Imprimir etiquetas"


def delivered(desk: Desk) -> Desk:
    """The stall before its first morning: two units have delivered."""
    for lines in ([("CB-001", 4), ("CB-003", 2)], [("MP-020", 6)]):
        holder = desk.till.catalogue.find(lines[0][0]).holder
        desk.till.consigning.note(desk.act(), NoteKind.DELIVERY, holder, lines)
    return desk


def table(of: QWidget) -> QTableView:
    """The rows."""
    (found,) = [view for view in of.findChildren(QTableView) if view.accessibleName() == "Productos"]
    return found


def rows(of: QWidget) -> list[str]:
    """The rows as a screen reader says them; there is no table where there are none."""
    model = table(of).model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def row(of: QWidget) -> str:
    """The row that keys work on."""
    found = table(of).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(found, str)
    return found


def touch_row(of: QWidget, place: int, part: Callable[[int], QRectF] | None = None, *, times: int = 1) -> None:
    """Touch a row, or a part of it."""
    view = table(of)
    area = view.visualRect(view.model().index(place, 0))
    at = part(area.width()).center().toPoint() if part else QPoint(120, 20)
    for _ in range(times):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + at)


def plus(width: int) -> QRectF:
    """Where a row's plus is."""
    return columns_in(width).plus


def minus(width: int) -> QRectF:
    """Where a row's minus is."""
    return columns_in(width).minus


def seen(of: QWidget, kind: type[QWidget]) -> QWidget:
    """The only one that is shown of a kind."""
    (found,) = [part for part in of.findChildren(kind) if part.isVisible()]
    return found


def preview(of: QWidget) -> str:
    """What the label says, or why there is none."""
    return seen(of, LabelView).accessibleName()
