"""One sample a kind, as it was written when the kind came: it decodes and folds for ever."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from rolcheck.base.canon import canonical
from rolcheck.events import codec
from rolcheck.events.fold import fold
from rolcheck.events.rows import Change, Put
from rolcheck.events.types import Event, Kind
from rolcheck.store.mapping import COLUMNS_OF
from tests.factories_events import sealed, story

FOLDER = Path(__file__).parents[2] / "golden" / "events"
WRITING = os.environ.get("ROLCHECK_GOLDEN") == "write"


def told(change: Change) -> dict[str, object]:
    if isinstance(change, Put):
        row = change.row
        fields = {name: getattr(row, name) for name in COLUMNS_OF[type(row)]}
        return {"put": row.table, "fields": fields}
    return {"patch": change.row.table, "key": change.key, "fields": dict(change.fields)}


def decoded(plain: Mapping[str, object]) -> Event:
    row = [canonical(plain[name]) if name == "payload" else plain[name] for name in codec.COLUMNS]
    return codec.from_row(row)


def write(kind: Kind, path: Path) -> None:
    """Make a sample of a new kind; of an old one only what it folds to, never the event."""
    if path.exists():
        event = decoded(json.loads(path.read_text("utf-8"))["event"])
    else:
        event = next(event for event in sealed(*story()) if event.kind is kind)
    sample = {"event": codec.to_json(event), "changes": [told(c) for c in fold(event)]}
    path.write_text(json.dumps(sample, ensure_ascii=False, indent=1) + "\n", "utf-8")


@pytest.mark.parametrize("kind", Kind)
def test_an_old_sample_still_has_its_hash_and_folds_to_the_same_rows(kind: Kind) -> None:
    path = FOLDER / f"{kind.value}.json"
    if WRITING:
        write(kind, path)

    sample = json.loads(path.read_text("utf-8"))
    event = decoded(sample["event"])

    assert event.kind is kind
    assert codec.hash_of(event) == event.hash
    assert codec.to_json(event) == sample["event"]
    assert [told(change) for change in fold(event)] == sample["changes"]


def test_no_sample_is_of_a_kind_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {kind.value for kind in Kind}
