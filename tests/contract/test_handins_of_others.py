"""Findings, rulings and answers filled in come to the ledger that typing them comes to."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from rolcheck.base.errors import RefusedError
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry, Statement, finding_name
from rolcheck.desk.handing.forms.parsing import read_forms
from rolcheck.desk.handing.forms.writing import form
from rolcheck.desk.handing.handin import Handin
from rolcheck.desk.handing.handout import handout
from rolcheck.desk.handing.judging import problems_of
from rolcheck.desk.handing.outcomes import Judged
from rolcheck.desk.handing.sheets.reading import read_sheets
from rolcheck.desk.review.recording import Entry
from rolcheck.events.rows import FindingMoveRow, FindingRow, ObservationRow, RulingRow
from rolcheck.locale import Language, set_language
from rolcheck.store.verify import verify
from tests.factories import SETTINGS, Town, make_town
from tests.sheet_filling import exported, form_filled

Said = Mapping[str, str]
"""By the name of a workbook's column: what is written there."""

UNIT = '[[reviewer]]\nid = "unit"\nname = "城管局"\nroles = ["unit"]\nunit = "cgj"\n'
UNIT += 'submission = "west"\n\n[[round]]\nnumber = 1'
WITH_UNIT = SETTINGS.replace("[[round]]\nnumber = 1", UNIT, 1)
LINES = {
    "value": "",
    "ruling": "",
    "answer": "",
    "remark": "Remark",
    "evidence": "Evidence",
    "code": "Finding",
    "asked": "Asked",
    "due": "Due",
    "reason": "Reason",
    "nature": "Nature",
}
"""By the name of a column: the line of a form below which the same is written."""

Way = Callable[[Desk, str, Mapping[tuple[str, str], Said], Path], Handin]
"""Of whose desk, for whom, by sheet and what names the row: what is written."""


def by_workbook(
    desk: Desk, who: str, entries: Mapping[tuple[str, str], Said], folder: Path
) -> Handin:
    opened = exported(desk, who, folder / f"{who}.xlsx")
    for (place, name), said in entries.items():
        sheet, row = (place, name) if place != "rulings" else (place, name.partition("/")[2])
        for column, text in said.items():
            opened.write(opened.cell(sheet, row, column), text)
    return read_sheets(opened.save())


def by_form(desk: Desk, who: str, entries: Mapping[tuple[str, str], Said], folder: Path) -> Handin:
    kinds = {"rulings": "ruling", "answers": "finding"}
    written = {
        f"{kinds.get(place, place)} {name}": {LINES[column]: text for column, text in said.items()}
        for (place, name), said in entries.items()
    }
    path = folder / f"{who}.txt"
    text = form(handout(desk, who), desk.standing().settings.period)
    path.write_text(form_filled(text, written), "utf-8")
    (read,) = read_forms(path)
    return read


both_ways = pytest.mark.parametrize("way", [by_workbook, by_form])


def outcomes(judged: tuple[Judged, ...]) -> list[tuple[str, str]]:
    return [(one.item.name, one.outcome) for one in judged if one.outcome != "blank"]


def said(judged: tuple[Judged, ...]) -> str:
    return str(problems_of(judged) or "")


def in_round(folder: Path, number: int) -> Town:
    town = make_town(folder, settings=WITH_UNIT).play(until=number - 1)
    town.desk("boss").open_round(number)
    return town


def on_record(town: Town) -> list[tuple[object, ...]]:
    tables = town.desk().standing().tables
    found: list[tuple[object, ...]] = [
        (row.submission, row.indicator, row.reviewer, row.value, row.remark, row.round)
        for row in tables.of(ObservationRow)
    ]
    found += [
        (row.submission, row.indicator, row.code, row.asked, row.due, row.evidence, row.author)
        for row in tables.of(FindingRow)
    ]
    found += [
        (row.submission, row.indicator, row.value, row.reason, row.author, row.round)
        for row in tables.of(RulingRow)
    ]
    return found + [(row.move, row.text, row.nature) for row in tables.of(FindingMoveRow)]


