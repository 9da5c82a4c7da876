"""Published results come out to the last digit."""

from fractions import Fraction

import pytest

from rolcheck.scoring.agreement import Level, krippendorff_alpha
from rolcheck.scoring.concordance import kendall_w
from rolcheck.scoring.icc import intraclass
from rolcheck.scoring.kappa import fleiss_kappa
from rolcheck.scoring.panel import Aggregation, combine
from rolcheck.scoring.ranking import Entry, ranked
from rolcheck.scoring.rollup import Branch, Leaf, RollUp, roll_up
from rolcheck.scoring.rounding import Rounding, rounded

WORKSHEET = [
    "1 1 1",
    "2 2 3 2",
    "3 3 3 3",
    "3 3 3 3",
    "2 2 2 2",
    "1 2 3 4",
    "4 4 4 4",
    "1 1 2 1",
    "2 2 2 2",
    "5 5 5",
    "1 1",
    "3",
]
"""Twelve units by four observers, missing ratings left out."""


@pytest.mark.parametrize(
    ("level", "published"),
    [("nominal", ".743"), ("ordinal", ".815"), ("interval", ".849"), ("ratio", ".797")],
)
def test_alpha_of_krippendorffs_worksheet(level: Level, published: str) -> None:
    """Worksheet C.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of
    Pennsylvania, 2011, https://repository.upenn.edu/asc_papers/43/; the same ratings are the
    example of `kripp.alpha` in https://cran.r-project.org/package=irr.
    """
    units = [[Fraction(rating) for rating in unit.split()] for unit in WORKSHEET]

    alpha = krippendorff_alpha(units, level)

    assert alpha is not None
    assert rounded(alpha, 3, "half-up") == Fraction(published)


def table(*rows: str) -> list[list[Fraction]]:
    return [[Fraction(value) for value in row.split()] for row in rows]


def test_the_six_correlations_of_shrout_and_fleiss() -> None:
    """Six targets by four judges.

    Source: P. E. Shrout and J. L. Fleiss, Intraclass correlations, Psychological Bulletin 86
    (1979), tables 2 and 4.
    """
    found = intraclass(table("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7"))

    published = {"1_1": ".17", "2_1": ".29", "3_1": ".71", "1_k": ".44", "2_k": ".62", "3_k": ".91"}
    assert {
        form: rounded(value, 2, "half-up") for form, value in found.items() if value is not None
    } == {form: Fraction(value) for form, value in published.items()}


def test_fleiss_kappa_of_fourteen_raters() -> None:
    """Ten subjects, five categories; how many of fourteen raters chose each.

    Source: https://en.wikipedia.org/wiki/Fleiss%27_kappa, worked example.
    """
    counts = table(
        *("0 0 0 0 14", "0 2 6 4 2", "0 0 3 5 6", "0 3 9 2 0", "2 2 8 1 1"),
        *("7 7 0 0 0", "3 2 6 3 0", "2 5 3 2 2", "6 5 2 1 0", "0 2 2 3 7"),
    )
    ratings = [
        [Fraction(category) for category, count in enumerate(row) for _ in range(int(count))]
        for row in counts
    ]

    kappa = fleiss_kappa(ratings)

    assert kappa is not None
    assert rounded(kappa, 3, "half-up") == Fraction("0.210")


def test_kendalls_w_with_ties() -> None:
    """Twenty subjects, their anxiety as three raters saw it, from 1 to 6.

    Source: the example of `kendall` with `correct = TRUE` in
    https://cran.r-project.org/package=irr, Wt = 0.54.
    """
    raters = table(
        "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
        "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
        "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2",
    )

    w = kendall_w(list(zip(*raters, strict=True)))

    assert w is not None
    assert rounded(w, 2, "half-up") == Fraction("0.54")


