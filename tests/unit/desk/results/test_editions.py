"""Objections to a sealed result, and the editions that come of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, ObservationError, RefusedError
from rolcheck.campaign.standing import Standing
from rolcheck.desk.imports import read_lines
from rolcheck.desk.reporting import explanation_of, summary_of
from rolcheck.desk.results.components import OPTIONAL, REQUIRED, import_components
from rolcheck.desk.results.editions import edition_problems, editions, seal_next
from rolcheck.desk.results.objections import (
    Decision,
    Objection,
    add_objection,
    decide_objection,
    objections_of,
)
from rolcheck.desk.rounds.sealing import seal_edition
from rolcheck.events.types import Draft
from rolcheck.reports.explained import IndicatorExplanation
from rolcheck.reports.exports import exported
from rolcheck.store.verify import verify
from tests.factories import SETTINGS, Town, make_town
from tests.unit.desk.results.test_components import COMPONENTS

UPHELD = Decision("O1", "upheld", "确已提交", "A")
DISMISSED = Decision("O1", "dismissed", "逾期")


@pytest.fixture
def sealed(tmp_path: Path) -> Town:
    return make_town(tmp_path).play(4)


@pytest.fixture(scope="module")
def standing_objection(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A sealed town with one objection; only for steps that leave nothing."""
    return objected(make_town(tmp_path_factory.mktemp("sealed")).play(4))


def objected(town: Town, text: str = "落实材料已交") -> Town:
    add_objection(town.desk("boss"), Objection("west", "1.1.1", "西岸区司法局", text))
    return town


def west(town: Town, edition: int | None = None) -> tuple[Fraction | None, Fraction | None]:
    """Return the score of the indicator objected to, and the total."""
    (line,) = summary_of(town.desk("boss"), submission="west", edition=edition).submissions
    (one,) = [each for each in line.indicators if each.indicator.id == "1.1.1"]
    return one.score, line.total


def test_an_upheld_objection_changes_nothing_until_the_next_edition(sealed: Town) -> None:
    first = west(sealed)
    objected(sealed)
    decide_objection(sealed.desk("judge"), UPHELD)
    before = west(sealed)

    seal_next(sealed.desk("boss"), "异议成立")

    score, total = first
    assert score == 2 and total is not None
    assert before == first
    assert west(sealed) == west(sealed, 2) == (Fraction(3), total + 1)
    assert west(sealed, 1) == first


def test_both_editions_are_exported_each_with_its_own_seal(sealed: Town) -> None:
    alone = summary_of(sealed.desk("boss"))
    objected(sealed)
    decide_objection(sealed.desk("judge"), UPHELD)
    seal_next(sealed.desk("boss"), "异议成立")

    one, two = (summary_of(sealed.desk("boss"), edition=number) for number in (1, 2))

    assert alone.round and one.round and two.round
    assert one.round.seal == alone.round.seal != two.round.seal
    assert "第 1 版" not in exported("text", alone).decode()
    assert one.submissions == alone.submissions != two.submissions
    assert one.round.seal in exported("text", one).decode()
    assert two.round.seal in exported("csv", two).decode()
    assert [found.sound for found in editions(sealed.desk())] == [True, True]
    assert tuple(edition_problems(sealed.desk())) == ()
    assert verify(sealed.store) == ()


def test_a_seal_that_is_not_of_what_it_seals_is_found(sealed: Town) -> None:
    objected(sealed)
    decide_objection(sealed.desk("judge"), UPHELD)

    def forged(now: Standing) -> list[Draft]:
        (draft,) = seal_edition(now, "boss", sealed.store.frontier(), "异议成立")
        return [replace(draft, payload={**draft.payload, "seal": "0" * 64})]

    sealed.desk("boss").ledger.commit(forged, after_seal=True)

    assert [one.sound for one in editions(sealed.desk())] == [True, False]
    assert [problem.params for problem in edition_problems(sealed.desk())] == [{"number": 2}]


def test_an_explanation_follows_its_edition(sealed: Town) -> None:
    objected(sealed)
    decide_objection(sealed.desk("judge"), UPHELD)
    seal_next(sealed.desk("boss"), "异议成立")

    found = [
        explanation_of(sealed.desk("boss"), "west", "1.1.1", edition=number) for number in (1, 2)
    ]

    rulings = [one.line.ruling for one in found if isinstance(one, IndicatorExplanation)]
    assert [one and one.value for one in rulings] == ["B", "A"]
    assert [one and one.reason for one in rulings][1] == "确已提交"


