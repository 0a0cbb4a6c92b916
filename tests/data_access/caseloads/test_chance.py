"""The interval of a count is the exact one, against another way to it and against its meaning."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from data_access.caseloads import CountUnusable, poisson_interval

CASES = 1_000
counts = st.integers(0, 100_000)
confidences = st.floats(0.5, 0.999)


def test_a_thousand_random_intervals_are_those_of_chi_square_and_have_the_tails_they_promise() -> (
    None
):
    chosen = random.Random(7)  # noqa: S311 - which cases are tried, and no secret
    for _ in range(CASES):
        count = chosen.choice((chosen.randint(0, 60), chosen.randint(0, 20_000)))
        confidence = chosen.choice((0.95, chosen.uniform(0.5, 0.999)))
        low, high = poisson_interval(count, confidence)
        tail = (1 - confidence) / 2
        if count:
            assert math.isclose(low, stats.chi2.ppf(tail, 2 * count) / 2, rel_tol=1e-9)
            assert math.isclose(stats.poisson.sf(count - 1, low), tail, rel_tol=1e-7)
        assert math.isclose(high, stats.chi2.ppf(1 - tail, 2 * count + 2) / 2, rel_tol=1e-9)
        assert math.isclose(stats.poisson.cdf(count, high), tail, rel_tol=1e-7)


def test_known_intervals_are_those_of_the_published_table() -> None:
    known = {0: (0, 3.689), 1: (0.025, 5.572), 10: (4.795, 18.390), 50: (37.111, 65.919)}
    for count, expected in known.items():
        assert poisson_interval(count) == pytest.approx(expected, abs=6e-4)


@given(counts, confidences)
def test_the_interval_holds_its_count_and_moves_up_with_it(count: int, confidence: float) -> None:
    (low, high), (next_low, next_high) = (
        poisson_interval(number, confidence) for number in (count, count + 1)
    )
    assert low <= count < high
    assert low < next_low
    assert high < next_high
    assert (low == 0) is (count == 0)


@given(counts, confidences, confidences)
def test_the_surer_one_wants_to_be_the_wider_it_is(count: int, one: float, other: float) -> None:
    unsure, sure = (poisson_interval(count, level) for level in sorted((one, other)))
    assert sure[0] <= unsure[0]
    assert sure[1] >= unsure[1]


@pytest.mark.parametrize(("count", "confidence"), [(-1, 0.95), (3, 0.0), (3, 1.0), (3, 95.0)])
def test_what_is_no_count_or_no_confidence_is_refused(count: int, confidence: float) -> None:
    with pytest.raises(CountUnusable):
        poisson_interval(count, confidence)
