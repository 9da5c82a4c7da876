"""What manifest and files tell of expected items."""

from datetime import date

import pytest

from rolcheck.base.periods import Period
from rolcheck.campaign.completeness import proposals
from rolcheck.criteria.model import Criteria
from rolcheck.submission.loader import FileState
from rolcheck.submission.manifest import Evidence, Manifest
from tests.factories_standing import standing

YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


def piece(file: str, *answers: str, dated: str = "") -> Evidence:
    """Return evidence for 1.1.1 in a file that also names it."""
    day = date.fromisoformat(dated) if dated else None
    return Evidence(
        id=file, title=file, file=file, indicators=("1.1.1",), answers=answers, dated=day
    )


def told(criteria: Criteria, *pieces: Evidence, **states: FileState) -> list[tuple[str, str, str]]:
    """Return item, verdict and reason of what is proposed for 1.1.1."""
    about = {"id": "east", "name": "东区"}
    manifest = Manifest.model_validate({"submission": about}).model_copy(
        update={"evidence": pieces}
    )
    found = proposals([criteria.indicator("1.1.1")], manifest, states, YEAR)
    return [(one.item, one.verdict, one.basis) for one in found]


@pytest.mark.parametrize(
    ("pieces", "states", "verdict", "basis"),
    [
        pytest.param((piece("x", "1.1.1/a"),), {"x": "there"}, "ok", "file-there", id="there"),
        pytest.param((), {}, "missing", "not-offered", id="nothing offered"),
        pytest.param((piece("x", "1.1.1/a"),), {}, "missing", "file-gone", id="never there"),
        pytest.param(
            (piece("x", "1.1.1/a"),), {"x": "empty"}, "supplement", "file-empty", id="empty"
        ),
        pytest.param((piece("x", "1.1.1/a"),), {"x": "changed"}, "", "file-changed", id="changed"),
        pytest.param(
            (piece("x", "1.1.1/a", dated="2024-12-31"),),
            {"x": "there"},
            "",
            "out-of-period",
            id="the day before the period",
        ),
        pytest.param(
            (piece("x", "1.1.1/a", dated="2025-01-01"),),
            {"x": "there"},
            "ok",
            "file-there",
            id="the first day of the period",
        ),
        pytest.param((piece("x"),), {"x": "there"}, "", "item-not-named", id="which item?"),
        pytest.param(
            (piece("x", "1.1.1/a"), piece("y", "1.1.1/a")),
            {"x": "there", "y": "empty"},
            "supplement",
            "some-not-usable",
            id="one of two cannot be used",
        ),
        pytest.param(
            (piece("x", "1.1.1/a"), piece("y", "1.1.1/a")),
            {"x": "there", "y": "changed"},
            "",
            "file-changed",
            id="one of two is left to a person",
        ),
    ],
)
def test_each_state_of_the_material_has_its_verdict_and_reason(
    pieces: tuple[Evidence, ...], states: dict[str, FileState], verdict: str, basis: str
) -> None:
    assert told(standing().criteria, *pieces, **states)[0] == ("a", verdict, basis)


def test_evidence_for_one_item_says_nothing_of_the_other() -> None:
    told_b = told(standing().criteria, piece("x", "1.1.1/a"), x="there")[1]

    assert told_b == ("b", "missing", "not-offered")
