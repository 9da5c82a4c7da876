"""What came in after a finding was asked: the receipts that brought its indicator new material."""

from dataclasses import dataclass
from itertools import pairwise
from json import loads

from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import FindingRow, ReceiptRow


@dataclass(frozen=True, slots=True)
class Supplement:
    """A receipt with new material for a finding's indicator.

    Attributes:
        receipt: Its number.
        at: Its stamp.
        evidence: Ids of the pieces that are new in it, or whose file changed.
    """

    receipt: int
    at: str
    evidence: tuple[str, ...]


def supplements(standing: Standing, row: FindingRow) -> tuple[Supplement, ...]:
    """Return what came in for a finding's indicator since it was asked, oldest first."""
    rows = standing.receipts.get(row.submission, ())
    return tuple(
        Supplement(now.number, now.at, new_evidence(before, now, row.indicator))
        for before, now in pairwise(rows)
        if now.at > row.at and row.indicator in loads(now.changed)
    )


def new_evidence(before: ReceiptRow, now: ReceiptRow, indicator: str) -> tuple[str, ...]:
    """Return the pieces offered for an indicator that a receipt brought, or brought anew."""
    earlier = {_key(piece): loads(before.files).get(piece["file"]) for piece in _pieces(before)}
    files = loads(now.files)
    return tuple(
        str(piece["id"])
        for piece in _pieces(now)
        if _is_for(piece, indicator) and earlier.get(_key(piece)) != files.get(piece["file"])
    )


def _pieces(row: ReceiptRow) -> list[dict[str, object]]:
    pieces: list[dict[str, object]] = loads(row.manifest).get("evidence", [])
    return pieces


def _key(piece: dict[str, object]) -> tuple[object, object, object]:
    return piece["id"], piece["file"], piece.get("pages", "")


def _is_for(piece: dict[str, object], indicator: str) -> bool:
    named = piece.get("indicators", ())
    answers = piece.get("answers", ())
    assert isinstance(named, list | tuple)
    assert isinstance(answers, list | tuple)
    return indicator in named or any(str(one).partition("/")[0] == indicator for one in answers)
