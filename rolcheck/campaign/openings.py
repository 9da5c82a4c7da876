"""What may be scored in which round: the table of design section 5.

| round          | base indicators               | bonus                | veto              |
|----------------|-------------------------------|----------------------|-------------------|
| completeness   | none                          | none                 | may be raised     |
| scoring        | first scored in such a round  | the same             | raised or cleared |
| re-examination | what came back, once reached  | once reached         | raised or cleared |
| final          | first scored here; what came  | any                  | raised or cleared |
|                | back                          |                      |                   |

What came back is fixed when a round opens; new material, a new finding or a recall adds to
it, nothing takes away.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from json import loads

from rolcheck.campaign.panels import panel
from rolcheck.campaign.settings import SCORING_KINDS, RoundKind, Settings
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.events.rows import FindingRow, ReceiptRow

PENDING = "pending"
UNDER_QUORUM = "under-quorum"
FINDING = "finding"
DISPUTE = "dispute"
NEW_MATERIAL = "new-material"
RECALLED = "recalled"

LIVE_FINDINGS = ("open", "answered")


def first_kind(settings: Settings, indicator: Indicator) -> RoundKind | None:
    """Return the kind of round that takes an indicator's first scores.

    A kind that the campaign leaves out hands on to the next one, or to the last there is.
    """
    present = [plan.kind for plan in settings.rounds if plan.kind in SCORING_KINDS]
    wanted = SCORING_KINDS.index(indicator.first_scored)
    later = [kind for kind in present if SCORING_KINDS.index(kind) >= wanted]
    return next(iter(later or present[-1:]), None)


def may_be_scored(standing: Standing, number: int, submission: str, indicator: Indicator) -> bool:
    """Tell whether an observation of `indicator` fits round `number`."""
    kind = standing.plan(number).kind
    if indicator.is_veto:
        return True
    first = first_kind(standing.settings, indicator)
    if kind == "completeness" or first is None:
        return False
    if indicator.is_bonus:
        return SCORING_KINDS.index(first) <= SCORING_KINDS.index(kind)
    if kind == "scoring":
        return first == "scoring"
    if kind == "final" and first == "final":
        return True
    return bool(came_back(standing, number, submission, indicator))


def came_back(
    standing: Standing,
    number: int,
    submission: str,
    indicator: Indicator,
    *,
    knows_of: Callable[[FindingRow], bool] = lambda _finding: True,
) -> tuple[str, ...]:
    """Return why a base indicator is open again in round `number`; empty if it is not.

    Args:
        standing: How the campaign stands.
        number: The round.
        submission: The submission.
        indicator: The indicator.
        knows_of: Which findings of the round are told; left out: all.
    """
    row = standing.rounds.get(number)
    if row is None:
        return ()
    reasons = dict.fromkeys(_fixed(row.returned).get(submission, {}).get(indicator.id, ()))
    if _reached(standing, number, indicator):
        reasons |= dict.fromkeys(_added(standing, number, submission, indicator.id, knows_of))
    return tuple(reasons)


def returned(standing: Standing, number: int) -> dict[str, dict[str, list[str]]]:
    """Return what comes back when round `number` opens now: reasons by submission, indicator."""
    if standing.plan(number).kind not in ("re-examination", "final"):
        return {}
    found: dict[str, dict[str, list[str]]] = {}
    for submission in standing.manifests:
        cells = {
            indicator.id: reasons
            for indicator in standing.criteria.base
            if (reasons := list(_known(standing, number, submission, indicator)))
        }
        if cells:
            found[submission] = cells
    return found


def disputed(standing: Standing) -> frozenset[tuple[str, str]]:
    """Return the disputes of the latest closing that no ruling has settled."""
    closed = standing.latest_closed
    if closed is None:
        return frozenset()
    cells = _cells(standing.rounds[closed].disputes)
    return frozenset(cell for cell in cells if cell not in standing.rulings)


def _known(standing: Standing, number: int, submission: str, indicator: Indicator) -> Iterator[str]:
    if not _reached(standing, number, indicator):
        return
    seats = panel(standing, submission, indicator.id, number)
    ruled = (submission, indicator.id) in standing.rulings
    if not seats and not ruled:
        yield PENDING
    if len(seats) < standing.settings.aggregation.quorum:
        yield UNDER_QUORUM
    if standing.plan(number).kind == "final":
        return
    findings = standing.findings.get((submission, indicator.id), ())
    if any(finding.state in LIVE_FINDINGS for finding in findings):
        yield FINDING
    if (submission, indicator.id) in disputed(standing):
        yield DISPUTE
    version = standing.version(submission, indicator.id)
    ruling = standing.rulings.get((submission, indicator.id))
    if any(seat.version != version for seat in seats) or (ruling and ruling.version != version):
        yield NEW_MATERIAL


def _added(
    standing: Standing,
    number: int,
    submission: str,
    indicator: str,
    knows_of: Callable[[FindingRow], bool],
) -> Iterator[str]:
    if (submission, indicator) in standing.recalls.get(number, ()):
        yield RECALLED
    if standing.plan(number).kind == "final":
        return
    opened = standing.rounds[number].opened_at
    for receipt in standing.receipts.get(submission, ()):
        if receipt.round == number and receipt.at > opened and _changed(receipt, indicator):
            yield NEW_MATERIAL
    for finding in standing.findings.get((submission, indicator), ()):
        if _is_new(finding, number) and knows_of(finding):
            yield FINDING


def _reached(standing: Standing, number: int, indicator: Indicator) -> bool:
    first = first_kind(standing.settings, indicator)
    kind = standing.plan(number).kind
    return (
        first is not None
        and kind in SCORING_KINDS
        and SCORING_KINDS.index(first) <= SCORING_KINDS.index(kind)
    )


def _changed(receipt: ReceiptRow, indicator: str) -> bool:
    return indicator in _names(receipt.changed)


def _is_new(finding: FindingRow, number: int) -> bool:
    return finding.round == number


# Asked for every cell, and the same for all of them: read once.


@lru_cache(maxsize=16)
def _fixed(returned: str) -> Mapping[str, Mapping[str, list[str]]]:
    fixed: Mapping[str, Mapping[str, list[str]]] = loads(returned)
    return fixed


@lru_cache(maxsize=16)
def _cells(disputes: str) -> frozenset[tuple[str, str]]:
    return frozenset((str(one), str(other)) for one, other in loads(disputes))


@lru_cache(maxsize=1024)
def _names(changed: str) -> frozenset[str]:
    return frozenset(loads(changed))
