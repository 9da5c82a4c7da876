"""What becomes of a score that came back filled in."""

from collections.abc import Mapping
from dataclasses import replace

from rolcheck.base.errors import InputError, ObservationError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.handing.handin import Basis, Written
from rolcheck.desk.handing.outcomes import Import, Judged, conflicts, failed, with_remark
from rolcheck.desk.handing.written import as_value, means_keep
from rolcheck.desk.review.recording import Entry, score
from rolcheck.events.rows import ObservationRow


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
        value = _value(standing, item, reviewer)
        entry = Entry(item.submission, item.indicator, value, item.remark, item.evidence)
        drafts = score(standing, who, entry, now=how.now, reviewer=reviewer, step=how.step)
    except RolcheckError as error:
        return failed(judged, error)
    judged = replace(judged, value=value)
    if not drafts:
        return replace(judged, outcome="unchanged")
    version = standing.version(item.submission, item.indicator)
    now = Basis(made[item.submission, item.indicator], version)
    stands = with_remark(latest.value, latest.remark) if latest else ""
    said = with_remark(value, item.remark)
    found = () if how.override else tuple(conflicts(item, stands, now, said))
    if found:
        return replace(judged, outcome="conflict", problems=found)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


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
    if not item.bases:
        raise InputError(
            N_("{indicator} of {submission} was not handed out in this file"),
            hint=N_("export a new one"),
            indicator=item.indicator,
            submission=item.submission,
        )
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
