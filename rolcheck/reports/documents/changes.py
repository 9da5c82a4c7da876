"""What changed between two rounds: who moved, which indicators, and why."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.locale import _, ngettext
from rolcheck.reports.blocks import Block, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.changed import IndicatorChange, RoundDiff, SubmissionChange
from rolcheck.reports.documents.making import fingerprints
from rolcheck.reports.documents.summary import headline, round_words
from rolcheck.reports.documents.why import score_words, why
from rolcheck.reports.words import NONE, column, signed, titled


def changes_document(diff: RoundDiff) -> Document:
    """Return what changed between two rounds as a document."""
    return Document(
        title=headline(diff.summary),
        subtitle=(
            _("What changed"),
            _("from {earlier} to {later}").format(
                earlier=round_words(diff.earlier), later=round_words(diff.summary.round)
            ),
        ),
        blocks=(*_blocks(diff), *fingerprints(diff.summary)),
    )


def _blocks(diff: RoundDiff) -> Iterator[Block]:
    yield Paragraph(_counted(diff.submissions))
    yield _standings(diff)
    for one in diff.submissions:
        if one.indicators:
            yield Heading(one.name)
            yield _indicators(one, diff)
        yield from map(Note, _notes(one))


def _counted(submissions: Sequence[SubmissionChange]) -> str:
    changed = sum(one.changed for one in submissions)
    if not changed:
        return _("No score changed.")
    gains, losses = sum(one.gains for one in submissions), sum(one.losses for one in submissions)
    firsts = sum(one.firsts for one in submissions)
    said = ngettext("{n} score changed", "{n} scores changed", changed).format(n=changed)
    said = _("{said}: {gains} up, {losses} down, {firsts} where there was none").format(
        said=said, gains=gains, losses=losses, firsts=firsts
    )
    if ended := changed - gains - losses - firsts:
        said = _("{said}, {n} where there is none any more").format(said=said, n=ended)
    return _("{said}.").format(said=said)


def _standings(diff: RoundDiff) -> Table:
    found, places = diff.submissions, diff.summary.criteria.scoring.round_to.total
    was, now, change = _three(
        [one.total_was for one in found],
        [one.total for one in found],
        [one.difference for one in found],
        places,
    )
    cells = [[one.name for one in found], was, now, change]
    titles = [Column(_("submission")), *_scores(diff, _("total"))]
    if diff.summary.is_ranking:
        over = _("rank")
        titles += [Column(one, "number", over) for one in _rounds(diff)]
        cells.append([_rank(one.rank_was, out=one.disqualified_was) for one in found])
        cells.append([_rank(one.rank, out=one.disqualified) for one in found])
    titles.append(Column(_("scores changed"), "number"))
    cells.append([str(one.changed) for one in found])
    return Table(tuple(titles), tuple(zip(*cells, strict=True)), keys=1)


def _rank(rank: int | None, *, out: bool) -> str:
    return _("disqualified") if out else str(rank) if rank else NONE


def _indicators(one: SubmissionChange, diff: RoundDiff) -> Table:
    found = one.indicators
    was, now, change = _three(
        [each.was for each in found],
        [each.now for each in found],
        [each.difference for each in found],
        diff.summary.criteria.scoring.round_to.panel,
    )
    was = [_was(each, text) for each, text in zip(found, was, strict=True)]
    now = [score_words(each.now, each.source, text) for each, text in zip(found, now, strict=True)]
    cells = (
        [each.indicator.id for each in found],
        [titled(each.indicator) for each in found],
        was,
        now,
        change,
        map(why, found),
    )
    return Table(
        columns=(
            Column(_("id"), "id"),
            Column(_("title")),
            *_scores(diff, _("earned")),
            Column(_("why")),
        ),
        rows=tuple(zip(*cells, strict=True)),
    )


def _was(change: IndicatorChange, shown: str) -> str:
    return score_words(change.was, change.source_was, shown)


def _rounds(diff: RoundDiff) -> tuple[str, str]:
    assert diff.summary.round is not None  # a diff is of two rounds
    numbers = (diff.earlier.number, diff.summary.round.number)
    first, second = (_("round {number}").format(number=number) for number in numbers)
    return first, second


def _scores(diff: RoundDiff, over: str) -> Iterator[Column]:
    for title in (*_rounds(diff), _("difference")):
        yield Column(title, "number", over)


def _three(
    was: Sequence[Fraction | None],
    now: Sequence[Fraction | None],
    change: Sequence[Fraction | None],
    places: int | None,
) -> tuple[list[str], list[str], list[str]]:
    """Return three columns with equal decimals, the last with signs."""
    return column(was, places), column(now, places), signed(change, places)


def _notes(one: SubmissionChange) -> Iterator[str]:
    if one.is_new:
        yield _("{name} was not there in the earlier round.").format(name=one.name)
    for part in one.components:
        was, now = column([part.was, part.now])
        yield _("{name}: component {title} {was} -> {now}").format(
            name=one.name, title=part.title, was=was, now=now
        )
    if one.carried:
        said = ngettext(
            "{name}: {n} indicator carried over unchanged",
            "{name}: {n} indicators carried over unchanged",
            one.carried,
        )
        yield said.format(name=one.name, n=one.carried)
