"""Correction notices: what they list, by when, for whom, and that they come out the same again."""

import io
from datetime import date
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.desk.findings.counting import FindingCount, count_findings
from rolcheck.desk.findings.life import FindingEntry, Statement, findings_of
from rolcheck.desk.findings.notices import Wish, draft, issue, notice, notices
from rolcheck.reports.documents.notice import notice_document
from rolcheck.reports.writers import writer
from tests.world import PEOPLE, World, make_world

UNIT = """
[[unit]]
id = "sfj"
name = "司法局"
[[reviewer]]
id = "un"
name = "司法局联络员"
roles = ["unit"]
unit = "sfj"
submission = "east"
"""


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Return a campaign in round 1 with three findings: two open, one settled."""
    made = make_world(tmp_path, people=PEOPLE + UNIT)
    co = made.desk("co")
    co.open_round(1)
    co.add_finding(FindingEntry("east", "1.2.1", "Q10", "补落实情况"))
    co.add_finding(FindingEntry("east", "1.1.1", "Q01", items=("a",), seen="只有封面"))
    co.add_finding(FindingEntry("east", "1.1.1", "Q05", "补清晰件", due=date(2026, 6, 30)))
    co.move_finding(name_of(made, "Q05"), "withdraw", Statement("可辨认"))
    return made


def name_of(world: World, code: str) -> str:
    """Return what the finding with that code is called."""
    rows = findings_of(world.desk("co").sight())
    return next(f"F{row.number}" for row in rows if row.code == code)


def written(world: World, name: str) -> bytes:
    """Return a notice as Markdown."""
    target = io.BytesIO()
    writer("md").write(notice_document(notice(world.desk("co"), name)), target)
    return target.getvalue()


def test_a_draft_lists_what_is_open_and_records_nothing(world: World) -> None:
    before = world.desk().length()

    seen = draft(world.desk("co"), Wish("east"))

    assert [(one.indicator.id, one.code, one.seen) for one in seen.items] == [
        ("1.1.1", "Q01", "只有封面"),
        ("1.2.1", "Q10", ""),
    ]
    assert [one.due for one in seen.items] == [date(2026, 6, 8)] * 2  # completeness: five days
    assert world.desk().length() == before


def test_a_unit_is_sent_its_own_only_and_reads_it(world: World) -> None:
    issue(world.desk("co"), Wish("east", unit="sfj", within=10, contact="司法局联络员（虚构）"))
    issue(world.desk("co"), Wish("east"))

    seen = notice(world.desk("un"), "2026-1")
    assert (seen.unit, seen.contact, seen.signed) == ("司法局", "司法局联络员（虚构）", "co")
    assert [one.due for one in seen.items] == [date(2026, 6, 15)]
    assert [row.number for row in notices(world.desk("un").sight())] == [1]
    with pytest.raises(InputError, match="no notice"):
        notice(world.desk("un"), "2026-2")


def test_a_notice_comes_out_the_same_whatever_happened_since(world: World) -> None:
    issue(world.desk("co"), Wish("east"))
    first = written(world, "2026-1")

    world.desk("co").move_finding(name_of(world, "Q01"), "answer", Statement("已补"))
    world.desk("co").extend_finding(name_of(world, "Q10"), "汛期")

    assert written(world, "2026-1") == first
    assert "补落实情况".encode() in first


def test_issuing_is_for_coordinators_and_for_what_is_open(world: World) -> None:
    with pytest.raises(RefusedError, match="may not issue notices"):
        issue(world.desk("r1"), Wish("east"))
    world.desk("co").move_finding(name_of(world, "Q01"), "withdraw", Statement("误"))
    with pytest.raises(RefusedError, match="no finding on east 司法局 is open"):
        issue(world.desk("co"), Wish("east", unit="司法局"))
    with pytest.raises(InputError, match="no unit '司法厅'"):
        draft(world.desk("co"), Wish("east", unit="司法厅"))


def test_findings_are_counted_by_unit_and_code(world: World) -> None:
    issue(world.desk("co"), Wish("east", due=date(2026, 6, 2)))
    world.time = world.time.replace(day=3)

    by_unit = count_findings(world.desk("co"), "unit")
    assert by_unit == (
        FindingCount("司法局", all=2, open=1, overdue=1, answered=0, accepted=0, withdrawn=1),
        FindingCount("", all=1, open=1, overdue=1, answered=0, accepted=0, withdrawn=0),
    )
    assert [one.key for one in count_findings(world.desk("co"), "code")] == ["Q01", "Q10", "Q05"]
