"""Two campaigns, equal but for what others do in a blind round, look the same from outside."""

import json
from pathlib import Path

import pytest

from rolcheck.desk.reporting import explanation_of, reading_of, summary_of
from rolcheck.reports.documents.agreement import agreement_document
from rolcheck.reports.documents.explanation import explanation_document
from rolcheck.reports.documents.sheet import sheet_document
from rolcheck.reports.documents.summary import summary_document
from rolcheck.reports.explanation_json import explanation_json
from rolcheck.reports.summary import round_facts
from rolcheck.reports.summary_json import agreement_json, summary_json
from rolcheck.scoring.reviewing import coefficients_of
from tests.factories import MANIFESTS, Town
from tests.unit.reports.towns import blind_town, drawn


def everything(town: Town, who: str) -> list[str]:
    """Return all that somebody can be shown by reports."""
    desk = town.desk(who)
    summary, reading = summary_of(desk), reading_of(desk)
    found = coefficients_of(reading.results, "interval", "1.1.1")
    shown = [
        json.dumps(summary_json(summary)),
        json.dumps(agreement_json(found)),
        drawn(agreement_document(found, round_facts(reading))),
        drawn(sheet_document(summary), "csv"),
        drawn(summary_document(summary, detailed=True)),
        drawn(summary_document(summary, detailed=True), "md"),
    ]
    for submission in MANIFESTS:
        for indicator in ("", *(one.id for one in reading.results.standing.criteria.indicators)):
            explanation = explanation_of(desk, submission, indicator)
            shown += [
                drawn(explanation_document(explanation)),
                json.dumps(explanation_json(explanation)),
            ]
    return shown


@pytest.mark.parametrize("who", ["r1", "guest", ""])
def test_an_open_blind_round_shows_in_no_report(tmp_path: Path, who: str) -> None:
    one = blind_town(tmp_path / "one", "A", "clear")
    other = blind_town(tmp_path / "other", "C", "veto")

    assert everything(one, who) == everything(other, who)


def test_the_coordinator_is_shown_the_difference(tmp_path: Path) -> None:
    one = blind_town(tmp_path / "one", "A", "clear")
    other = blind_town(tmp_path / "other", "C", "veto")

    assert everything(one, "boss") != everything(other, "boss")
