"""What is wrong with components, each fault with its line."""

from pathlib import Path

import pytest

from rolcheck.base.errors import ProblemsError
from rolcheck.campaign.loader import load_campaign
from tests.world import HEAD, make_world

REVIEW = '[[component]]\nid = "review"\nweight = 0.85\n'
SURVEY = '[[component]]\nid = "survey"\ntitle = "群众满意度"\nweight = 0.15\nsource = "import"\n'


def problems(folder: Path, components: str) -> list[str]:
    """Return what is wrong, as LINE of the components: what; what is expected."""
    make_world(folder, aggregation=f"\n{components}")
    above = HEAD.count("\n") + 1
    try:
        load_campaign(folder)
    except ProblemsError as error:
        return [
            f"{(one.where.line or 0) - above}: "
            f"{one.message.format(**one.params)}; {one.expected.format(**one.params)}"
            for one in error.problems
        ]
    return []


@pytest.mark.parametrize(
    ("components", "said"),
    [
        (REVIEW + SURVEY, []),
        (REVIEW, ["3: the weights of the components add up to 0.85; expected 1"]),
        (
            SURVEY.replace("0.15", "1"),
            ["1: no component is the rounds' own; expected one with the id review"],
        ),
        (
            REVIEW + SURVEY.replace('"survey"', '"Review"'),
            ["5: id Review is there twice; expected each once, without regard to case"],
        ),
        (
            REVIEW + SURVEY.replace('"import"', '"rounds"'),
            [
                "8: component 'survey' cannot come from rounds; "
                "expected import: the rounds' own component has the id review"
            ],
        ),
    ],
)
def test_every_fault_is_named_with_its_line(
    tmp_path: Path, components: str, said: list[str]
) -> None:
    assert problems(tmp_path, components) == said


@pytest.mark.parametrize("weight", ["0", "-0.15", "0.1501", '"0.15"'])
def test_a_weight_is_a_number_above_0_with_three_decimals(tmp_path: Path, weight: str) -> None:
    (said, *_) = problems(tmp_path, REVIEW + SURVEY.replace("0.15", weight))

    assert said.startswith("7: ")
