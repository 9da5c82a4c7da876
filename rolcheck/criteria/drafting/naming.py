"""Ids for what a table names: its own where they are whole, else counted."""

import re
from collections.abc import Mapping

from rolcheck.criteria.drafting.gathered import Gathered
from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.outline import Branch, Outline
from rolcheck.criteria.drafting.words import half_width

_THREE = re.compile(r"[A-Za-z0-9]{1,20}\.[A-Za-z0-9]{1,20}\.[A-Za-z0-9]{1,20}")
Names = Mapping[int, str]
"""Ids by the identity of what they are for, as nothing else tells two equal titles apart."""


def names_of(found: Outline) -> Names:
    """Return an id for each area, group and indicator."""
    return _own(found) or _counted(found)


def _counted(found: Outline) -> Names:
    names: dict[int, str] = {}
    for first, area in enumerate(found.areas, 1):
        names[id(area)] = f"{first}"
        for second, group in enumerate(area.groups, 1):
            names[id(group)] = f"{first}.{second}"
            for third, item in enumerate(group.items, 1):
                names[id(item)] = f"{first}.{second}.{third}"
    return names


def _own(found: Outline) -> Names | None:
    """Return the ids that the table gives; None unless all have one and the levels agree."""
    names: dict[int, str] = {}
    for area in found.areas:
        for group in area.groups:
            for item in group.items:
                name = _id_in(item)
                if name is None:
                    return None
                above, whole = name.rpartition(".")[0], name.partition(".")[0]
                agrees = names.setdefault(id(group), above) == above
                if not agrees or names.setdefault(id(area), whole) != whole:
                    return None
                names[id(item)] = name
    taken = [name.casefold() for name in names.values()]
    return names if len({*taken}) == len(taken) else None


def _id_in(item: Gathered) -> str | None:
    number = item.rows[0].pieces.get("number")
    said = half_width(number.text).strip() if number else numbered(item.headline.text).marker
    return said if _THREE.fullmatch(said) else None


def shown_title(branch: Branch, name: str) -> str:
    """Return a title without the id, where it stands before it in another form than numbers do."""
    rest = branch.title.removeprefix(name)
    return rest.strip() if rest != branch.title and rest[:1].isspace() else branch.title
