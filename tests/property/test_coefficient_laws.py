"""Kappa, intraclass correlations and Kendall's W beside slow second ones in floats."""

from fractions import Fraction
from itertools import combinations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolcheck.scoring.concordance import kendall_w
from rolcheck.scoring.icc import FORMS, intraclass
from rolcheck.scoring.kappa import fleiss_kappa

Table = list[list[Fraction]]
shares = st.fractions(0, 1, max_denominator=4)
tables = st.tuples(st.integers(2, 6), st.integers(2, 5)).flatmap(
    lambda size: st.lists(
        st.lists(shares, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


def floats(table: Table) -> numpy.ndarray:
    return numpy.array([[float(value) for value in row] for row in table])


@given(tables)
def test_kappa_is_that_of_pairs_counted_one_by_one(table: Table) -> None:
    pairs = [one == other for row in table for one, other in combinations(row, 2)]
    flat = [value for row in table for value in row]
    chance = sum(one == other for one in flat for other in flat) / len(flat) ** 2
    kappa = fleiss_kappa(table)

    if len(set(flat)) == 1:
        assert kappa is None
    else:
        expected = (sum(pairs) / len(pairs) - chance) / (1 - chance)
        assert float(kappa or 0) == pytest.approx(expected, abs=1e-9)


@given(tables)
def test_correlations_are_those_of_the_variances_of_residuals(table: Table) -> None:
    """One-way and two-way mean squares from residuals, not from sums of squares."""
    x = floats(table)
    n, k = x.shape
    rows, columns = x.mean(axis=1, keepdims=True), x.mean(axis=0, keepdims=True)
    b = k * rows.var(ddof=1)
    w = ((x - rows) ** 2).sum() / (n * (k - 1))
    j = n * columns.var(ddof=1)
    e = ((x - rows - columns + x.mean()) ** 2).sum() / ((n - 1) * (k - 1))
    parts = {
        "1_1": (b - w, b + (k - 1) * w),
        "2_1": (b - e, b + (k - 1) * e + k * (j - e) / n),
        "3_1": (b - e, b + (k - 1) * e),
        "1_k": (b - w, b),
        "2_k": (b - e, b + (j - e) / n),
        "3_k": (b - e, b),
    }
    found = intraclass(table)

    for form in FORMS:
        part, whole = parts[form]
        value = found[form]
        assert (value is None) == (abs(whole) < 1e-12)
        if value is not None:
            assert float(value) == pytest.approx(part / whole, rel=1e-6, abs=1e-9)


@given(tables)
def test_w_is_the_spread_of_the_rank_sums_as_a_share_of_the_most(table: Table) -> None:
    """The variance of the rank sums as a share of the most that these ranks allow."""
    columns = list(zip(*table, strict=True))
    ranks = numpy.array(
        [
            [sum(o < v for o in column) + (sum(o == v for o in column) + 1) / 2 for v in column]
            for column in columns
        ]
    )
    m, n = ranks.shape
    apart = ((ranks.sum(axis=0) - m * (n + 1) / 2) ** 2).sum()
    most = m * ((ranks - (n + 1) / 2) ** 2).sum()
    w = kendall_w(table)

    assert (w is None) == (most < 1e-12)
    if w is not None:
        assert float(w) == pytest.approx(apart / most, abs=1e-9)
        assert 0 <= w <= 1
