"""What a reviewer is told of an item, and what not."""

from pathlib import Path

from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.review.item import item
from tests.world import make_world


def test_a_finding_of_an_open_blind_round_is_no_reason_that_others_are_told(
    tmp_path: Path,
) -> None:
    world = make_world(tmp_path)
    co = world.desk("co")
    co.open_round(1)
    co.close_round(1, waive="trial")
    co.open_round(2)
    world.desk("r2").add_finding(FindingEntry("east", "1.1.2", "Q13", "日期倒置"))

    reasons = {who: item(world.desk(who), "east", "1.1.2").came_back for who in ("r1", "r2", "co")}

    assert reasons == {"r1": (), "r2": ("finding",), "co": ("finding",)}
