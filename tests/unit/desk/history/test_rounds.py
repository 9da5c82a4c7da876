"""What changed between two rounds: the numbers of both, and why each is what it is."""

from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.desk.desk import Desk
from rolcheck.desk.history.rounds import round_diff
from rolcheck.desk.matrix.reading import matrix_of
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.changed import IndicatorChange, RoundDiff
from rolcheck.reports.documents.changes import changes_document
from rolcheck.scoring.changes import difference
from tests.factories import make_town
from tests.unit.reports.towns import drawn, played
from tests.world import World, after_round_two, make_world


def change(diff: RoundDiff, submission: str, indicator: str) -> IndicatorChange:
    line = next(one for one in diff.submissions if one.id == submission)
    return next(one for one in line.indicators if one.indicator.id == indicator)


def kinds(change: IndicatorChange) -> list[str]:
    return [one.kind for one in change.reasons]


def in_round_three(folder: Path) -> World:
    world = after_round_two(make_world(folder))
    world.desk("co").open_round(3)
    return world


@pytest.mark.parametrize("mode", ["ranking", "self-check"])
def test_both_columns_are_those_of_the_summaries_and_the_matrix_says_the_same(mode: str) -> None:
    desk = played(4, mode).desk("boss")
    diff = round_diff(desk, 2, 3, whole=True)
    before, after = summary_of(desk, 2), summary_of(desk, 3)
    seen = {one.id: one for one in matrix_of(desk, 3).submissions}

    for one in diff.submissions:
        was = next(line for line in before.submissions if line.id == one.id)
        now = next(line for line in after.submissions if line.id == one.id)
        assert (one.rank_was, one.total_was) == (was.rank, was.total)
        assert (one.rank, one.total) == (now.rank, now.total)
        assert [each.was for each in one.indicators] == [line.score for line in was.indicators]
        assert [each.now for each in one.indicators] == [line.score for line in now.indicators]
        shown = map(difference, seen[one.id].before, seen[one.id].scores)
        assert [each.difference for each in one.indicators] == list(shown)


def test_every_reason_is_told_with_who_and_what() -> None:
    diff = round_diff(played(4).desk("boss"), 2, 3)
    plan, files = change(diff, "east", "1.1.1"), change(diff, "west", "2.1.1")
    ruled = change(diff, "west", "1.1.1")

    assert kinds(plan) == ["material", *["revised"] * 1, *["kept"] * 4, "settled"]
    (anew,) = (one for one in plan.reasons if one.kind == "revised")
    assert (anew.name, anew.before, anew.value, anew.text) == ("丙", "B", "A", "已补盖公章")
    assert plan.difference == plan.now - plan.was if plan.now and plan.was else False
    assert kinds(files)[0] == "revised"
    assert ruled.source == "ruling"
    assert (ruled.reasons[-1].name, ruled.reasons[-1].value) == ("组长", "B")


def test_what_nothing_happened_to_is_counted_and_listed_only_when_asked_for() -> None:
    desk = played(4).desk("boss")
    short, whole = round_diff(desk, 2, 3, "east"), round_diff(desk, 2, 3, "east", whole=True)

    (line,) = short.submissions
    assert [one.indicator.id for one in line.indicators] == ["1.1.1"]
    assert line.carried == 6
    assert len(whole.submissions[0].indicators) == 9
    assert "carried over" in drawn(changes_document(whole))


def test_a_score_that_counts_no_longer_and_one_that_counts_again(tmp_path: Path) -> None:
    world = in_round_three(tmp_path)
    world.desk("co").recuse("r1", "east", "亲属")
    gone = change(round_diff(world.desk("co"), 2, 3), "east", "2.1.1")
    world.desk("co").close_round(3, waive="试用")
    world.desk("co").open_round(4)
    world.desk("co").recuse("r1", "east", "查无此事", lift=True)
    again = change(round_diff(world.desk("co"), 3, 4), "east", "2.1.1")

    assert [(one.kind, one.who, one.value, one.code) for one in gone.reasons] == [
        ("stray", "r1", "none", "recusal")
    ]
    assert [(one.kind, one.who, one.value) for one in again.reasons] == [("returned", "r1", "none")]
    assert (gone.was, gone.now) == (again.now, again.was)


def test_an_amendment_is_the_reason_where_nothing_else_is(tmp_path: Path) -> None:
    world = in_round_three(tmp_path)
    file = tmp_path / "campaign.toml"
    file.write_text(file.read_text("utf-8").replace('"trimmed-mean"', '"mean"'), "utf-8")
    world.desk("co").amend("统一口径")

    found = change(round_diff(world.desk("co"), 2, 3), "east", "2.1.1")

    assert kinds(found) == ["settings"]
    assert found.difference


def test_a_recall_is_told_with_its_reason_to_whom_it_concerns(tmp_path: Path) -> None:
    world = in_round_three(tmp_path)
    world.desk("co").recall("east", "1.2.1", "漏看附件")

    own = change(round_diff(world.desk("r1"), 2, 3), "east", "1.2.1")
    other = change(round_diff(world.desk("ob"), 2, 3), "east", "1.2.1")

    assert [(one.kind, one.text) for one in own.reasons] == [("recalled", "漏看附件")]
    assert [(one.kind, one.text) for one in other.reasons] == [("recalled", "")]


def test_who_scored_is_counted_for_those_who_see_results_alone() -> None:
    diff = round_diff(played(4).desk("guest"), 2, 3)
    found = change(diff, "east", "1.1.1")

    assert [(one.kind, one.who, one.count) for one in found.reasons] == [
        ("material", "", 1),
        ("others", "", 5),
    ]
    text = drawn(changes_document(diff))
    assert not any(name in text for name in "甲乙丙丁戊")
    assert "5 scores given or counted again" in text


def told(town: Desk) -> str:
    return drawn(changes_document(round_diff(town, 1, 2)))


def test_a_hidden_round_is_refused_and_an_open_one_shown_as_it_stands(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(1)
    town.desk("boss").open_round(2)
    town.score("r2", "east", "1.1.1", "A")

    for who in ("r1", "guest", "", "r2"):
        with pytest.raises(RefusedError, match="blind"):
            told(town.desk(who))
    found = change(round_diff(town.desk("boss"), 1, 2), "east", "1.1.1")
    assert (found.was, found.now) == (None, Fraction(3))
    assert kinds(found) == ["scored"]


def test_the_earlier_round_is_named_first() -> None:
    for earlier, later in ((3, 2), (2, 2)):
        with pytest.raises(InputError, match="does not come before"):
            round_diff(played(4).desk("boss"), earlier, later)
