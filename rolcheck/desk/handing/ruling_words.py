"""What stands beside an indicator that an arbiter is to rule on, in the language in use."""

from rolcheck.base.periods import Period
from rolcheck.desk.disputes.rulings import CLEAR, LIFT, UPHOLD
from rolcheck.desk.disputes.seen import DisputeSeen, SeatSeen
from rolcheck.desk.handing import words
from rolcheck.desk.handing.decided import CONFIRM, RULED
from rolcheck.desk.handing.disputed import HandoutRuling
from rolcheck.locale import _
from rolcheck.reports.words import listed, observation_words, percent_words, points


def why(seen: DisputeSeen) -> str:
    """Return why a ruling is wanted."""
    row = seen.row
    if row.state == "confirm":
        return _("the material changed after the ruling: to be confirmed")
    if row.why == "veto":
        return _("a veto is raised")
    if row.spread is None or row.mixed:
        return _("in dispute: some scored it, some say that it is not applicable")
    return _("in dispute: spread {spread}").format(spread=percent_words(row.spread))


def scores(seen: DisputeSeen) -> list[str]:
    """Return all scores with their remarks, a line each, the highest first."""
    return [_score(seen, seat) for seat in seen.seats]


def panel(seen: DisputeSeen) -> str:
    """Return what the panel comes to; nothing where it comes to nothing."""
    return "" if seen.panel is None else points(seen.panel)


def stands(seen: DisputeSeen) -> str:
    """Return the ruling that stands, with its reason; nothing without."""
    if seen.ruling is None:
        return ""
    return _("round {number}: {value} ({reason})").format(
        number=seen.ruling.round, value=ruled(seen, seen.ruling.value), reason=seen.ruling.reason
    )


def ruled(seen: DisputeSeen, value: str) -> str:
    """Return the value of a ruling as people read it."""
    if seen.indicator.is_veto:
        return _(RULED[value])
    return observation_words(seen.indicator, value)


def material(seen: DisputeSeen) -> tuple[str, ...]:
    """Return what was offered, and the findings on it, a line each."""
    if seen.item is None:
        return ()
    pieces = seen.item.evidence
    said = [_("Offered: {pieces}").format(pieces=words.offered(pieces))] if pieces else []
    return (*said, *words.findings(seen.item.findings))


def choices(item: HandoutRuling) -> tuple[str, ...]:
    """Return all that may be ruled, in words; nothing where it cannot be listed."""
    if item.indicator.is_veto:
        return (_(RULED[UPHOLD]), _(RULED[CLEAR]), *of_a_ruling(item))
    return words.choices(item.indicator, others(item))


def how_to_rule(item: HandoutRuling, period: Period) -> str:
    """Return how a ruling is written."""
    if item.indicator.is_veto:
        return _("Write one of: {choices}").format(choices=listed(choices(item)))
    return words.how_to_write(item.indicator, others(item), period)


def others(item: HandoutRuling) -> tuple[str, ...]:
    """Return the words that may be ruled in the place of a value."""
    return (*words.words_beside(item.indicator), *of_a_ruling(item))


def of_a_ruling(item: HandoutRuling) -> tuple[str, ...]:
    """Return what may be said of a ruling that stands; nothing without."""
    return () if item.seen.ruling is None else (_(RULED[CONFIRM]), _(RULED[LIFT]))


def _score(seen: DisputeSeen, seat: SeatSeen) -> str:
    value = observation_words(seen.indicator, seat.value)
    said = _("{name}, round {number}: {value}").format(
        name=seat.name, number=seat.round, value=value
    )
    if seat.points is not None:
        said = _("{said} = {points}").format(said=said, points=points(seat.points))
    if seat.remark:
        said = _("{said} ({remark})").format(said=said, remark=seat.remark)
    if seat.evidence:
        said = _("{said}; evidence {pieces}").format(said=said, pieces=listed(seat.evidence))
    return said
