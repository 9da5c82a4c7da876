"""`finding`: what is wrong with the material: asked, answered and judged."""

from collections.abc import Sequence
from datetime import date

import click

from rolcheck.base.messages import N_
from rolcheck.campaign.defects import NATURES
from rolcheck.cli.acknowledging import done_line
from rolcheck.cli.context import Context
from rolcheck.cli.finding_tables import (
    codes_table,
    counts_table,
    finding_lines,
    findings_table,
    shown_json,
)
from rolcheck.cli.options import (
    evidence_option,
    format_option,
    plain_or_json_option,
    reason_option,
)
from rolcheck.cli.output import Format
from rolcheck.cli.parsing import as_group, option
from rolcheck.desk.findings.asking import due_of, years_unknown
from rolcheck.desk.findings.counting import By, count_findings
from rolcheck.desk.findings.life import FindingEntry, Statement, finding_name, finding_of
from rolcheck.desk.findings.reading import finding_seen
from rolcheck.events.types import Event
from rolcheck.locale import _

WHEN = N_("by when: a day, or 5wd for five working days")


@as_group(
    examples=(
        "rolcheck --as reviewer-01 finding add yunlan 2.1.3 --code Q03 --due 5wd --ask 补交签到表",
        "rolcheck --as sfj-yunlan finding answer F482137 已补交 --evidence E-031",
        "rolcheck --as reviewer-01 finding accept F482137",
        "rolcheck finding list --overdue",
        "rolcheck finding count --by unit --format csv",
    )
)
def command() -> None:
    """Hold the subcommands."""


@command.command("add", summary=N_("say what is wrong with the material, and what is expected"))
@click.argument("submission")
@click.argument("indicator")
@option("--code", required=True, metavar="Q..", help=N_("what kind of defect, Q01 to Q20"))
@option(
    "--ask",
    "asked",
    default="",
    metavar="TEXT",
    help=N_("what is expected; left out: the words that go with the code"),
)
@option("--seen", default="", metavar="TEXT", help=N_("what was found instead"))
@option("--item", "items", multiple=True, metavar="ID", help=N_("the expected item it is about"))
@option("--due", default="", metavar="WHEN", help=WHEN)
@evidence_option
@click.pass_obj
def add(
    context: Context,
    submission: str,
    indicator: str,
    code: str,
    asked: str,
    seen: str,
    items: tuple[str, ...],
    due: str,
    evidence: tuple[str, ...],
) -> None:
    """Add a finding."""
    day, within = due_of(due)
    entry = FindingEntry(submission, indicator, code, asked, day, evidence, within, items, seen)
    _tell(context, context.writing().add_finding(entry), with_day=bool(within))


@command.command("list", summary=N_("list the findings that you may see"))
@option("--submission", default="", metavar="ID", help=N_("of this submission only"))
@option("--overdue", is_flag=True, help=N_("only those that wait beyond their day"))
@format_option
@click.pass_obj
def list_all(context: Context, submission: str, overdue: bool, form: Format) -> None:
    """List findings."""
    context.table(findings_table(context.reading(), submission, overdue=overdue), form)


@command.command("show", summary=N_("show one finding: asked, answered, what came in since"))
@click.argument("name", metavar="FINDING")
@plain_or_json_option("text")
@click.pass_obj
def show(context: Context, name: str, form: str) -> None:
    """Show a finding."""
    desk = context.reading()
    seen = finding_seen(desk, name)
    if form == "json":
        context.json(shown_json(seen))
        return
    for line in finding_lines(seen, desk.standing().settings.timezone):
        context.say(line)


@command.command("count", summary=N_("count findings by unit, code or submission"))
@option(
    "--by",
    type=click.Choice(("unit", "code", "submission")),
    default="unit",
    help=N_("what a line stands for"),
)
@format_option
@click.pass_obj
def count(context: Context, by: By, form: Format) -> None:
    """Count findings."""
    context.table(counts_table(count_findings(context.reading(), by), by), form)


@command.command("codes", summary=N_("list the codes, what they mean and what they ask for"))
@format_option
@click.pass_obj
def codes(context: Context, form: Format) -> None:
    """List the codes."""
    context.table(codes_table(), form)


@command.command("answer", summary=N_("answer a finding: the unit, or a coordinator for it"))
@click.argument("name", metavar="FINDING")
@click.argument("text")
@option(
    "--nature",
    type=click.Choice(NATURES),
    help=N_("whether the answer is about facts or about substance; left out: what the code wants"),
)
@evidence_option
@click.pass_obj
def answer(
    context: Context, name: str, text: str, nature: str | None, evidence: tuple[str, ...]
) -> None:
    """Answer a finding."""
    said = Statement(text, nature or "", evidence)
    _tell(context, context.writing().move_finding(name, "answer", said))


@command.command("extend", summary=N_("give a finding more time: once, with a reason"))
@click.argument("name", metavar="FINDING")
@reason_option()
@option(
    "--due",
    default="",
    metavar="WHEN",
    help=N_("by when: a day, or 5wd; left out: half of the first time once more"),
)
@click.pass_obj
def extend(context: Context, name: str, reason: str, due: str) -> None:
    """Give a finding more time."""
    day, within = due_of(due)
    _tell(
        context,
        context.writing().extend_finding(name, reason, due=day, within=within),
        with_day=True,
    )


@command.command("accept", summary=N_("accept what was answered"))
@click.argument("name", metavar="FINDING")
@click.argument("text", default="")
@click.pass_obj
def accept(context: Context, name: str, text: str) -> None:
    """Accept an answer."""
    _tell(context, context.writing().move_finding(name, "accept", Statement(text)))


@command.command("reject", summary=N_("reject what was answered: the finding is open again"))
@click.argument("name", metavar="FINDING")
@click.argument("text")
@click.pass_obj
def reject(context: Context, name: str, text: str) -> None:
    """Reject an answer."""
    _tell(context, context.writing().move_finding(name, "reject", Statement(text)))


@command.command("withdraw", summary=N_("withdraw a finding"))
@click.argument("name", metavar="FINDING")
@click.argument("text")
@click.pass_obj
def withdraw(context: Context, name: str, text: str) -> None:
    """Withdraw a finding."""
    _tell(context, context.writing().move_finding(name, "withdraw", Statement(text)))


def _tell(context: Context, events: Sequence[Event], *, with_day: bool = False) -> None:
    (event,) = events
    standing = context.desk.standing()
    row = finding_of(standing, event)
    about = f"{finding_name(row)} {row.submission} {row.indicator} {row.code}"
    day = str(event.payload.get("due", ""))
    context.say(done_line(event.kind, f"{about} {day}" if with_day else about))
    if not day:
        return
    for year in years_unknown(standing.settings, context.desk.today(), date.fromisoformat(day)):
        said = _("of {year} weekends alone are known; name its days off in campaign.toml")
        context.note(said.format(year=year))
