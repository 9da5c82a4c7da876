"""`doctor` on the command line."""

import csv
import io
import json

from rolcheck.wiring import LEDGER
from tests.architecture.sources import ROOT
from tests.cli.terminal import Terminal


def checks(out: str) -> dict[str, str]:
    return {row["check"]: row["state"] for row in json.loads(out)}


def test_without_a_campaign_only_the_machine_is_looked_at(empty: Terminal) -> None:
    answer = empty("doctor", "--format", "json", ROLCHECK_NOW="2999-01-01")

    found = checks(answer.out)
    assert {"python", "libraries", "sqlite", "time-zones", "clock"} <= set(found)
    assert "network-drive" not in found
    assert found["clock"] == "warn"
    assert answer.status == 0
    assert answer.err == "no campaign here\nnothing is broken\n"


def test_with_a_campaign_its_ledger_is_looked_at_too(scoring: Terminal) -> None:
    rows = list(csv.DictReader(io.StringIO(scoring.done("doctor --format csv"))))

    assert list(rows[0]) == ["state", "check", "seen", "do"]
    found = {row["check"]: row["state"] for row in rows}
    assert {found[name] for name in ("triggers", "tables", "projections", "heads")} == {"ok"}
    assert found["ledger-permissions"] == "warn"


def test_what_is_broken_is_on_stdout_and_in_the_exit_status(scoring: Terminal) -> None:
    (scoring.folder / LEDGER).write_bytes(b"gone" * 1000)

    answer = scoring("doctor")

    assert answer.status == 1
    assert "broken          ledger-readable     this is no ledger" in answer.out
    assert answer.err.endswith("things are broken\n")


def test_nobody_learns_from_it_how_much_the_others_have_done(scoring: Terminal) -> None:
    before = scoring.done("doctor --format json")
    scoring.done("--as r1 score east 1.1.1 A")

    after = scoring.done("doctor --format json")

    def steady(out: str) -> list[object]:
        return [row for row in json.loads(out) if row["check"] not in ("clock", "disk-space")]

    assert steady(after) == steady(before)


def test_the_page_names_every_check(scoring: Terminal) -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    section = page.partition("### `doctor`")[2].partition("###")[0]

    assert [
        name for name in checks(scoring.done("doctor --format json")) if f"`{name}`" not in section
    ] == []
