"""Any sale returned in any number of steps nets to zero for everyone (docs/domain.md, "Returns and refunds")."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from pos.domain.sales import Return, Sale
from tests.builders import a_return
from tests.domain import invented


def money_of(event: Sale | Return) -> Counter:
    """Who gets what: unit by unit and member by member, commission, fund, promotion, the buyer."""
    sums: Counter = Counter()
    for line in event.lines:
        sums["promotion"] += line.promotion
        sums["buyer"] += line.net
        for share in line.shares:
            sums[share.unit, "gross"] += share.gross
            sums[share.unit, "earning"] += share.earning
            sums["commission"] += share.commission
            sums["fund"] += share.fund
            for name, part in share.members:
                sums[share.unit, name] += part
    return sums


def played_back(sale: Sale, steps, kind: str = "cash") -> list[Return]:
    """The returns of these steps, one after another."""
    already: Counter = Counter()
    returns = []
    for number, wanted in enumerate(steps, 1):
        returns.append(a_return(sale, wanted, already, kind=kind, number=number, exhibition=invented.FAIR))
        already.update(dict(wanted))
    return returns


@settings(max_examples=40)
@given(st.data(), invented.cases())
def test_all_pieces_back_in_any_number_of_steps_is_as_if_nothing_was_sold(data, case):
    returns = played_back(case.sale, data.draw(invented.steps_back(case.sale)))
    total = money_of(case.sale)
    for returned in returns:
        total.update(money_of(returned))
    assert set(total.values()) <= {0}
    assert -sum(returned.due for returned in returns) == case.sale.due
    paid_back = -sum(returned.tender.value for returned in returns if returned.tender)
    assert paid_back == case.sale.due - sum(returned.rounding for returned in returns)
    assert 2 * abs(paid_back - case.sale.due) <= 10 * len(returns)


@settings(max_examples=30)
@given(st.data(), invented.cases())
def test_paid_back_by_qr_the_buyer_gets_the_due_to_the_centavo(data, case):
    returns = played_back(case.sale, data.draw(invented.steps_back(case.sale)), "qr")
    assert -sum(returned.tender.value for returned in returns if returned.tender) == case.sale.due
    assert not any(returned.rounding for returned in returns)


@settings(max_examples=40)
@given(st.data(), invented.cases())
def test_what_is_back_so_far_does_not_depend_on_the_steps(data, case):
    steps = data.draw(invented.steps_back(case.sale))
    steps = steps[: data.draw(st.integers(1, len(steps)))]
    back: Counter = Counter()
    for wanted in steps:
        back.update(dict(wanted))
    by_steps: Counter = Counter()
    for returned in played_back(case.sale, steps):
        by_steps.update(money_of(returned))
    at_once = money_of(a_return(case.sale, list(back.items()), exhibition=invented.FAIR))
    assert by_steps == at_once


@settings(max_examples=40)
@given(st.data(), invented.cases())
def test_each_returned_line_is_whole_in_itself(data, case):
    for returned in played_back(case.sale, data.draw(invented.steps_back(case.sale))):
        for line in returned.lines:
            assert line.net <= 0
            assert sum(share.gross for share in line.shares) == (0 if line.yapa else line.credited)
            for share in line.shares:
                assert sum(part for _, part in share.members) == share.earning
