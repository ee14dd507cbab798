"""The chances, against values from tables of the distributions."""

from __future__ import annotations

import pytest

from amanah.check.balance import binomial_two_sided, chi_square_tail, longest_run, repeating, uneven


@pytest.mark.parametrize(
    ("statistic", "freedom", "chance"),
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (11.345, 3, 0.01), (13.277, 4, 0.01), (0, 3, 1.0)],
)
def test_chi_square(statistic: float, freedom: int, chance: float) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(chance, abs=2e-5)


def test_uneven_counts() -> None:
    assert uneven([6, 6, 6, 6], [6, 6, 6, 6]) == 1
    assert uneven([14, 4, 3, 3], [6, 6, 6, 6]) == pytest.approx(chi_square_tail(86 / 6, 3))


def test_binomial() -> None:
    assert binomial_two_sided(6, 12) == 1
    assert binomial_two_sided(10, 12) == binomial_two_sided(2, 12) == pytest.approx(2 * (66 + 12 + 1) / 4096)


@pytest.mark.parametrize(
    ("keys", "run"), [([], (0, 0)), ([1], (0, 1)), ([0, 1, 1, 1, 2], (1, 3)), ([2, 2, 0, 1, 1], (0, 2))]
)
def test_longest_run(keys: list[int], run: tuple[int, int]) -> None:
    assert longest_run(keys) == run


def test_repeating() -> None:
    assert repeating([0, 1, 2] * 3) == (0, 9, 3)
    assert repeating([3, 3, 0, 1] + [0, 1] * 4) == (2, 10, 2)
    assert repeating([0, 1, 2] * 2) is None
    assert repeating([1] * 12) is None
    assert repeating([]) is None
