"""Who earns what of a sale: the parts of its lines, unit by unit, come to what was due."""

from hypothesis import given
from hypothesis import strategies as st

from pos.domain.earnings import UnitEarning, earnings
from pos.domain.products import BorneBy
from tests.builders import a_basket, a_product, a_sale, minor, money


def test_a_unit_with_two_lines_earns_their_sum_and_the_network_the_rest():
    """15 % commission and 5 % for the fund of 10,00 and of 20,00."""
    of = earnings(a_sale(a_basket(a_product("TAZA", "10.00"), a_product("JARRA", "20.00"))).lines)
    assert of.units == (UnitEarning("A", minor("30.00"), minor("24.00")),)
    assert (of.commission, of.fund, of.promotion) == (minor("4.50"), minor("1.50"), 0)
    assert of.network == minor("6.00")


def test_what_two_units_made_together_is_shared_between_them():
    of = earnings(a_sale(a_basket(a_product("NACIMIENTO", "90.00", {"A": 2, "B": 1}))).lines)
    assert [(unit.unit, unit.gross) for unit in of.units] == [("A", minor("60.00")), ("B", minor("30.00"))]


def test_who_gave_a_yapa_is_named_and_earns_nothing():
    basket = a_basket(a_product("TAZA", "10.00")).add_yapa(a_product("MIEL", "12.00", {"B": 1}))
    of = earnings(a_sale(basket).lines)
    assert of.units[1] == UnitEarning("B", 0, 0)


def test_a_bargain_that_the_network_bears_is_taken_off_its_own_part():
    """Sold for 8,00, credited as 10,00: the network adds the 2,00 out of its 2,00."""
    product = a_product("TAZA", "10.00", borne_by=BorneBy.NETWORK)
    of = earnings(a_sale(a_basket(product).bargained(0, money("8.00"))).lines)
    assert of.units[0].earning == minor("8.00")
    assert of.promotion == minor("2.00")
    assert of.network == 0


@given(st.lists(st.tuples(st.integers(1, 100_000), st.integers(1, 5), st.booleans()), min_size=1, max_size=6))
def test_all_parts_come_to_what_was_due(goods: list[tuple[int, int, bool]]):
    basket = a_basket()
    for i, (price, qty, shared) in enumerate(goods):
        makers = {"A": 2, "B": 3} if shared else {"C": 1}
        product = a_product(f"P{i}", f"{price // 100}.{price % 100:02}", makers)
        basket = basket.add(product, qty) if i else a_basket(product).with_qty(0, qty)
    sale = a_sale(basket)
    of = earnings(sale.lines)
    assert sum(unit.earning for unit in of.units) + of.network == sale.due
