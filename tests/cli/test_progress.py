"""`progress` and `remind` as somebody types them."""

import csv
import io
import json

from tests.cli.terminal import Terminal


def test_progress_says_what_is_late_and_how_fast_it_goes(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")
    scoring.done("--as r1 score east 1.1.2 9/10")

    (row,) = json.loads(scoring.done("--as r1 progress --format json"))
    assert (row["done"], row["late"], row["a_day"]) == (2, 0, "2.000000")
    assert row["an_hour"] == "60.000000"  # the clock moves on a minute with every command
    assert row["end"] > "2026-06-01"
    whole = json.loads(scoring.done("--as co progress --by round --format json"))
    assert [one["id"] for one in whole] == ["1", "2"]
    assert "expected end" in scoring.done("--as co progress")


def test_the_burn_down_is_drawn_and_listed(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")

    drawn = scoring.done("--as co progress --burn-down --ascii")
    rows = list(
        csv.DictReader(io.StringIO(scoring.done("--as co progress --burn-down --format csv")))
    )

    assert drawn.isascii() or drawn.replace("实质审查", "").isascii()
    assert "19 of 20 items left." in drawn
    assert "20 |###" in drawn
    assert [(row["day"], row["left"], row["even"]) for row in rows] == [("2026-06-01", "19", "")]
    assert "Nothing of this round" in scoring.done("progress --burn-down")
    assert scoring.done("progress --burn-down --format json") == "[]\n"


def test_a_reminder_a_person_is_printed_or_written_into_files(scoring: Terminal) -> None:
    scoring.done("--as r1 score east 1.1.1 A")

    text = scoring.done("--as co remind --reviewer r1")
    assert "3 of your 4 items are still open, 1 are done." in text
    assert "rolcheck --as r1" in text
    assert "r1" in scoring.done("--as co --lang zh remind --reviewer r1")
    assert scoring.done("--as co remind -o out") == ""
    assert sorted(path.name for path in (scoring.folder / "out").iterdir()) == [
        f"r{number}.txt" for number in range(1, 6)
    ]
    assert (scoring.folder / "out" / "r1.txt").read_text("utf-8") == text
    (one, *_rest) = json.loads(scoring.done("--as co remind --format json"))
    assert (one["id"], one["open"], one["text"]) == ("r1", 3, text)


def test_what_others_owe_is_refused(scoring: Terminal) -> None:
    assert scoring("--as", "r1", "remind", "--reviewer", "r2").status == 3
    assert scoring("--as", "co", "remind", "--reviewer", "nobody").status == 2
    assert scoring("remind").status == 2
