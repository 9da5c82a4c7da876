"""`round diff`, `history` and `compare` as somebody types them."""

import csv
import io
import json

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def twice(scoring: Terminal) -> Terminal:
    """Rounds 2 and 3 are over; one indicator was recalled and scored anew."""
    for line in (
        "--as r1 score east 1.1.1 A",
        "--as r2 score east 1.1.1 B",
        "--as co round close 2 --waive trial",
        "--as co round open 3",
        "--as co round recall east 1.1.1 --reason overlooked",
        "--as r2 score east 1.1.1 A --remark seen",
        "--as co round close 3 --waive trial",
    ):
        scoring.done(line)
    return scoring


def test_what_changed_between_two_rounds_is_text_for_people(twice: Terminal) -> None:
    text = twice.done("--as co round diff 2 3")

    assert "1 score changed: 1 up, 0 down, 0 where there was none." in text
    assert "recalled by co (overlooked)" in text
    assert twice.done("--as co round diff 2 3 --format md").startswith("# 算例\n")


def test_what_changed_between_two_rounds_is_data_for_programs(twice: Terminal) -> None:
    found = json.loads(twice.done("--as co round diff 2 3 --format json"))
    ((row),) = csv.DictReader(io.StringIO(twice.done("--as co round diff 2 3 east --format csv")))

    (east,) = found["submissions"]
    (one,) = east["indicators"]
    assert (found["from"]["number"], found["round"]["number"]) == (2, 3)
    assert (one["id"], one["was"], one["now"], one["change"]) == ("1.1.1", "3.00", "4.00", "1.00")
    assert [reason["kind"] for reason in one["reasons"]] == ["recalled", "revised"]
    assert (row["was"], row["now"], row["change"]) == ("3.00", "4.00", "1.00")
    assert row["reasons"] == "recalled:co revised:r2"


def test_an_indicator_through_the_rounds_is_told_with_who_and_why(twice: Terminal) -> None:
    found = json.loads(twice.done("--as co history east 1.1.1 --format json"))
    rows = list(csv.DictReader(io.StringIO(twice.done("--as co history east 1.1.1 --format csv"))))

    scores = [(line["number"], line["indicators"][0]["now"]) for line in found["rounds"]]
    assert scores == [(1, None), (2, "3.00"), (3, "4.00")]
    kinds = [[one["kind"] for one in line["indicators"][0]["reasons"]] for line in found["rounds"]]
    assert kinds == [[], ["scored", "scored"], ["recalled", "revised"]]
    assert [row["reasons"] for row in rows] == ["", "scored:r1 scored:r2", "recalled:co revised:r2"]
    assert "recalled by co (overlooked)" in twice.done("--as co history east 1.1.1")


def test_a_submission_through_the_rounds_has_a_column_for_each(twice: Terminal) -> None:
    text = twice.done("--as co history east")

    assert "through the rounds" in text
    assert all(f"round {number}" in text for number in (1, 2, 3))
    assert twice("history", "east", "9.9.9").status == 2
    assert twice("history", "nobody").status == 2


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("round diff 3 2", 2, "round 3 does not come before round 2"),
        ("round diff 2 9", 2, "no round 9"),
        ("round diff 3 4", 3, "round 4 has not been opened"),
        ("round diff 2 3 nobody", 2, "no submission 'nobody'"),
    ],
)
def test_what_cannot_be_compared_is_refused_with_why(
    twice: Terminal, line: str, status: int, said: str
) -> None:
    answer = twice(*line.split())

    assert (int(answer.status), answer.out) == (status, "")
    assert said in answer.err
