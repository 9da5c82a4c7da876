"""Every cell of a table held against its draft: what stands nowhere in it is named."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rolcheck.criteria.drafting.captions import is_total
from rolcheck.criteria.drafting.draft import Remark
from rolcheck.criteria.drafting.points import points_in, titled
from rolcheck.criteria.drafting.words import half_width

_BETWEEN = re.compile(r"[\s#\\]+")
_RUN = re.compile(r"[\u4e00-\u9fff]{2,}|[A-Za-z]{3,}")


def unaccounted(cells: Iterable[Remark], text: str) -> Iterator[Remark]:
    """Yield the cells with words that stand neither in a draft's keys nor in its comments.

    Args:
        cells: What stands below the headings of the tables that were read.
        text: The draft as a file.
    """
    drafted = _Drafted(_plain(text))
    for one in cells:
        title = titled(one.text, loose=True, shares=True).text
        lost = [run for run in _RUN.findall(half_width(title)) if not drafted.has(run)]
        if lost and points_in(one.text) is None and not is_total(one.text):
            yield one


@dataclass(slots=True)
class _Drafted:
    """A draft searched for words that come in about the order in which it has them."""

    text: str
    at: int = 0
    known: dict[str, bool] = field(default_factory=dict)

    def has(self, run: str) -> bool:
        """Tell whether words stand in the draft."""
        if run not in self.known:
            found = self.text.find(run, self.at)
            found = self.text.find(run) if found < 0 else found
            self.at = found if found >= 0 else self.at
            self.known[run] = found >= 0
        return self.known[run]


def _plain(text: str) -> str:
    """Return a text without blanks, line breaks and the marks of comments."""
    return _BETWEEN.sub("", half_width(text).replace("\\n", ""))
