"""What manifest and files tell of every expected item: verdicts to be confirmed by a person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rolcheck.base.periods import Period
from rolcheck.criteria.model import Indicator
from rolcheck.submission.loader import FileState
from rolcheck.submission.manifest import Evidence, Manifest

THERE = "file-there"
NOT_OFFERED = "not-offered"
GONE = "file-gone"
EMPTY = "file-empty"
CHANGED = "file-changed"
OUT_OF_PERIOD = "out-of-period"
UNCLEAR = "item-not-named"
PARTLY = "some-not-usable"

_OF_STATE: Mapping[FileState, tuple[str, str]] = {
    "there": ("ok", THERE),
    "gone": ("missing", GONE),
    "empty": ("supplement", EMPTY),
    "changed": ("", CHANGED),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the machine proposes for one expected item.

    Attributes:
        indicator: Whose item.
        item: Its id.
        verdict: The verdict; empty where it is left to a person.
        basis: Why: one of the codes above.
        evidence: The ids of the pieces that it rests on, in the order of the manifest.
    """

    indicator: str
    item: str
    verdict: str
    basis: str
    evidence: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The item as it is named in commands."""
        return f"{self.indicator}/{self.item}"


def proposals(
    indicators: Sequence[Indicator],
    manifest: Manifest,
    states: Mapping[str, FileState],
    period: Period,
) -> Iterator[Proposal]:
    """Yield what is proposed for every expected item, in the order of the criteria.

    Args:
        indicators: Those whose items are asked for.
        manifest: As it was received.
        states: How each file of the evidence is now; one that is not named is gone.
        period: The campaign's.
    """
    for indicator in indicators:
        offered = manifest.evidence_for(indicator.id)
        for item in indicator.evidence:
            pieces = [one for one in offered if f"{indicator.id}/{item.id}" in one.answers]
            unnamed = [one for one in offered if not one.answers]
            if not pieces and len(indicator.evidence) == 1:
                pieces = unnamed
            if pieces:
                verdict, basis = _together([_of(one, states, period) for one in pieces])
            elif unnamed:
                pieces, verdict, basis = unnamed, "", UNCLEAR
            else:
                verdict, basis = "missing", NOT_OFFERED
            yield Proposal(indicator.id, item.id, verdict, basis, tuple(one.id for one in pieces))


def _of(piece: Evidence, states: Mapping[str, FileState], period: Period) -> tuple[str, str]:
    """Return verdict and reason of one piece."""
    state = states.get(piece.file, "gone")
    if state == "there" and piece.dated and not period.start <= piece.dated <= period.end:
        return "", OUT_OF_PERIOD  # rules in force may well be older
    return _OF_STATE[state]


def _together(said: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return one verdict of several pieces that answer the same item."""
    if len(set(said)) == 1:
        return said[0]
    undecided = (basis for verdict, basis in said if not verdict)
    basis = next(undecided, "")
    return ("", basis) if basis else ("supplement", PARTLY)
