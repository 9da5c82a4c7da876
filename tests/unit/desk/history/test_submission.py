"""A submission through the rounds: each round's numbers are those of its summary."""

from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.desk.history.submission import submission_history
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.documents.submission_history import history_document
from tests.factories import make_town
from tests.unit.reports.towns import drawn, played


def test_every_round_says_what_its_summary_says() -> None:
    desk = played(4).desk("boss")

    found = submission_history(desk, "east")

    assert [line.facts.number for line in found.rounds] == sorted(desk.standing().rounds)
    for line in found.rounds:
        (told,) = summary_of(desk, line.facts.number, submission="east").submissions
        assert (line.total, line.rank) == (told.total, told.rank)
        assert [one.now for one in line.indicators] == [one.score for one in told.indicators]


def test_who_scored_is_counted_for_those_who_see_results_alone() -> None:
    text = drawn(history_document(submission_history(played(4).desk("guest"), "east", "1.1.1")))

    assert not any(name in text for name in "甲乙丙丁戊")
    assert "5 scores given or counted again" in text


def test_a_blind_round_is_no_line_of_it(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(1)
    town.desk("boss").open_round(2)
    town.score("r2", "east", "1.1.1", "A")

    seen = submission_history(town.desk("boss"), "east").rounds
    hidden = submission_history(town.desk("r1"), "east").rounds

    assert [line.facts.number for line in seen] == [1, 2]
    assert 2 not in [line.facts.number for line in hidden]


def test_what_is_not_there_is_refused_by_name() -> None:
    desk = played(4).desk("boss")

    with pytest.raises(InputError, match="no submission 'nowhere'"):
        submission_history(desk, "nowhere")
    with pytest.raises(InputError, match=r"no indicator '9\.9'"):
        submission_history(desk, "east", "9.9")
