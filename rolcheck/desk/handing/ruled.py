"""What becomes of a ruling that came back filled in."""

from collections.abc import Mapping
from dataclasses import replace

from rolcheck.base.errors import InputError, ObservationError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.disputes.rulings import rule
from rolcheck.desk.handing.decided import as_ruling
from rolcheck.desk.handing.handin import Basis, Written
from rolcheck.desk.handing.outcomes import (
    Import,
    Judged,
    conflicts,
    failed,
    must_be_handed_out,
    with_remark,
)
from rolcheck.events.rows import RulingRow


def judged_ruling(
    standing: Standing, who: str, arbiter: str, item: Written, made: Mapping[Cell, int], how: Import
) -> Judged:
    """Return what becomes of one ruling.

    Args:
        standing: How the campaign stands.
        who: Who imports it.
        arbiter: Whose it is.
        item: As it came back; something is filled in, and can be read.
        made: How many rulings were made on every item.
        how: How the import is made.
    """
    cell = (item.submission, item.indicator)
    before = standing.rulings.get(cell)
    stands = with_remark(before.value, before.reason) if before else ""
    judged = Judged(item, arbiter, "bad", item.value, before.value if before else "")
    try:
        must_be_allowed(standing.settings, arbiter, Action.RULE)
        value = _value(standing, item)
        drafts = rule(standing, who, *cell, value, item.remark, arbiter=arbiter)
    except RolcheckError as error:
        return failed(judged, error)
    judged = replace(judged, value=value)
    if not drafts:
        return replace(judged, outcome="unchanged")
    now = Basis(made[cell], standing.version(*cell))
    said = with_remark(value, item.remark)
    found = () if how.override else tuple(conflicts(item, stands, now, said))
    if found:
        return replace(judged, outcome="conflict", problems=found)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


def _value(standing: Standing, item: Written) -> str:
    """Return what is ruled, as `rule` takes it.

    Raises:
        InputError: There is no such submission or indicator, no value or no reason, or it was not
            handed out.
        ObservationError: The rule does not take the value.
    """
    standing.manifest(item.submission)
    indicator = standing.criteria.indicator(item.indicator)
    must_be_handed_out(item)
    if not item.value:
        raise InputError(
            N_("there is a reason but no ruling"),
            hint=N_("write the ruling too, or clear the rest"),
        )
    if not item.remark.strip():
        raise ObservationError(
            N_("the ruling '{value}' has no reason"),
            hint=N_("write the reason beside it"),
            value=item.value,
        )
    stood = _stood(standing, item)
    return as_ruling(
        indicator, item.value, standing.settings.period, stands=stood, numbered=item.in_form
    )


def _stood(standing: Standing, item: Written) -> str:
    """Return the ruling that stood when the item was handed out; empty without."""
    rows = [
        row
        for row in standing.tables.of(RulingRow)
        if (row.submission, row.indicator) == (item.submission, item.indicator)
    ]
    edition = item.bases[0].edition
    return rows[edition - 1].value if 0 < edition <= len(rows) else ""
