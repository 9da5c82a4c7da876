"""What a writing command answers: one line saying what was recorded."""

from collections.abc import Sequence

from rolcheck.base.numbers import decimal_text
from rolcheck.campaign.standing import Standing
from rolcheck.cli.context import Context
from rolcheck.criteria.observing import observe
from rolcheck.events.types import Event, Kind
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import CONFLICTS, EVENTS

SCORES = (Kind.SCORE_RECORDED, Kind.SCORE_KEPT)


def acknowledge(context: Context, events: Sequence[Event]) -> None:
    """Print what was recorded: of several events the last, which the others prepared."""
    if not events:
        context.say(_("unchanged"))
        return
    last = events[-1]
    if last.kind in SCORES:
        context.say(score_line(context.desk.standing(), last))
        return
    context.say(done_line(last.kind, _concerning(last)))


def done_line(kind: Kind, about: str) -> str:
    """Return what was done, and to what."""
    done = _(EVENTS[kind])
    return _("{done}: {about}").format(done=done, about=about) if about else done


def score_line(standing: Standing, event: Event) -> str:
    """Return ``yunlan 1.1.1 A -> 3 / 3``; without points where the value gives none."""
    indicator = standing.criteria.indicator(event.indicator or "")
    value = str(event.payload["value"])
    seen = observe(indicator, value, standing.settings.period)
    line = f"{event.submission} {indicator.id} {seen.value}"
    if seen.points is None:
        return line
    return f"{line} -> {decimal_text(seen.points)} / {decimal_text(indicator.full)}"


def recorded_line(recorded: int, rows: int, *, dry_run: bool) -> str:
    """Return how many rows of a file were recorded, or would be, and how many said nothing new."""
    said = (
        ngettext("{n} row would be recorded", "{n} rows would be recorded", recorded)
        if dry_run
        else ngettext("{n} row recorded", "{n} rows recorded", recorded)
    ).format(n=recorded)
    if rows == recorded:
        return said
    return said + _(", {n} unchanged").format(n=rows - recorded)


def _concerning(event: Event) -> str:
    about = [event.submission or "", event.indicator or ""]
    match event.kind:
        case Kind.VERDICT_RECORDED:
            about = [about[0], f"{event.indicator}/{event.subject}", str(event.payload["verdict"])]
            about.append(str(event.payload.get("reviewer", "")))
        case Kind.RULING_MADE:
            about += [str(event.payload["value"]), event.subject or ""]
        case Kind.ROUND_OPENED | Kind.ROUND_CLOSED | Kind.ROUND_REOPENED:
            about = [str(event.round)]
        case Kind.ASSIGNMENTS_PUBLISHED:
            about = [_("round {number}").format(number=event.round)]
        case Kind.ROUND_SEALED:
            about = [str(event.payload["seal"])]
        case Kind.REVIEWER_RECUSED | Kind.REVIEWER_ABSTAINED:
            other = "" if event.subject == event.author else event.subject or ""
            about += [other, _conflict(event)]
        case Kind.RECUSAL_LIFTED | Kind.CONFLICT_DISMISSED | Kind.DISMISSAL_LIFTED:
            about.append(event.subject or "")
        case Kind.DECLARED:
            texts = event.payload["texts"]
            about = list(map(str, texts)) if isinstance(texts, list) else []
            about.append(event.subject or "")
        case _:
            pass
    return " ".join(part for part in about if part)


def _conflict(event: Event) -> str:
    kind = str(event.payload.get("conflict", ""))
    return _("({kind})").format(kind=_(CONFLICTS[kind])) if kind else ""
