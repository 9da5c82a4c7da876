"""A form and its items while they are read, line by line."""

from dataclasses import dataclass, field

from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.desk.handing.handin import Basis


@dataclass(slots=True)
class Item:
    """An item while its lines are read.

    Attributes:
        line: Where its mark stands.
        texts: The numbered lines below its mark and below those of its parts.
        behind_end: Whether it stands below the line that ends the form.
    """

    line: int
    submission: str
    indicator: str
    bases: list[Basis] = field(default_factory=list)
    texts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    behind_end: bool = False


@dataclass(slots=True)
class Form:
    """A form while its lines are read.

    Attributes:
        line: Where it begins.
        head: What it says it is for, by key, with the line that says so.
        part: Below which line of an item the next text stands.
        in_item: Whether there is an item for it.
        ended: Whether the line that ends the form was read.
    """

    file: str
    line: int
    head: dict[str, tuple[int, str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    passed_over: list[Problem] = field(default_factory=list)
    part: str = ""
    in_item: bool = False
    ended: bool = False

    def pass_over(self, line: int, text: str) -> None:
        """Remember that a line was not understood."""
        self.passed_over.append(
            Problem(
                N_("this is no part of a form and was passed over: '{text}'"),
                Place(self.file, line),
                params={"text": text[:40]},
            )
        )
