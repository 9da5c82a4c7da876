"""The test vector of docs/ledger.md, recomputed from the page with and without our own code."""

import hashlib
import json
import re
from pathlib import Path

from rolcheck.base.canon import canonical
from rolcheck.events import codec
from rolcheck.events.types import Kind

PAGE = (Path(__file__).parents[3] / "docs" / "ledger.md").read_text("utf-8")
FIELDS, CANONICAL, HASH, FRONTIER, HEAD = re.findall(r"```(?:json|text)\n(.*?)\n```", PAGE, re.S)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_page_names_the_hashed_fields_in_their_order() -> None:
    assert tuple(json.loads(FIELDS)) == codec.HASHED


def test_the_canonical_text_is_that_of_the_fields() -> None:
    fields = json.loads(FIELDS)
    plain = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    assert plain == CANONICAL
    assert canonical(fields) == CANONICAL


def test_the_hash_is_that_of_the_canonical_text() -> None:
    fields = json.loads(FIELDS)
    row = [canonical(fields[name]) if name == "payload" else fields[name] for name in codec.HASHED]

    assert sha256(CANONICAL) == HASH
    assert codec.hash_of(codec.from_row([*row, HASH, None])) == HASH


def test_the_head_is_that_of_the_frontier() -> None:
    links = json.loads(FRONTIER)
    text = json.dumps(sorted(links), ensure_ascii=False, separators=(",", ":"))
    count = sum(link[2] for link in links)

    assert f"{count}:{sha256(text)}" == HEAD
    assert codec.head([tuple(link) for link in reversed(links)]) == HEAD
    assert HASH in FRONTIER


def test_the_page_speaks_of_kinds_that_there_are() -> None:
    named = re.findall(r"`([a-z]+-[a-z]+)`", PAGE)

    assert named
    assert set(named) <= {kind.value for kind in Kind}