FACTOR = Fraction("0.8")
JUNIOR_PAIRS = {
    "Panfilova / Rylov": (
        [
            ("6.00 7.00 6.75 6.75 6.75 7.25 7.00 6.25 6.25", "6.68"),
            ("5.75 7.00 6.25 6.75 6.50 6.75 6.75 6.00 6.25", "6.46"),
            ("6.00 7.00 6.50 7.25 7.25 7.00 7.00 6.25 6.00", "6.71"),
            ("6.25 6.75 6.75 6.50 6.50 7.00 7.00 6.25 6.50", "6.61"),
            ("5.75 6.75 6.25 6.75 6.75 7.25 7.00 6.25 6.00", "6.54"),
        ],
        "26.40",
    ),
    "Alexandrovskaya / Windsor": (
        [
            ("6.25 7.50 7.00 7.50 6.50 7.25 7.00 7.00 6.50", "6.96"),
            ("5.50 7.50 7.25 6.75 6.25 6.75 6.50 6.50 6.75", "6.68"),
            ("6.25 7.50 7.25 7.25 6.50 7.00 6.75 6.75 6.75", "6.89"),
            ("6.00 7.25 7.25 6.75 6.75 6.75 6.50 6.75 6.50", "6.75"),
            ("5.50 7.00 7.25 7.00 6.25 7.25 6.50 6.50 6.00", "6.64"),
        ],
        "27.13",
    ),
    "Pavliuchenko / Khodykin": (
        [
            ("6.50 7.00 7.50 6.75 6.75 7.00 7.00 6.75 7.00", "6.89"),
            ("6.25 7.75 7.50 6.75 6.75 6.75 6.75 6.50 6.50", "6.79"),
            ("6.25 7.00 7.00 6.25 6.50 7.00 6.75 6.50 6.75", "6.68"),
            ("6.00 7.50 7.50 7.00 6.50 6.75 7.00 6.75 7.00", "6.93"),
            ("6.00 7.25 7.75 6.50 6.25 7.25 7.00 6.75 6.50", "6.79"),
        ],
        "27.25",
    ),
}
"""Nine judges' marks for the five programme components, the panel's score of each, their total."""


@pytest.mark.parametrize(("components", "total"), JUNIOR_PAIRS.values(), ids=JUNIOR_PAIRS)
def test_component_scores_of_a_figure_skating_protocol(
    components: list[tuple[str, str]], total: str
) -> None:
    """The highest and lowest of nine marks go, the mean is rounded, and again after the factor.

    That the second rounding matters shows in the second pair: 0.8 x (6.96 + 6.68 + 6.89 + 6.75 +
    6.64) is 27.136, the protocol says 27.13.

    Source: Grand Prix Final 2017, junior pairs, short program,
    http://www.isuresults.com/results/season1718/gpf1718/gpf2017_protocol.pdf; marks as extracted
    by BuzzFeed News (CC BY 4.0), https://github.com/BuzzFeedNews/figure-skating-scores.
    """
    judging = Aggregation("trimmed-mean", trim=1, minimum=5)
    rounding = Rounding({"panel": 2, "weighted": 2, "total": 2})
    leaves: list[Leaf] = []
    for number, (marks, published) in enumerate(components, start=1):
        exact = combine([(None, Fraction(mark)) for mark in marks.split()], judging)
        assert exact is not None
        score = rounding.at("panel", exact)
        assert score == Fraction(published)
        leaves.append(Leaf(f"1.1.{number}", Fraction(10), FACTOR, score))
    one = Fraction(1)
    group = Branch("1.1", one, tuple(leaves))

    base = roll_up(Branch("", one, (Branch("1", one, (group,)),)), RollUp(rounding=rounding))

    assert base.score == Fraction(total)
    assert base.full == 40


def test_a_tie_that_the_technical_score_broke() -> None:
    """Equal totals of 66.90; the higher technical score stands sixth, the other seventh.

    Source: Audi Cup of China 2017, ladies, short program,
    http://www.isuresults.com/results/season1718/gpchn2017/gpchn2017_protocol.pdf (by way of
    https://github.com/BuzzFeedNews/figure-skating-scores).
    """
    board = [
        Entry("Mihara", "project", Fraction("66.90"), tie_break=(Fraction("34.66"),)),
        Entry("Honda", "project", Fraction("66.90"), tie_break=(Fraction("35.01"),)),
    ]

    assert [(place.id, place.rank) for place in ranked(board)] == [("Honda", 1), ("Mihara", 2)]


def test_a_shared_first_place_leaves_no_second() -> None:
    """Two winners in 1:41.57, the third 0.10 s behind them had the bronze medal.

    Source: women's downhill of the Olympic Winter Games 2014,
    https://www.bostonglobe.com/sports/2014/02/12/tie-for-olympic-gold-women-downhill/NHASeW55iyxByxl8Iu0wHK/story.html
    """
    seconds = {"Gut": "101.67", "Maze": "101.57", "Gisin": "101.57"}
    board = [Entry(name, "district", -Fraction(time)) for name, time in seconds.items()]

    assert {place.id: place.rank for place in ranked(board)} == {"Maze": 1, "Gisin": 1, "Gut": 3}
