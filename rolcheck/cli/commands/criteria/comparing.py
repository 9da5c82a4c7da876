"""`criteria diff`: what differs between two criteria sets."""

from collections.abc import Iterator
from fractions import Fraction

import click

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.cli.commands.criteria.naming import named_criteria
from rolcheck.cli.context import Context
from rolcheck.cli.options import format_option
from rolcheck.cli.output import Column, Format, Table, Value
from rolcheck.cli.parsing import Command
from rolcheck.criteria.diff import AreaPoints, Difference, Level, Node, Pair, difference
from rolcheck.criteria.model import Indicator
from rolcheck.locale import language
from rolcheck.locale.words import RULE_KINDS

CHANGES = {
    "removed": N_("removed"),
    "added": N_("added"),
    "moved": N_("moved"),
    "changed": N_("changed"),
    "points": N_("area's points"),
}
LEVELS = {"area": N_("area"), "group": N_("group"), "indicator": N_("third-level indicator")}
FIELDS = {
    "title": N_("title"),
    "points": N_("full points"),
    "weight": N_("weight"),
    "office": N_("responsible unit"),
    "evidence": N_("expected evidence"),
    "evidence.title": N_("expected evidence"),
    "guidance": N_("what is looked at"),
    "rule": N_("rule"),
    "rule.levels": N_("rule: level"),
    "rule.levels.points": N_("rule: points of a level"),
    "rule.levels.describe": N_("rule: what a level means"),
    "rule.defects": N_("rule: defect"),
    "rule.defects.points": N_("rule: points of a defect"),
    "rule.defects.label": N_("rule: what a defect is"),
    "rule.defects.max-count": N_("rule: most cases of a defect"),
    "rule.bands": N_("rule: band"),
    "rule.bands.points": N_("rule: points of a band"),
    "rule.steps": N_("rule: step"),
    "id": N_("id"),
}
COLUMNS = (
    Column("change", N_("difference"), CHANGES),
    Column("level", N_("level"), LEVELS),
    Column("id", N_("id")),
    Column("field", N_("what"), FIELDS),
    Column("part", N_("part")),
    Column("before", N_("before"), RULE_KINDS),
    Column("after", N_("after"), RULE_KINDS),
    Column("title", N_("title")),
)
Row = tuple[Value, ...]


@click.command(
    "diff",
    cls=Command,
    summary=N_("tell what differs between two criteria sets"),
    details=N_(
        "What has the same title under another id has moved. Areas that do not come to the same "
        "points stand at the end."
    ),
    examples=("rolcheck criteria diff general criteria/general-2027.toml",),
)
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@format_option
@click.pass_obj
def diff_command(context: Context, old: str, new: str, form: Format) -> None:
    """Compare two sets."""
    before, after = (named_criteria(context, name).criteria for name in (old, new))
    context.table(Table(COLUMNS, list(_rows(difference(before, after), form))), form)


def _rows(found: Difference, form: Format) -> Iterator[Row]:
    for level, node in found.removed:
        yield _row("removed", level, node, form, before=_points(node))
    for level, node in found.added:
        yield _row("added", level, node, form, after=_points(node))
    for pair in found.pairs:
        if pair.is_moved:
            yield _row(
                "moved",
                pair.level,
                pair.after,
                form,
                field="id",
                before=pair.before.id,
                after=pair.after.id,
            )
    for pair in found.pairs:
        yield from _details(pair, form)
    for area in found.areas_changed:
        yield _area(area)


def _details(pair: Pair, form: Format) -> Iterator[Row]:
    for one in pair.details:
        yield _row(
            "changed",
            pair.level,
            pair.after,
            form,
            field=one.field,
            part=one.part,
            before=one.before,
            after=one.after,
        )


def _row(
    change: str,
    level: Level,
    node: Node,
    form: Format,
    *,
    field: str = "",
    part: str = "",
    before: str = "",
    after: str = "",
) -> Row:
    title = node.title_in(language() if form == "table" else "zh")
    return (change, level, node.id, field, part, before, after, title)


def _area(area: AreaPoints) -> Row:
    before, after = _number(area.before), _number(area.after)
    return ("points", "area", area.id, "points", "", before, after, area.title)


def _points(node: Node) -> str:
    return decimal_text(node.full) if isinstance(node, Indicator) else ""


def _number(points: Fraction | None) -> str:
    return "" if points is None else decimal_text(points)
