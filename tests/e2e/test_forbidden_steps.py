"""Every step that the state of the rounds, or who is asking, forbids: refused, nothing stored."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, ObservationError, RefusedError
from rolcheck.base.places import Place
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.imports import Line
from rolcheck.desk.review.recording import Entry
from tests.world import AGGREGATION, HEAD, ROUNDS, World, after_round_two, everybody, make_world

Step = Callable[[World], object]


def fresh(world: World) -> World:
    return world


def in_round_one(world: World) -> World:
    world.desk("co").open_round(1)
    return world


def in_round_two(world: World) -> World:
    co = in_round_one(world).desk("co")
    co.close_round(1, waive="示例")
    co.open_round(2)
    return world


def between_two_and_three(world: World) -> World:
    return after_round_two(world)


def in_round_three(world: World) -> World:
    after_round_two(world).desk("co").open_round(3)
    return world


def in_round_four(world: World) -> World:
    co = in_round_three(world).desk("co")
    co.close_round(3, waive="示例")
    co.open_round(4)
    return world


def closed_round_four(world: World) -> World:
    in_round_four(world).desk("co").close_round(4, waive="示例")
    return world


def sealed(world: World) -> World:
    closed_round_four(world).desk("co").seal()
    return world


def score(who: str, indicator: str, value: str, remark: str = "说明") -> Step:
    return lambda world: world.score(who, indicator, value, remark)


FORBIDDEN: list[tuple[str, Step, Step]] = [
    ("score before any round", fresh, score("r1", "1.1.1", "A")),
    ("score in the completeness round", in_round_one, score("r1", "1.1.1", "A")),
    ("bonus in the completeness round", in_round_one, score("r1", "B.1.1", "1")),
    ("clear a veto in the completeness round", in_round_one, score("r1", "V.1.1", "clear")),
    ("score too early", in_round_two, score("r1", "2.1.2", "yes")),
    ("score what did not come back", in_round_three, score("r1", "1.1.2", "1/1")),
    ("score in the final what did not come back", in_round_four, score("r1", "1.1.1", "A")),
    ("score between rounds", between_two_and_three, score("r1", "1.1.1", "B")),
    ("score after the seal", sealed, score("r1", "1.1.1", "B")),
    ("score for a coordinator", in_round_two, score("co", "1.1.1", "A")),
    ("score for an observer", in_round_two, score("ob", "1.1.1", "A")),
    (
        "score in a closed round",
        in_round_two,
        lambda w: w.desk("r1").score(Entry("east", "1.1.1", "A", round=1)),
    ),
    (
        "score in a planned round",
        in_round_two,
        lambda w: w.desk("r1").score(Entry("east", "1.1.1", "A", round=3)),
    ),
    ("open out of turn", fresh, lambda w: w.desk("co").open_round(2)),
    ("open two at a time", in_round_one, lambda w: w.desk("co").open_round(2)),
    ("open twice", between_two_and_three, lambda w: w.desk("co").open_round(2)),
    ("open for a reviewer", fresh, lambda w: w.desk("r1").open_round(1)),
    ("open for an arbiter", fresh, lambda w: w.desk("ar").open_round(1)),
    ("close without verdicts", in_round_one, lambda w: w.desk("co").close_round(1)),
    ("close unfinished", in_round_two, lambda w: w.desk("co").close_round(2)),
    ("close a planned one", in_round_one, lambda w: w.desk("co").close_round(2)),
    ("close a closed one", between_two_and_three, lambda w: w.desk("co").close_round(2)),
    ("close for a reviewer", in_round_two, lambda w: w.desk("r1").close_round(2, waive="x")),
    ("reopen the open one", in_round_two, lambda w: w.desk("co").reopen_round(2, "x")),
    ("reopen one that was followed", in_round_three, lambda w: w.desk("co").reopen_round(2, "x")),
    ("reopen an older one", between_two_and_three, lambda w: w.desk("co").reopen_round(1, "x")),
    ("reopen after the seal", sealed, lambda w: w.desk("co").reopen_round(4, "x")),
    ("seal too early", in_round_four, lambda w: w.desk("co").seal()),
    ("seal twice", sealed, lambda w: w.desk("co").seal()),
    ("seal for an arbiter", closed_round_four, lambda w: w.desk("ar").seal()),
    (
        "recall in a scoring round",
        in_round_two,
        lambda w: w.desk("co").recall("east", "1.1.2", "x"),
    ),
    ("recall a bonus", in_round_three, lambda w: w.desk("co").recall("east", "B.1.1", "x")),
    ("recall for a reviewer", in_round_three, lambda w: w.desk("r1").recall("east", "1.1.2", "x")),
    ("rule in the completeness round", in_round_one, lambda w: _rule(w, "1.1.1", "A")),
    ("rule between rounds", between_two_and_three, lambda w: _rule(w, "1.1.1", "A")),
    (
        "rule for a coordinator",
        in_round_two,
        lambda w: w.desk("co").rule("east", "1.1.1", "A", "x"),
    ),
    ("lift no ruling", in_round_two, lambda w: _rule(w, "1.1.1", "lift")),
    ("uphold a veto that nobody raised", in_round_two, lambda w: _rule(w, "V.1.1", "uphold")),
    ("verdict outside round 1", in_round_two, lambda w: _verdict(w, "r1")),
    ("verdict for a coordinator", in_round_one, lambda w: _verdict(w, "co")),
    ("undo nothing", in_round_two, lambda w: w.desk("r1").undo()),
    ("undo what a closed round holds", in_round_three, lambda w: w.desk("r1").undo()),
    ("receive for a reviewer", in_round_two, lambda w: w.desk("r1").receive("east")),
    ("receive after the seal", sealed, lambda w: w.desk("co").receive("east")),
    ("recuse for a reviewer", in_round_two, lambda w: w.desk("r1").recuse("r2", "east", "x")),
    ("lift no recusal", in_round_two, lambda w: w.desk("co").recuse("r1", "east", "x", lift=True)),
    ("abstain for a coordinator", in_round_two, lambda w: w.desk("co").abstain("east", "x")),
    ("assign where all have all", in_round_two, lambda w: w.desk("co").assign([_line("3")])),
    ("declare where nothing is asked", in_round_two, lambda w: w.desk("r1").declare()),
    ("amend before anything is recorded", fresh, lambda w: w.desk("co").amend("x")),
    ("find before any round", fresh, lambda w: _finding(w, "co")),
    ("find for an observer", in_round_two, lambda w: _finding(w, "ob")),
]


def _rule(world: World, indicator: str, value: str) -> object:
    return world.desk("ar").rule("east", indicator, value, "理由")


def _verdict(world: World, who: str) -> object:
    return world.desk(who).complete("east", "1.1.1/a", "ok")


def _finding(world: World, who: str) -> object:
    return world.desk(who).add_finding(FindingEntry("east", "1.1.1", "Q01", "补交纪要"))


def _line(number: str) -> Line:
    cells = {
        "submission": "east",
        "action": "assign",
        "reviewer": "r1",
        "round": number,
        "scope": "",
    }
    return Line(Place("assign.csv", 2), cells)


@pytest.mark.parametrize(
    ("prepare", "step"), [pytest.param(prepare, step, id=name) for name, prepare, step in FORBIDDEN]
)
def test_a_forbidden_step_is_refused_and_stores_nothing(
    tmp_path: Path, prepare: Step, step: Step
) -> None:
    world = make_world(tmp_path)
    prepare(world)
    before = world.store.length()

    with pytest.raises(RefusedError) as refused:
        step(world)

    assert refused.value.exit_status == 3
    assert str(refused.value)
    assert world.store.length() == before


def test_the_hard_end_binds_scores_until_the_round_is_reopened(tmp_path: Path) -> None:
    rounds = ROUNDS.replace("blind = true", "closes = 2026-06-01T09:00:00")
    world = in_round_two(make_world(tmp_path, rounds=rounds))
    world.score("r1", "1.1.1", "A")
    world.time = datetime(2026, 6, 1, 1, 0, 1, tzinfo=UTC)  # 09:00 in Shanghai is 01:00 UTC
    for late in (score("r2", "1.1.1", "A"), lambda w: w.desk("r1").undo()):
        with pytest.raises(RefusedError, match="took scores until"):
            late(world)
    world.desk("co").close_round(2, waive="到时")
    world.desk("co").reopen_round(2, "补评")

    world.score("r2", "1.1.1", "A")

    assert world.desk("co").results(2).cell("east", "1.1.1").score == 4


def test_a_reopening_may_set_a_new_hard_end(tmp_path: Path) -> None:
    world = in_round_two(make_world(tmp_path))
    world.desk("co").close_round(2, waive="示例")
    world.desk("co").reopen_round(2, "补评", world.time + timedelta(seconds=9))
    world.time += timedelta(seconds=9)

    with pytest.raises(RefusedError, match="took scores until"):
        world.score("r1", "1.1.1", "A")


@pytest.mark.parametrize("bar", ["recusal", "abstention", "own office"])
def test_a_barred_reviewer_writes_nothing_on_that_submission(tmp_path: Path, bar: str) -> None:
    world = in_round_two(make_world(tmp_path))
    if bar == "recusal":
        world.desk("co").recuse("r1", "east", "亲属")
    elif bar == "abstention":
        world.desk("r1").abstain("east", "曾参与起草")
    else:
        campaign = world.folder / "campaign.toml"
        text = campaign.read_text(encoding="utf-8")
        text = text.replace('name = "r1"\n', 'name = "r1"\noffices = ["东区（虚构）"]\n')
        campaign.write_text(text, encoding="utf-8")
        world.desk("co").amend("补登单位")

    with pytest.raises(RefusedError):
        world.score("r1", "1.1.1", "A")


def test_listed_assignment_takes_scores_of_assigned_items_only(tmp_path: Path) -> None:
    head = HEAD.replace('criteria = "paper"', 'criteria = "paper"\nassignment = "listed"')
    world = make_world(tmp_path, head=head)
    in_round_two(world)
    world.desk("co").assign([_line("2")])
    world.score("r1", "1.1.1", "A")
    for refused in (score("r2", "1.1.1", "A"), lambda w: w.desk("co").assign([_line("1")])):
        with pytest.raises((RefusedError, InputError)):
            refused(world)

    line = Line(Place("assign.csv", 2), {**_line("2").cells, "action": "unassign", "scope": "1.1"})
    world.desk("co").assign([line])

    cell = world.desk("co").results(2).cell("east", "1.1.1")
    assert (cell.score, cell.seats) == (None, ()), "the score of an unassigned item is stray"


def test_declarations_come_before_the_first_score(tmp_path: Path) -> None:
    head = HEAD.replace('criteria = "paper"', 'criteria = "paper"\ndeclarations = ["回避承诺"]')
    world = in_round_two(make_world(tmp_path, head=head))
    with pytest.raises(RefusedError, match="has not declared"):
        world.score("r1", "1.1.1", "A")
    world.desk("r1").declare()

    world.score("r1", "1.1.1", "A")

    assert world.desk("co").results(2).cell("east", "1.1.1").score == 4


def test_changed_settings_stop_all_writing_until_they_are_amended(tmp_path: Path) -> None:
    world = in_round_two(make_world(tmp_path))
    campaign = world.folder / "campaign.toml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(f"# a comment changes nothing\n{text}", encoding="utf-8")
    world.score("r1", "1.1.1", "A")
    campaign.write_text(text.replace("quorum = 3", "quorum = 1"), encoding="utf-8")
    with pytest.raises(RefusedError, match="changed since"):
        world.score("r1", "1.1.2", "1/1")
    assert world.desk("co").standing().settings.aggregation.quorum == 3, "the record is in force"

    world.desk("co").amend("降低最低人数")

    world.score("r1", "1.1.2", "1/1")
    assert world.desk("co").standing().settings.aggregation.quorum == 1


def test_changed_criteria_stop_all_writing(tmp_path: Path) -> None:
    world = in_round_two(make_world(tmp_path))
    path = world.folder / "criteria" / "paper.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("points = 4 }", "points = 3 }"), encoding="utf-8"
    )
    for step in (score("r1", "1.1.1", "A"), lambda w: w.desk("co").amend("改标准")):
        with pytest.raises(RefusedError):
            step(world)

    assert world.desk("co").standing().criteria.indicator("1.1.1").points == 4


def test_a_changed_value_wants_a_remark_and_an_unchanged_one_makes_no_event(
    tmp_path: Path,
) -> None:
    world = in_round_two(make_world(tmp_path))
    world.score("r1", "1.1.1", "A")
    with pytest.raises(ObservationError, match="a remark is required"):
        world.score("r1", "1.1.1", "B")
    with pytest.raises(ObservationError, match="a remark is required"):
        world.score("r1", "1.2.1", "n/a")
    before = world.store.length()

    world.score("r1", "1.1.1", "Ａ ")

    assert world.store.length() == before


def test_a_waived_closing_records_what_was_waived(tmp_path: Path) -> None:
    world = in_round_two(make_world(tmp_path))
    world.panel("1.1.1", everybody("A"))

    [event] = world.desk("co").close_round(2, waive="时间已到")

    waived = event.payload["waived"]
    assert isinstance(waived, list)
    assert ["under-quorum", "east", "1.1.2", ""] in waived
    assert ["unfinished", "east", "1.1.2", "r3"] in waived
    assert not [one for one in waived if one[2] == "1.1.1"]


def test_quorum_and_disputes_follow_the_settings(tmp_path: Path) -> None:
    aggregation = AGGREGATION.replace("quorum = 3", "quorum = 1")
    world = make_world(tmp_path, aggregation=aggregation)
    in_round_two(world)
    world.score("r1", "1.2.1", "n/a", "无此事项")
    world.score("r2", "1.2.1", "5")

    cell = world.desk("co").results(2).cell("east", "1.2.1")

    assert cell.disputed, "n/a and a score mix"
    assert cell.score == 5
