"""A submission through the rounds: each indicator's score as of every round, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.reports.changed import IndicatorChange
from rolcheck.reports.changing import indicator_change
from rolcheck.reports.explanation import Eyes
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.model import Summary
from rolcheck.reports.summary import Reading, round_facts, summarize
from rolcheck.scoring.changes import Between


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A submission as of one round.

    Attributes:
        facts: The round.
        total: None where there is none.
        rank: Likewise.
        indicators: In the order of the criteria, each seen from the round before.
    """

    facts: RoundFacts
    total: Fraction | None
    rank: int | None
    indicators: tuple[IndicatorChange, ...]


@dataclass(frozen=True, slots=True)
class History:
    """A submission, or one indicator of it, through the rounds.

    Attributes:
        summary: The campaign as of the last round, of this submission alone.
        name: What the submission is called.
        indicator: The only indicator that is shown; empty for all.
        rounds: The earliest first; empty where the reader may see none yet.
    """

    summary: Summary
    name: str
    indicator: str
    rounds: tuple[RoundLine, ...]


def history(
    readings: Sequence[Reading], eyes: Eyes, submission: str, indicator: str = ""
) -> History:
    """Return a submission through the rounds.

    Args:
        readings: The state as of each round, the earliest first; at least one.
        eyes: What of single scores, findings and items is shown; the others are only counted.
        submission: Which submission.
        indicator: The only indicator that is shown; empty for all.

    Raises:
        InputError: There is no such submission or indicator.
    """
    last = readings[-1]
    summary = summarize(last, submission)
    if indicator:
        last.results.standing.criteria.indicator(indicator)
    known = [one for one in readings if submission in one.results.standing.manifests]
    before: list[Reading | None] = [None, *known]
    lines = (
        _line(was, now, eyes, submission, indicator)
        for was, now in zip(before, known, strict=False)
    )
    return History(
        summary=summary,
        name=summary.submissions[0].name,
        indicator=indicator,
        rounds=tuple(line for line in lines if line),
    )


def _line(
    was: Reading | None, now: Reading, eyes: Eyes, submission: str, indicator: str
) -> RoundLine | None:
    facts = round_facts(now)
    if facts is None:
        return None
    changes = Between(was.results if was else None, now.results).submission(submission)
    return RoundLine(
        facts=facts,
        total=now.results.of(submission).total.total,
        rank=now.results.ranks[submission],
        indicators=tuple(
            indicator_change(one, now.results.standing, eyes)
            for one in changes
            if indicator in ("", one.now.indicator.id)
        ),
    )
