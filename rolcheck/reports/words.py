"""Codes and numbers in words, shared by the documents."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.model import Indicator, Titled
from rolcheck.criteria.observing import words_of
from rolcheck.locale import _, language
from rolcheck.scoring.agreement import Agreement

NONE = "-"
MOST_PLACES = 4

SOURCES = {
    "panel": N_("panel"),
    "ruling": N_("ruling"),
    "computed": N_("computed"),
    "not-applicable": N_("n/a"),
    "pending": N_("pending"),
    "clear": N_("clear"),
    "raised": N_("raised"),
    "upheld": N_("upheld"),
}
OBSERVATIONS = {
    "missing": N_("no material"),
    "n/a": N_("not applicable"),
    "full": N_("full points"),
    "zero": N_("no points"),
    "none": N_("no defect"),
    "yes": N_("yes"),
    "no": N_("no"),
    "veto": N_("raised"),
    "clear": N_("clear"),
    "uphold": N_("upheld"),
}
"""What observations are called; levels and codes are called what the criteria call them."""
_WORDS_OF_KINDS: Mapping[str, Sequence[str]] = {
    "binary": ("yes", "no"),
    "deduct": ("none",),
    "veto": ("veto", "clear", "uphold"),
}
AGREEMENTS = (
    (Fraction(9, 10), N_("The reviewers agree very well (α {alpha}).")),
    (Fraction(8, 10), N_("The reviewers agree well (α {alpha}).")),
    (
        Fraction(667, 1000),
        N_("The reviewers agree fairly; conclusions are tentative (α {alpha})."),
    ),
    (Fraction(0), N_("The reviewers agree poorly: the scores need a closer look (α {alpha}).")),
)
"""From which alpha on what is said.

Source: K. Krippendorff, Content Analysis (2004), p. 241: rely on .800 and above, draw tentative
conclusions from .667 on, nothing below; the line at .9 is rolcheck's own.
"""
LESS_THAN_CHANCE = N_("The reviewers agree less than chance would have it (α {alpha}).")


def agreement_words(agreement: Agreement) -> str:
    """Return how far reviewers agree, as a sentence."""
    alpha = agreement.alpha
    if alpha is None:
        if agreement.units == 0:
            return _("No item has two scores yet, so agreement is not defined.")
        return _("All scores are the same share of the full points; agreement is not defined.")
    said = _sentence(alpha)
    places = next((n for n in (2, 3, 4) if _sentence(_shown(alpha, n)) == said), 6)
    return _(said).format(alpha=decimal_text(alpha, places))


def _sentence(alpha: Fraction) -> str:
    return next((said for least, said in AGREEMENTS if alpha >= least), LESS_THAN_CHANCE)


def _shown(alpha: Fraction, places: int) -> Fraction:
    return Fraction(decimal_text(alpha, places))


def day(when: date) -> str:
    """Return a day as people write it."""
    return _("{year}-{month:02}-{day:02}").format(year=when.year, month=when.month, day=when.day)


def observation_words(indicator: Indicator, value: str) -> str:
    """Return an observation as people read it: words in the language in use, else as it is."""
    words = (*words_of(indicator), *_WORDS_OF_KINDS.get(indicator.rule.kind, ()))
    return _(OBSERVATIONS[value]) if value in words else value


def listed(words: Iterable[str]) -> str:
    """Return words one after the other."""
    items = tuple(words) or ("",)
    return reduce(lambda one, other: _("{one}, {other}").format(one=one, other=other), items)


def titled(thing: Titled) -> str:
    """Return a title in the language in use."""
    return thing.title_in(language())


def percent(share: Fraction | None) -> str:
    """Return a share in whole percent; 0 and 100 are said of nothing else."""
    if share is None:
        return NONE
    rounded = int(share * 100 + Fraction(1, 2))
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return str(rounded)


def percent_words(share: Fraction | None) -> str:
    """Return a share in whole percent with its sign; a dash for none."""
    return NONE if share is None else _("{share} %").format(share=percent(share))


def share_words(share: Fraction, places: int | None = None) -> str:
    """Return an exact share with its sign, as ``95.92 %``."""
    return _("{share} %").format(share=decimal_text(share * 100, places))


def points(value: Fraction | None, places: int | None = None) -> str:
    """Return points; where they are not rounded, with four places at most."""
    return column([value], places)[0]


def column(values: Sequence[Fraction | None], places: int | None = None) -> list[str]:
    """Return a column of points with equal decimals, a dash for none.

    Args:
        values: What is written.
        places: How many decimals; None for as many as are needed, four at most.
    """
    known = [value for value in values if value is not None]
    if places is None:
        places = max(map(_needed, known), default=0)
    return [NONE if value is None else decimal_text(value, places) for value in values]


def signed(values: Sequence[Fraction | None], places: int | None = None) -> list[str]:
    """Return a column of differences with equal decimals, what is more with a plus before it."""
    texts = column(values, places)
    return [
        f"+{text}" if value is not None and value > 0 else text
        for value, text in zip(values, texts, strict=True)
    ]


def or_none(count: int) -> str:
    """Return a count, a dash for 0."""
    return str(count) if count else NONE


def _needed(value: Fraction) -> int:
    return next((n for n in range(MOST_PLACES) if (value * 10**n).denominator == 1), MOST_PLACES)
