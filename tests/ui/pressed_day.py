"""A whole day at one till as a person presses it, and the same day as lines of a `stall-day/1` file.

The clock goes on between the acts. Each act writes down, in the file's own words, what it was about; the opening of the
drawer alone is left out, since the format has no word for it.
"""

from datetime import datetime, time
from typing import Any

from pos.domain.barcodes import badge_code, receipt_digits
from tests.ui.person import Person
from tests.ui.stand import CHRISTMAS_FAIR, LA_PAZ, StandingClock

PRINTER = "tcp://127.0.0.1:9100"
ELENAS_PIN, ANAS_PIN = "4711", "1357"
FLOAT = {"10.00": 10, "5.00": 20, "1.00": 30, "0.50": 40}
"""250.00."""
COUNTED = {"200.00": 2, "100.00": 1, "50.00": 1, "10.00": 1, "5.00": 1, "2.00": 1, "0.10": 1}
"""567.10, half a boliviano less than there should be."""
TO_SIGN = "Van a la impresora dos papeles para firmar."
NOTES_AND_COINS = ("200.00", "100.00", "50.00", "20.00", "10.00", "5.00", "2.00", "1.00", "0.50", "0.20", "0.10")


class PressedDay:
    """Presses the day, part by part; `lines` is the day file so far."""

    def __init__(self, person: Person, clock: StandingClock) -> None:
        self.person = person
        self.clock = clock
        self.lines: list[dict[str, Any]] = [{"format": "stall-day/1", "exhibition": CHRISTMAS_FAIR, "till": "A"}]

    # --- writing down -------------------------------------------------------------------------------------------------

    def at(self, hour: int, minute: int) -> None:
        """It is so late now."""
        self.clock.at = datetime.combine(self.clock.at.date(), time(hour, minute), LA_PAZ)

    def note(self, do: str, **fields: Any) -> None:
        """What was just done, as the day file says it."""
        self.lines.append({"at": self.clock.at.isoformat(), "do": do, **fields})

    def scan(self, *skus: str) -> None:
        """Scan the labels of these products: their numbers, as the scanner reads them."""
        for sku in skus:
            barcode = self.person.desk.till.catalogue.find(sku).barcode
            assert barcode is not None
            self.person.scan(barcode)

    # --- before the fair ----------------------------------------------------------------------------------------------

    def set_up(self) -> None:
        """The first start: the till's letter, the network's file, who administers, who else works, the printer."""
        p = self.person
        self.at(8, 0)
        p.touch("A")
        p.press("F12")
        p.touch("Traer la red de un archivo")
        p.press("Enter")
        p.write("Elena")
        p.press("Tab")
        for _ in range(2):
            p.write(ELENAS_PIN)
            p.press("Enter")
        p.press("Enter")
        assert p.sees("¿En qué feria vende?")
        p.press("Enter")
        assert p.sees("Abrir turno")
        self._add_ana()
        p.touch("Equipos")
        p.touch("Impresora de recibos: Ninguno")
        p.touch_field("Otra dirección")
        p.write(PRINTER)
        p.touch("58 mm")
        p.touch("Usar este")
        p.press("F11")
        assert p.sees("¿Quién atiende?")

    def _add_ana(self) -> None:
        p = self.person
        p.press_with_ctrl("5")
        p.touch("Personas")
        p.touch("Agregar a alguien")
        p.write("Ana")
        p.press("Enter")
        for _ in range(2):
            p.write(ANAS_PIN)
            p.press("Enter")
        p.press("Enter")
        assert p.has_button("Ana, Atiende")

    def bring_goods(self) -> None:
        """Four units bring their goods: scanned, touched and typed."""
        p = self.person
        self.at(8, 30)
        p.sign_in("Ana", ANAS_PIN)
        p.press_with_ctrl("2")
        p.touch("Recibir una entrega")
        p.scan(badge_code("MP07"))
        self.scan("MP-027", "MP-027", "MP-027", "MP-027")
        p.touch("Uno más de Bolso de aguayo")
        p.touch_field("Guantes de alpaca")
        p.write("12")
        p.press("F12")
        assert p.message == f"17 piezas entregadas. {TO_SIGN}"
        goods = [{"sku": "MP-026", "qty": 1}, {"sku": "MP-027", "qty": 4}, {"sku": "MP-029", "qty": 12}]
        self.note("deliver", unit="MP07", lines=goods)
        self._bring("MP04", ("MP-014", "Balsa de totora", 10), ("MP-015", "Charango de naranjo", 3))
        self._bring("JK03", ("JK-015", "Sapito de la suerte", 20))
        self._bring("JK01", ("JK-001", "Casita de la comunidad", 2))
        p.press("Esc")
        p.press_with_ctrl("1")

    def _bring(self, unit: str, *goods: tuple[str, str, int]) -> None:
        p = self.person
        self.at(8, self.clock.at.minute + 5)
        p.scan(badge_code(unit))
        for _sku, name, count in goods:
            p.touch_field(name)
            p.write(str(count))
        p.press("F12")
        assert p.message.endswith(f"piezas entregadas. {TO_SIGN}")
        self.note("deliver", unit=unit, lines=[{"sku": sku, "qty": count} for sku, _name, count in goods])

    def open_shift(self) -> None:
        """Count the float, 250.00."""
        p = self.person
        self.at(9, 0)
        assert p.sees("Abrir turno")
        self._count(FLOAT)
        assert p.sees("250,00")
        p.press("F12")
        assert p.sees("Turno 1")
        self.note("open_shift", cashier="Ana", float={"BOB": FLOAT})

    def _count(self, pieces: dict[str, int]) -> None:
        """Type how many there are of each, from the topmost row on."""
        for value in NOTES_AND_COINS:
            if value in pieces:
                self.person.write(str(pieces[value]))
            if value != NOTES_AND_COINS[-1]:
                self.person.press("Down")

    # --- after noon ---------------------------------------------------------------------------------------------------

    def take_back(self) -> None:
        """One chullo of the first sale comes back; the last sale was a mistake and is voided."""
        p = self.person
        self.at(14, 0)
        p.press("F7")
        p.scan(receipt_digits("A", 1))
        self.scan("MP-027")
        p.press("F12")
        assert p.sees("AR-000001")
        assert p.sees("Devolución de la venta A-000001.")
        p.press("Enter")
        self.note("refund", of="s1", lines=[{"line": 1, "qty": 1}])
        self.at(14, 10)
        p.press("F7")
        p.scan(receipt_digits("A", 10))
        p.touch("Anular la venta")
        assert p.question.startswith("¿Anular toda la venta A-000010?")
        p.touch("Sí, anular")
        assert p.sees("La venta A-000010 quedó anulada.")
        p.press("Enter")
        self.note("void", of="s10")

    def print_again(self) -> None:
        """The fourth sale's buyer wants another receipt; nothing of it is in the books."""
        p = self.person
        self.at(14, 20)
        self.settle_printer()
        p.press("F10")
        p.touch("Reimprimir un recibo")
        p.scan(receipt_digits("A", 4))
        p.touch("Imprimir copia")
        assert p.message == "La copia de A-000004 va a la impresora."
        p.press("Esc")

    def move_cash(self) -> None:
        """Change from home comes in, bags are paid for, a unit has an advance, and a note is changed."""
        p = self.person
        self.at(15, 0)
        p.press("F10")
        p.write("1")
        p.write("50")
        p.touch("Cambio")
        p.press("F12")
        assert p.message == "Entrada anotada: Bs 50,00. Cambio"
        self.note("cash_in", amount="50.00", reason="Cambio")
        self.at(15, 10)
        p.press("F10")
        p.write("2")
        p.write("15")
        p.touch("Bolsas")
        p.press("F12")
        assert p.message == "Salida anotada: Bs 15,00. Bolsas"
        self.note("cash_out", amount="15.00", reason="Bolsas")
        self.at(15, 20)
        p.press("F10")
        p.write("3")
        p.touch("Rubén Callisaya")
        p.write("50")
        p.press("Enter")
        assert p.message == "Anticipo anotado: Bs 50,00. Rubén Callisaya"
        self.note("advance", unit="MP04", amount="50.00")
        self.at(15, 30)
        p.press("F10")
        p.write("4")
        p.touch("Cambiar un billete")
        p.touch("Abrir el cajón")
        p.sign_in("Elena", ELENAS_PIN)  # and nothing is noted: the format has no word for it

    def read_x(self) -> None:
        """The X: what was sold, and the drawer only for whoever is in charge."""
        p = self.person
        self.at(16, 0)
        p.press("F10")
        p.write("6")
        for words in ("Informe X del turno 1", "1.479,95", "•••"):
            assert p.sees(words)
        assert not p.sees("667,60"), "the drawer is counted blind"
        p.touch("Imprimir X")
        p.sign_in("Elena", ELENAS_PIN)
        p.press("Esc")

    def settle_printer(self) -> None:
        """Nothing is in the printer's hand any more."""
        self.person.wait_until(lambda: not self.person.has_button("Imprimiendo…"))

    # --- the evening --------------------------------------------------------------------------------------------------

    def pay_producer(self) -> None:
        """A part of what Confecciones Sawuri is owed, from the drawer."""
        p = self.person
        self.at(18, 0)
        p.press_with_ctrl("2")
        p.scan(badge_code("MP07"))
        assert p.sees("293,50")
        p.press("F12")
        p.write("100")
        p.press("Enter")
        assert p.sees("En efectivo, de la gaveta de la caja A")
        p.press("F12")
        assert p.sees("Pagado")
        p.press("Enter")
        self.note("payout", unit="MP07", amount="100.00", kind="cash")

    def close(self) -> None:
        """Count the drawer without knowing what should be in it: half a boliviano is short."""
        p = self.person
        self.at(18, 30)
        p.press_with_ctrl("4")
        self._count(COUNTED)
        assert p.sees("567,10")
        assert not p.sees("567,60")
        p.touch("Siguiente")
        p.touch_field("US$ 1")
        p.write("2")
        p.touch("Siguiente")  # to the euros
        p.touch("Siguiente")  # of which there are none
        for amount in ("508", "460", "60"):
            p.write(amount)
            p.press("Enter")
        for words in ("Falta dinero en la caja", "567,60", "−0,50"):
            assert p.sees(words)
        p.touch("Vuelto mal dado")
        p.press("F12")
        assert p.sees("Z 1")
        p.press("Enter")
        assert p.message == "Turno cerrado, Z número 1. Faltan Bs 0,50 en la gaveta."
        self.note("close_shift", count={"BOB": COUNTED, "USD": {"1.00": 2}})

    def send_home(self) -> None:
        """After the close Rubén Callisaya takes home what he did not sell, and the rest is sent to him by bank."""
        p = self.person
        self.at(18, 45)
        p.press_with_ctrl("2")
        p.touch("Entregas")
        p.scan(badge_code("MP04"))
        p.touch("Se lleva")
        assert p.sees("10 piezas"), "all that is left is proposed"
        p.press("F12")
        self.note("return", unit="MP04", lines=[{"sku": "MP-014", "qty": 9}, {"sku": "MP-015", "qty": 1}])
        self.at(18, 50)
        p.press("Esc")
        p.scan(badge_code("MP04"))
        assert p.sees("724,90")
        p.press("F12", "Enter", "F12")
        assert p.sees("Pagado")
        p.press("Enter")
        self.note("payout", unit="MP04", amount="all", kind="transfer")
