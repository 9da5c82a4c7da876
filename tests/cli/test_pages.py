"""docs/rules.md and docs/criteria.md are as the code is, and their examples work as they stand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from docs.key_tables import MODELS
from docs.make import PAGES, made
from docs.rule_kinds import EXAMPLES, VALUES
from rolcheck.campaign.settings import Settings
from rolcheck.criteria.model import Criteria
from rolcheck.criteria.registers import Catalogue
from rolcheck.criteria.rules import RULES
from rolcheck.criteria.rules.terms import RuleModel
from rolcheck.submission.manifest import Manifest
from tests.architecture.sources import ROOT
from tests.cli.terminal import Terminal

RULES_PAGE, CRITERIA_PAGE = ((ROOT / "docs" / page).read_text("utf-8") for page in PAGES)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
NAMED = re.compile(r"# (\S+\.toml)\n")
FILES = {match[1]: body for _, body in BLOCK.findall(CRITERIA_PAGE) if (match := NAMED.match(body))}
FAULTY = "criteria/faulty.toml"
EAST = "submissions/spring-2026/east"


def blocks(language: str) -> list[str]:
    """Return what stands in the page's blocks of a language."""
    return [body for written, body in BLOCK.findall(CRITERIA_PAGE) if written == language]


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that a type holds, and those that these hold, but for rules."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if issubclass(annotation, RuleModel):
            return
        yield annotation
        for info in annotation.model_fields.values():
            yield from models_in(info.annotation)
    for argument in get_args(annotation):
        yield from models_in(argument)


def write(folder: Path, names: Iterator[str]) -> None:
    """Write the examples of those names, and what they name in turn."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[name], "utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_the_code_says(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")

    assert made(text) == text, "run `make docs`"


def test_what_is_generated_replaces_what_stood_there_and_nothing_else() -> None:
    page = "before\n<!-- rule veto -->\nold\n<!-- end -->\nafter\n"

    said = made(page)

    assert said.startswith("before\n<!-- rule veto -->\nNo points;")
    assert said.endswith("<!-- end -->\nafter\n")
    assert "old" not in said


def test_what_was_written_of_a_key_is_kept_and_the_rest_of_its_row_is_not() -> None:
    page = "<!-- keys claim -->\n| `points` | stale | stale | What is claimed. |\n<!-- end -->"

    assert "| `points` | number, 0 or more | must be there | What is claimed. |" in made(page)


def test_every_rule_kind_has_its_place_on_the_page_and_values_to_show() -> None:
    assert re.findall(r"<!-- rule (\w+) -->", RULES_PAGE) == list(RULES)
    assert set(VALUES) == set(RULES)


def test_every_table_of_the_files_has_its_keys_on_the_page() -> None:
    whole = {Criteria, Catalogue, Settings, Manifest}
    held = {model for one in whole for model in models_in(one)} - whole

    assert held == set(MODELS.values())
    assert sorted(re.findall(r"<!-- keys (\S+) -->", CRITERIA_PAGE)) == sorted(MODELS)


@pytest.mark.parametrize("page", [RULES_PAGE, CRITERIA_PAGE], ids=PAGES)
def test_every_key_is_explained(page: str) -> None:
    assert re.findall(r"^\| `[^`|]+` \|.*\|  \|$", page, re.M) == []


def test_the_examples_of_the_rule_kinds_are_a_criteria_file(empty: Terminal) -> None:
    assert empty("check", str(EXAMPLES)).status == 0


def test_the_example_files_are_accepted_together(empty: Terminal) -> None:
    write(empty.folder, (name for name in FILES if name != FAULTY))
    for name, content in (
        ("evidence/meeting.pdf", ""),
        ("registers/court-cases.csv", blocks("csv")[0]),
    ):
        path = empty.folder / EAST / name
        path.parent.mkdir()
        path.write_text(content, "utf-8")

    answer = empty("check")

    assert (answer.status, answer.out) == (0, "")
    assert len(FILES) == 5


def test_the_example_of_a_faulty_file_is_answered_as_the_page_says(empty: Terminal) -> None:
    write(empty.folder, iter([FAULTY]))

    answer = empty("check", FAULTY)

    assert answer.status == 1
    assert blocks("text") == [answer.out]
