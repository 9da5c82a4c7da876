"""How the rounds stand, and what blocks closing the open one, as far as a reader may see."""

from collections.abc import Iterable
from datetime import date, datetime

from rolcheck.base.messages import N_
from rolcheck.cli.context import Context
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import finding_names
from rolcheck.desk.receiving.intake import not_received
from rolcheck.locale import ngettext
from rolcheck.locale.words import BLOCKERS, ROUND_KINDS, ROUND_STATES

ROUNDS = (
    Column("number", N_("round"), right=True),
    Column("name", N_("name")),
    Column("kind", N_("kind"), ROUND_KINDS),
    Column("state", N_("state"), ROUND_STATES),
    Column("blind", N_("blind")),
    Column("opens", N_("opens")),
    Column("due", N_("due")),
    Column("closes", N_("closes")),
    Column("opened_at", N_("opened at"), moment=True),
    Column("closed_at", N_("closed at"), moment=True),
    Column("waived", N_("waived"), right=True),
)
LEFT = (
    Column("blocks", N_("blocks")),
    Column("kind", N_("what is left to do"), BLOCKERS),
    Column("submission", N_("submission")),
    Column("indicator", N_("indicator")),
    Column("subject", N_("who or what")),
)


def print_status(context: Context, form: Format) -> None:
    """Print the rounds; beside them, but in CSV, what the open one still wants."""
    desk = context.reading()
    if desk.sight().sees_all:
        _tell_what_was_not_received(context, desk)
    rounds, left = _rounds_table(desk), Table(LEFT, list(_left(desk)))
    if form == "json":
        context.json([_as_json(desk, table_row, left) for table_row in rounds.rows])
        return
    context.table(rounds, form)
    if form == "table" and left.rows:
        context.say("")
        context.table(left, form)


def _tell_what_was_not_received(context: Context, desk: Desk) -> None:
    for submission, files in not_received(desk.standing(), desk.campaign).items():
        said = ngettext(
            "{submission}: {n} file differs from what was received; take it in with receive",
            "{submission}: {n} files differ from what was received; take them in with receive",
            len(files),
        )
        context.note(said.format(submission=submission, n=len(files)))


def _as_json(desk: Desk, row: Iterable[Value], left: Table) -> dict[str, object]:
    shown: dict[str, object] = dict(zip([column.name for column in ROUNDS], row, strict=True))
    if shown["number"] == desk.standing().open_round:
        names = [column.name for column in LEFT]
        shown["left"] = [dict(zip(names, one, strict=True)) for one in left.rows]
    return shown


def _rounds_table(desk: Desk) -> Table:
    return Table(ROUNDS, list(_rounds(desk)), desk.standing().settings.timezone)


def _rounds(desk: Desk) -> Iterable[tuple[Value, ...]]:
    from json import loads

    standing = desk.standing()
    for number, plan in standing.settings.plans.items():
        row = standing.rounds.get(number)
        closes = row.closes if row and row.closes else plan.closes
        yield (
            number,
            plan.name,
            plan.kind,
            standing.state_of(number),
            plan.blind,
            _iso(plan.opens),
            _iso(plan.due),
            _iso(closes),
            row.opened_at if row else None,
            row.closed_at if row else None,
            len(loads(row.waived)) if row and row.closed_at else None,
        )


def _left(desk: Desk) -> Iterable[tuple[Value, ...]]:
    names = finding_names(desk.standing())
    for blocks, found in ((True, desk.blockers()), (False, desk.carried())):
        for one in found:
            subject = names.get(one.subject, one.subject)
            yield (blocks, one.kind, one.submission, one.indicator, subject)


def _iso(value: date | datetime | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
