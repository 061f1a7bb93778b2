"""The ten sales of a pressed day: each way into the cart, each way to a price, each way to pay."""

from typing import Any

from tests.ui.person import Person
from tests.ui.pressed_day import ELENAS_PIN, PressedDay


class PressedSales:
    """Sells, and notes each sale in the day's file."""

    def __init__(self, day: PressedDay) -> None:
        self._day = day
        self._p: Person = day.person
        self._count = 0

    def all(self) -> None:
        """From half past nine until noon."""
        for sale in (
            self._scanned_and_paid_with_a_note,
            self._touched_searched_bargained_and_paid_by_card,
            self._under_the_floor_with_a_yapa_and_exact_cash,
            self._with_a_tenth_off_and_by_qr,
            self._held_while_another_one_pays_in_dollars,
            self._by_qr_and_cash,
            self._made_together_and_borne_by_the_network,
            self._rounded,
            self._by_mistake,
        ):
            sale()
        assert self._count == 10

    def _at(self, hour: int, minute: int) -> None:
        self._day.at(hour, minute)

    def _done(self, lines: list[dict[str, Any]], tenders: list[dict[str, Any]], **fields: Any) -> None:
        """The sale is finished: its receipt is the next one, and it is written down."""
        self._count += 1
        assert self._p.sees(f"A-{self._count:06d}")
        self._day.note("sale", ref=f"s{self._count}", lines=lines, tenders=tenders, **fields)
        self._p.press("Enter")

    def _scanned_and_paid_with_a_note(self) -> None:
        """142.50."""
        self._at(9, 20)
        self._day.scan("MP-027", "MP-027", "JK-015")
        self._p.touch("Local")
        self._p.press("F12")
        self._p.write("200")
        self._p.press("Enter")
        assert self._p.sees("57,50")
        lines = [{"scan": "MP-027", "qty": 2}, {"scan": "JK-015"}]
        self._done(lines, [{"kind": "cash", "amount": "200.00"}], buyer="local")

    def _touched_searched_bargained_and_paid_by_card(self) -> None:
        """40.00 + 420.00."""
        p = self._p
        self._at(9, 40)
        p.touch("Balsa de totora, 40,00")
        p.press("F2")
        p.write("charango")
        p.press("Enter")
        p.press("F4")
        p.write("420")
        p.press("Enter")
        p.touch("Turista")
        p.press("F12")
        p.touch("Tarjeta")
        p.touch_field("Número del comprobante, si lo tiene")
        p.write("0099")
        p.press("F12")
        lines = [{"scan": "MP-014"}, {"scan": "MP-015", "price": "420.00"}]
        self._done(lines, [{"kind": "card", "amount": "460.00", "reference": "0099"}], buyer="tourist")

    def _under_the_floor_with_a_yapa_and_exact_cash(self) -> None:
        """90.00; Elena gives her word for ten less than the floor."""
        p = self._p
        self._at(10, 0)
        self._day.scan("MP-026")
        p.press("F4")
        p.write("90")
        p.press("Enter")
        p.sign_in("Elena", ELENAS_PIN)
        self._day.scan("JK-015")
        p.press("F5", "F12")
        p.touch("Justo 90,00")
        p.press("F12")
        lines = [{"scan": "MP-026", "price": "90.00"}, {"scan": "JK-015", "yapa": True}]
        self._done(lines, [{"kind": "cash", "amount": "90.00"}], supervisor="Elena")

    def _with_a_tenth_off_and_by_qr(self) -> None:
        """120.00 less a tenth, 108.00."""
        p = self._p
        self._at(10, 20)
        self._day.scan("MP-027", "MP-029")
        p.press("F6")
        p.touch("10 %")
        p.press("Enter")
        p.touch("Empresa")
        p.press("F12")
        p.touch("QR")
        p.touch_field("Número de operación, si lo tiene")
        p.write("8841")
        p.touch("Sí llegó el dinero")
        lines = [{"scan": "MP-027"}, {"scan": "MP-029"}]
        tenders = [{"kind": "qr", "amount": "108.00", "reference": "8841"}]
        self._done(lines, tenders, discount={"percent": "10"}, buyer="institution")

    def _held_while_another_one_pays_in_dollars(self) -> None:
        """18.50 for two dollars, and then 61.50 less 1.50 by bank."""
        p = self._p
        self._at(10, 40)
        self._day.scan("MP-005", "MP-013", "MP-013", "MP-013")
        p.press("F6")
        p.write("1,5")
        p.press("Enter")
        p.press("F8")
        assert p.cart == []
        self._day.scan("ES-002")
        p.press("F12")
        p.touch("Dólares")
        p.touch("US$ 1")
        p.touch("US$ 1")
        p.press("F12")
        assert p.sees("0,90")
        self._done([{"scan": "ES-002"}], [{"kind": "cash", "currency": "USD", "amount": "2.00"}])
        self._at(10, 50)
        p.press("F8", "Enter")
        assert len(p.cart) == 2
        p.press("F12")
        p.touch("Banco")
        p.touch_field("Número de operación, si lo tiene")
        p.write("TR-55")
        p.press("F12")
        lines = [{"scan": "MP-005"}, {"scan": "MP-013", "qty": 3}]
        tenders = [{"kind": "transfer", "amount": "60.00", "reference": "TR-55"}]
        self._done(lines, tenders, discount={"amount": "1.50"})

    def _by_qr_and_cash(self) -> None:
        """450.00: most of it by QR, the rest with a note of 100."""
        p = self._p
        self._at(11, 0)
        self._day.scan("MP-015")
        p.press("F12")
        p.touch("QR")
        p.write("400")
        p.touch_field("Número de operación, si lo tiene")
        p.write("9917")
        p.press("F12")
        assert p.sees("TODAVÍA FALTA")
        p.touch("Bs 100")
        p.press("F12")
        tenders = [{"kind": "qr", "amount": "400.00", "reference": "9917"}, {"kind": "cash", "amount": "100.00"}]
        self._done([{"scan": "MP-015"}], tenders)

    def _made_together_and_borne_by_the_network(self) -> None:
        """140.00, of three makers, and a star for 16.00 whose two off are the network's."""
        p = self._p
        self._at(11, 20)
        self._day.scan("MP-031", "MP-032")
        p.press("F4")
        p.touch("16,00")
        p.press("Enter")
        p.press("F12")
        p.touch("Bs 200")
        p.press("F12")
        assert p.sees("44,00")
        self._done([{"scan": "MP-031"}, {"scan": "MP-032", "price": "16.00"}], [{"kind": "cash", "amount": "200.00"}])

    def _rounded(self) -> None:
        """65.00 less 7.77 %: 59.95, which cash rounds to 60.00."""
        p = self._p
        self._at(11, 40)
        self._day.scan("MP-027")
        p.press("F6")
        p.touch("Venta, en %")
        p.write("7,77")
        p.press("Enter")
        p.press("F12")
        p.touch("Justo 60,00")
        p.press("F12")
        self._done([{"scan": "MP-027"}], [{"kind": "cash", "amount": "60.00"}], discount={"percent": "7.77"})

    def _by_mistake(self) -> None:
        """12.00, voided later."""
        self._at(12, 0)
        self._day.scan("ES-006")
        self._p.press("F12")
        self._p.touch("Justo 12,00")
        self._p.press("F12")
        self._done([{"scan": "ES-006"}], [{"kind": "cash", "amount": "12.00"}])