@both_ways
def test_a_finding_beside_a_score_is_the_one_that_is_typed(tmp_path: Path, way: Way) -> None:
    one, other = in_round(tmp_path / "one", 2), in_round(tmp_path / "other", 2)
    asked, due = "补盖公章", date(2023, 6, 30)
    written = {
        ("east", "1.1.1"): {
            "value": "B",
            "code": "Q04 未盖章",
            "asked": asked,
            "due": "2023年6月30日",
        },
        ("west", "1.1.1"): {"evidence": "E-1", "code": "q3", "asked": "系上年材料"},
    }

    one.desk("r1").score(Entry("east", "1.1.1", "B"))
    one.desk("r1").add_finding(FindingEntry("east", "1.1.1", "Q04", asked, due))
    one.desk("r1").add_finding(
        FindingEntry("west", "1.1.1", "Q03", "系上年材料", evidence=("E-1",))
    )
    boss = other.desk("boss")
    back = way(boss, "r1", written, tmp_path)
    judged = boss.hand_in([back])

    assert said(judged) == ""
    assert on_record(other) == on_record(one)
    assert outcomes(boss.hand_in([back])) == [("1.1.1", "unchanged"), ("1.1.1", "unchanged")]
    assert list(verify(other.store)) == []


@both_ways
def test_a_finding_that_cannot_be_taken_takes_its_score_with_it(tmp_path: Path, way: Way) -> None:
    boss = in_round(tmp_path, 2).desk("boss")
    before = boss.length()
    written = {("east", "1.1.1"): {"value": "B", "code": "Q77", "asked": "补"}}

    judged = boss.hand_in([way(boss, "r1", written, tmp_path)])

    assert outcomes(judged) == [("1.1.1", "bad")]
    assert "no code 'Q77'" in said(judged)
    assert boss.length() == before


@pytest.mark.parametrize("language", ["zh", "en"])
@both_ways
def test_rulings_filled_in_are_those_that_are_typed(
    tmp_path: Path, way: Way, language: Language
) -> None:
    set_language(language)
    one, other = in_round(tmp_path / "one", 4), in_round(tmp_path / "other", 4)
    veto = {"zh": "认定否决", "en": "the veto is upheld"}[language]
    written = {
        ("rulings", "west/V.1.1"): {"ruling": veto, "reason": "鉴定为伪造"},
        ("rulings", "east/B.1.1"): {"ruling": "１ 分", "reason": "以复核为准"},
    }

    one.desk("judge").rule("west", "V.1.1", "uphold", "鉴定为伪造")
    one.desk("judge").rule("east", "B.1.1", "1", "以复核为准")
    boss = other.desk("boss")
    judged = boss.hand_in([way(boss, "judge", written, tmp_path)])

    assert said(judged) == ""
    assert sorted(map(str, on_record(other))) == sorted(map(str, on_record(one)))
    assert {row.author for row in boss.standing().tables.of(RulingRow)} == {"judge"}
    assert [event.author for event in boss.log()][-2:] == ["boss", "boss"]


def test_an_arbiter_is_handed_what_wants_a_ruling_with_all_scores_and_remarks(
    tmp_path: Path,
) -> None:
    boss = in_round(tmp_path, 4).desk("boss")

    made = handout(boss, "judge")

    assert [(one.submission, one.indicator.id) for one in made.rulings] == [
        ("west", "V.1.1"),
        ("east", "B.1.1"),
    ]
    (veto, dispute) = made.rulings
    assert [(seat.name, seat.value, seat.remark) for seat in veto.seen.seats] == [
        ("丙", "veto", "文号系伪造")
    ]
    assert len(dispute.seen.seats) == 5
    assert (made.submissions, made.answers) == ((), ())


