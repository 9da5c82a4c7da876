"""The kinds of defect that findings name: how grave each is, and what kind of answer it wants."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rolcheck.campaign.settings import RoundKind

Severity = Literal["blocking", "scoring", "formal"]
"""What stops the indicator; what tells on its score; what is mended without touching either."""

Nature = Literal["facts", "substance"]
"""What can be shown at once; what needs work, and its time."""

NATURES: tuple[Nature, ...] = ("facts", "substance")
DAYS: Mapping[Nature, int] = {"facts": 5, "substance": 10}
"""Working days in which an answer is expected where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One kind of defect."""

    severity: Severity
    nature: Nature


DEFECTS: Mapping[str, Defect] = {
    "Q01": Defect("blocking", "facts"),
    "Q02": Defect("scoring", "substance"),
    "Q03": Defect("scoring", "facts"),
    "Q04": Defect("formal", "facts"),
    "Q05": Defect("formal", "facts"),
    "Q06": Defect("scoring", "substance"),
    "Q07": Defect("scoring", "facts"),
    "Q08": Defect("blocking", "facts"),
    "Q09": Defect("formal", "facts"),
    "Q10": Defect("scoring", "substance"),
    "Q11": Defect("formal", "facts"),
    "Q12": Defect("formal", "facts"),
    "Q13": Defect("scoring", "substance"),
    "Q14": Defect("formal", "facts"),
    "Q15": Defect("formal", "facts"),
    "Q16": Defect("blocking", "facts"),
    "Q17": Defect("scoring", "facts"),
    "Q18": Defect("formal", "facts"),
    "Q19": Defect("scoring", "substance"),
    "Q20": Defect("scoring", "substance"),
}
"""By code, in the order in which they are offered."""

MISSING = "Q01"
"""The code of what is not there at all."""


def days_to_answer(code: str, kind: RoundKind) -> int:
    """Return in how many working days a finding is answered where nobody says otherwise.

    Args:
        code: One of `DEFECTS`.
        kind: Of the round in which it is asked; all that completeness asks is short.
    """
    return DAYS["facts" if kind == "completeness" else DEFECTS[code].nature]
