"""Every printed step can be recomputed, and single scores are shown only to whom they belong."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.desk.reporting import explanation_of, summary_of
from rolcheck.reports.explained import SubmissionExplanation
from rolcheck.reports.explanation_json import explanation_json
from rolcheck.scoring.rounding import rounded
from tests.factories import CRITERIA, MANIFESTS, SETTINGS, Town, make_town
from tests.unit.reports.towns import explained, indicator_explained, played

SUM = re.compile(r"([0-9(](?:[0-9./x+()-]| (?! ))*) = (-?[0-9./]+)( %)?")
NUMBER = re.compile(r"[0-9.]+")


def value_of(text: str) -> Fraction:
    """Return what an expression comes to, computed here and not by the code under test."""
    expression = NUMBER.sub(lambda match: f"Fraction('{match[0]}')", text).replace("x", "*")
    return Fraction(eval(expression, {"Fraction": Fraction}))


def sums(text: str) -> list[tuple[str, str, str]]:
    return [(match[1], match[2], match[3] or "") for match in SUM.finditer(text)]


def everything(town: Town) -> str:
    indicators = [one.id for one in town.campaign().criteria.criteria.indicators]
    return "\n".join(
        explained(town, submission, indicator, width=500)
        for submission in MANIFESTS
        for indicator in ("", *indicators)
    )


VARIATIONS = {
    "as it is": ({}, {}),
    "weighted mean": (
        {
            'rollup = "sum"': 'rollup = "weighted-mean"',
            "weight = 1": "weight = 3",
            "points = 15": "",
        },
        {},
    ),
    "rounded everywhere": (
        {
            "panel = 2, total = 2": "observation = 1, panel = 2, weighted = 1, group = 1, area = 1",
            "weight = 1": "weight = 1.5",
            "points = 15": "",
        },
        {},
    ),
    "exact": ({"round-to = { panel = 2, total = 2 }": ""}, {}),
    "median": ({}, {'"trimmed-mean"': '"median"'}),
    "full for n/a": ({'"rescale"': '"full"'}, {}),
}


def varied(folder: Path, name: str) -> Town:
    criteria, settings = CRITERIA, SETTINGS
    for old, new in VARIATIONS[name][0].items():
        assert old in criteria
        criteria = criteria.replace(old, new)
    for old, new in VARIATIONS[name][1].items():
        assert old in settings
        settings = settings.replace(old, new)
    town = make_town(folder, criteria=criteria, settings=settings)
    town.play(1)
    town.desk("boss").open_round(2)
    town.score_all()
    return town


@pytest.mark.parametrize("name", VARIATIONS)
def test_every_printed_sum_is_right(tmp_path: Path, name: str) -> None:
    text = everything(varied(tmp_path, name))

    found = sums(text)
    wrong = [
        line for line in found if value_of(line[0]) != value_of(line[1]) / (100 if line[2] else 1)
    ]
    assert wrong == []
    assert len(found) > 100


def test_every_score_of_the_summary_is_the_last_number_of_its_explanation() -> None:
    town = played()
    for line in summary_of(town.desk("boss")).submissions:
        for one in line.indicators:
            found = indicator_explained(town, line.id, one.indicator.id)

            assert found.line == one
            if found.combination and one.source == "panel":
                exact = found.combination.exact
                assert exact is not None
                assert rounded(exact, 2, "half-up") == one.score


def test_the_nodes_of_a_total_lead_to_the_base() -> None:
    found = explanation_of(played().desk("boss"), "court")
    assert isinstance(found, SubmissionExplanation)

    assert [node.id for node in found.nodes] == ["1.1", "1.2", "1", "2.1", "2.2", "2", ""]
    assert found.nodes[-1].score == found.submission.base
    assert "1.1 Planning: 2.25 x 5 / 3 = 3.75, of 5; not applicable: 1.1.2" in explained(
        played(), "court", ""
    )


def test_trimming_names_what_it_dropped() -> None:
    text = explained(played(2), "east", "2.1.1")

    assert "dropped: lowest 2.2, highest 3" in text
    assert "mean: (2.5 + 2.5 + 2.7) / 3 = 77/30" in text
    assert "rounded to 2 decimals, half up: 77/30 -> 2.57" in text


def test_reviewer_groups_are_weighed_as_printed(tmp_path: Path) -> None:
    settings = SETTINGS.replace(
        'tie-break = ["2"]', "groups = {{ expert = 0.6, office = 0.4 }}"
    ).replace('"trimmed-mean"', '"mean"')
    town = make_town(tmp_path, settings=settings)
    path = tmp_path / "campaign.toml"
    text = path.read_text(encoding="utf-8")
    for number, group in enumerate(("expert", "expert", "office", "office", "office"), 1):
        text = text.replace(f'id = "r{number}"\n', f'id = "r{number}"\ngroup = "{group}"\n')
    path.write_text(text, encoding="utf-8")
    town.play(1)
    town.desk("boss").open_round(2)
    town.score_all()

    text = explained(town, "east", "2.1.1")

    assert "expert, mean: (2.5 + 3) / 2 = 2.75" in text
    assert "office, mean: (2.2 + 2.5 + 2.7) / 3 = 37/15" in text
    assert "groups: (0.6 x 2.75 + 0.4 x 37/15) / (0.6 + 0.4) = 791/300" in text


def test_a_recused_reviewers_score_is_shown_and_does_not_count() -> None:
    (step,) = [step for step in indicator_explained(played(), "court", "2.1.1").rounds if step.seen]

    assert [(one.who, one.fate) for one in step.seen] == [
        ("甲", "counted"),
        ("乙", "counted"),
        ("丙", "counted"),
        ("丁", "counted"),
        ("戊", "recusal"),
    ]


def test_an_observation_names_the_receipt_of_its_material() -> None:
    found = indicator_explained(played(), "east", "1.1.1")

    assert [(one.number, one.changed) for one in found.receipts] == [(1, True), (2, True)]
    assert [one.receipt for step in found.rounds for one in step.seen] == [1] * 5 + [2] * 5
    unchanged = indicator_explained(played(), "east", "2.1.1").receipts
    assert [one.changed for one in unchanged] == [True, False]


def test_a_ruling_stands_with_reason_and_author() -> None:
    text = explained(played(), "west", "1.1.1")

    assert "ruled B: 2 by 组长, 2023-06-21: 部署属实，落实材料不足" in text
    assert "score 2 (ruling)" in text


def test_a_round_says_why_an_item_came_back() -> None:
    step = indicator_explained(played(), "east", "1.1.1").rounds[2]

    assert set(step.returned) == {"finding", "new-material"}


@pytest.mark.parametrize("who", ["guest", ""])
def test_whom_single_scores_are_hidden_from_is_told_how_many_there_are(who: str) -> None:
    found = indicator_explained(played(), "east", "2.1.1", who)

    assert [len(step.seen) for step in found.rounds] == [0, 0, 0, 0]
    assert [step.hidden for step in found.rounds] == [0, 5, 0, 0]
    assert found.combination is not None
    assert (found.combination.parts, found.combination.exact) == ((), None)
    assert found.findings == ()
    text = explained(played(), "east", "2.1.1", who)
    assert not any(name in text for name in "甲乙丙丁戊")
    assert "5 reviewers, panel score 2.57" in text


def test_a_reviewer_who_was_barred_sees_only_the_own_score() -> None:
    found = indicator_explained(played(), "court", "2.1.1", "r5")

    assert [one.who for step in found.rounds for one in step.seen] == ["戊"]
    assert found.combination is not None
    assert found.combination.parts == ()


def test_a_blind_open_round_is_not_explained(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(1)
    town.desk("boss").open_round(2)
    town.score("r1", "east", "1.1.1", "A")

    found = indicator_explained(town, "east", "1.1.1", "r1")

    assert found.round is not None
    assert found.round.number == 1
    assert [step.number for step in found.rounds] == [1]
    assert found.line.score is None


def test_an_explanation_is_json_with_exact_numbers() -> None:
    found = explanation_json(indicator_explained(played(2), "east", "2.1.1"))
    combination = found["combination"]
    assert isinstance(combination, dict)

    assert combination["exact"] == "77/30"
    assert found["submission"] == {"id": "east", "name": "东岸区"}
    assert explanation_json(explanation_of(played(2).desk("boss"), "east"))["nodes"]


@pytest.mark.parametrize(
    ("submission", "indicator", "message"),
    [("eats", "1.1.1", "no submission 'eats'"), ("east", "1.1.9", "no indicator '1.1.9'")],
)
def test_what_is_not_there_is_named(submission: str, indicator: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        explanation_of(played(2).desk("boss"), submission, indicator)