@both_ways
@pytest.mark.parametrize(
    ("ruling", "message"),
    [
        pytest.param({"ruling": "1"}, "the ruling '1' has no reason", id="no reason"),
        pytest.param({"reason": "以复核为准"}, "there is a reason but no ruling", id="no ruling"),
        pytest.param(
            {"ruling": "3", "reason": "x"}, "3 points is outside 0 to 2", id="not the rule's"
        ),
        pytest.param({"ruling": "lift", "reason": "x"}, "no ruling stands", id="nothing to lift"),
    ],
)
def test_a_ruling_that_cannot_be_taken_is_named_and_nothing_is_recorded(
    tmp_path: Path, way: Way, ruling: Said, message: str
) -> None:
    boss = in_round(tmp_path, 4).desk("boss")
    before = boss.length()
    written = {
        ("rulings", "west/V.1.1"): {"ruling": "clear", "reason": "查无实据"},
        ("rulings", "east/B.1.1"): ruling,
    }

    judged = boss.hand_in([way(boss, "judge", written, tmp_path)])

    assert message in said(judged)
    assert boss.length() == before


@both_ways
def test_a_ruling_made_since_is_shown_and_not_overwritten(tmp_path: Path, way: Way) -> None:
    town = in_round(tmp_path, 4)
    boss = town.desk("boss")
    written = {("rulings", "east/B.1.1"): {"ruling": "1", "reason": "以复核为准"}}
    back = way(boss, "judge", written, tmp_path)
    town.desk("judge").rule("east", "B.1.1", "2", "材料属实")

    judged = boss.hand_in([back])

    assert outcomes(judged) == [("B.1.1", "conflict")]
    assert "2 (材料属实) was recorded for B.1.1 of east since" in said(judged)
    assert boss.standing().rulings["east", "B.1.1"].value == "2"


@both_ways
def test_answers_filled_in_are_those_that_are_typed(tmp_path: Path, way: Way) -> None:
    one, other = in_round(tmp_path / "one", 3), in_round(tmp_path / "other", 3)
    names = [
        finding_name(town.desk().standing().findings["west", "2.1.1"][0]) for town in (one, other)
    ]
    written = {("answers", names[1]): {"answer": "系复印日期，已更正。", "nature": "实质答复"}}

    one.desk("boss").move_finding(
        names[0], "answer", Statement("系复印日期，已更正。", "substance")
    )
    boss = other.desk("boss")
    back = way(boss, "unit", written, tmp_path)
    judged = boss.hand_in([back])

    assert said(judged) == ""
    assert on_record(other) == on_record(one)
    assert outcomes(boss.hand_in([back])) == [(names[1], "unchanged")]


def test_a_unit_is_handed_its_own_findings_and_no_scores(tmp_path: Path) -> None:
    boss = in_round(tmp_path, 3).desk("boss")

    made = handout(boss, "unit")
    text = form(made, boss.standing().settings.period)

    assert [(one.submission, one.indicator.id, one.code) for one in made.answers] == [
        ("west", "2.1.1", "Q13")
    ]
    assert (made.submissions, made.rulings) == ((), ())
    assert "east" not in text


def test_a_unit_answers_between_two_rounds_too_and_nobody_elses_findings(tmp_path: Path) -> None:
    town = make_town(tmp_path, settings=WITH_UNIT).play(until=2)
    boss, unit = town.desk("boss"), town.desk("unit")
    names = {row.indicator: finding_name(row) for row in boss.standing().tables.of(FindingRow)}
    own, others = names["2.1.1"], names["1.1.1"]
    back = by_form(boss, "unit", {("answers", own): {"answer": "已更正。\n见附件"}}, tmp_path)
    path = tmp_path / "unit.txt"
    path.write_text(path.read_text("utf-8").replace(own, others), "utf-8")

    forged = unit.hand_in(read_forms(path))
    with pytest.raises(RefusedError, match="r1 may not import for others"):
        town.desk("r1").hand_in([back])
    answered = unit.hand_in([back])

    assert f"no finding '{others}'" in said(forged)
    assert outcomes(answered) == [(own, "recorded")]
    assert boss.standing().tables.of(FindingMoveRow)[-1].text == "已更正。\n见附件"
