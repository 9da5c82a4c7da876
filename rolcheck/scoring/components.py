"""The rounds' result and what was imported beside it, weighed into one total."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from rolcheck.scoring.rounding import Rounding
from rolcheck.scoring.total import Part, Total

SCALE = 100
"""What every component is out of."""


def composed(
    total: Total,
    full: Fraction,
    components: Sequence[Part],
    rounding: Rounding,
) -> Total:
    """Return the total that the components make together, the bonus added after.

    Args:
        total: What the rounds came to.
        full: The base's full points; its score is brought to a scale of 100 by them.
        components: All of them, with what was imported; the score of the rounds' own is not read.
            Empty for a result that is the rounds' alone.
        rounding: Read at ``total``: the weighted scores are added up exactly, then rounded once.

    Returns:
        None as its total where the rounds have no score yet; complete where every component is
        there and no base indicator is pending.

    Source:
        `design.md` section 3.3 (component).

    Example:
        >>> rounds = Total(Fraction(45), Fraction(1), Fraction(46), Fraction(0), True)
        >>> survey = Part("survey", Fraction("0.15"), Fraction("88.5"))
        >>> review = Part("review", Fraction("0.85"), None, review=True)
        >>> float(composed(rounds, Fraction(50), [review, survey], Rounding()).total)
        90.775
    """
    if not components:
        return total
    own = None if total.base is None or not full else total.base * SCALE / full
    parts = tuple(replace(one, score=own) if one.review else one for one in components)
    known = sum((part.weighted or Fraction() for part in parts), Fraction())
    return replace(
        total,
        total=None if own is None else rounding.at("total", known) + total.bonus,
        complete=total.complete and all(part.score is not None for part in parts),
        parts=parts,
    )
