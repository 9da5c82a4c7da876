"""What an indicator rests on: a change of it, and of nothing else, is new material."""

from pathlib import Path

import pytest

from rolcheck.desk.review.recording import Entry
from tests.world import CRITERIA, EAST, World, everybody, make_world

COUNTED = """
[[indicator]]
id = "2.1.3"
title = "通报"
points = 2
[indicator.rule]
kind = "periodic"
register = "bulletins"
every = "month"
per-missing = 0.1
[[indicator]]
id = "2.1.4"
title = "抽查"
points = 2
[indicator.rule]
kind = "sampled"
register = "bulletins"
size = 10
steps = [ { code = "S1", label = "齐全" } ]
[[indicator]]
id = "2.1.5"
title = "覆盖"
points = 2
[indicator.rule]
kind = "ratio"
metric = "bulletins.cover"
linear = { from = 0, to = 1 }
[[register]]
id = "bulletins"
title = "通报台账"
[[register.column]]
name = "month"
title = "月份"
type = "month"
[[register.metric]]
id = "cover"
numerator_in_words = "months with a bulletin"
denominator_in_words = "months"
"""


@pytest.fixture
def world(tmp_path: Path) -> World:
    criteria = CRITERIA.replace("points = 20", "points = 26") + COUNTED
    world = make_world(tmp_path, criteria=criteria)
    east = world.folder / "east"
    (east / "bulletins.csv").write_text("month\n2025-01\n", encoding="utf-8")
    register = '[[register]]\nid = "bulletins"\nfile = "bulletins.csv"\n'
    (east / "submission.toml").write_text(EAST + register, encoding="utf-8")
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="示例")
    co.open_round(2)
    return world


@pytest.mark.parametrize(
    ("indicator", "value"), [("2.1.3", "1/12"), ("2.1.4", "5/10"), ("2.1.5", "1/12")]
)
def test_a_changed_register_is_new_material_for_whatever_counts_from_it(
    world: World, indicator: str, value: str
) -> None:
    world.panel(indicator, everybody(value))
    world.panel("1.1.1", everybody("A"))
    (world.folder / "east" / "bulletins.csv").write_text("month\n2025-02\n", encoding="utf-8")
    co = world.desk("co")

    [receipt] = co.receive("east")

    assert sorted(receipt.payload["changed"]) == ["2.1.3", "2.1.4", "2.1.5"]  # type: ignore[call-overload]  # a list of ids
    assert co.results(2).cell("east", indicator).to_confirm
    assert not co.results(2).cell("east", "1.1.1").to_confirm


def test_what_is_received_again_unchanged_makes_no_receipt(world: World) -> None:
    assert world.desk("co").receive("east") == ()


def test_a_score_given_again_on_new_material_is_a_keep_that_confirms_it(world: World) -> None:
    world.panel("2.1.3", everybody("1/12"))
    (world.folder / "east" / "bulletins.csv").write_text("month\n2025-02\n", encoding="utf-8")
    world.desk("co").receive("east")

    [event] = world.desk("r1").score(Entry("east", "2.1.3", "1/12"))
    kept = world.desk("r2").keep("east")

    assert (event.kind, [one.kind for one in kept]) == ("score-kept", ["score-kept"])
    assert {one.indicator for one in kept} == {"2.1.3"}
