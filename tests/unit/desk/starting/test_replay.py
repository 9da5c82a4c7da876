"""A history is replayed whole or not at all, through the services that people use."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rolcheck.base.errors import ProblemsError
from rolcheck.campaign.loader import load_campaign
from rolcheck.desk.desk import Desk
from rolcheck.desk.imports import read_lines
from rolcheck.desk.ledger import Ledger
from rolcheck.desk.starting.replay import COLUMNS, replay
from rolcheck.desk.starting.sample import lay_out
from rolcheck.events.rows import FindingRow
from tests.world import HEAD, World, make_world

HISTORY = """at,author,action,submission,indicator,subject,value,remark
2026-05-01T08:00,co,receive,east,,,1,
2026-05-01T08:01,co,assign,east,,r1,1,
2026-05-01T08:02,co,assign,east,1 2.1.1,r1,2,
2026-05-01T08:03,co,assign,east,,r2,2,
2026-05-01T09:00,co,round-open,,,,1,
2026-05-01T09:01,r1,declare,,,,,
2026-05-01T09:02,r2,declare,,,,,
2026-05-01T10:00,r1,complete,east,1.1.1/a,,supplement,
2026-05-01T10:01,r1,finding-add,east,1.1.1,Q03,2026-05-09,补交
2026-05-01T10:02,co,finding-answer,,,F1,substance,已补
2026-05-01T10:03,co,finding-reject,,,F1,,不清
2026-05-01T10:04,co,finding-answer,,,F1,facts,已补
2026-05-01T10:05,r1,finding-accept,,,F1,,
2026-05-01T11:00,co,round-close,,,,1,试
2026-05-02T08:00,co,receive,east,,,2,
2026-05-02T09:00,co,round-open,,,,2,
2026-05-02T10:00,r1,score,east,1.1.1,E-1,A,写得好
2026-05-02T10:01,r1,score,east,1.1.2,,9/10,
2026-05-02T10:02,r1,undo,,,,,
2026-05-02T10:03,r2,score,east,1.1.1,,C,
2026-05-02T10:04,r2,abstain,east,,,,亲属
2026-05-02T10:05,co,recuse,east,,r3,,曾任职
2026-05-02T10:06,ar,rule,east,1.1.1,,B,折中
2026-05-02T11:00,co,round-close,,,,2,试
2026-05-03T09:00,co,assign,east,1.1,r1,3,
2026-05-03T09:01,co,round-open,,,,3,
2026-05-03T09:02,co,recall,east,1.1.1,,,复核
2026-05-03T09:03,r1,keep,east,,,,
"""
SETTINGS = HEAD + 'assignment = "listed"\ndeclarations = ["回避承诺"]\n'


@pytest.fixture
def world(tmp_path: Path) -> World:
    made = make_world(tmp_path, head=SETTINGS)
    first = tmp_path / "east" / "stage-1"
    first.mkdir()
    (first / "e1.txt").write_text("初稿", "utf-8")
    return made


def played(world: World, text: str, *, days: int = 0) -> int:
    lines = read_lines(text, "history.csv", required=COLUMNS)
    return replay(world.store, load_campaign(world.folder), lines, shift=timedelta(days=days))


def test_a_history_does_what_people_did(world: World) -> None:
    events = played(world, HISTORY)
    standing = world.desk("co").standing()

    assert events == world.store.length()
    assert standing.open_round == 3
    assert [row.value for row in standing.observations["east", "1.1.1"]] == ["A", "C", "A"]
    assert ("east", "1.1.2") not in standing.observations, "taken back"
    assert standing.bars == {("east", "r2"): "abstention", ("east", "r3"): "recusal"}
    assert standing.rulings["east", "1.1.1"].value == "B"
    assert standing.findings["east", "1.1.1"][0].state == "accepted"


def test_times_are_local_and_move_with_due_dates_by_whole_days(world: World) -> None:
    played(world, HISTORY, days=10)
    events = world.store.events()
    (finding,) = world.desk("co").standing().tables.of(FindingRow)

    assert events[0].at == "2026-05-11T00:00:00.000000Z", "eight o'clock in Shanghai"
    assert finding.due == "2026-05-19"


def test_what_was_handed_in_first_comes_from_stage_one(world: World) -> None:
    played(world, HISTORY)
    first, second = world.desk("co").standing().receipts["east"]

    assert first.files != second.files
    assert '"1.1.1"' in second.changed
    assert "stage-1" not in first.files


def test_every_refused_row_is_named_and_nothing_is_stored(world: World) -> None:
    text = HISTORY.replace("r1,score,east,1.1.1,E-1,A", "r1,score,east,1.1.1,E-1,Z").replace(
        "05-02T10:01,r1,score", "05-02T09:01,r1,dance"
    )

    with pytest.raises(ProblemsError) as refused:
        played(world, text)

    lines = [problem.where.line for problem in refused.value.problems]
    assert lines[:2] == [18, 19]
    assert world.store.length() == 0
    assert played(world, HISTORY) > 0, "nothing of the failed replay is left"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("2026-05-01T08:00,co,receive,east,,,3,", "no stage '3'"),
        ("today,co,receive,east,,,,", "'today' is no time"),
        ("2026-05-01T08:00+08:00,co,receive,east,,,,", "times are local times without a zone"),
        ("2026-05-01T08:00,co,round-open,,,,one,", "'one' is no round's number"),
        ("2026-05-01T08:00,co,dance,,,,,", "no action 'dance'"),
        ("2026-05-01T08:00,co,finding-add,east,1.1.1,Q03,soon,x", "'soon' is no date"),
        ("2026-05-01T08:00,nobody,round-open,,,,1,", "nobody named 'nobody' in campaign.toml"),
    ],
)
def test_a_row_that_cannot_be_understood_says_why(world: World, row: str, message: str) -> None:
    with pytest.raises(ProblemsError, match=message):
        played(world, HISTORY.splitlines()[0] + "\n" + row + "\n")


def test_a_batch_that_fails_leaves_the_ledger_as_it_was(world: World) -> None:
    ledger = Ledger(world.store, load_campaign(world.folder), world.clock)
    desk = Desk(ledger, "co")
    with pytest.raises(RuntimeError, match="half way"), ledger.batch():
        desk.receive("east")
        assert desk.standing().receipts
        raise RuntimeError("half way")

    assert (world.store.length(), desk.standing().receipts) == (0, {})
    with ledger.batch():
        desk.receive("east")
        desk.open_round(1)
    assert desk.standing().open_round == 1
    desk.close_round(1, waive="试")
    assert world.desk().standing().state_of(1) == "closed"


QUESTIONS = (
    *("rounds", "receipts", "bars", "declared", "observations", "rulings", "findings"),
    *("finding_moves", "verdicts", "recalls", "manifests", "settings"),
)


def test_a_standing_that_was_carried_on_says_what_a_fresh_one_says(world: World) -> None:
    ledger = Ledger(world.store, load_campaign(world.folder), world.clock)
    for line in HISTORY.splitlines()[1:]:
        assert answers(ledger), "all is worked out before the next event comes"
        played(world, f"{HISTORY.splitlines()[0]}\n{line}\n")
        fresh = Ledger(world.store, load_campaign(world.folder), world.clock)

        assert answers(ledger) == answers(fresh), line


def answers(ledger: Ledger) -> dict[str, object]:
    standing = ledger.standing()
    found = {name: getattr(standing, name) for name in QUESTIONS}
    assigned = {
        (number, who): standing.assigned(number, "east", who)
        for number in standing.settings.plans
        for who in standing.reviewers
    }
    return {**found, "assigned": assigned, "version": standing.version("east", "1.1.1")}


def test_the_sample_is_laid_out_with_its_last_day_today_and_never_in_the_future(
    tmp_path: Path,
) -> None:
    origin = tmp_path / "origin"
    make_world(origin, head=SETTINGS.replace("[campaign]", "# 说明\n[campaign]"))
    settings = origin / "campaign.toml"
    dated = settings.read_text("utf-8").replace(
        'kind = "scoring"', 'kind = "scoring"\nopens = 2026-05-02\ndue = 2026-05-03  # 截止'
    )
    settings.write_text(dated, "utf-8")
    (origin / "history.csv").write_text(HISTORY, "utf-8")

    later = lay_out(tmp_path / "a", datetime(2027, 1, 31, 2, tzinfo=UTC), origin)
    early = lay_out(tmp_path / "b", datetime(2027, 1, 31, 0, 30, tzinfo=UTC), origin)

    assert later.shift == timedelta(days=273), "10 o'clock in Shanghai: the last row is over"
    assert early.shift == timedelta(days=272), "half past eight: it would be in the future"
    text = (tmp_path / "a" / "campaign.toml").read_text("utf-8")
    assert "due = 2027-01-31  # 截止" in text
    assert "# 说明" in text
    history = (tmp_path / "a" / "history.csv").read_text("utf-8").splitlines()
    assert history[-1].startswith("2027-01-31T09:03")
    assert "2027-02-06,补交" in history[9]
    assert (tmp_path / "a" / "criteria" / "paper.toml").is_file()
