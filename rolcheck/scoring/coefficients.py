"""Every coefficient of agreement side by side, each of the units that it takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.scoring.agreement import Agreement, Level, agreement
from rolcheck.scoring.concordance import kendall_w
from rolcheck.scoring.icc import FORMS, Form, intraclass
from rolcheck.scoring.kappa import fleiss_kappa


@dataclass(frozen=True, slots=True)
class Coefficients:
    """How far reviewers agree, by every coefficient; None where one is not defined.

    Attributes:
        agreement: Krippendorff's alpha with what it rests on.
        fleiss: Fleiss' kappa, where all units have equally many ratings.
        icc: The intraclass correlations, over the units that all reviewers rated.
        kendall_w: Kendall's W, over the same.
    """

    agreement: Agreement
    fleiss: Fraction | None
    icc: Mapping[Form, Fraction | None]
    kendall_w: Fraction | None


def coefficients(units: Sequence[Mapping[str, Fraction]], level: Level) -> Coefficients:
    """Return every coefficient for the units of one indicator.

    Args:
        units: The ratings of each unit by reviewer, missing ones left out.
        level: The level of measurement that alpha takes.
    """
    ratings = [tuple(unit.values()) for unit in units]
    table = _rated_by_all(units)
    return Coefficients(
        agreement(ratings, level),
        fleiss_kappa([unit for unit in ratings if len(unit) > 1]),
        intraclass(table),
        kendall_w(table),
    )


def alpha_alone(units: Sequence[Mapping[str, Fraction]], level: Level) -> Coefficients:
    """Return alpha over the units of several indicators; the others are for one alone."""
    ratings = [tuple(unit.values()) for unit in units]
    return Coefficients(agreement(ratings, level), None, dict.fromkeys(FORMS), None)


def _rated_by_all(units: Sequence[Mapping[str, Fraction]]) -> list[list[Fraction]]:
    reviewers = sorted({reviewer for unit in units for reviewer in unit})
    return [
        [unit[reviewer] for reviewer in reviewers] for unit in units if len(unit) == len(reviewers)
    ]
