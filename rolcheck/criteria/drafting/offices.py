"""The offices that a cell names: parted by marks, by line breaks, or who leads from who helps."""

import re
from collections.abc import Iterator

from rolcheck.criteria.drafting.points import titled
from rolcheck.criteria.drafting.words import half_width

_BETWEEN = re.compile(r"[、,，;；/|\n]+(?![^（(]*[）)])")
_LABEL = re.compile(
    r"^(?:牵头|责任|主责|主办|承办|配合|协办|协同|参与)(?:单位|部门|科室)?\s*[:：]\s*"
)
_HELPS = re.compile(r"(?:^|[\s、,，;；/|])((?:配合|协办|协同|参与)(?:单位|部门|科室)?\s*[:：])")
_NONE = re.compile(r"[-/\\无\s]*")


def offices_in(*cells: str) -> Iterator[str]:
    """Yield the offices that cells name, each once: who answers first, then who takes part.

    Example:
        >>> list(offices_in("配合单位：财政局；牵头单位：司法局/督查室", "——"))
        ['司法局', '督查室', '财政局']
    """
    leading: list[str] = []
    helping: list[str] = []
    for cell in cells:
        for place, part in enumerate(_HELPS.split(half_width(cell))[::2]):
            helps = place > 0
            for piece in re.split(r"(?=(?:牵头|责任|主责|主办)(?:单位|部门|科室)\s*[:：])", part):
                helps = helps and not _LABEL.match(piece)
                (helping if helps else leading).extend(_names(piece))
    yield from dict.fromkeys([*leading, *helping])


def _names(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(text):
        name = titled(_LABEL.sub("", part.strip())).text.strip(" 。.")
        if not _NONE.fullmatch(name):
            yield name
