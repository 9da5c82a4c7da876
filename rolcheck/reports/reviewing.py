"""What the review itself is worth, in words and as plain values."""

from collections.abc import Mapping, Sequence

from rolcheck.locale import _, ngettext
from rolcheck.reports.facts import RoundFacts
from rolcheck.reports.words import listed
from rolcheck.scoring.sensitivity import Sensitivity, Variant
from rolcheck.scoring.severity import Severity


def severity_words(found: Sequence[Severity], names: Mapping[str, str]) -> str:
    """Return who lies clearly above or below the panel, as a sentence."""
    if not found:
        return _("No item has two scores yet, so nobody can be compared with a panel.")
    generous = [names[one.reviewer] for one in found if one.is_generous]
    severe = [names[one.reviewer] for one in found if one.is_severe]
    said = []
    if generous:
        said.append(
            _("Clearly more generous than the panel: {names}.").format(names=listed(generous))
        )
    if severe:
        said.append(_("Clearly more severe than the panel: {names}.").format(names=listed(severe)))
    return " ".join(said) or _(
        "No reviewer is clearly more generous or more severe than the panel."
    )


def sensitivity_words(found: Sensitivity) -> tuple[str, ...]:
    """Return whether the ranking holds, a sentence for the methods and one for the reviewers."""
    if not found.places:
        return (_("Nothing has a rank yet."),)
    return (_methods(found), _reviewers(found))


def _methods(found: Sensitivity) -> str:
    other = sum(bool(found.changed(one)) for one in found.methods)
    if not other:
        return _("By mean, median and trimmed mean the ranking is the same.")
    return _("{n} of the methods mean, median and trimmed mean would change the ranking.").format(
        n=other
    )


def _reviewers(found: Sensitivity) -> str:
    other = sum(bool(found.changed(one)) for one in found.without)
    if not other:
        return _("Whichever reviewer is left out, the ranking stays.")
    return ngettext(
        "Without one of the reviewers the ranking would change.",
        "Without any one of {n} reviewers the ranking would change.",
        other,
    ).format(n=other)


def sensitivity_json(
    found: Sensitivity, facts: RoundFacts | None, *, named: bool
) -> dict[str, object]:
    """Return the variants of the ranking as plain values.

    Args:
        found: What is written.
        facts: The round as of which it is.
        named: Whether the reader may know which reviewer makes which difference.
    """
    return {
        "round": {"number": facts.number, "state": facts.state} if facts else None,
        "submissions": [
            {
                "id": one.submission,
                "rank": one.rank,
                "best": one.best,
                "worst": one.worst,
                "by_method": one.by_method,
                "by_reviewer": one.by_reviewer,
            }
            for one in found.places
        ],
        "methods": [_variant(found, one, one.name) for one in found.methods],
        "without": [
            _variant(found, one, one.name if named else None) for one in shown(found, named=named)
        ],
    }


def shown(found: Sensitivity, *, named: bool) -> Sequence[Variant]:
    """Return the variants without a reviewer; unnamed ones in an order that tells no names."""
    if named:
        return found.without
    return sorted(
        found.without, key=lambda one: ([one.ranks[id] or 0 for id in found.ranks], one.alone)
    )


def _variant(found: Sensitivity, one: Variant, name: str | None) -> dict[str, object]:
    in_order = {submission: one.ranks[submission] for submission in found.ranks}
    return {
        "name": name,
        "ranks": in_order,
        "changed": list(found.changed(one)),
        "alone": one.alone,
    }
