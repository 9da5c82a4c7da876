"""Sensitivity: how the ranking would change under another method, or without one reviewer.

Rulings stand whatever is varied. An item that one reviewer alone scored keeps its score without
that reviewer: otherwise its submission would have no rank to compare.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ranks = Mapping[str, int | None]
"""The rank of each submission, None where it has none."""


@dataclass(frozen=True, slots=True)
class Variant:
    """The ranking with one thing otherwise.

    Attributes:
        name: The method, or the reviewer that is left out.
        ranks: What the ranking then is.
        alone: How many items kept the score of a reviewer who is left out.
    """

    name: str
    ranks: Ranks
    alone: int = 0


@dataclass(frozen=True, slots=True)
class PlaceRange:
    """How firmly a submission stands where it stands.

    Attributes:
        submission: Its id.
        rank: As it is.
        best: The best rank in any variant.
        worst: The worst one.
        by_method: In how many of the methods the rank is another.
        by_reviewer: Without how many of the reviewers.
    """

    submission: str
    rank: int
    best: int
    worst: int
    by_method: int
    by_reviewer: int


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The ranking as it is, and its variants.

    Attributes:
        ranks: As it is, in the order of showing.
        methods: By each method of combining.
        without: Without each reviewer who gave a score.
    """

    ranks: Ranks
    methods: Sequence[Variant]
    without: Sequence[Variant]

    def changed(self, variant: Variant) -> tuple[str, ...]:
        """Return the submissions whose rank is another in a variant."""
        return tuple(one for one in self.ranks if variant.ranks[one] != self.ranks[one])

    @property
    def places(self) -> tuple[PlaceRange, ...]:
        """Every submission that has a rank, with how firm it is."""
        return tuple(self._place(one, rank) for one, rank in self.ranks.items() if rank)

    def _place(self, submission: str, rank: int) -> PlaceRange:
        variants = (*self.methods, *self.without)
        seen = [rank, *(one.ranks[submission] or rank for one in variants)]
        return PlaceRange(
            submission,
            rank,
            min(seen),
            max(seen),
            _others(self.methods, submission, rank),
            _others(self.without, submission, rank),
        )


def _others(variants: Sequence[Variant], submission: str, rank: int) -> int:
    return sum(one.ranks[submission] != rank for one in variants)
