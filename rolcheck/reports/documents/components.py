"""The components of the result, raw and weighted side by side."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.campaign.settings import REVIEW
from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Note, Table
from rolcheck.reports.exact import exact_text
from rolcheck.reports.model import ComponentLine, SubmissionLine, Summary
from rolcheck.reports.words import NONE, column, listed


def components(summary: Summary) -> Iterator[Block]:
    """Yield what each component came to; nothing where the rounds' result stands alone."""
    lines = [line for line in summary.submissions if line.components]
    if not lines:
        return
    yield Heading(_("Components"))
    yield _table(lines, summary)
    yield Note(
        _("Each is out of 100; {weights}. The bonus is added after.").format(
            weights=listed(
                _("{component} counts {weight}").format(
                    component=component_name(one), weight=exact_text(one.weight)
                )
                for one in lines[0].components
            )
        )
    )


def component_name(one: ComponentLine) -> str:
    """Return what a component is called."""
    return _("the rounds' own") if one.id == REVIEW and one.title == REVIEW else one.title


def missing_words(line: SubmissionLine) -> str:
    """Return which components of a submission are not there yet; empty if all are."""
    if not line.missing:
        return ""
    return _("{name}: not there yet: {components}, so there is no rank.").format(
        name=line.name, components=listed(map(component_name, line.missing))
    )


def _table(lines: Sequence[SubmissionLine], summary: Summary) -> Table:
    names = [component_name(one) for one in lines[0].components]
    titles = [Column(_("submission"))]
    cells = [[line.name for line in lines]]
    for index, name in enumerate(names):
        titles += [Column(_("raw"), "number", name), Column(_("weighted"), "number", name)]
        parts = [line.components[index] for line in lines]
        cells += [_exact([one.score for one in parts]), _exact([one.weighted for one in parts])]
    places = summary.criteria.scoring.round_to.total
    titles += [Column(_("bonus"), "number"), Column(_("total"), "number")]
    cells.append(column([line.bonus or None for line in lines], places))
    cells.append(column([line.total for line in lines], places))
    return Table(tuple(titles), tuple(zip(*cells, strict=True)), keys=1)


def _exact(values: Sequence[Fraction | None]) -> list[str]:
    return [NONE if value is None else exact_text(value) for value in values]
