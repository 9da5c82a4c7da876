"""What changed between two rounds: from the results as of both to one model."""

from collections.abc import Iterable, Iterator

from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import (
    FindingRow,
    ObservationRow,
    RecallRow,
    ReceiptRow,
    RulingRow,
)
from rolcheck.reports.changed import (
    FEWER,
    OTHERS,
    ComponentChange,
    IndicatorChange,
    Reason,
    RoundDiff,
    SubmissionChange,
)
from rolcheck.reports.explanation import Eyes
from rolcheck.reports.model import SubmissionLine
from rolcheck.reports.summary import Reading, name_of, round_facts, summarize
from rolcheck.scoring.cells import PENDING
from rolcheck.scoring.changes import STRAY, TAKEN_BACK, Between, Cause, CellChange
from rolcheck.scoring.results import Results, SubmissionResult

GOING = (STRAY, TAKEN_BACK)


def diff_of(
    earlier: Reading, later: Reading, eyes: Eyes, only: str = "", *, whole: bool = False
) -> RoundDiff:
    """Return what changed from one round to another.

    Args:
        earlier: The state as of the earlier round.
        later: The state as of the later one.
        eyes: What of single scores, findings and items is shown; the others are only counted.
        only: The only submission that is shown; empty for all.
        whole: Whether indicators are listed that nothing happened to.

    Raises:
        InputError: There is no such submission.
        ValueError: One of the rounds may not be seen.
    """
    summary, facts = summarize(later, only), round_facts(earlier)
    if facts is None or summary.round is None:
        raise ValueError("a round that nobody may see has no changes")
    between = Between(earlier.results, later.results)
    return RoundDiff(
        earlier=facts,
        summary=summary,
        submissions=tuple(
            _submission(earlier.results, between, line, eyes, whole=whole)
            for line in summary.submissions
        ),
    )


def indicator_change(change: CellChange, standing: Standing, eyes: Eyes) -> IndicatorChange:
    """Return what became of one indicator, as far as the reader may see it."""
    was, now = change.was, change.now
    return IndicatorChange(
        indicator=now.indicator,
        was=was.score if was else None,
        now=now.score,
        source_was=was.source if was else PENDING,
        source=now.source,
        difference=change.difference,
        moved=change.moved,
        reasons=tuple(_reasons(change.causes, standing, eyes)),
    )


def _submission(
    earlier: Results, between: Between, line: SubmissionLine, eyes: Eyes, *, whole: bool
) -> SubmissionChange:
    later = between.later
    known = line.id in earlier.standing.manifests
    was = earlier.of(line.id) if known else None
    changes = between.submission(line.id)
    listed = [one for one in changes if whole or one.moved or one.causes]
    shown = [indicator_change(one, later.standing, eyes) for one in listed]
    return SubmissionChange(
        id=line.id,
        name=line.name,
        is_new=not known,
        rank_was=earlier.ranks[line.id] if known else None,
        rank=line.rank,
        total_was=was.total.total if was else None,
        total=line.total,
        disqualified_was=was.disqualified if was else False,
        disqualified=line.disqualified,
        components=tuple(_components(was, line)),
        indicators=tuple(one for one in shown if whole or one.moved or one.reasons),
        carried=sum(one.is_carried and one.now.indicator.is_base for one in changes),
    )


def _components(was: SubmissionResult | None, line: SubmissionLine) -> Iterator[ComponentChange]:
    before = {part.id: part.score for part in was.total.parts if not part.review} if was else {}
    for one in line.components:
        if one.id in before and one.score != before[one.id]:
            yield ComponentChange(one.title, before[one.id], one.score)


def _reasons(causes: Iterable[Cause], standing: Standing, eyes: Eyes) -> Iterator[Reason]:
    """Yield what the reader may see of the causes; what others scored unseen is counted last."""
    hidden = {OTHERS: 0, FEWER: 0}
    for cause in causes:
        row = cause.row
        if isinstance(row, ObservationRow) and not eyes.score(row):
            hidden[FEWER if cause.kind in GOING else OTHERS] += 1
        elif not isinstance(row, FindingRow) or eyes.finding(row):
            yield _reason(cause, standing, eyes)
    for kind, count in hidden.items():
        if count:
            yield Reason(kind, count=count)


def _reason(cause: Cause, standing: Standing, eyes: Eyes) -> Reason:
    match cause.row:
        case ObservationRow() as row:
            return _by(
                cause, standing, row.reviewer, value=row.value, text=row.remark, code=cause.reason
            )
        case RulingRow() as row:
            return _by(cause, standing, row.author, value=row.value, text=row.reason)
        case ReceiptRow() as row:
            return Reason(cause.kind, value=str(row.number))
        case RecallRow() as row if eyes.item(row.submission, row.indicator):
            return _by(cause, standing, row.author, text=row.reason)
        case FindingRow() as row:
            return Reason(
                cause.kind,
                before=_value(cause.before),
                value=row.state,
                about=f"F{row.number} {row.code}",
            )
        case _:
            return Reason(cause.kind)


def _by(
    cause: Cause, standing: Standing, who: str, *, value: str = "", text: str = "", code: str = ""
) -> Reason:
    return Reason(
        cause.kind,
        who=who,
        name=name_of(standing, who),
        before=_value(cause.before),
        value=value,
        text=text,
        code=code,
    )


def _value(row: object) -> str:
    match row:
        case ObservationRow() | RulingRow():
            return row.value
        case FindingRow():
            return row.state
        case _:
            return ""
