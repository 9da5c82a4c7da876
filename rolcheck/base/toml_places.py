"""Finds where keys and values stand in TOML text; only run when a problem is to be shown.

The text is known to be valid (the reader has parsed it), so the scan only has to see where one
thing ends and the next begins.
"""

import re
from dataclasses import dataclass, field

import tomli

Loc = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\n\r]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^,\]}\s#]+|[^,\]}\s#]+")


@dataclass(slots=True)
class TomlPlaces:
    """Where everything stands, as offsets into the text.

    Attributes:
        values: First and last-but-one offset of each value that is written out.
        keys: Offset of the first mention of each key.
        tables: Offset of each table: its header, its brace, or the first key that implies it.
    """

    text: str
    values: dict[Loc, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Loc, int] = field(default_factory=dict)
    tables: dict[Loc, int] = field(default_factory=dict)

    def place(self, loc: Loc, at: str = "value") -> tuple[int, int]:
        """Return line and column (from 1) of what `loc` names, or of the nearest around it.

        Args:
            loc: Keys and indexes from the top of the file.
            at: ``value``; ``key`` for the key itself; ``table`` for the header of a table.
        """
        offset = self.keys.get(loc) if at == "key" else None
        while offset is None and loc:
            if loc in self.values and at != "table":
                offset = self.values[loc][0]
            else:
                offset = self.tables.get(loc, self.keys.get(loc))
            loc = loc[:-1]
        return line_and_column(self.text, offset or 0)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset, both from 1."""
    before = text[:offset]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def find_places(text: str) -> TomlPlaces:
    """Return where everything stands in `text`, which is valid TOML with plain newlines."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text, self.pos = text, 0
        self.found = TomlPlaces(text, tables={(): 0})
        self.counts: dict[Loc, int] = {}

    def run(self) -> TomlPlaces:
        current: Loc = ()
        while self._skip(_BLANK) < len(self.text):
            if self.text[self.pos] == "[":
                current = self._header()
            else:
                self._pair(current)
        return self.found

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.pos)
        self.pos = match.end() if match else self.pos
        return self.pos

    def _header(self) -> Loc:
        start = self.pos
        several = self.text.startswith("[[", start)
        self.pos += 2 if several else 1
        parts = self._key()
        self.pos += 2 if several else 1
        loc: Loc = ()
        for name, offset in parts[:-1]:
            loc = self._latest((*loc, name))
            self.found.keys.setdefault(self._without_index(loc), offset)
            self.found.tables.setdefault(loc, start)
        name, offset = parts[-1]
        loc = (*loc, name)
        self.found.keys.setdefault(loc, offset)
        if several:
            self.found.tables.setdefault(loc, start)
            self.counts[loc] = self.counts.get(loc, -1) + 1
            loc = (*loc, self.counts[loc])
        self.found.tables[loc] = start
        return loc

    def _latest(self, loc: Loc) -> Loc:
        return (*loc, self.counts[loc]) if loc in self.counts else loc

    def _without_index(self, loc: Loc) -> Loc:
        return loc[:-1] if isinstance(loc[-1], int) else loc

    def _key(self) -> list[tuple[str, int]]:
        """Read a dotted key; return its parts with their offsets."""
        parts = []
        while True:
            start = self._skip(_SPACE)
            if self.text[start] in "\"'":
                end = self._skip(_STRING)
                parts.append((tomli.loads(f"x = {self.text[start:end]}")["x"], start))
            else:
                parts.append((self.text[start : self._skip(_BARE)], start))
            if self.text[self._skip(_SPACE)] != ".":
                return parts
            self.pos += 1

    def _pair(self, table: Loc) -> None:
        loc = table
        parts = self._key()
        for name, offset in parts:
            loc = (*loc, name)
            self.found.keys.setdefault(loc, offset)
        for depth in range(1, len(parts)):
            self.found.tables.setdefault(loc[: len(table) + depth], parts[depth - 1][1])
        self.pos += 1  # the sign between key and value
        self._skip(_SPACE)
        self._value(loc)

    def _value(self, loc: Loc) -> None:
        start, first = self.pos, self.text[self.pos]
        if first == "[":
            self._array(loc)
        elif first == "{":
            self._inline(loc)
        else:
            self._skip(_STRING if first in "\"'" else _SCALAR)
        self.found.values[loc] = (start, self.pos)

    def _array(self, loc: Loc) -> None:
        self.pos += 1
        index = 0
        while self.text[self._skip(_BLANK)] != "]":
            if self.text[self.pos] == ",":
                self.pos += 1
                continue
            self._value((*loc, index))
            index += 1
        self.pos += 1

    def _inline(self, loc: Loc) -> None:
        self.found.tables[loc] = self.pos
        self.pos += 1
        while self.text[self._skip(_BLANK)] != "}":
            if self.text[self.pos] == ",":
                self.pos += 1
                continue
            self._pair(loc)
        self.pos += 1
