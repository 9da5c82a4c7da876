"""Verdicts and declarations filled in come to the ledger that typing them comes to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from rolcheck.base.errors import RefusedError
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.handing.forms.parsing import read_forms
from rolcheck.desk.handing.forms.writing import form
from rolcheck.desk.handing.handin import Handin, declaration_key
from rolcheck.desk.handing.handout import handout
from rolcheck.desk.handing.judging import problems_of
from rolcheck.desk.handing.outcomes import Judged
from rolcheck.desk.handing.sheets.reading import read_sheets
from rolcheck.events.rows import DeclarationRow, FindingRow, VerdictRow
from rolcheck.store.verify import verify
from tests.factories import SETTINGS, Town, make_town
from tests.sheet_filling import Verdicts, exported, form_filled

PROMISES = ("回避承诺", "保密承诺")
ASKING = SETTINGS.replace("period =", 'declarations = ["回避承诺", "保密承诺"]\nperiod =')
GIVEN: Verdicts = {
    ("east", "1.1.1/a"): ("待补充", "Q04 未盖章", "补盖公章", "2023年6月20日"),
    ("east", "1.1.1/b"): ("缺失",),
    ("west", "1.1.1/a"): ("ok",),
}


@dataclass(frozen=True)
class Filled:
    """What somebody writes: verdicts, and yes or nothing to each declaration."""

    verdicts: Verdicts
    declared: tuple[str, ...] = ()


Way = Callable[[Desk, str, Filled, Path], Handin]


def by_workbook(desk: Desk, who: str, filled: Filled, folder: Path) -> Handin:
    opened = exported(desk, who, folder / f"{who}.xlsx").judge(filled.verdicts)
    if filled.declared:
        opened.declare(*filled.declared)
    return read_sheets(opened.save())


def by_form(desk: Desk, who: str, filled: Filled, folder: Path) -> Handin:
    entries: dict[str, dict[str, str]] = {
        f"{submission} {item}": dict(zip(("", "Finding", "Asked", "Due"), said, strict=False))
        for (submission, item), said in filled.verdicts.items()
    }
    for text, answer in zip(PROMISES, filled.declared, strict=False):
        entries[f"declaration {declaration_key(text)}"] = {"": answer}
    text = form(handout(desk, who), desk.standing().settings.period)
    path = folder / f"{who}.txt"
    path.write_text(form_filled(text, entries), "utf-8")
    (read,) = read_forms(path)
    return read


both_ways = pytest.mark.parametrize("way", [by_workbook, by_form])


def in_round_one(folder: Path, settings: str = ASKING) -> Town:
    town = make_town(folder, settings=settings)
    town.desk("boss").open_round(1)
    return town


def on_record(town: Town) -> set[tuple[object, ...]]:
    tables = town.desk().standing().tables
    found: set[tuple[object, ...]] = {
        (row.submission, row.indicator, row.item, row.verdict, row.reviewer, row.undone)
        for row in tables.of(VerdictRow)
    }
    found |= {
        (row.submission, row.indicator, row.code, row.asked, row.due, row.author)
        for row in tables.of(FindingRow)
    }
    return found | {(row.reviewer, row.texts) for row in tables.of(DeclarationRow)}


def outcomes(judged: tuple[Judged, ...]) -> list[tuple[str, str]]:
    return [(one.item.name, one.outcome) for one in judged if one.outcome != "blank"]


def said(judged: tuple[Judged, ...]) -> str:
    return str(problems_of(judged) or "")


@both_ways
def test_a_completeness_round_filled_in_is_the_one_that_is_typed(tmp_path: Path, way: Way) -> None:
    one, other = in_round_one(tmp_path / "one"), in_round_one(tmp_path / "other")

    desk = one.desk("r1")
    desk.declare()
    desk.complete("east", "1.1.1/a", "supplement")
    desk.add_finding(FindingEntry("east", "1.1.1", "Q04", "补盖公章", date(2023, 6, 20)))
    desk.complete("east", "1.1.1/b", "missing")
    desk.complete("west", "1.1.1/a", "ok")
    boss = other.desk("boss")
    judged = boss.hand_in([way(boss, "r1", Filled(GIVEN, ("是", "√")), tmp_path)])

    assert said(judged) == ""
    assert on_record(other) == on_record(one)
    assert {event.author for event in boss.log()} == {"boss"}
    assert list(verify(other.store)) == []


@both_ways
def test_filling_in_twice_records_nothing_twice(tmp_path: Path, way: Way) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    back = way(boss, "r1", Filled(GIVEN, ("是", "是")), tmp_path)
    boss.hand_in([back])
    before = boss.length()

    judged = boss.hand_in([back])

    assert {outcome for _name, outcome in outcomes(judged)} == {"unchanged"}
    assert boss.length() == before


def test_a_finding_that_is_on_record_is_no_fault_once_its_day_is_past(tmp_path: Path) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    back = by_workbook(boss, "r1", Filled(GIVEN), tmp_path)
    boss.hand_in([back])
    town.time += timedelta(days=60)

    judged = boss.hand_in([back])

    assert {outcome for _name, outcome in outcomes(judged)} == {"unchanged"}


@both_ways
def test_what_is_left_blank_changes_nothing(tmp_path: Path, way: Way) -> None:
    town = in_round_one(tmp_path / "town")

    judged = town.desk("boss").hand_in([way(town.desk("boss"), "r1", Filled({}), tmp_path)])

    assert outcomes(judged) == []
    assert on_record(town) == set()


def test_one_undo_takes_verdicts_declarations_and_findings_of_an_import_back(
    tmp_path: Path,
) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    boss.hand_in([by_workbook(boss, "r1", Filled(GIVEN, ("是", "是")), tmp_path)])

    with pytest.raises(RefusedError, match="r1 has nothing to take back"):
        town.desk("r1").undo()
    boss.undo()

    standing = boss.standing()
    assert standing.verdicts == {}
    assert standing.declared == frozenset()
    assert {row.reviewer for row in standing.tables.of(VerdictRow)} == {"r1"}
    assert [row.state for row in standing.tables.of(FindingRow)] == ["withdrawn"]
    assert list(verify(town.store)) == []


def test_the_reviewers_finding_is_seen_by_the_reviewer_in_a_blind_round_and_by_no_other(
    tmp_path: Path,
) -> None:
    town = make_town(tmp_path / "town", settings=ASKING, first_blind=True)
    boss = town.desk("boss")
    boss.open_round(1)
    boss.hand_in([by_workbook(boss, "r1", Filled(GIVEN, ("是", "是")), tmp_path)])

    mine, others = (handout(boss, who).submissions for who in ("r1", "r2"))

    assert [one.code for one in mine[1].verdicts[0].findings] == ["Q04"]
    assert [one.id for one in others] == ["court", "east", "west"]
    assert all(not one.findings for part in others for one in part.verdicts)


@both_ways
def test_a_verdict_that_somebody_gave_since_is_shown_and_not_overwritten(
    tmp_path: Path, way: Way
) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    back = way(boss, "r1", Filled({("east", "1.1.1/a"): ("ok",)}), tmp_path)
    town.desk("r2").complete("east", "1.1.1/a", "missing")

    judged = boss.hand_in([back])

    assert outcomes(judged) == [("1.1.1/a", "conflict")]
    assert "missing was recorded for 1.1.1/a of east since this was handed out" in said(judged)
    assert boss.standing().verdicts["east", "1.1.1", "a"].verdict == "missing"
    boss.hand_in([back], override=True)
    assert boss.standing().verdicts["east", "1.1.1", "a"].verdict == "ok"


def test_two_reviewers_who_do_not_agree_in_one_import_are_named(tmp_path: Path) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    one = by_workbook(boss, "r1", Filled({("east", "1.1.1/a"): ("ok",)}), tmp_path)
    other = by_form(boss, "r2", Filled({("east", "1.1.1/a"): ("缺失",)}), tmp_path)

    judged = boss.hand_in([one, other])

    assert outcomes(judged) == [("1.1.1/a", "recorded"), ("1.1.1/a", "conflict")]
    assert "do not agree on 1.1.1/a of east: ok stands in" in said(judged)
    assert boss.standing().verdicts == {}


@pytest.mark.parametrize(
    ("given", "declared", "message"),
    [
        pytest.param(("perhaps",), (), "no verdict 'perhaps'", id="no verdict"),
        pytest.param(("", "", "补盖公章"), (), "a finding without a code", id="no code"),
        pytest.param(("ok", "Q99", "补"), (), "no code 'Q99'", id="an unknown code"),
        pytest.param(("ok", "Q04", "补", "soon"), (), "'soon' is no day", id="no date"),
        pytest.param(("ok", "Q04", "补", "2023-05-01"), (), "that is past", id="a past day"),
        pytest.param(("ok",), ("是",), "these are left out: 保密承诺", id="one of two"),
        pytest.param(("ok",), ("是", "否"), "'否' does not make the declaration", id="refused"),
    ],
)
@both_ways
def test_what_cannot_be_understood_is_named_and_nothing_is_recorded(
    tmp_path: Path, way: Way, given: tuple[str, ...], declared: tuple[str, ...], message: str
) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    filled = Filled({("east", "1.1.1/a"): given, ("west", "1.1.1/a"): ("ok",)}, declared)

    judged = boss.hand_in([way(boss, "r1", filled, tmp_path)])

    assert message in said(judged)
    assert on_record(town) == set()


def test_a_declaration_that_was_changed_since_is_another_one(tmp_path: Path) -> None:
    town = in_round_one(tmp_path / "town")
    back = by_workbook(town.desk("boss"), "r1", Filled({}, ("是", "是")), tmp_path)
    settings = town.folder / "campaign.toml"
    settings.write_text(settings.read_text("utf-8").replace('"保密承诺"', '"廉洁承诺"'), "utf-8")
    town.reload()
    town.desk("boss").amend("改承诺")

    judged = town.desk("boss").hand_in([back])

    assert "the campaign does not ask for this declaration" in said(judged)
    assert town.desk().standing().declared == frozenset()


@pytest.mark.parametrize("who", ["r2", "judge", "guest"])
def test_only_a_coordinator_enters_for_others(tmp_path: Path, who: str) -> None:
    town = in_round_one(tmp_path / "town")
    desk = town.desk(who)

    with pytest.raises(RefusedError, match="may not import for others"):
        desk.declare(reviewer="r1")
    with pytest.raises(RefusedError, match="may not import for others"):
        desk.complete("east", "1.1.1/a", "ok", reviewer="r1")
    with pytest.raises(RefusedError, match="may not"):
        desk.rule("east", "1.1.1", "A", "合议", arbiter="boss")


def test_a_coordinator_enters_only_what_the_other_may_do(tmp_path: Path) -> None:
    town = in_round_one(tmp_path / "town")
    boss = town.desk("boss")
    boss.recuse("r1", "east", "曾任顾问")

    with pytest.raises(RefusedError, match="r1 is recused from east"):
        boss.complete("east", "1.1.1/a", "ok", reviewer="r1")
    with pytest.raises(RefusedError, match="guest may not declare"):
        boss.declare(reviewer="guest")
    with pytest.raises(RefusedError, match="r1 may not rule"):
        boss.rule("east", "1.1.1", "A", "合议", arbiter="r1")
