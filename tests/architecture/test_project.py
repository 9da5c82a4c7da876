"""What the project says of itself in several places is the same in each."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rolcheck import __version__
from tests.architecture.sources import ROOT

FIRST = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/rolcheck demo"
TESTS = "python3 -m venv .venv && .venv/bin/pip install -e '.[all,test]' && .venv/bin/pytest"


def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return table


def required() -> list[Requirement]:
    """Every requirement of ours by name, the extras' too."""
    table = project()["project"]
    assert isinstance(table, dict)
    lists = [table["dependencies"], *table["optional-dependencies"].values()]
    return [Requirement(line) for lines in lists for line in lines if "rolcheck" not in line]


def pinned() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def test_every_requirement_is_pinned_in_the_constraints_within_its_range() -> None:
    pins = pinned()
    wrong = [
        str(requirement)
        for requirement in required()
        if not requirement.specifier.contains(pins.get(canonicalize_name(requirement.name), "0"))
    ]

    assert wrong == []


@pytest.mark.parametrize("command", [FIRST, TESTS])
def test_the_readme_shows_the_two_commands_near_its_top(command: str) -> None:
    top = (ROOT / "README.md").read_text("utf-8").splitlines()[:40]

    assert command in top


def test_ci_takes_its_test_command_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    taken = next(line for line in readme if line.endswith("pytest"))

    assert taken == TESTS
    assert "grep -m1 'pytest$' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_changelog_names_this_version_or_what_is_not_released_yet() -> None:
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)

    assert headings[0] in ("Unreleased", __version__)
