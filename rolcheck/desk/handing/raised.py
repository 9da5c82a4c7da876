"""The finding that a reviewer raises beside a score or verdict that came back filled in."""

from datetime import date

from rolcheck.base.errors import InputError, ObservationError
from rolcheck.base.messages import N_
from rolcheck.campaign.standing import Standing
from rolcheck.desk.findings import life
from rolcheck.desk.findings.asking import asked_of, code_of, due_of, items_asked
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.handing.handin import Written
from rolcheck.desk.handing.outcomes import Import
from rolcheck.desk.handing.written import as_code
from rolcheck.events.types import Draft
from rolcheck.submission.columns import read_cell


def raised(
    standing: Standing,
    who: str,
    reviewer: str,
    item: Written,
    how: Import,
    evidence: tuple[str, ...] = (),
) -> list[Draft]:
    """Return the finding beside an item; nothing without, or where the reviewer raised it.

    Args:
        standing: How the campaign stands.
        who: Who imports it.
        reviewer: Whose it is.
        item: As it came back.
        how: How the import is made.
        evidence: Ids of what it is about.

    Raises:
        InputError: It has no code, or its date is none; or the desk does not take it.
        RefusedError: The reviewer may not raise it.
    """
    if not item.finding:
        return []
    if not item.finding.code:
        raise InputError(
            N_("there is a finding without a code: '{asked}'"),
            hint=N_("give one of Q01 to Q20"),
            asked=item.finding.asked or item.finding.due,
        )
    entry = _entry(standing, item, evidence)
    known = any(
        (row.author, row.code, row.asked) == (reviewer, entry.code, entry.asked)
        and row.state != "withdrawn"
        for row in standing.findings.get((item.submission, item.indicator), ())
    )
    if known:
        return []
    return life.add(standing, who, entry, now=how.now, reviewer=reviewer, step=how.step)


def _entry(standing: Standing, item: Written, evidence: tuple[str, ...]) -> FindingEntry:
    indicator, code = (
        standing.criteria.indicator(item.indicator),
        code_of(as_code(item.finding.code)),
    )
    items = items_asked(indicator, code, (item.key,) if item.key else ())
    due, within = _due(item.finding.due)
    return FindingEntry(
        submission=item.submission,
        indicator=indicator.id,
        code=code,
        asked=asked_of(indicator, code, items, item.finding.asked),
        due=due,
        within=within,
        evidence=evidence,
        items=items,
    )


def _due(text: str) -> tuple[date | None, int]:
    """Return by when something is asked: the day, or in how many working days."""
    if not text:
        return None, 0
    try:
        return date.fromisoformat(str(read_cell("date", text))), 0
    except ObservationError:
        return due_of(text)
