"""Writes anew what the pages here say of the code: `make docs`; `--check` only compares.

Between ``<!-- NAME ARGUMENT -->`` and ``<!-- end -->`` stands what is generated, all else on a
page is written by hand.
"""

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docs.key_tables import described_keys
from docs.remarks import remarks
from docs.rule_kinds import rule_kind

HERE = Path(__file__).parent
PAGES = ("rules.md", "criteria.md")
MAKERS: Mapping[str, Callable[[str, str], str]] = {
    "rule": rule_kind,
    "keys": described_keys,
    "remarks": remarks,
}
"""What is called with the argument and what stands there now, and returns what should."""

_BLOCK = re.compile(r"<!-- (\w+) (\S+) -->\n(.*?)<!-- end -->", re.S)


def made(text: str) -> str:
    """Return a page with everything between the marks made anew."""
    return _BLOCK.sub(_block, text)


def _block(match: re.Match[str]) -> str:
    name, argument, now = match.groups()
    return f"<!-- {name} {argument} -->\n{MAKERS[name](argument, now)}<!-- end -->"


def main(arguments: list[str]) -> int:
    """Write the pages that are not current, or name them; return the exit status."""
    stale = []
    for path in (HERE / page for page in PAGES):
        text = path.read_text("utf-8")
        if made(text) != text:
            stale.append(path)
            if "--check" not in arguments:
                path.write_text(made(text), "utf-8")
    for path in stale:
        sys.stdout.write(f"{path}\n")
    if "--check" not in arguments or not stale:
        return 0
    sys.stderr.write("not as `make docs` writes them\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
