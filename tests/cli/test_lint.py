"""`criteria lint` on the command line, and the set that was written with it."""

import json

from tests.cli.terminal import Terminal


def test_a_sound_set_is_told_so(empty: Terminal) -> None:
    answer = empty("criteria", "lint", "project", "general")

    assert (answer.status, answer.out, answer.err) == (0, "", "0 remarks\n")


def test_remarks_stand_at_their_places_with_their_code(town: Terminal) -> None:
    answer = town("criteria", "lint", "criteria/paper.toml")

    assert answer.status == 1
    assert (
        "criteria/paper.toml:38:6: L14 1.1.1 has no guidance; "
        "say what reviewers look at, and what against\n"
    ) in answer.out
    assert answer.err == f"{len(answer.out.splitlines())} remarks\n"


def test_without_a_name_the_campaigns_set_is_read_and_rows_have_the_code_first(
    town: Terminal,
) -> None:
    named = town("criteria", "lint", "criteria/paper.toml", "--format", "json")
    own = town("criteria", "lint", "--format", "json")

    rows, same = json.loads(own.out), json.loads(named.out)
    assert (own.status, len(rows)) == (1, len(same))
    assert list(rows[0]) == ["code", "file", "line", "column", "problem", "expected"]
    assert {row["code"] for row in rows} >= {"L01", "L14", "L34", "L44"}


def test_faults_keep_a_set_from_being_linted(town: Terminal) -> None:
    path = town.folder / "criteria" / "paper.toml"
    path.write_text(path.read_text("utf-8").replace("points = 20", "points = 21"), "utf-8")

    answer = town("criteria", "lint", "criteria/paper.toml")

    assert (answer.status, answer.out) == (2, "")
    assert "the base adds up to 20, not to 21" in answer.err


def test_a_campaign_for_single_projects_begins_with_the_short_set(empty: Terminal) -> None:
    empty.done("init projects-2026 --criteria project")

    assert empty.done("check projects-2026") == ""
    assert 'criteria = "project"' in (empty.folder / "projects-2026/campaign.toml").read_text()
    empty.done("-C projects-2026 --as coordinator-01 round open 1")
