"""The product's scoring and the slow model agree to the last digit on random campaigns."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolcheck.scoring.agreement import LEVELS as SCALES
from rolcheck.scoring.agreement import Level as Scale
from rolcheck.scoring.agreement import krippendorff_alpha
from rolcheck.scoring.panel import METHODS, Aggregation, combine
from rolcheck.scoring.ranking import KINDS, Entry, ranked
from rolcheck.scoring.rollup import (
    NOT_APPLICABLE,
    PENDING,
    Branch,
    Leaf,
    NodeScore,
    RollUp,
    leaves,
    roll_up,
)
from rolcheck.scoring.rounding import LEVELS, MODES, Rounding
from rolcheck.scoring.total import totalled
from tests.property import slow_model

Drawn = Mapping[str, Any]

thousandths = st.integers(0, 5000).map(lambda n: Fraction(n, 1000))
ties = st.integers(0, 60).map(lambda n: Fraction(n, 8))  # eighths hit ties at 0, 1 and 2 places
ratios = st.builds(Fraction, st.integers(0, 49), st.integers(1, 49))
points = thousandths | ties | ratios
weights = st.integers(1, 4000).map(lambda n: Fraction(n, 1000)) | st.integers(1, 3).map(Fraction)
full = st.integers(1, 8000).map(lambda n: Fraction(n, 1000)) | st.integers(1, 5).map(Fraction)

rules = st.fixed_dictionaries(
    {
        "rollup": st.sampled_from(["sum", "weighted-mean"]),
        "not-applicable": st.sampled_from(["rescale", "rescale", "full", "zero"]),
        "round-to": st.dictionaries(st.sampled_from(LEVELS), st.integers(0, 9) | st.integers(0, 2)),
        "round-mode": st.sampled_from(MODES),
    }
)
panels = st.fixed_dictionaries(
    {
        "method": st.sampled_from(METHODS),
        "trim": st.integers(0, 2),
        "minimum": st.integers(5, 7),
        "groups": st.none()
        | st.fixed_dictionaries({"expert": weights, "office": weights, "public": weights}),
    }
)


@st.composite
def trees(draw: st.DrawFn) -> Drawn:
    def below(parent: str, depth: int) -> list[Drawn]:
        return [
            node(f"{parent}.{n}".lstrip("."), depth) for n in range(1, draw(st.integers(1, 3)) + 1)
        ]

    def node(id: str, depth: int) -> Drawn:
        if depth == 0:
            return {"id": id, "weight": draw(weights), "points": draw(full)}
        return {"id": id, "weight": draw(weights), "below": below(id, depth - 1)}

    return {"id": "", "weight": Fraction(1), "below": below("", 2)}


@st.composite
def states(draw: st.DrawFn, tree: Drawn) -> dict[str, slow_model.State]:
    """States by indicator; often a whole area or group is n/a or pending."""
    words = st.sampled_from(["n/a", "pending"])
    result: dict[str, slow_model.State] = {}
    for area in tree["below"]:
        all_of_area = draw(st.none() | st.none() | words)
        for group in area["below"]:
            all_of_group = all_of_area or draw(st.none() | st.none() | words)
            for end in group["below"]:
                result[end["id"]] = all_of_group or draw(points | points | words)
    return result


def built(tree: Drawn, states: Mapping[str, slow_model.State]) -> Branch:
    def node(tree: Drawn) -> Branch | Leaf:
        if "points" in tree:
            state = states[tree["id"]]
            words = {"n/a": NOT_APPLICABLE, "pending": PENDING}
            given = words[state] if isinstance(state, str) else state
            return Leaf(tree["id"], tree["points"], tree["weight"], given)
        return Branch(tree["id"], tree["weight"], tuple(node(child) for child in tree["below"]))

    root = node(tree)
    assert isinstance(root, Branch)
    return root


def rolled(root: Branch, how: Drawn) -> NodeScore:
    rounding = Rounding(how["round-to"], how["round-mode"])
    return roll_up(root, RollUp(how["rollup"], how["not-applicable"], rounding))


def assert_equal_below(
    tree: Drawn,
    node: NodeScore,
    states: Mapping[str, slow_model.State],
    how: Drawn,
    level: str = "total",
) -> None:
    assert node.id == tree["id"]
    assert node.score == slow_model.score(tree, states, how, level), tree["id"]
    assert node.full == slow_model.full_points(tree, how), tree["id"]
    assert node.live == slow_model.lives(tree, states, how), tree["id"]
    for child, below in zip(tree.get("below", ()), node.children, strict=True):
        assert_equal_below(child, below, states, how, slow_model.BELOW[level])


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trees(), rules, st.data())
def test_every_node_of_a_tree_has_the_slow_models_score(
    tree: Drawn, how: Drawn, data: st.DataObject
) -> None:
    drawn = data.draw(states(tree))

    assert_equal_below(tree, rolled(built(tree, drawn), how), drawn, how)


@given(
    st.lists(st.tuples(st.sampled_from(["expert", "office", "public"]), points), max_size=12),
    panels,
)
def test_a_panel_has_the_slow_models_score(
    scores: list[tuple[str | None, Fraction]], how: Drawn
) -> None:
    ours = Aggregation(how["method"], how["trim"], how["minimum"], how["groups"])

    assert combine(scores, ours) == slow_model.panel(scores, how)


@given(st.fractions(-9, 9) | ties | ties.map(lambda n: -n), rules)
def test_rounding_is_the_slow_models(value: Fraction, how: Drawn) -> None:
    ours = Rounding(how["round-to"], how["round-mode"])

    for level in LEVELS:
        assert ours.at(level, value) == slow_model.rounded(value, level, how)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(trees(), rules, panels, st.none() | thousandths, st.data())
def test_a_campaign_has_the_slow_models_totals_and_ranks(
    tree: Drawn, how: Drawn, panel: Drawn, cap: Fraction | None, data: st.DataObject
) -> None:
    """From what every reviewer saw to the ranks: observations, panels, tree, totals, ranking."""
    rounding = Rounding(how["round-to"], how["round-mode"])
    aggregation = Aggregation(panel["method"], panel["trim"], panel["minimum"], panel["groups"])
    reviewers = [("expert", "office", "public")[n % 3] for n in range(data.draw(st.integers(1, 8)))]
    cells = st.lists(
        thousandths | thousandths | st.sampled_from(["n/a", "none"]),
        min_size=len(reviewers),
        max_size=len(reviewers),
    )
    entries: list[Entry] = []
    expected: list[Drawn] = []
    for n in range(3):
        ours: dict[str, slow_model.State] = {}
        theirs: dict[str, slow_model.State] = {}
        for end in slow_model.ends(tree):
            row = list(zip(reviewers, data.draw(cells), strict=True))
            seen = [(group, cell) for group, cell in row if isinstance(cell, Fraction)]
            word = "n/a" if any(cell == "n/a" for _, cell in row) else "pending"
            ours[end["id"]] = theirs[end["id"]] = word
            if seen:
                exact = combine(
                    [(group, rounding.at("observation", cell)) for group, cell in seen], aggregation
                )
                assert exact is not None
                ours[end["id"]] = rounding.at("panel", exact)
                slow = slow_model.panel(
                    [(g, slow_model.rounded(cell, "observation", how)) for g, cell in seen], panel
                )
                assert slow is not None
                theirs[end["id"]] = slow_model.rounded(slow, "panel", how)
        bonuses = data.draw(st.lists(thousandths, max_size=3))
        kind = data.draw(st.sampled_from(KINDS))
        out = data.draw(st.sampled_from([False, False, True]))

        root = built(tree, ours)
        base = rolled(root, how)
        total = totalled(base.score, bonuses, leaves(root), cap=cap, rounding=rounding)
        areas = tuple(area.score for area in base.children)
        entries.append(Entry(f"s{n}", kind, total.total, total.complete, out, areas))

        slow_base = slow_model.score(tree, theirs, how)
        slow_total = slow_model.total(slow_base, bonuses, cap, how)
        assert total.base == slow_base
        assert total.total == slow_total
        assert total.pending == slow_model.pending(tree, theirs)
        expected.append(
            {
                "id": f"s{n}",
                "kind": kind,
                "total": slow_total,
                "complete": "pending" not in theirs.values(),
                "disqualified": out,
                "areas": [slow_model.score(a, theirs, how, "area") for a in tree["below"]],
            }
        )

    assert {place.id: place.rank for place in ranked(entries)} == slow_model.ranks(expected)


few = st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)])


@given(
    st.lists(st.lists(few | few | points, max_size=5), max_size=7),
    st.sampled_from(SCALES),
)
def test_alpha_is_what_counting_every_pair_gives(units: list[list[Fraction]], level: Scale) -> None:
    assert krippendorff_alpha(units, level) == slow_model.alpha(units, level)


totals = st.none() | st.sampled_from([Fraction(90), Fraction(181, 2), Fraction(91)])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS),
            totals,
            st.sampled_from([True, True, False]),
            st.sampled_from([False, False, True]),
            st.tuples(totals, totals),
        ),
        max_size=8,
    )
)
def test_ranks_are_one_more_than_the_number_of_those_who_are_better(
    drawn: list[tuple[Any, Fraction | None, bool, bool, tuple[Fraction | None, ...]]],
) -> None:
    entries = [Entry(f"s{n}", *values) for n, values in enumerate(drawn)]
    plain = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "total": entry.total,
            "complete": entry.complete,
            "disqualified": entry.disqualified,
            "areas": entry.tie_break,
        }
        for entry in entries
    ]

    assert {place.id: place.rank for place in ranked(entries)} == slow_model.ranks(plain)
