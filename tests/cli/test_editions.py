"""Objections and editions on the command line, from the seal to the second edition."""

import csv
import io
import json

import pytest

from tests.cli.terminal import Terminal

CO, AR = ("--as", "co"), ("--as", "ar")


@pytest.fixture
def sealed(scoring: Terminal) -> Terminal:
    """A terminal in a campaign that was sealed with one indicator scored."""
    for line in (
        "--as r1 score east 1.1.1 B",
        "--as co round close 2 --waive trial",
        "--as co round open 3",
        "--as co round close 3 --waive trial",
        "--as co round open 4",
        "--as co round close 4 --waive trial",
        "--as co round seal",
    ):
        scoring.done(line)
    return scoring


def score(terminal: Terminal, *options: str) -> str:
    summary = json.loads(terminal.done(f"summary --format json {' '.join(options)}"))
    (line,) = [one for one in summary["submissions"][0]["indicators"] if one["id"] == "1.1.1"]
    return str(line["score"])


def test_an_objection_leads_to_a_second_edition_beside_the_first(sealed: Terminal) -> None:
    added = sealed.done("--as co objection add east 1.1.1 已交 --by 东区")
    decided = sealed.done("--as ar objection decide O1 upheld --value A --reason 属实")
    before = score(sealed)
    made = sealed.done("--as co edition seal --reason 异议成立")

    assert added == "objection O1: east 1.1.1\n"
    assert decided == "objection O1: upheld\n"
    assert made.startswith("edition 2 sealed: ")
    assert (before, score(sealed), score(sealed, "--edition", "1")) == ("2.00", "4.00", "2.00")
    two = json.loads(sealed.done("summary --format json"))
    assert two["edition"] == {"number": 2, "of": 2, "reason": "异议成立"}
    assert two["objections"] == {"upheld": 1, "dismissed": 0, "undecided": 0}
    assert "edition 2 of 2" in sealed.done("summary")
    rows = json.loads(sealed.done("edition list --format json"))
    assert [(row["number"], row["sound"], row["reason"]) for row in rows] == [
        (1, True, ""),
        (2, True, "异议成立"),
    ]
    assert made.split()[-1] == rows[1]["seal"] == two["ledger"]["seal"]
    (row,) = csv.DictReader(io.StringIO(sealed.done("--as co objection list --format csv")))
    assert (row["id"], row["state"], row["value"], row["decided_by"]) == ("O1", "upheld", "A", "ar")
    assert sealed("edition", "verify").status == 0
    assert sealed("audit", "verify").status == 0


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("--as co edition seal --reason 再版", 3),
        ("--as r1 objection add east 1.1.1 不服 --by 甲", 3),
        ("--as co objection decide O1 dismissed --reason x", 3),
        ("--as ar objection decide O7 dismissed --reason x", 2),
        ("summary --edition 2", 2),
        ("summary --edition 1 --round 2", 2),
        ("explain east 1.1.1 --edition 1", 0),
    ],
)
def test_what_cannot_be_is_answered_with_its_status(
    sealed: Terminal, line: str, status: int
) -> None:
    assert sealed(*line.split()).status == status


def test_no_objection_is_taken_before_the_seal(scoring: Terminal) -> None:
    said = scoring("--as", "co", "objection", "add", "east", "1.1.1", "不服", "--by", "甲")

    assert (said.status, "not sealed yet" in said.err) == (3, True)
