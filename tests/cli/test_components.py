"""Components on the command line: in from a file, listed in three formats, in the summary."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.world import AGGREGATION, make_world

COMPONENTS = """
[[component]]
id = "review"
weight = 0.7
[[component]]
id = "survey"
title = "群众满意度"
weight = 0.3
"""


@pytest.fixture
def weighed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in a campaign with a survey, round 1 open."""
    make_world(tmp_path, aggregation=AGGREGATION + COMPONENTS)
    (tmp_path / "s.csv").write_text("submission,component,score,remark\neast,survey,88.5,三百份\n")
    terminal = Terminal(tmp_path, capsys)
    terminal.done("--as co round open 1")
    return terminal


def test_an_import_is_tried_recorded_and_listed(weighed: Terminal) -> None:
    assert weighed.done("--as co components import s.csv --dry-run") == "1 row would be recorded\n"
    assert weighed.done("--as co components import s.csv") == "1 row recorded\n"
    assert weighed.done("--as co components import s.csv") == "0 rows recorded, 1 unchanged\n"

    listed = json.loads(weighed.done("--as co components list --format json"))
    (_, row) = csv.DictReader(io.StringIO(weighed.done("components list --format csv")))
    assert [(one["component"], one["score"]) for one in listed] == [
        ("review", None),
        ("survey", "88.5"),
    ]
    assert (row["weighted"], row["remark"], row["corrections"]) == ("26.55", "三百份", "0")
    (east,) = json.loads(weighed.done("--as co summary --format json"))["submissions"]
    assert (east["total"], east["complete"]) == (None, False)


def test_a_bad_row_is_named_by_file_and_line_and_a_reviewer_is_refused(weighed: Terminal) -> None:
    (weighed.folder / "s.csv").write_text("submission,component,score\neast,survey,101\n")

    bad = weighed("--as", "co", "components", "import", "s.csv")
    barred = weighed("--as", "r1", "components", "import", "s.csv")

    assert bad.status == 2
    assert bad.err.startswith("error: s.csv:2: 101 is outside 0 to 100")
    assert barred.status == 3
