"""The three levels of a criteria set as a tree of what counts towards the base."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rolcheck.criteria.model import Area, Group, Indicator


@dataclass(frozen=True, slots=True)
class GroupNode:
    """A group and its base indicators, in the order of the file."""

    group: "Group"
    indicators: "tuple[Indicator, ...]"

    @property
    def id(self) -> str:
        """The id of the group."""
        return self.group.id


@dataclass(frozen=True, slots=True)
class AreaNode:
    """An area and those of its groups that hold base indicators, in the order of the file."""

    area: "Area"
    groups: tuple[GroupNode, ...]

    @property
    def id(self) -> str:
        """The id of the area."""
        return self.area.id

    @property
    def indicators(self) -> "tuple[Indicator, ...]":
        """Every base indicator below, group by group."""
        return tuple(indicator for group in self.groups for indicator in group.indicators)


def grow(
    areas: "Sequence[Area]", groups: "Sequence[Group]", indicators: "Sequence[Indicator]"
) -> tuple[AreaNode, ...]:
    """Return the tree of `indicators`; groups and areas that hold none of them are left out."""
    leaves: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        leaves.setdefault(indicator.group_id, []).append(indicator)
    branches: dict[str, list[GroupNode]] = {}
    for group in groups:
        if group.id in leaves:
            node = GroupNode(group, tuple(leaves[group.id]))
            branches.setdefault(group.area_id, []).append(node)
    return tuple(AreaNode(area, tuple(branches[area.id])) for area in areas if area.id in branches)
