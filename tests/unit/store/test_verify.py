"""Every way to tamper with a ledger, and the fault that is told."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rolcheck.base.canon import canonical
from rolcheck.base.errors import InputError
from rolcheck.events import codec
from rolcheck.events.fold import fold_all
from rolcheck.events.rows import ROWS
from rolcheck.store.mapping import COLUMNS_OF
from rolcheck.store.memory import MemoryStore
from rolcheck.store.sqlite import SqliteStore
from rolcheck.store.verify import verify
from tests.factories_events import CAMPAIGN, DESK, NOON, numbered, story

AT = "2023-06-12T12:00:00.00000{}Z"
UNGUARDED = """
PRAGMA foreign_keys = OFF;
DROP TRIGGER events_are_never_changed;
DROP TRIGGER events_are_never_removed;
DROP TRIGGER events_are_never_replaced;
"""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("original") / "rolcheck.db"
    store = open_(path)
    with store.write() as transaction:
        transaction.append(story(), NOON)
    store.close()
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(original, tmp_path))


def open_(path: Path) -> SqliteStore:
    return SqliteStore(path, campaign=CAMPAIGN, desk=DESK, new_id=numbered())


def guards_of(connection: sqlite3.Connection) -> str:
    """Return what makes the file's guards again."""
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    return "".join(f"{row[0]};" for row in rows)


def tamper(path: Path, script: str, *, checks: bool = True) -> None:
    """Change the file by hand, and put its guards back as a careful hand does."""
    connection = sqlite3.connect(path)
    if not checks:
        connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.executescript(f"{UNGUARDED}{script};{guards_of(connection)}")
    connection.close()


def faults(path: Path, *, against: str | None = None) -> list[str]:
    store = open_(path)
    found = [str(problem) for problem in verify(store, against=against)]
    store.close()
    return [fault.removeprefix(str(path)) for fault in found]


def test_a_whole_ledger_has_no_fault(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param(
            "UPDATE events SET payload = replace(payload, '\"B\"', '\"A\"') WHERE id = 'e11'",
            ":11: event e11 was changed: its hash is another",
            id="a value in an event",
        ),
        pytest.param(
            "UPDATE events SET payload = replace(payload, '{', '{ ') WHERE id = 'e11'",
            ":11: the payload of event e11 is not canonical",
            id="a blank in a payload",
        ),
        pytest.param(
            "UPDATE events SET author = 'reviewer-09' WHERE id = 'e11'",
            ":11: event e11 was changed: its hash is another",
            id="whose it was",
        ),
        pytest.param(
            "UPDATE events SET at = '2023-06-12T12:00:00.000009Z' WHERE id = 'e11'",
            ":11: the time of event e11 is not after the one before",
            id="when it was",
        ),
        pytest.param(
            "UPDATE events SET kind = 'score-guessed' WHERE id = 'e11'",
            ":11: event e11 cannot be read",
            id="a kind that nobody knows",
        ),
        pytest.param(
            "UPDATE events SET payload = '{\"value\":1.5}' WHERE id = 'e11'",
            ":11: event e11 cannot be read",
            id="a float",
        ),
        pytest.param(
            "UPDATE events SET signature = 'x' WHERE id = 'e11'",
            ":11: event e11 has a signature that this version cannot check",
            id="a signature that nobody made",
        ),
        pytest.param(
            "DELETE FROM events WHERE id = 'e11'",
            ":12: position 12 follows 10: events were removed",
            id="removed from the middle",
        ),
        pytest.param(
            "DELETE FROM events WHERE id = 'e11';"
            "UPDATE events SET position = position - 1 WHERE position > 11",
            ":14: event e15 is not linked to the one before it in the chain of reviewer-01",
            id="removed from the middle and moved up",
        ),
        pytest.param(
            "UPDATE events SET position = 99 WHERE id = 'e11';"
            "UPDATE events SET position = 11 WHERE id = 'e12';"
            "UPDATE events SET position = 12 WHERE id = 'e11'",
            ":12: the time of event e11 is not after the one before",
            id="reordered",
        ),
        pytest.param(
            "UPDATE observations SET value = 'A' WHERE id = 'e11'",
            ":11: observations e11: value is not what the events say",
            id="a value in a projection",
        ),
        pytest.param(
            "UPDATE observations SET undone = 0",
            ":13: observations e13: undone is not what the events say",
            id="an undone score brought back",
        ),
        pytest.param(
            "UPDATE rounds SET state = 'open' WHERE number = 2",
            ": rounds 2: state is not what the events say",
            id="a round opened again",
        ),
        pytest.param(
            "DELETE FROM rulings WHERE id = 'e27'",
            ":27: rulings e27: missing, though the events say so",
            id="a row removed",
        ),
        pytest.param(
            "INSERT INTO bars SELECT 99, 'recusal/x/y', kind, submission, reviewer, 1, '', '', '', ''"
            " FROM bars LIMIT 1",
            ": bars recusal/x/y: no event says so",
            id="a row put in",
        ),
        pytest.param(
            "UPDATE findings SET place = 99 WHERE number = 1",
            ": findings: the rows are out of order",
            id="rows in another order",
        ),
    ],
)
def test_what_was_changed_in_the_file_is_found(path: Path, script: str, expected: str) -> None:
    tamper(path, script)

    assert expected in faults(path)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.table)
