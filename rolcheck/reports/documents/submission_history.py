"""A submission through the rounds: its scores side by side, or one indicator's with the reasons."""

from collections.abc import Iterator

from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Document, Heading, Table
from rolcheck.reports.documents.making import fingerprints
from rolcheck.reports.documents.summary import headline, hidden, round_words
from rolcheck.reports.documents.why import score_words, why
from rolcheck.reports.history import History
from rolcheck.reports.words import NONE, column, signed, titled


def history_document(history: History) -> Document:
    """Return a history as a document."""
    return Document(
        title=headline(history.summary),
        subtitle=(_("{name} through the rounds").format(name=history.name),),
        blocks=(*_blocks(history), *fingerprints(history.summary)),
    )


def _blocks(history: History) -> Iterator[Block]:
    if not history.rounds:
        yield hidden()
    elif history.indicator:
        yield from _indicator(history)
    else:
        yield _totals(history)
        yield _scores(history)


def _indicator(history: History) -> Iterator[Block]:
    found = [line.indicators[0] for line in history.rounds]
    places = history.summary.criteria.scoring.round_to.panel
    scores = column([one.now for one in found], places)
    cells = (
        [round_words(line.facts) for line in history.rounds],
        [score_words(one.now, one.source, text) for one, text in zip(found, scores, strict=True)],
        signed([one.difference for one in found], places),
        map(why, found),
    )
    yield Heading(f"{found[0].indicator.id} {titled(found[0].indicator)}")
    yield Table(
        columns=(
            Column(_("round")),
            Column(_("earned"), "number"),
            Column(_("difference"), "number"),
            Column(_("why")),
        ),
        rows=tuple(zip(*cells, strict=True)),
    )


def _totals(history: History) -> Table:
    lines = history.rounds
    titles = [Column(_("round")), Column(_("total"), "number")]
    places = history.summary.criteria.scoring.round_to.total
    cells = [
        [round_words(line.facts) for line in lines],
        column([one.total for one in lines], places),
    ]
    if history.summary.is_ranking:
        titles.append(Column(_("rank"), "number"))
        cells.append([str(line.rank) if line.rank else NONE for line in lines])
    return Table(tuple(titles), tuple(zip(*cells, strict=True)))


def _scores(history: History) -> Table:
    places = history.summary.criteria.scoring.round_to.panel
    indicators = [one.indicator for one in history.rounds[-1].indicators]
    cells = [[one.id for one in indicators], [titled(one) for one in indicators]]
    titles = [Column(_("id"), "id"), Column(_("title"))]
    for line in history.rounds:
        shown = column([one.now for one in line.indicators], places)
        cells.append(
            [
                score_words(one.now, one.source, text)
                for one, text in zip(line.indicators, shown, strict=True)
            ]
        )
        number = _("round {number}").format(number=line.facts.number)
        titles.append(Column(number, "number", _("earned")))
    return Table(tuple(titles), tuple(zip(*cells, strict=True)))
