"""Findings as rows and lines: lists, counts, codes, one in full."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import tzinfo
from json import loads

from rolcheck.base.clock import parse_stamp
from rolcheck.base.messages import N_
from rolcheck.campaign.blockers import is_overdue
from rolcheck.campaign.defects import DAYS, DEFECTS
from rolcheck.cli.output import Column, Table, Value
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.counting import By, FindingCount
from rolcheck.desk.findings.life import finding_name, findings_of
from rolcheck.desk.findings.reading import FindingSeen, MoveSeen
from rolcheck.desk.findings.supplements import Supplement
from rolcheck.locale import _
from rolcheck.locale.finding_codes import ASKED, CODES, NATURE_WORDS, SEVERITIES, code_words
from rolcheck.locale.words import FINDING_STATES

FINDINGS = (
    Column("id", N_("id")),
    Column("submission", N_("submission")),
    Column("indicator", N_("indicator")),
    Column("code", N_("code")),
    Column("state", N_("state"), FINDING_STATES),
    Column("due", N_("due date")),
    Column("overdue", N_("overdue")),
    Column("round", N_("round"), right=True),
    Column("evidence", N_("evidence")),
    Column("asked", N_("what is asked")),
)
KEYS = {"unit": N_("responsible unit"), "code": N_("code"), "submission": N_("submission")}
STEPS = {
    "answer": N_("answered"),
    "accept": N_("accepted"),
    "reject": N_("rejected"),
    "withdraw": N_("withdrawn"),
    "extend": N_("given more time"),
}


def findings_table(desk: Desk, submission: str, *, overdue: bool) -> Table:
    """Return the findings that the desk's person may see; the longest overdue first if asked.

    Raises:
        InputError: No such submission.
    """
    today, rows = desk.today(), list(findings_of(desk.sight(), submission))
    if overdue:
        rows = sorted(
            (row for row in rows if is_overdue(row, today)), key=lambda row: row.due or ""
        )
    lines: list[tuple[Value, ...]] = [
        (
            finding_name(row),
            row.submission,
            row.indicator,
            row.code,
            row.state,
            row.due,
            is_overdue(row, today),
            row.round,
            loads(row.evidence),
            row.asked,
        )
        for row in rows
    ]
    return Table(FINDINGS, lines)


def counts_table(counts: Sequence[FindingCount], by: By) -> Table:
    """Return counted findings as rows."""
    columns = (
        Column(by, KEYS[by]),
        Column("all", N_("findings"), right=True),
        Column("open", N_("unanswered"), right=True),
        Column("overdue", N_("overdue"), right=True),
        Column("answered", N_("answered"), right=True),
        Column("accepted", N_("accepted"), right=True),
        Column("withdrawn", N_("withdrawn"), right=True),
    )
    return Table(columns, [tuple(asdict(one).values()) for one in counts])


def codes_table() -> Table:
    """Return the codes with their meaning and what they ask for."""
    columns = (
        Column("code", N_("code")),
        Column("name", N_("meaning"), CODES),
        Column("severity", N_("how grave"), SEVERITIES),
        Column("nature", N_("answer"), NATURE_WORDS),
        Column("days", N_("working days"), right=True),
        Column("asked", N_("what is asked"), {ASKED[code]: ASKED[code] for code in ASKED}),
    )
    rows: list[tuple[Value, ...]] = [
        (code, code, one.severity, one.nature, DAYS[one.nature], ASKED[code])
        for code, one in DEFECTS.items()
    ]
    return Table(columns, rows)


def shown_json(seen: FindingSeen) -> dict[str, object]:
    """Return one finding with its history as plain values."""
    return {
        "id": seen.name,
        "submission": seen.submission,
        "indicator": seen.indicator,
        "code": seen.code,
        "state": seen.state,
        "due": seen.due.isoformat() if seen.due else None,
        "days_late": seen.days_late,
        "round": seen.round,
        "asked_at": seen.at,
        "asked_by": seen.author,
        "asked": seen.asked,
        "seen": seen.seen,
        "items": seen.items,
        "evidence": seen.evidence,
        "units": seen.units,
        "notices": seen.notices,
        "history": [_move_json(one) for one in seen.history],
        "supplements": [asdict(one) for one in seen.supplements],
    }


def _move_json(one: MoveSeen) -> dict[str, object]:
    return {**asdict(one), "due": one.due.isoformat() if one.due else None}


def finding_lines(seen: FindingSeen, zone: tzinfo) -> Iterator[str]:
    """Yield one finding with its history, a line each."""
    title = f"{seen.submission_name} {seen.indicator} {seen.title}"
    yield f"{seen.name}  {seen.code} {code_words(seen.code)}  {title}"
    state = _(FINDING_STATES[seen.state])
    yield _("{state}, due {day}").format(state=state, day=seen.due or "-")
    if seen.seen:
        yield _("seen: {what}").format(what=seen.seen)
    yield _("what is asked: {what}").format(what=seen.asked)
    for label, names in (
        (N_("expected items: {names}"), seen.items),
        (N_("evidence: {names}"), seen.evidence),
        (N_("responsible unit: {names}"), seen.units),
        (N_("notices: {names}"), seen.notices),
    ):
        if names:
            yield _(label).format(names=_(", ").join(names))
    told = [(one.at, _step(one)) for one in seen.history]
    told += [(one.at, _supplement(one)) for one in seen.supplements]
    for at, said in sorted(told):
        yield f"{parse_stamp(at).astimezone(zone):%Y-%m-%d %H:%M}  {said}"


def _step(one: MoveSeen) -> str:
    said = _(STEPS[one.move])
    if one.nature:
        said = f"{said} ({_(NATURE_WORDS[one.nature])})"
    parts = [said, str(one.due or ""), one.name, one.text, " ".join(one.evidence)]
    return "  ".join(part for part in parts if part)


def _supplement(one: Supplement) -> str:
    said = _("receipt {number} brought new material").format(number=one.receipt)
    return "  ".join((said, *one.evidence))
