"""One broken value of a rule hides no other fault of it."""

import tomli

from rolcheck.criteria.faults import criteria_faults
from rolcheck.criteria.sketch import points_in, sketch

TREE = """
[criteria]
id = "c"
title = "t"
[[area]]
id = "1"
title = "t"
[[group]]
id = "1.1"
title = "t"
[[indicator]]
id = "1.1.1"
title = "t"
points = 3
[indicator.rule]
"""
STEPS = 'steps = [{ code = "S", label = "x" }, { code = "s", label = "y" }]\n'


def found(rule: str) -> list[str]:
    """Return the places of what shows across the file whose only rule is this."""
    data = tomli.loads(TREE + rule)
    return [".".join(map(str, fault.loc)) for fault in criteria_faults(data, sketch(data, None))]


def test_a_broken_or_missing_number_that_nothing_else_rests_on_hides_no_fault() -> None:
    sampled = f'kind = "sampled"\n{STEPS}'

    assert found(f'{sampled}size = "ten"') == ["indicator.0.rule.steps.1.code"]
    assert found(sampled) == ["indicator.0.rule.steps.1.code"]
    assert found('kind = "periodic"\nevery = "month"\nper-missing = -1\ncolumn = "c"') == [
        "indicator.0.rule.column"
    ]


def test_a_broken_choice_that_nothing_else_rests_on_hides_no_fault() -> None:
    rule = f'kind = "sampled"\nsize = 1\n{STEPS}'

    assert found(f'{rule}when-empty = "never"\nunit = 3') == ["indicator.0.rule.steps.1.code"]


def test_a_broken_entry_of_a_list_moves_no_place_of_the_others() -> None:
    levels = '{ label = "A", points = "x" }, { label = "B", points = 4 }'

    assert found(f'kind = "graded"\nlevels = [{levels}]') == ["indicator.0.rule.levels.1.points"]


def test_where_others_rest_on_what_is_broken_they_wait() -> None:
    bands = "bands = [{ at-least = 1, points = 9 }]"

    assert found(f'kind = "ratio"\ndirection = "up"\n{bands}') == []
    assert found('kind = "graded"\nlevels = []') == []
    assert found('kind = "graded"\nlevels = [{ points = 9 }]') == []


def test_what_is_no_rule_is_passed_over() -> None:
    for rule in ("kind = 3", 'kind = "gradde"', ""):
        assert found(rule) == []


def test_a_number_that_cannot_be_used_is_unknown_and_a_missing_one_is_the_default() -> None:
    table = {"weight": "2", "points": 3}

    assert points_in(table, "weight") is None
    assert points_in(table, "points") == 3
    assert points_in({}, "points") is None
    assert points_in({}, "points", points_in(table, "points")) == 3
