"""`criteria list` and `criteria show`: the criteria sets at hand."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import click

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.cli.commands.criteria.naming import named_criteria
from rolcheck.cli.context import Context
from rolcheck.cli.failures import lines_of
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import Command
from rolcheck.criteria.loader import FOLDER, load_criteria, shipped_criteria
from rolcheck.criteria.model import Area, Criteria, Group, Indicator, Titled
from rolcheck.locale import language
from rolcheck.locale.words import ROUND_KINDS, RULE_KINDS

LISTED = (
    Column("id", N_("id")),
    Column("edition", N_("edition")),
    Column("indicators", N_("indicators"), right=True),
    Column("points", N_("full points"), right=True),
    Column("title", N_("title")),
    Column("file", N_("file")),
)
LEVELS = {"area": N_("area"), "group": N_("group"), "indicator": N_("third-level indicator")}
SHOWN = (
    Column("level", N_("level"), LEVELS),
    Column("id", N_("id")),
    Column("points", N_("full points"), right=True),
    Column("weight", N_("weight"), right=True),
    Column("rule", N_("rule"), RULE_KINDS),
    Column("first_scored", N_("first scored in"), ROUND_KINDS),
    Column("office", N_("responsible unit")),
    Column("title", N_("title")),
)


@click.command(
    "list", cls=Command, summary=N_("list the criteria sets in ./criteria and those that ship")
)
@format_option
@click.pass_obj
def list_command(context: Context, form: Format) -> None:
    """List criteria sets."""
    rows: list[tuple[Value, ...]] = []
    found = {path.stem: path for path in (*shipped_criteria(), *_own())}
    for path in sorted(found.values(), key=lambda path: path.stem):
        try:
            criteria = load_criteria(path).criteria
        except RolcheckError as error:
            for line in lines_of(error):
                context.note(line)
            continue
        rows.append(_listed(criteria, path, form))
    context.table(Table(LISTED, rows), form)


def _own() -> Iterator[Path]:
    yield from sorted(Path(FOLDER).glob("*.toml"))


def _listed(criteria: Criteria, path: Path, form: Format) -> tuple[Value, ...]:
    points = sum((one.full * one.weight for one in criteria.base), Fraction())
    return (
        criteria.id,
        criteria.edition,
        len(criteria.indicators),
        decimal_text(points if criteria.points is None else criteria.points),
        _title(criteria, form),
        str(path),
    )


@click.command("show", cls=Command, summary=N_("show a criteria set as a tree"))
@click.argument("name", metavar="ID")
@format_option
@click.pass_obj
def show_command(context: Context, name: str, form: Format) -> None:
    """Show one criteria set."""
    criteria = named_criteria(context, name).criteria
    context.table(Table(SHOWN, list(_tree(criteria, form))), form)


def _tree(criteria: Criteria, form: Format) -> Iterator[tuple[Value, ...]]:
    for area in criteria.areas:
        yield _branch("area", area, form)
        for group in criteria.groups:
            if group.area_id == area.id:
                yield _branch("group", group, form)
                for one in criteria.indicators:
                    if one.group_id == group.id:
                        yield _leaf(one, form)


def _branch(level: str, node: Area | Group, form: Format) -> tuple[Value, ...]:
    return (level, node.id, *_weighing(None, node.weight), None, None, None, _title(node, form))


def _leaf(one: Indicator, form: Format) -> tuple[Value, ...]:
    return (
        "indicator",
        one.id,
        *_weighing(None if one.is_veto else one.full, one.weight),
        one.rule.kind,
        one.first_scored,
        one.office or None,
        _title(one, form),
    )


def _weighing(points: Fraction | None, weight: Fraction) -> tuple[str | None, str]:
    return None if points is None else decimal_text(points), decimal_text(weight)


def _title(titled: Titled | Criteria, form: Format) -> str:
    """Return the title: for people in their language, for programs always in Chinese."""
    return titled.title_in(language() if form == "table" else "zh")
