"""What becomes of a verdict that came back filled in, and of the finding beside it."""

from collections.abc import Mapping
from dataclasses import replace

from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.standing import Standing
from rolcheck.desk.handing.handin import Basis, Written
from rolcheck.desk.handing.outcomes import (
    Import,
    Judged,
    conflicts,
    corrects,
    failed,
    must_be_handed_out,
)
from rolcheck.desk.handing.raised import raised
from rolcheck.desk.handing.written import as_verdict
from rolcheck.desk.review.verdicts import complete
from rolcheck.events.rows import VerdictRow
from rolcheck.events.types import Draft


def judged_verdict(
    standing: Standing,
    who: str,
    reviewer: str,
    item: Written,
    made: Mapping[tuple[str, str, str], int],
    how: Import,
) -> Judged:
    """Return what becomes of one verdict.

    Args:
        standing: How the campaign stands.
        who: Who imports it.
        reviewer: Whose it is.
        item: As it came back; something is filled in, and can be read.
        made: The edition of the verdict that stands, by submission, indicator and item.
        how: How the import is made.
    """
    key = (item.submission, item.indicator, item.key)
    before = standing.verdicts.get(key)
    stands, value = before.verdict if before else "", as_verdict(item.value) if item.value else ""
    judged = Judged(item, reviewer, "bad", value, stands)
    try:
        _must_be_whole(item)
        drafts = list(_verdict(standing, who, reviewer, item, value, how))
        drafts += raised(standing, who, reviewer, item, how)
    except RolcheckError as error:
        return failed(judged, error)
    if not drafts:
        return replace(judged, outcome="unchanged")
    changes = bool(value) and value != stands
    changes = changes and not _corrects(standing, reviewer, item, value, how.handout)
    now = Basis(made[key] if changes else 0, standing.version(item.submission, item.indicator))
    said = value or item.finding.asked
    found = () if how.override else tuple(conflicts(item, stands, now, said))
    if found:
        return replace(judged, outcome="conflict", problems=found)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


def _must_be_whole(item: Written) -> None:
    must_be_handed_out(item)
    if item.remark or item.evidence:
        raise InputError(
            N_("a verdict takes no remark"), hint=N_("say it as a finding: its code, what is asked")
        )


def _verdict(
    standing: Standing, who: str, reviewer: str, item: Written, value: str, how: Import
) -> list[Draft]:
    if not value:
        return []
    return complete(
        standing, who, item.submission, item.name, value, reviewer=reviewer, step=how.step
    )


def _corrects(standing: Standing, reviewer: str, item: Written, value: str, handout: str) -> bool:
    key = (item.submission, item.indicator, item.key)
    rows = [
        row
        for row in standing.tables.of(VerdictRow)
        if (row.submission, row.indicator, row.item) == key and not row.undone
    ]
    own = bool(rows) and rows[-1].reviewer == reviewer
    return own and corrects([(row.verdict, row.step) for row in rows], value, handout)