def test_a_change_of_any_projection_is_found(path: Path, row: type) -> None:
    tamper(path, f'DELETE FROM "{row.table}"')  # type: ignore[attr-defined]  # a Row

    assert any(f"{row.table} " in fault for fault in faults(path))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE events SET seq = 1.5 WHERE id = 'e11'",
        "UPDATE events SET author = x'ff' WHERE id = 'e11'",
        "UPDATE events SET payload = '[]' WHERE id = 'e11'",
        "UPDATE events SET payload = CAST(x'7b22ff227d' AS TEXT) WHERE id = 'e11'",
        "UPDATE events SET at = 'yesterday' WHERE id = 'e11'",
        "UPDATE observations SET kept = 7 WHERE id = 'e11'",
        "UPDATE observations SET round = 'two' WHERE id = 'e11'",
        "UPDATE events SET payload = printf('{\"x\":%s}', replace(hex(zeroblob(50000)), '0', '['))"
        " WHERE id = 'e11'",
    ],
)
def test_values_that_no_ledger_can_hold_are_found_too(path: Path, script: str) -> None:
    tamper(path, script, checks=False)

    assert any("e11" in fault for fault in faults(path))


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("DROP TRIGGER events_are_never_removed", "guard events_are_never_removed is missing"),
        ("DROP TABLE heads", "table heads is missing"),
        ("DROP TABLE finding_moves", "table finding_moves is missing"),
        (
            "CREATE TRIGGER helper AFTER INSERT ON events BEGIN DELETE FROM heads; END",
            "guard helper is missing, was changed or was added",
        ),
    ],
)
def test_a_file_that_guards_less_than_it_was_made_to_is_found(
    path: Path, script: str, fault: str
) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(f"PRAGMA foreign_keys = OFF; {script}")
    connection.close()

    assert any(fault in found for found in faults(path))


def test_no_fault_tells_a_value(path: Path) -> None:
    tamper(path, "UPDATE observations SET value = 'canary'; UPDATE rulings SET reason = 'canary'")

    assert faults(path)
    assert not any("canary" in fault for fault in faults(path))


def cut(path: Path, *, keep: int) -> None:
    """Make the file hold what it held after `keep` events, every table included."""
    short = MemoryStore(campaign=CAMPAIGN, desk=DESK, new_id=numbered())
    with short.write() as transaction:
        transaction.append(story()[:keep], NOON)
    connection = sqlite3.connect(path)
    guards = guards_of(connection)
    connection.executescript(UNGUARDED)
    connection.execute("DELETE FROM events WHERE position > ?", [keep])
    for row, rows in short.stored().rows.items():
        connection.execute(f'DELETE FROM "{row.table}"')
        marks = ", ".join("?" * len(COLUMNS_OF[row]))
        names = ", ".join(f'"{name}"' for name in COLUMNS_OF[row])
        connection.executemany(f'INSERT INTO "{row.table}" ({names}) VALUES ({marks})', rows)
    connection.commit()
    connection.executescript(guards)
    connection.close()


