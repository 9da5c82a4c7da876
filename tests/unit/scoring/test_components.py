"""Components weighed into a total, against the example on paper and a slow computation."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.scoring.components import composed
from rolcheck.scoring.rounding import EXACT, MODES, Mode, Rounding
from rolcheck.scoring.total import Part, Total

CENTS = Rounding({"total": 2})
thousandths = st.integers(0, 100_000).map(lambda n: Fraction(n, 1000))


def rounds(base: str | None, bonus: str = "0", *, complete: bool = True) -> Total:
    known = None if base is None else Fraction(base)
    total = None if known is None else known + Fraction(bonus)
    return Total(known, Fraction(bonus), total, Fraction(0), complete)


def part(id: str, weight: str, score: str | None = None) -> Part:
    known = None if score is None else Fraction(score)
    return Part(id, Fraction(weight), known, review=id == "review")


def test_the_example_on_paper() -> None:
    parts = [part("review", "0.7"), part("field", "0.2", "85"), part("survey", "0.1", "88.57")]

    total = composed(rounds("45.25", "1"), Fraction(50), parts, CENTS)

    weighted = [one.weighted for one in total.parts]
    assert weighted == [Fraction("63.35"), 17, Fraction("8.857")]
    assert total.total == Fraction("90.21")
    assert (total.base, total.bonus) == (Fraction("45.25"), Fraction(1))
    assert total.complete


def test_without_components_the_rounds_stand_alone() -> None:
    total = rounds("45.25", "1")

    assert composed(total, Fraction(50), [], CENTS) is total


def test_a_component_that_is_not_there_leaves_what_is_known_and_no_complete_result() -> None:
    parts = [part("review", "0.7"), part("survey", "0.3")]

    total = composed(rounds("40", "1"), Fraction(50), parts, CENTS)

    assert (total.total, total.complete) == (Fraction(57), False)


def test_what_the_rounds_leave_pending_stays_incomplete() -> None:
    parts = [part("review", "0.5"), part("survey", "0.5", "80")]

    assert not composed(rounds("40", complete=False), Fraction(50), parts, CENTS).complete


def test_without_a_score_in_the_rounds_there_is_no_total() -> None:
    parts = [part("review", "0.5"), part("survey", "0.5", "80")]

    total = composed(rounds(None), Fraction(50), parts, CENTS)

    assert (total.total, total.complete) == (None, False)


def slow_total(
    base: Fraction, full: Fraction, bonus: Fraction, weighed: list[tuple[int, Fraction]], mode: Mode
) -> Fraction:
    """Return the total from integers alone: weights are thousandths, the first the rounds'."""
    scores = [base * 100 / full, *(score for _, score in weighed[1:])]
    numerator, denominator = 0, 1
    for (weight, _), score in zip(weighed, scores, strict=True):
        top, bottom = weight * score.numerator, 1000 * score.denominator
        numerator, denominator = numerator * bottom + top * denominator, denominator * bottom
    cents, rest = divmod(numerator * 100, denominator)
    if mode != "down" and (
        2 * rest > denominator or (2 * rest == denominator and (mode == "half-up" or cents % 2))
    ):
        cents += 1
    return Fraction(cents, 100) + bonus


@given(
    base=thousandths,
    full=thousandths.filter(bool),
    bonus=thousandths,
    cuts=st.lists(st.integers(1, 999), min_size=1, max_size=4, unique=True),
    scores=st.lists(thousandths, min_size=5, max_size=5),
    mode=st.sampled_from(MODES),
)
def test_the_total_is_that_of_a_slow_computation(
    base: Fraction,
    full: Fraction,
    bonus: Fraction,
    cuts: list[int],
    scores: list[Fraction],
    mode: Mode,
) -> None:
    edges = [0, *sorted(cuts), 1000]
    weights = [high - low for low, high in pairwise(edges)]
    weighed = list(zip(weights, scores, strict=False))
    parts = [
        Part(str(index), Fraction(weight, 1000), score, review=index == 0)
        for index, (weight, score) in enumerate(weighed)
    ]
    known = Total(base, bonus, base + bonus, Fraction(0), True)

    total = composed(known, full, parts, Rounding({"total": 2}, mode))

    assert total.total == slow_total(base, full, bonus, weighed, mode)
    assert composed(known, full, parts, EXACT).complete
