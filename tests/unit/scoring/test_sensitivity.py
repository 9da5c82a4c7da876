"""Sensitivity: the ranking with one thing otherwise, worked out by hand."""

from fractions import Fraction

from rolcheck.events.rows import Row
from rolcheck.scoring.results import Results
from rolcheck.scoring.reviewing import coefficients_of, sensitivity_of, severities
from rolcheck.scoring.sensitivity import Sensitivity
from tests.factories_standing import criteria, observed, ruled, settings, standing

ONE = """
[criteria]
id = "c"
title = "指标"
[[area]]
id = "1"
title = "领域"
[[group]]
id = "1.1"
title = "组"
[[indicator]]
id = "1.1.1"
title = "一项"
points = 4
[indicator.rule]
kind = "points"
"""
CLOSE = ("4 4 0", "3 3 2.5")
"""East's mean 2.67 and median 4, west's 2.83 and 3."""


def results(*more: Row, by_submission: tuple[str, str] = CLOSE) -> Results:
    rows = [
        observed(f"r{number}", value, submission=submission)
        for submission, values in zip(("east", "west"), by_submission, strict=True)
        for number, value in enumerate(values.split(), start=1)
    ]
    return Results(standing(*rows, *more, by=criteria(ONE), under=settings()), 4)


def changed(found: Sensitivity) -> dict[str, bool]:
    return {one.name: bool(found.changed(one)) for one in (*found.methods, *found.without)}


def test_each_method_and_each_reviewer_is_tried() -> None:
    found = sensitivity_of(results())

    assert dict(found.ranks) == {"west": 1, "east": 2}
    assert changed(found) == {
        "mean": False,
        "median": True,
        "trimmed-mean": False,  # fewer scores than the minimum: the plain mean
        "r1": False,
        "r2": False,
        "r3": True,
    }
    (west, _east) = found.places
    assert (west.best, west.worst, west.by_method, west.by_reviewer) == (1, 2, 1, 1)


def test_rulings_stand_whoever_is_left_out() -> None:
    found = sensitivity_of(results(ruled("1", submission="east")))

    assert not any(changed(found).values())


def test_a_score_of_one_reviewer_alone_stays() -> None:
    found = sensitivity_of(results(by_submission=("4", "3")))

    assert [(one.name, one.alone) for one in found.without] == [("r1", 2)]
    assert not any(changed(found).values())


def test_severity_is_the_distance_from_the_panel_as_a_share() -> None:
    first, *_rest = severities(results(by_submission=("4 2", "3 1")))

    assert (first.reviewer, first.items, first.deviation * 4) == ("r1", 2, Fraction(1))
    assert severities(results(by_submission=("4", "3"))) == ()


def test_all_coefficients_stand_for_one_indicator_alone() -> None:
    alone = coefficients_of(results(), "interval")
    several = coefficients_of(Results(standing(observed("r1"), observed("r2")), 4), "interval")

    assert None not in (alone.fleiss, alone.kendall_w, *alone.icc.values())
    assert {several.fleiss, several.kendall_w, *several.icc.values()} == {None}


def test_who_left_an_item_out_narrows_what_all_rated() -> None:
    found = coefficients_of(results(by_submission=("4 2", "3 1 1")), "interval")

    assert (found.fleiss, found.kendall_w, found.icc["2_1"]) == (None, None, None)
    assert found.agreement.alpha is not None
