"""A form and its items while they are read, line by line."""

from dataclasses import dataclass, field
from typing import Literal

from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.desk.handing.forms.guidance import BlockLine
from rolcheck.desk.handing.forms.layout import KEYS
from rolcheck.desk.handing.handin import Basis

Area = Literal["head", "title", "value", "part", "unknown", "lost", "end"]
"""Where the lines to come stand: in the head, below a heading, below an item or one of its parts,
below something that is not known, below something whose loss was reported, behind the end."""


@dataclass(slots=True)
class Item:
    """An item while its lines are read.

    Attributes:
        line: Where its mark stands.
        kind: The first word behind the mark: a submission, or what else it is.
        name: The second one.
        beside: What stands behind both on the same line.
        block: The lines below its mark, above its parts.
        texts: The numbered lines below those of its parts.
        check: That of the comments that were sent; empty where it is not known.
        behind_end: Whether it stands below the line that ends the form.
    """

    line: int
    kind: str
    name: str
    beside: str = ""
    block: list[BlockLine] = field(default_factory=list)
    bases: list[Basis] = field(default_factory=list)
    check: str = ""
    texts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)
    behind_end: bool = False


@dataclass(slots=True)
class Form:
    """A form while its lines are read.

    Attributes:
        line: Where it begins.
        head: What it says it is for, by key, with the line that says so.
        lost: What was written where nothing is read.
        area: Where the lines to come stand.
        part: Below which line of an item, where they stand below one.
        under: What they stand below, where that is not known.
        below_comment: Whether the line above was a comment, or the rest of a broken one.
        ended: Whether the line that ends the form was read.
    """

    file: str
    line: int
    head: dict[str, tuple[int, str]] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    passed_over: list[Problem] = field(default_factory=list)
    lost: list[Problem] = field(default_factory=list)
    area: Area = "head"
    part: str = ""
    under: str = ""
    below_comment: bool = False
    ended: bool = False

    @property
    def has_head(self) -> bool:
        """Whether the head has said all that it must."""
        return set(KEYS) <= set(self.head)

    def pass_over(self, line: int, text: str) -> None:
        """Remember that a line was not understood."""
        self.passed_over.append(
            Problem(
                N_("this is no part of a form and was passed over: '{text}'"),
                Place(self.file, line),
                params={"text": text[:40]},
            )
        )

    def do_not_know(self, line: int, text: str) -> None:
        """Remember a mark that is not known: nothing may be written below it."""
        self.pass_over(line, text)
        self.area, self.under = "unknown", text

    def lose(self, line: int, text: str, message: str, expected: str, **params: object) -> None:
        """Remember that something was written where nothing is read."""
        said = {"text": text[:40], **params}
        self.lost.append(Problem(message, Place(self.file, line), expected, said))
        self.area = "lost"
