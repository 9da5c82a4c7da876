"""What becomes of a score that came back filled in, and of the finding beside it."""

from collections.abc import Mapping
from dataclasses import replace

from rolcheck.base.errors import InputError, ObservationError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.handing.handin import Basis, Written
from rolcheck.desk.handing.outcomes import (
    Import,
    Judged,
    conflicts,
    corrects,
    failed,
    must_be_handed_out,
    with_remark,
)
from rolcheck.desk.handing.raised import raised
from rolcheck.desk.handing.written import as_value, means_keep
from rolcheck.desk.review.recording import Entry, score
from rolcheck.events.rows import ObservationRow
from rolcheck.events.types import Draft


def judged_score(
    standing: Standing,
    who: str,
    reviewer: str,
    item: Written,
    made: Mapping[Cell, int],
    how: Import,
) -> Judged:
    """Return what becomes of one score.

    Args:
        standing: How the campaign stands.
        who: Who imports it.
        reviewer: Whose it is.
        item: As it came back; something is filled in, and can be read.
        made: The editions that stand for the reviewer.
        how: How the import is made.
    """
    latest = standing.own_latest(item.submission, item.indicator, reviewer)
    judged = Judged(item, reviewer, "bad", item.value, latest.value if latest else "")
    try:
        value = _value(standing, item, reviewer) if _is_scored(item) else ""
        scored = _score(standing, who, reviewer, item, value, how)
        drafts = [*scored, *_raised(standing, who, reviewer, item, how)]
    except RolcheckError as error:
        return failed(judged, error)
    judged = replace(judged, value=value)
    if not drafts:
        return replace(judged, outcome="unchanged")
    cell = (item.submission, item.indicator)
    changes = bool(scored) and not _corrects(standing, reviewer, item, value, how.handout)
    now = Basis(made[cell] if changes else 0, standing.version(*cell))
    stands = with_remark(latest.value, latest.remark) if latest else ""
    said = with_remark(value, item.remark) if value else item.finding.asked
    found = () if how.override else tuple(conflicts(item, stands, now, said))
    if found:
        return replace(judged, outcome="conflict", problems=found)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


def _is_scored(item: Written) -> bool:
    """Tell whether a score was meant, and not a finding alone."""
    return bool(item.value or item.remark or not item.finding)


def _score(
    standing: Standing, who: str, reviewer: str, item: Written, value: str, how: Import
) -> list[Draft]:
    if not value:
        return []
    entry = Entry(item.submission, item.indicator, value, item.remark, item.evidence)
    return score(standing, who, entry, now=how.now, reviewer=reviewer, step=how.step)


def _raised(standing: Standing, who: str, reviewer: str, item: Written, how: Import) -> list[Draft]:
    """Return the finding beside a score; evidence without a score is what the finding is about."""
    if not item.finding:
        return []
    must_be_handed_out(item)
    return raised(standing, who, reviewer, item, how, () if item.value else item.evidence)


def _corrects(standing: Standing, reviewer: str, item: Written, value: str, handout: str) -> bool:
    rows = standing.observations.get((item.submission, item.indicator), ())
    own = [(row.value, row.step) for row in rows if row.reviewer == reviewer]
    return corrects(own, value, handout)


def _value(standing: Standing, item: Written, reviewer: str) -> str:
    """Return the CSV form of what was written; of "as before" what stood when it was handed out.

    Raises:
        InputError: There is no value, no such submission or indicator, it was not handed out, or
            nothing stood before.
        ObservationError: The rule does not take the value.
    """
    standing.manifest(item.submission)
    indicator = standing.criteria.indicator(item.indicator)
    if not item.value:
        raise InputError(
            N_("there is a remark or evidence but no value"),
            hint=N_("write the value too, or clear the rest"),
        )
    must_be_handed_out(item)
    try:
        return as_value(indicator, item.value, standing.settings.period, numbered=item.in_form)
    except ObservationError:
        if not means_keep(item.value):
            raise
    return _before(standing, item, reviewer)


def _before(standing: Standing, item: Written, reviewer: str) -> str:
    """Return what the reviewer had recorded of an item when it was handed out."""
    cell = (item.submission, item.indicator)
    own = [
        row.value
        for row in standing.tables.of(ObservationRow)
        if (row.submission, row.indicator) == cell and row.reviewer == reviewer
    ]
    edition = item.bases[0].edition
    if not 0 < edition <= len(own):
        raise InputError(
            N_("{who} has no score of {indicator} to keep"),
            who=reviewer,
            indicator=item.indicator,
        )
    return own[edition - 1]
