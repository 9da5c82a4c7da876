"""Components come in whole or not at all, on the record, until the seal."""

import csv
import io
import json
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rolcheck.base.errors import ProblemsError, RefusedError, RefusedRowsError
from rolcheck.base.problems import Problem
from rolcheck.desk.imports import read_lines
from rolcheck.desk.reporting import explanation_of, summary_of
from rolcheck.desk.results.components import (
    OPTIONAL,
    REQUIRED,
    component_lines,
    import_components,
)
from rolcheck.reports.explained import SubmissionExplanation
from rolcheck.reports.exports import exported
from rolcheck.store.verify import verify
from tests.factories import SETTINGS, Town, make_town

COMPONENTS = """
[[component]]
id = "review"
weight = 0.85
[[component]]
id = "survey"
title = "群众满意度"
weight = 0.15
source = "import"
"""
EVERYBODY = "submission,component,score\neast,survey,88.5\nwest,survey,70\ncourt,survey,90\n"


def town(folder: Path) -> Town:
    return make_town(folder, settings=SETTINGS + COMPONENTS)


def imported(town: Town, text: str, reason: str = "", who: str = "boss") -> int:
    lines = read_lines(text, "survey.csv", required=REQUIRED, optional=OPTIONAL)
    return len(import_components(town.desk(who), lines, reason))


def total(town: Town, submission: str, number: int | None = None) -> Fraction | None:
    (line,) = summary_of(town.desk("boss"), number, submission=submission).submissions
    return line.total


def said(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{one.where.line}: {one.message.format(**one.params)}" for one in problems]


def test_the_rank_goes_by_the_composed_total_once_every_component_is_there(tmp_path: Path) -> None:
    now = town(tmp_path).play(2)
    before = summary_of(now.desk("boss")).submissions
    now.desk("boss").open_round(3)

    assert imported(now, EVERYBODY) == 3

    after = {line.id: line for line in summary_of(now.desk("boss")).submissions}
    assert not any(line.complete or line.rank for line in before)
    east = after["east"]
    assert east.base is not None
    assert (
        east.total
        == round_half_up(Fraction("0.85") * east.base * 100 / 15 + Fraction("13.275")) + east.bonus
    )
    assert (east.complete, east.rank, after["west"].rank) == (True, 1, 2)


def round_half_up(value: Fraction) -> Fraction:
    return Fraction(int(value * 100 + Fraction(1, 2)), 100)


def test_an_earlier_round_stays_as_it_was_at_its_closing(tmp_path: Path) -> None:
    now = town(tmp_path).play(2)
    before = total(now, "east", 2)
    imported(now, EVERYBODY)
    now.desk("boss").open_round(3)

    assert total(now, "east", 2) == before == Fraction("76.59")
    assert total(now, "east", 3) == Fraction("89.87")


def test_what_comes_after_the_last_closing_counts_in_it_until_the_seal(tmp_path: Path) -> None:
    now = town(tmp_path).play(3)
    now.desk("boss").open_round(4)
    now.desk("boss").close_round(4, waive="试")
    before = total(now, "east")

    imported(now, EVERYBODY)
    after = total(now, "east")
    now.desk("boss").seal()

    assert before != after
    assert total(now, "east") == after
    with pytest.raises(ProblemsError):
        imported(now, EVERYBODY.replace("88.5", "99"))
    imported(now, EVERYBODY.replace("88.5", "99"), "更正")
    assert total(now, "east") == after
    assert verify(now.store) == ()


def test_every_bad_row_is_named_and_nothing_is_recorded(tmp_path: Path) -> None:
    now = town(tmp_path)
    rows = ["east,survey,88.5", "east,survey,1", "nowhere,survey,1", "west,servey,1"]
    rows += ["west,review,1", "west,survey,100.001", "court,survey,-1"]

    with pytest.raises(ProblemsError) as error:
        imported(now, "submission,component,score\n" + "\n".join(rows) + "\n")

    assert said(error.value.problems) == [
        "3: the same component of the same submission stands in line 2",
        "4: no submission 'nowhere'",
        "5: no component 'servey'",
        "6: component 'review' is what the rounds come to",
        "7: 100.001 is outside 0 to 100",
        "8: '-1' is not a number",
    ]
    assert now.store.length() == 0


def test_a_correction_needs_a_reason_and_leaves_what_stood_on_record(tmp_path: Path) -> None:
    now = town(tmp_path).play(1)
    imported(now, EVERYBODY)

    assert imported(now, EVERYBODY) == 0
    with pytest.raises(ProblemsError) as error:
        imported(now, EVERYBODY.replace("88.5", "89"))
    assert imported(now, EVERYBODY.replace("88.5", "89"), "第三方更正") == 1

    (problem,) = error.value.problems
    assert problem.where.line == 2
    (line,) = [one for one in component_lines(now.desk("boss"), "east") if one.row]
    assert (line.score, line.weighted) == (Fraction(89), Fraction("13.35"))
    assert [row.score for row in line.before] == ["88.5"]
    assert (line.row and line.row.reason, line.row and line.row.file) == (
        "第三方更正",
        "survey.csv:2",
    )


def test_an_explanation_goes_down_to_the_import(tmp_path: Path) -> None:
    now = town(tmp_path).play(2)
    now.desk("boss").open_round(3)
    imported(now, EVERYBODY)

    explanation = explanation_of(now.desk("boss"), "east")

    assert isinstance(explanation, SubmissionExplanation)
    survey = explanation.total.components[1]
    (step,) = survey.imports
    (event,) = [one for one in now.store.events() if one.id == step.event]
    assert (event.payload["score"], step.score, step.who) == ("88.5", Fraction("88.5"), "协调人")


def test_every_format_shows_raw_and_weighted_side_by_side(tmp_path: Path) -> None:
    now = town(tmp_path).play(2)
    now.desk("boss").open_round(3)
    imported(now, EVERYBODY)
    summary = summary_of(now.desk("boss"))

    for form in ("text", "md", "html"):
        shown = exported(form, summary).decode()
        assert "群众满意度" in shown
        assert "88.5" in shown and "13.275" in shown
    book = load_workbook(io.BytesIO(exported("xlsx", summary)))
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert 88.5 in cells and 13.275 in cells
    (row, *_) = csv.DictReader(io.StringIO(exported("csv", summary).decode().lstrip("\ufeff")))
    assert (row["component.survey"], row["component.survey.weighted"]) == ("88.5", "13.275")
    (east, *_) = json.loads(exported("json", summary))["submissions"]
    assert east["components"][1] == {
        "id": "survey",
        "weight": "0.15",
        "score": "88.5",
        "weighted": "13.275",
    }


@pytest.mark.parametrize("who", ["r1", "judge", "guest"])
def test_only_a_coordinator_imports(tmp_path: Path, who: str) -> None:
    with pytest.raises(RefusedError):
        imported(town(tmp_path), EVERYBODY, who=who)


def test_a_campaign_without_components_takes_none(tmp_path: Path) -> None:
    with pytest.raises((RefusedError, RefusedRowsError), match="no component"):
        imported(make_town(tmp_path), EVERYBODY)
