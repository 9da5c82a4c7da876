"""What becomes of a verdict that came back filled in, and of the finding beside it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from rolcheck.base.errors import InputError, ObservationError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean
from rolcheck.campaign.standing import Standing
from rolcheck.desk.findings import life
from rolcheck.desk.findings.life import FindingEntry
from rolcheck.desk.handing.handin import Basis, Written
from rolcheck.desk.handing.outcomes import Import, Judged, conflicts, failed
from rolcheck.desk.handing.written import as_code, as_verdict
from rolcheck.desk.review.verdicts import complete
from rolcheck.events.types import Draft
from rolcheck.submission.columns import EXPECTED, read_cell


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
    key = (item.submission, item.indicator, item.expected)
    before = standing.verdicts.get(key)
    stands, value = before.verdict if before else "", as_verdict(item.value) if item.value else ""
    judged = Judged(item, reviewer, "bad", value, stands)
    try:
        _must_be_whole(item)
        drafts = list(_verdict(standing, who, reviewer, item, value, how))
        drafts += _finding(standing, who, reviewer, item, how)
    except RolcheckError as error:
        return failed(judged, error)
    if not drafts:
        return replace(judged, outcome="unchanged")
    changes = bool(value) and value != stands
    now = Basis(made[key] if changes else 0, standing.version(item.submission, item.indicator))
    said = value or item.finding.asked
    found = () if how.override else tuple(conflicts(item, stands, now, said))
    if found:
        return replace(judged, outcome="conflict", problems=found)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


def _must_be_whole(item: Written) -> None:
    if not item.bases:
        raise InputError(
            N_("{indicator} of {submission} was not handed out in this file"),
            hint=N_("export a new one"),
            indicator=item.name,
            submission=item.submission,
        )
    if item.remark or item.evidence:
        raise InputError(
            N_("a verdict takes no remark"), hint=N_("say it as a finding: its code, what is asked")
        )
    if item.finding and not item.finding.code:
        raise InputError(
            N_("there is a finding without a code: '{asked}'"),
            hint=N_("give one of Q01 to Q20"),
            asked=item.finding.asked or item.finding.due,
        )


def _verdict(
    standing: Standing, who: str, reviewer: str, item: Written, value: str, how: Import
) -> list[Draft]:
    if not value:
        return []
    return complete(
        standing, who, item.submission, item.name, value, reviewer=reviewer, step=how.step
    )


def _finding(
    standing: Standing, who: str, reviewer: str, item: Written, how: Import
) -> list[Draft]:
    """Return the finding beside a verdict; nothing without, or where the reviewer raised it."""
    if not item.finding:
        return []
    code, asked = as_code(item.finding.code), clean(item.finding.asked).strip()
    known = any(
        (row.author, row.code, row.asked) == (reviewer, code, asked) and row.state != "withdrawn"
        for row in standing.findings.get((item.submission, item.indicator), ())
    )
    if known:
        return []
    entry = FindingEntry(item.submission, item.indicator, code, asked, _day(item.finding.due))
    return life.add(standing, who, entry, now=how.now, reviewer=reviewer, step=how.step)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(str(read_cell("date", text)))
    except ObservationError as error:
        raise InputError(N_("'{text}' is no date"), hint=EXPECTED["date"], text=text) from error
