"""From indicators through groups and areas to the total, each sum written out."""

from collections.abc import Iterator, Sequence

from rolcheck.criteria.model import Criteria, Titled
from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Paragraph, Table
from rolcheck.reports.documents.arithmetic import node_sum
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import NodeStep, SubmissionExplanation
from rolcheck.reports.model import IndicatorLine
from rolcheck.reports.words import NONE, SOURCES, listed, titled


def node_steps(explanation: SubmissionExplanation) -> Iterator[Block]:
    """Yield for each area its indicators and the sums of its groups, then that of the base."""
    criteria, nodes = explanation.criteria, explanation.nodes
    for area in criteria.tree:
        inside = [node for node in nodes if node.id.partition(".")[0] == area.id]
        if not inside:
            continue
        lines = [
            line
            for line in explanation.submission.indicators
            if line.indicator.area_id == area.id and line.indicator.is_base
        ]
        yield Heading(f"{area.id} {titled(area.area)}")
        yield _indicators(lines, inside)
        for node in inside:
            yield Paragraph(node_words(node, criteria))
    yield Heading(_("Base and total"))
    yield Paragraph(node_words(nodes[-1], criteria))


def _indicators(lines: Sequence[IndicatorLine], nodes: Sequence[NodeStep]) -> Table:
    parts = {child.id: child for node in nodes for child in node.children}
    return Table(
        columns=(
            Column(_("id"), "id"),
            Column(_("earned"), "number"),
            Column(_("of points"), "number"),
            Column(_("weight"), "number"),
            Column(_("brings"), "number"),
            Column(_("from"), "word"),
            Column(_("title")),
        ),
        rows=tuple(
            (
                line.indicator.id,
                NONE if line.score is None else exact_text(line.score),
                exact_text(line.indicator.full),
                exact_text(line.indicator.weight),
                exact_text(parts[line.indicator.id].part) if line.score is not None else NONE,
                _(SOURCES[line.source]),
                titled(line.indicator),
            )
            for line in lines
        ),
    )


def node_words(node: NodeStep, criteria: Criteria) -> str:
    """Return how a group, an area or the base came about."""
    name = title_of(node.id, criteria)
    done = node_sum(node)
    if not done:
        return _("{node}: no score, nothing below has one.").format(node=name)
    said = _("{node}: {sum}, of {full}").format(node=name, sum=done, full=exact_text(node.full))
    out = [child.id for child in node.children if not child.live]
    waiting = [child.id for child in node.children if child.live and child.score is None]
    if out:
        said = _("{said}; not applicable: {ids}").format(said=said, ids=listed(out))
    if waiting:
        said = _("{said}; pending: {ids}").format(said=said, ids=listed(waiting))
    return said


def title_of(name: str, criteria: Criteria) -> str:
    """Return id and title of an area or group; a word for the base."""
    if not name:
        return _("base")
    found: dict[str, Titled] = {area.id: area for area in criteria.areas}
    found |= {group.id: group for group in criteria.groups}
    return f"{name} {titled(found[name])}"