def test_a_dismissed_objection_stays_on_record_and_makes_no_edition(sealed: Town) -> None:
    objected(sealed)
    decide_objection(sealed.desk("judge"), DISMISSED)

    (row,) = objections_of(sealed.desk("boss"))
    assert (row.state, row.reason, row.decided_by) == ("dismissed", "逾期", "judge")
    with pytest.raises(RefusedError, match="nothing was amended"):
        seal_next(sealed.desk("boss"), "再版")
    assert "1 objection" in exported("text", summary_of(sealed.desk())).decode()


def test_a_component_corrected_after_the_seal_makes_the_next_edition(tmp_path: Path) -> None:
    now = make_town(tmp_path, settings=SETTINGS + COMPONENTS).play(4)
    rows = "submission,component,score\neast,survey,90\n"
    lines = read_lines(rows, "s.csv", required=REQUIRED, optional=OPTIONAL)
    first = summary_of(now.desk("boss"), submission="east").submissions[0]

    import_components(now.desk("boss"), lines, "漏报")
    seal_next(now.desk("boss"), "补录满意度")

    again, later = (
        summary_of(now.desk("boss"), submission="east", edition=number).submissions[0]
        for number in (1, 2)
    )
    assert (again.total, again.complete) == (first.total, False)
    assert later.total == (first.total or 0) + Fraction("13.5")
    assert later.complete


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (
            lambda town: decide_objection(town.desk("judge"), Decision("O9", "upheld", "x")),
            InputError,
        ),
        (
            lambda town: decide_objection(town.desk("judge"), Decision("O1", "upheld", "x")),
            InputError,
        ),
        (
            lambda town: decide_objection(town.desk("judge"), Decision("O1", "dismissed", " ")),
            InputError,
        ),
        (
            lambda town: decide_objection(
                town.desk("judge"), Decision("O1", "dismissed", "x", "A")
            ),
            InputError,
        ),
        (
            lambda town: decide_objection(town.desk("judge"), Decision("O1", "upheld", "x", "Z")),
            ObservationError,
        ),
        (
            lambda town: decide_objection(town.desk("judge"), Decision("O1", "upheld", "x", "B")),
            RefusedError,
        ),
        (lambda town: decide_objection(town.desk("boss"), DISMISSED), RefusedError),
        (lambda town: seal_next(town.desk("boss"), "x"), RefusedError),
        (lambda town: seal_next(town.desk("judge"), "x"), RefusedError),
        (lambda town: objected(town, " "), InputError),
        (
            lambda town: add_objection(
                town.desk("boss"), Objection("west", "1.1.1", "x", "x", date(2099, 1, 1))
            ),
            InputError,
        ),
        (
            lambda town: add_objection(town.desk("judge"), Objection("west", "1.1.1", "x", "x")),
            RefusedError,
        ),
    ],
)
def test_what_is_not_to_be_is_refused_and_leaves_nothing(
    standing_objection: Town, step: Callable[[Town], object], error: type[Exception]
) -> None:
    length = standing_objection.store.length()

    with pytest.raises(error):
        step(standing_objection)

    assert standing_objection.store.length() == length


def test_before_the_seal_there_are_no_objections(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="not sealed yet"):
        objected(make_town(tmp_path).play(3))


def test_a_coordinator_enters_the_arbiters_decision(sealed: Town) -> None:
    objected(sealed)

    decide_objection(sealed.desk("boss"), Decision("o1", "upheld", "书面合议", "A", "judge"))

    (row,) = objections_of(sealed.desk("boss"))
    assert (row.state, row.decided_by) == ("upheld", "judge")


def test_objections_are_seen_by_those_whose_items_they_are_about(sealed: Town) -> None:
    objected(sealed)

    seen = {
        who: len(objections_of(sealed.desk(who))) for who in ("boss", "judge", "r1", "guest", "")
    }

    assert seen == {"boss": 1, "judge": 1, "r1": 1, "guest": 0, "": 0}


def test_everything_else_stays_refused_after_the_seal(sealed: Town) -> None:
    objected(sealed)
    decide_objection(sealed.desk("judge"), UPHELD)
    seal_next(sealed.desk("boss"), "异议成立")

    for step in (
        lambda: sealed.score("r1", "west", "1.1.1", "A"),
        lambda: sealed.desk("judge").rule("west", "1.1.1", "A", "x"),
        lambda: sealed.desk("boss").receive("west"),
    ):
        with pytest.raises(RefusedError):
            step()
