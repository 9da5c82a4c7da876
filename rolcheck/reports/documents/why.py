"""Why a score is another than before, in words."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from rolcheck.base.messages import N_
from rolcheck.criteria.model import Indicator
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import BARS, FINDING_STATES
from rolcheck.reports.changed import FEWER, OTHERS, IndicatorChange, Reason
from rolcheck.reports.words import NONE, SOURCES, listed, observation_words
from rolcheck.scoring import changes
from rolcheck.scoring.cells import PENDING

GROUPED = {
    changes.SCORED: N_("new score: {scores}"),
    changes.REVISED: N_("scored anew: {scores}"),
    changes.KEPT: N_("kept: {scores}"),
    changes.RETURNED: N_("counts again: {scores}"),
    changes.STRAY: N_("counts no longer: {scores}"),
    changes.TAKEN_BACK: N_("taken back: {scores}"),
}
"""What is said of scores; those of a kind stand together."""


def why(change: IndicatorChange) -> str:
    """Return why an indicator scores what it scores now, seen from the round before."""
    said = list(_sentences(change.indicator, change.reasons))
    if said:
        return _("; ").join(said)
    if change.moved:
        return _("nothing that you may see")
    return NONE if change.source == PENDING else _("carried over")


def score_words(score: Fraction | None, source: str, shown: str) -> str:
    """Return a score as it is written, else where there is none and why: n/a, of a veto its state.

    Args:
        score: The score.
        source: Where it comes from.
        shown: The score as written among its neighbours.
    """
    return shown if score is not None or source == PENDING else _(SOURCES[source])


def _sentences(indicator: Indicator, reasons: Sequence[Reason]) -> Iterator[str]:
    for kind, found in groupby(reasons, key=lambda reason: reason.kind):
        group = list(found)
        if kind in GROUPED:
            yield _(GROUPED[kind]).format(scores=listed(_scores(indicator, group)))
        else:
            yield from (_sentence(indicator, one) for one in group)


def _scores(indicator: Indicator, group: Sequence[Reason]) -> Iterator[str]:
    """Yield each score once, with everybody who gave it."""
    names: dict[tuple[str, str], list[str]] = {}
    for one in group:
        names.setdefault((_moved(indicator, one), one.code), []).append(one.name)
    for (value, code), who in names.items():
        if code:
            yield _("{value} ({names}: {reason})").format(
                value=value, names=listed(who), reason=_(BARS.get(code, code))
            )
        else:
            yield _("{value} ({names})").format(value=value, names=listed(who))


def _moved(indicator: Indicator, one: Reason) -> str:
    value = observation_words(indicator, one.value)
    if not one.before or one.before == one.value:
        return value
    return _("{was} -> {now}").format(was=observation_words(indicator, one.before), now=value)


def _sentence(indicator: Indicator, one: Reason) -> str:
    match one.kind:
        case changes.RULED:
            return _("ruling by {name}: {value} ({reason})").format(
                name=one.name, value=observation_words(indicator, one.value), reason=one.text
            )
        case changes.LIFTED:
            return _("ruling lifted by {name} ({reason})").format(name=one.name, reason=one.text)
        case changes.MATERIAL:
            return _("new material (receipt {number})").format(number=one.value)
        case changes.RECALLED if one.name:
            return _("recalled by {name} ({reason})").format(name=one.name, reason=one.text)
        case changes.FOUND:
            return _("finding {name} added").format(name=one.about)
        case changes.SETTLED:
            state = _(FINDING_STATES.get(one.value, one.value))
            return _("finding {name} {state}").format(name=one.about, state=state)
        case _:
            return _UNNAMED[one.kind](one.count)


_UNNAMED: dict[str, Callable[[int], str]] = {
    changes.RECALLED: lambda _n: _("recalled"),
    changes.SETTINGS: lambda _n: _("settings amended"),
    OTHERS: lambda n: ngettext(
        "{n} score given or counted again", "{n} scores given or counted again", n
    ).format(n=n),
    FEWER: lambda n: ngettext("{n} score counts no longer", "{n} scores count no longer", n).format(
        n=n
    ),
}
