"""An indicator as an export wrote it: read word by word, not as prose."""

from collections.abc import Iterator

from rolcheck.criteria.drafting.codes import Coded
from rolcheck.criteria.drafting.draft import DraftIndicator
from rolcheck.criteria.drafting.gathered import Gathered, points_of, weight_of
from rolcheck.criteria.drafting.headings import Role

_OPTIONAL = ("（可选）", " (optional)")


def exported_indicator(rows: Gathered, name: str, coded: Coded) -> DraftIndicator:
    """Return the indicator that these rows describe; its rule is that of the code."""
    return DraftIndicator(
        id=name,
        title=" ".join(rows.headline.text.split()),
        where=rows.headline.where,
        marker="",
        points=points_of(rows, None),
        weight=weight_of(rows),
        guidance=rows.joined("content"),
        evidence=tuple(map(_evidence, _lines(rows, "evidence"))),
        offices=(*_lines(rows, "office"), *_lines(rows, "co-office")),
        rule=coded.rule,
        state="read",
        settings=coded.settings,
    )


def _lines(rows: Gathered, role: Role) -> Iterator[str]:
    yield from (line.strip() for line in rows.joined(role).split("\n") if line.strip())


def _evidence(line: str) -> tuple[str, bool]:
    plain = next((line.removesuffix(end) for end in _OPTIONAL if line.endswith(end)), line)
    return plain, plain == line
