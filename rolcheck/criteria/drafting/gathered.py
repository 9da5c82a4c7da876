"""The rows that are about one indicator, and the numbers in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.criteria.drafting.headings import Role
from rolcheck.criteria.drafting.points import points_in
from rolcheck.criteria.drafting.records import Piece, Record
from rolcheck.criteria.drafting.words import half_width, is_exact, squeezed

_NONE = ("", "-", "--", "/", "\\", "无", "……")


@dataclass(slots=True)
class Gathered:
    """The rows of one indicator, the first and those that continue it.

    Attributes:
        rows: In their order, at least one.
        outside: The kind of its area or group, where that is bonus, veto or malus.
        problems: What could not be made sense of.
        weighs: Whether a weight is a factor; not where the weights of all are shares.
    """

    rows: list[Record]
    outside: str = ""
    problems: list[Problem] = field(default_factory=list)
    weighs: bool = True

    def joined(self, *roles: Role) -> str:
        """Return what all rows say under these roles, a line each."""
        said = [row.pieces[role].text for row in self.rows for role in roles if role in row.pieces]
        return "\n".join(dict.fromkeys(text for text in said if text.strip()))

    @property
    def has_points(self) -> bool:
        """Whether a cell has its points, so that its title need not."""
        return any(
            points_in(row.points["indicator"].text)
            for row in self.rows
            if "indicator" in row.points
        )

    @property
    def headline(self) -> Piece:
        """The cell that says what it is called."""
        roles: Sequence[Role] = ("indicator", "content", "standard", "group", "area")
        found = (self.rows[0].pieces.get(role) for role in roles)
        return next((piece for piece in found if piece), self.rows[0].first)


def points_of(rows: Gathered, of_title: Fraction | None) -> Fraction | None:
    """Return the full points, those at the end of the title where no cell has any."""
    for row in rows.rows:
        piece = row.points.get("indicator")
        if piece is None:
            continue
        found = None if piece.is_formula else points_in(piece.text)
        if found is not None and is_exact(found):
            return found or None
        if squeezed(piece.text) not in _NONE and rows.outside != "malus":
            message = (
                N_("the formula {text} was never worked out")
                if piece.is_formula
                else N_("no points can be read from {text}")
            )
            rows.problems.append(
                Problem(
                    message,
                    piece.where,
                    N_("expected a number, as 5 or 5分"),
                    {"text": piece.text[:40]},
                )
            )
    return of_title or None


def weight_of(rows: Gathered) -> Fraction | None:
    """Return the weight as a factor; None where there is none, and of a percentage."""
    piece = rows.rows[0].pieces.get("weight")
    if piece is None or not rows.weighs or "%" in half_width(piece.text):
        return None
    found = points_in(piece.text)
    return found if found and is_exact(found) else None


def shares_only(items: Iterable[Gathered]) -> None:
    """Mark the weights of indicators as no factors where they add up to 1 or 100."""
    known = [one for one in items if "code" not in one.rows[0].pieces]
    weights = [weight_of(one) for one in known]
    if any(weight not in (None, 1) for weight in weights) and sum(
        weight or 0 for weight in weights
    ) in (1, 100):
        for one in known:
            one.weighs = False
