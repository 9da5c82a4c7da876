"""Nobody learns from any command what another reviewer did in an open blind round.

Two campaigns are worked alike but for one secret: what `r2` scored and said, and how often. Every
command answers whoever must not know byte by byte the same in both. A quick look at the commands
that tell most; tests/e2e/test_blindness.py tries all of them, every file and every screen.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.terminal import Answer, Terminal
from tests.world import PEOPLE, make_world

UNIT = """
[[unit]]
id = "sfj"
name = "司法局"
[[reviewer]]
id = "un"
name = "un"
roles = ["unit"]
unit = "sfj"
"""

READERS = ("", "r1", "ob", "un")
FORMATS = ("table", "json", "csv")
LISTINGS = (
    "round status",
    "progress",
    "progress --by submission",
    "progress --by area",
    "progress --by unit",
    "assign list",
    "scores export",
    "finding list",
    "audit log",
    "audit verify",
    "complete propose",
    "check",
)
HANDOUT = re.compile("(?<=Handout )[0-9a-f]{12}")
"""What every form is told apart by, drawn when it is written."""
LINES = (
    "finding add east 1.1.1 --code Q01 --ask more",
    *(f"{line} --format {form}" for line in LISTINGS for form in FORMATS),
    *(f"summary --format {form}" for form in ("text", "json", "md", "csv")),
    "summary --round 2",
    *(f"round diff {rounds}" for rounds in ("1 2", "1 2 east --format json", "2 1")),
    *(f"history east{more}" for more in ("", " 1.1.1", " --format json", " 1.1.1 --format csv")),
    "explain east",
    "explain east 1.1.1",
    "explain east --format json",
    "explain east 1.1.1 --round 2",
    "agreement",
    "agreement --format json",
    "agreement --round 2",
    "agreement --indicator 1.1.1 --format json",
    "agreement --by indicator",
    "severity",
    "severity --format json",
    "sensitivity",
    "sensitivity --format json",
    "sensitivity --round 2",
    "form export --for r1",
    "form export --for r2",
    "score east 1.1.1 B",
    "score east 1.1.2 1/0",
    "round close 2",
    "keep east",
    "undo",
)


def told(
    folder: Path, capsys: pytest.CaptureFixture[str], secrets: tuple[str, ...], reader: str
) -> dict[str, Answer]:
    """Return what `reader` is told by every command after `r2` entered `secrets`."""
    make_world(folder, people=PEOPLE + UNIT)
    town = Terminal(folder, capsys)
    for line in ("open 1", "close 1 --waive trial", "open 2"):
        town.done(f"--as co round {line}")
    town.done("--as r1 score east 1.1.1 A")
    for secret in secrets:
        town("--as", "r2", "score", "east", *secret.split(), "--remark", "CANARY")
        town("--as", "r2", "finding", "add", "east", "1.1.2", "--code", "Q03", "--ask", "CANARY")
    town.time = town.time.replace(hour=12, minute=0)
    who = ["--as", reader] if reader else []
    said = {line: town(*who, *line.split()) for line in LINES}
    return {line: replace(one, out=HANDOUT.sub("", one.out)) for line, one in said.items()}


@pytest.mark.parametrize("reader", READERS)
def test_an_open_blind_round_tells_nothing_of_another_reviewer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reader: str
) -> None:
    one = told(tmp_path / "one", capsys, ("1.1.1 C",), reader)
    other = told(
        tmp_path / "other", capsys, ("1.1.1 A", "1.1.2 1/10", "V.1.1 veto", "2.1.1 K1"), reader
    )

    own = "audit log" if reader == "r1" else "nothing"  # own events carry random ids and hashes
    differing = [line for line in LINES if one[line] != other[line] and not line.startswith(own)]
    assert differing == []
    assert not any("CANARY" in answer.out + answer.err for answer in other.values())


def test_the_search_for_leaks_finds_what_a_coordinator_sees(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = told(tmp_path / "one", capsys, ("1.1.1 C",), "co")
    other = told(tmp_path / "other", capsys, ("1.1.1 A", "1.1.2 1/10"), "co")

    differing = {line for line in LINES if one[line] != other[line]}
    assert {"scores export --format csv", "progress --format json"} <= differing