def test_a_cut_tail_is_found_only_against_a_head_that_somebody_kept(path: Path) -> None:
    store = open_(path)
    frontier = store.frontier()
    store.close()
    head = codec.head(frontier)
    cut(path, keep=20)

    assert faults(path) == []
    assert faults(path, against=head) == [
        f": head {head} is unknown: the ledger was never at it, or its tail was cut"
    ]
    assert any(
        "does not extend" in str(problem) for problem in verify(open_(path), against=frontier)
    )


def test_a_cut_tail_is_found_by_a_head_that_the_ledger_itself_has_kept(path: Path) -> None:
    store = open_(path)
    head = store.keep_head()
    store.close()
    cut(path, keep=20)

    assert f": the ledger has 20 events, head {head} had {len(story())}" in faults(path)


def test_a_rewritten_tail_is_found_only_against_a_head(path: Path) -> None:
    store = open_(path)
    frontier = store.frontier()
    store.close()
    other = MemoryStore(campaign=CAMPAIGN, desk=DESK, new_id=numbered())
    drafts = [replace(d, payload={**d.payload, "reason": "another"}) for d in story()]
    with other.write() as transaction:
        transaction.append(drafts, NOON)

    assert verify(other) == ()
    found = [str(problem) for problem in verify(other, against=frontier)]
    assert any("event 2 of arbiter-01 differs" in fault for fault in found)
    assert len(verify(other, against=codec.head(frontier))) == 1


def test_every_head_that_the_ledger_ever_had_is_known(path: Path) -> None:
    store = open_(path)
    events = store.events()
    for count in (0, 1, 17, len(events)):
        last = {event.author: event for event in events[:count]}
        head = codec.head([(e.author, e.desk, e.seq, e.hash) for e in last.values()])

        assert verify(store, against=head) == ()
    store.close()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda head: head.replace(":", ":0")[:-1], id="another hash"),
        pytest.param(lambda head: "30" + head[2:], id="another number"),
    ],
)
def test_a_head_that_nobody_printed_is_a_fault(path: Path, change: Callable[[str], str]) -> None:
    store = open_(path)
    head = store.keep_head()
    store.close()

    assert len(faults(path, against=change(head))) == 1


def test_what_is_no_head_is_bad_usage_and_no_fault(path: Path) -> None:
    with pytest.raises(InputError):
        faults(path, against="31")


def test_a_kept_frontier_that_was_changed_is_found(path: Path) -> None:
    store = open_(path)
    head = store.keep_head()
    links: Sequence[Sequence[object]] = [list(link) for link in store.frontier()[1:]]
    store.close()
    tamper(path, f"UPDATE heads SET frontier = '{canonical(links)}'")

    assert faults(path) == [f": the frontier kept for head {head} was changed"]
    assert faults(path, against=head) == faults(path)
    assert json.loads(canonical(links))


def test_events_of_another_campaign_are_found() -> None:
    store = MemoryStore(campaign=CAMPAIGN, desk=DESK, new_id=numbered())
    with store.write() as transaction:
        transaction.append(story(), NOON)
    store._campaign = "another-2024"

    assert "event e1 belongs to another campaign" in str(verify(store)[0])


def test_a_gap_and_a_repetition_are_found_even_where_every_hash_was_made_to_fit() -> None:
    store = MemoryStore(campaign=CAMPAIGN, desk=DESK, new_id=numbered())
    place = {"campaign": CAMPAIGN, "desk": DESK}
    one = codec.seal(story()[0], id="e1", seq=1, at=AT.format(1), prev=codec.FIRST, **place)
    two = codec.seal(story()[0], id="e2", seq=3, at=AT.format(2), prev=one.hash, **place)
    three = codec.seal(story()[0], id="e2", seq=4, at=AT.format(3), prev=two.hash, **place)
    store._events[:] = [one, two, three]
    store._tables = fold_all(store._events)

    assert [str(problem) for problem in verify(store)] == [
        "memory:2: the chain of coordinator-01 has a gap or a repetition before event e2",
        "memory:3: event e2 is there twice",
    ]


def test_bytes_changed_behind_sqlite_are_found_wherever_they_are(path: Path) -> None:
    data = path.read_bytes()
    places = [at for at in range(len(data)) if data.startswith(b"reviewer-01", at)]
    assert len(places) > 10
    for at in places:
        path.write_bytes(data[:at] + b"reviewer-77" + data[at + 11 :])

        assert faults(path), at
