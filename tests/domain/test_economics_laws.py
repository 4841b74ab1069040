"""Laws of costs and lifetime values, against sums written out period by period."""

from __future__ import annotations

from math import fsum, isclose

from hypothesis import given
from hypothesis import strategies as st

from kpixl.domain import economics

MONEY = st.floats(1, 1e9)
RATE = st.floats(0, 1)
CHURN = st.one_of(st.just(0.0), st.just(1.0), st.floats(1e-12, 1))
DISCOUNT = st.one_of(st.just(0.0), st.floats(0, 2))


@given(MONEY, RATE, CHURN, DISCOUNT, st.integers(0, 120))
def test_a_lifetime_of_some_periods_is_the_sum_of_what_each_brings(
    arpa: float, margin: float, churn: float, discount: float, periods: int
) -> None:
    value = economics.ltv(arpa, margin, churn, discount, float(periods))
    by_period, staying = [], 1.0
    for _ in range(periods):
        by_period.append(arpa * margin * staying)
        staying *= (1 - churn) / (1 + discount)
    assert isclose(value, fsum(by_period), rel_tol=1e-9)


@given(MONEY, RATE, st.floats(0.01, 1), DISCOUNT)
def test_a_lifetime_without_an_end_is_the_limit_of_longer_and_longer_ones(
    arpa: float, margin: float, churn: float, discount: float
) -> None:
    endless = economics.ltv(arpa, margin, churn, discount, None)
    assert isclose(economics.ltv(arpa, margin, churn, discount, 10_000.0), endless, rel_tol=1e-9)


@given(MONEY, RATE, st.floats(0.01, 1), DISCOUNT)
def test_a_lifetime_is_the_textbook_sum_with_the_first_period_added(
    arpa: float, margin: float, churn: float, discount: float
) -> None:
    gain, retention = arpa * margin, 1 - churn
    textbook = gain * retention / (1 + discount - retention)
    assert isclose(economics.ltv(arpa, margin, churn, discount, None), gain + textbook, rel_tol=1e-9)


@given(MONEY, RATE, st.floats(0.01, 1), st.integers(1, 60))
def test_a_discount_or_a_nearer_end_never_raises_the_lifetime_value(
    arpa: float, margin: float, churn: float, periods: int
) -> None:
    endless = economics.ltv(arpa, margin, churn, 0.0, None) * (1 + 1e-12)
    assert economics.ltv(arpa, margin, churn, 0.1, None) <= endless
    assert economics.ltv(arpa, margin, churn, 0.0, float(periods)) <= endless


@given(MONEY, MONEY, st.floats(0.01, 1))
def test_after_the_payback_the_profit_equals_the_cost(cac: float, arpa: float, margin: float) -> None:
    assert isclose(economics.payback(cac, arpa, margin) * arpa * margin, cac, rel_tol=1e-9)


@given(MONEY, MONEY)
def test_the_return_on_investment_is_the_return_on_spend_less_one(revenue: float, cost: float) -> None:
    assert isclose(
        economics.roi(revenue, cost), economics.roas(revenue, cost) - 1, rel_tol=1e-9, abs_tol=1e-9
    )


@given(st.lists(st.integers(0, 10), min_size=1, max_size=200))
def test_a_net_promoter_score_is_the_mean_of_plus_100_nothing_and_minus_100(scores: list[int]) -> None:
    worth = [100 * ((score >= 9) - (score <= 6)) for score in scores]
    found = economics.net_promoter_score([float(score) for score in scores])
    assert isclose(found, fsum(worth) / len(worth), rel_tol=1e-12, abs_tol=1e-12)
    assert -100 <= found <= 100


@given(st.lists(st.integers(0, 10), min_size=1, max_size=50), st.integers(1, 5))
def test_who_does_not_answer_does_not_count(scores: list[int], silent: int) -> None:
    answers = [float(score) for score in scores]
    blanks: list[float | None] = [None] * silent
    assert economics.net_promoter_score(blanks + answers) == economics.net_promoter_score(answers)
