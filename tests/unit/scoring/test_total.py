"""Base, bonus, total, and what is still open."""

from fractions import Fraction

from rolcheck.scoring.rollup import NOT_APPLICABLE, PENDING, Leaf, Unscored
from rolcheck.scoring.rounding import EXACT, Rounding
from rolcheck.scoring.total import totalled


def leaf(points: str, weight: str, state: str | Unscored) -> Leaf:
    given = state if isinstance(state, Unscored) else Fraction(state)
    return Leaf("1.1.1", Fraction(points), Fraction(weight), given)


def test_the_bonus_is_added_to_the_base() -> None:
    total = totalled(Fraction(90), [Fraction(1), Fraction("0.5")], [], cap=None, rounding=EXACT)

    assert (total.base, total.bonus, total.total) == (
        Fraction(90),
        Fraction("1.5"),
        Fraction("91.5"),
    )


def test_all_bonus_items_together_are_capped() -> None:
    total = totalled(Fraction(90), [Fraction(2), Fraction(2)], [], cap=Fraction(3), rounding=EXACT)

    assert (total.bonus, total.total) == (Fraction(3), Fraction(93))


def test_a_bonus_under_the_cap_stays() -> None:
    assert totalled(None, [Fraction(2)], [], cap=Fraction(3), rounding=EXACT).bonus == 2


def test_base_and_bonus_are_rounded_each_so_that_a_sheet_adds_up() -> None:
    total = totalled(
        Fraction("90.005"), [Fraction("1.005")], [], cap=None, rounding=Rounding({"total": 2})
    )

    assert (total.base, total.bonus) == (Fraction("90.01"), Fraction("1.01"))
    assert total.total == Fraction("91.02")


def test_the_bonus_is_rounded_after_the_cap() -> None:
    cap = Fraction("1.25")
    total = totalled(Fraction(1), [Fraction(2)], [], cap=cap, rounding=Rounding({"total": 1}))

    assert total.bonus == Fraction("1.3")


def test_without_a_base_there_is_no_total_but_the_bonus_is_known() -> None:
    total = totalled(None, [Fraction(1)], [], cap=None, rounding=EXACT)

    assert (total.base, total.bonus, total.total) == (None, Fraction(1), None)


def test_pending_points_count_after_the_weight() -> None:
    indicators = [
        leaf("3", "2", PENDING),
        leaf("5", "0.5", PENDING),
        leaf("4", "1", NOT_APPLICABLE),
        leaf("4", "1", "0"),
    ]

    total = totalled(Fraction(0), [], indicators, cap=None, rounding=EXACT)

    assert (total.pending, total.complete) == (Fraction("8.5"), False)


def test_nothing_pending_is_complete() -> None:
    indicators = [leaf("4", "1", NOT_APPLICABLE), leaf("4", "1", "0")]

    total = totalled(Fraction(0), [], indicators, cap=None, rounding=EXACT)

    assert (total.pending, total.complete) == (Fraction(0), True)


def test_an_indicator_that_weighs_nothing_is_pending_all_the_same() -> None:
    total = totalled(Fraction(0), [], [leaf("4", "0", PENDING)], cap=None, rounding=EXACT)

    assert (total.pending, total.complete) == (Fraction(0), False)
