"""The queue: by submission or by indicator, and the next item of a kind."""

from pathlib import Path

from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.review.consistency import scores_elsewhere
from rolcheck.desk.review.queue import JUMPS, next_item, queue, queue_by_indicator
from rolcheck.desk.review.recording import Entry
from tests.tui.review_world import in_scoring


def test_by_indicator_submissions_stand_below_each_indicator(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    world.score("r1", "1.1.1", "B")

    rows = queue_by_indicator(world.desk().standing(), "r1")

    assert [(row.id, row.depth, row.state, row.done, row.due) for row in rows[:5]] == [
        ("1", 0, "partly", 1, 6),
        ("1.1", 1, "partly", 1, 4),
        ("1.1.1", 2, "partly", 1, 2),
        ("1.1.1/east", 3, "done", 1, 1),
        ("1.1.1/west", 3, "open", 0, 1),
    ]
    assert [row.is_item for row in rows[:5]] == [False, False, False, True, True]


def test_both_orders_hold_the_same_items_in_the_same_states(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    world.score("r1", "2.1.2", "48/49")
    standing = world.desk().standing()

    across = queue_by_indicator(standing, "r1")
    along = [row for one in ("east", "west") for row in queue(standing, "r1", one)]

    def items(rows: object) -> set[tuple[str, str, str]]:
        return {
            (row.submission, row.indicator, row.state)
            for row in rows  # type: ignore[attr-defined]  # rows of either
            if row.is_item
        }

    assert items(across) == items(along)


def test_by_indicator_the_next_item_is_the_next_submission(tmp_path: Path) -> None:
    rows = queue_by_indicator(in_scoring(tmp_path).desk().standing(), "r1")

    following = next_item(rows, "1.1.1/east", JUMPS["left"])
    assert following is not None
    assert following.id == "1.1.1/west"
    following = next_item(rows, "1.1.1/west", JUMPS["left"])
    assert following is not None
    assert following.id == "1.1.2/east"


def test_the_next_item_is_looked_for_from_the_top_again_and_is_never_itself(
    tmp_path: Path,
) -> None:
    world = in_scoring(tmp_path)
    world.desk("co").add_finding(FindingEntry("east", "1.1.2", "Q13", "请附原件"))
    rows = queue(world.desk().standing(), "co", "east")

    found = next_item(rows, "2.1.1", JUMPS["finding"])
    assert found is not None
    assert found.id == "1.1.2"
    assert next_item(rows, "1.1.2", JUMPS["finding"]) is None


def test_ones_own_scores_of_the_same_indicator_are_told_and_nobody_elses(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    world.desk("r1").score(Entry("west", "1.1.1", "B"))
    world.desk("r2").score(Entry("west", "1.1.2", "4"))
    standing = world.desk().standing()

    told = [(one.name, one.value) for one in scores_elsewhere(standing, "r1", "east", "1.1.1")]
    assert told == [("西区（虚构）", "B")]
    assert scores_elsewhere(standing, "r1", "west", "1.1.1") == ()
    assert scores_elsewhere(standing, "r1", "east", "1.1.2") == ()
