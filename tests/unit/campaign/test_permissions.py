"""The table of roles, cell by cell, in the code and in the docs."""

import re
from pathlib import Path
from typing import get_args

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.campaign.permissions import MAY, OWN_ITEMS, Action, must_be_allowed
from rolcheck.campaign.settings import Role, Settings

ROLES: tuple[Role, ...] = get_args(Role)
DOC = Path(__file__).parents[3] / "docs" / "rounds.md"


def settings() -> Settings:
    return Settings.model_validate_json(
        """{"campaign": {"id": "c", "title": "t", "criteria": "x",
            "period": {"start": "2025-01-01", "end": "2025-12-31"}},
            "round": [{"number": 1, "name": "一", "kind": "scoring"}],
            "reviewer": ["""
        + ",".join(f'{{"id": "{role}", "name": "{role}", "roles": ["{role}"]}}' for role in ROLES)
        + "]}"
    )


def documented() -> dict[tuple[str, str], str]:
    """Return the cells of the table of roles by action and role."""
    text = DOC.read_text(encoding="utf-8")
    table = text[text.index("| action |") :].split("\n\n")[0].splitlines()
    heading = [cell.strip() for cell in table[0].strip("|").split("|")]
    cells = {}
    for line in table[2:]:
        row = [cell.strip() for cell in line.strip("|").split("|")]
        for role, cell in list(zip(heading, row, strict=True))[2:]:
            cells[row[0], role] = cell
    return cells


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_do_what_the_documented_table_says(action: Action, role: Role) -> None:
    cell = documented()[action.value, role]

    if cell == "-":
        with pytest.raises(RefusedError, match=re.escape(action.value)):
            must_be_allowed(settings(), role, action)
    else:
        assert must_be_allowed(settings(), role, action).id == role
        assert (cell == "own") == (OWN_ITEMS.get(action) == role)


def test_the_documented_table_has_every_action_and_no_other() -> None:
    assert {action for action, _ in documented()} == {action.value for action in MAY}


def test_somebody_unknown_is_answered_with_the_nearest_name() -> None:
    with pytest.raises(InputError) as error:
        must_be_allowed(settings(), "reviewr", Action.SCORE)

    assert error.value.params["near"] == "reviewer"
