"""Findings counted: by responsible unit, by code, by submission."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rolcheck.campaign.blockers import is_overdue
from rolcheck.criteria.model import Criteria
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import findings_of
from rolcheck.events.rows import FindingRow

By = Literal["unit", "code", "submission"]


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings of one sort there are, by state; `overdue` are among the open ones.

    Attributes:
        key: The unit's name (empty for indicators that name none), the code, or the submission.
    """

    key: str
    all: int
    open: int
    overdue: int
    answered: int
    accepted: int
    withdrawn: int


def count_findings(desk: Desk, by: By) -> tuple[FindingCount, ...]:
    """Return the counts of what the desk's person may see, those with most to do first.

    Args:
        desk: Whose.
        by: What a line stands for; a unit is the one that answers for the indicator.
    """
    key, found = _KEYS[by], dict[str, list[FindingRow]]()
    criteria, today = desk.standing().criteria, desk.today()
    for row in findings_of(desk.sight()):
        found.setdefault(key(criteria, row), []).append(row)
    counts = [
        _count(name, rows, [is_overdue(row, today) for row in rows]) for name, rows in found.items()
    ]
    return tuple(sorted(counts, key=lambda one: (-one.open, -one.answered, -one.all, one.key)))


def _count(key: str, rows: Sequence[FindingRow], late: Sequence[bool]) -> FindingCount:
    states = [row.state for row in rows]
    return FindingCount(
        key=key,
        all=len(rows),
        open=states.count("open"),
        overdue=sum(late),
        answered=states.count("answered"),
        accepted=states.count("accepted"),
        withdrawn=states.count("withdrawn"),
    )


_KEYS: Mapping[By, Callable[[Criteria, FindingRow], str]] = {
    "unit": lambda criteria, row: criteria.indicator(row.indicator).office,
    "code": lambda _criteria, row: row.code,
    "submission": lambda _criteria, row: row.submission,
}
