"""Intraclass correlations: the share of the variance that lies between the units, exact.

Three models, each for one rating and for the mean of all k:

* 1: every unit has raters of its own;
* 2: the same raters, drawn from many; how strict each is counts as disagreement;
* 3: these raters and no others; only how they order and space the units counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

Form = Literal["1_1", "2_1", "3_1", "1_k", "2_k", "3_k"]

FORMS: tuple[Form, ...] = get_args(Form)
"""Model and number of ratings, as Shrout and Fleiss call them."""


@dataclass(frozen=True, slots=True)
class _MeanSquares:
    between: Fraction
    within: Fraction
    raters: Fraction
    error: Fraction


def intraclass(table: Sequence[Sequence[Fraction]]) -> Mapping[Form, Fraction | None]:
    """Return the six intraclass correlations.

    Args:
        table: A row a unit, a column a rater, nothing missing.

    Returns:
        By form: up to 1, below 0 where raters differ more within units than between; None under
        two units or two raters, and where nothing varies that could be compared.

    Raises:
        ValueError: The rows are of different length.

    Source:
        P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater
        reliability, Psychological Bulletin 86 (1979), p. 420-428; of McGraw and Wong (1996)
        ICC(1), ICC(A,1), ICC(C,1), ICC(k), ICC(A,k), ICC(C,k).
    """
    units, raters = len(table), len(table[0]) if table else 0
    if any(len(row) != raters for row in table):
        raise ValueError("the rows are of different length")
    if units < 2 or raters < 2:
        return dict.fromkeys(FORMS)
    mean = _mean_squares(table)
    between, within, error = mean.between, mean.within, mean.error
    by_rater = Fraction(mean.raters - error) / units
    return {
        "1_1": _ratio(between - within, between + (raters - 1) * within),
        "2_1": _ratio(between - error, between + (raters - 1) * error + raters * by_rater),
        "3_1": _ratio(between - error, between + (raters - 1) * error),
        "1_k": _ratio(between - within, between),
        "2_k": _ratio(between - error, between + by_rater),
        "3_k": _ratio(between - error, between),
    }


def _mean_squares(table: Sequence[Sequence[Fraction]]) -> _MeanSquares:
    units, raters = len(table), len(table[0])
    values = [value for row in table for value in row]
    middle = sum(values, Fraction()) ** 2 / len(values)
    total = _squares(values) - middle
    between = _squares([sum(row, Fraction()) for row in table]) / raters - middle
    columns = [sum(column, Fraction()) for column in zip(*table, strict=True)]
    by_rater = _squares(columns) / units - middle
    return _MeanSquares(
        between=between / (units - 1),
        within=(total - between) / (units * (raters - 1)),
        raters=by_rater / (raters - 1),
        error=(total - between - by_rater) / ((units - 1) * (raters - 1)),
    )


def _squares(values: Sequence[Fraction]) -> Fraction:
    return sum((value * value for value in values), Fraction())


def _ratio(part: Fraction, whole: Fraction) -> Fraction | None:
    return part / whole if whole else None
