"""What every ledger promises, whatever holds it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolcheck.events import codec
from rolcheck.events.fold import fold_all
from rolcheck.events.rows import ROWS, FindingRow, ObservationRow, Tables
from rolcheck.events.types import Draft, Kind
from rolcheck.store.memory import MemoryStore
from rolcheck.store.port import EventStore
from rolcheck.store.sqlite import SqliteStore
from rolcheck.store.verify import verify
from tests.factories_events import CAMPAIGN, DESK, NOON, minutes, numbered, opened, score, story

Open = Callable[[], EventStore]


def memory(folder: Path) -> EventStore:
    return MemoryStore(campaign=CAMPAIGN, desk=DESK, new_id=numbered())


def sqlite(folder: Path) -> EventStore:
    return SqliteStore(
        folder / "rolcheck.db", campaign=CAMPAIGN, desk=DESK, new_id=numbered(), busy_seconds=10
    )


STORES = [pytest.param(memory, id="memory"), pytest.param(sqlite, id="sqlite")]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventStore]:
    made: EventStore = request.param(tmp_path)
    yield made
    made.close()


def add(store: EventStore, *drafts: Draft, at: datetime = NOON) -> None:
    with store.write() as transaction:
        transaction.append(drafts, at)


def contents(tables: Tables) -> dict[str, tuple[object, ...]]:
    return {row.table: tables.of(row) for row in ROWS}


def test_an_empty_ledger_holds_nothing(store: EventStore) -> None:
    length, tables = store.tables()

    assert (store.length(), length, store.events(), store.frontier()) == (0, 0, (), ())
    assert contents(tables) == contents(Tables())
    assert store.keep_head() == codec.head(())
    assert store.kept_frontier(codec.head(())) == ()
    assert verify(store) == ()


def test_what_was_appended_is_read_in_the_order_of_recording(store: EventStore) -> None:
    with store.write() as transaction:
        first = transaction.append([score("b"), score("a")], NOON)
        second = transaction.append([score("b")], NOON)

    assert store.events() == (*first, *second)
    assert store.events(after=2) == second
    assert store.length() == 3


def test_events_are_read_in_slices_that_add_up_to_the_whole(store: EventStore) -> None:
    add(store, *[score(value=str(number)) for number in range(5)])

    slices = [store.events(after=after, limit=2) for after in (0, 2, 4, 6)]

    assert [len(one) for one in slices] == [2, 2, 1, 0]
    assert [event for one in slices for event in one] == list(store.events())
    assert store.events(after=1, limit=0) == ()


def test_events_of_one_author_are_linked_and_those_of_others_are_not(store: EventStore) -> None:
    add(store, score("a"), score("b"), score("a"))

    one, other, two = store.events()

    assert [event.seq for event in (one, other, two)] == [1, 1, 2]
    assert (one.prev, other.prev, two.prev) == (codec.FIRST, codec.FIRST, one.hash)
    assert all(codec.hash_of(event) == event.hash for event in store.events())


def test_time_moves_on_even_where_the_clock_stands_still_or_goes_back(store: EventStore) -> None:
    add(store, score(), score(), at=NOON)
    add(store, score(), at=NOON - timedelta(days=1))
    add(store, score(), at=NOON + timedelta(seconds=1))

    assert [event.at for event in store.events()] == [
        "2023-06-12T12:00:00.000000Z",
        "2023-06-12T12:00:00.000001Z",
        "2023-06-12T12:00:00.000002Z",
        "2023-06-12T12:00:01.000000Z",
    ]


def test_an_hour_elsewhere_is_recorded_in_utc(store: EventStore) -> None:
    add(store, score(), at=datetime.fromisoformat("2023-06-12T20:00:00+08:00"))

    assert store.events()[0].at == "2023-06-12T12:00:00.000000Z"


def test_the_projections_are_what_the_events_fold_to(store: EventStore) -> None:
    for draft, at in zip(story(), minutes(), strict=False):
        add(store, draft, at=at)

    length, tables = store.tables()

    assert length == len(story())
    assert contents(tables) == contents(fold_all(store.events()))
    assert verify(store) == ()


def test_two_stores_record_the_same_story_with_equal_hashes(tmp_path: Path) -> None:
    one, other = memory(tmp_path), sqlite(tmp_path)
    for each in (one, other):
        add(each, *story())

    assert one.events() == other.events()
    assert one.frontier() == other.frontier()
    assert one.keep_head() == other.keep_head()
    assert one.stored().rows == other.stored().rows
    other.close()


def test_a_table_that_was_read_does_not_change_afterwards(store: EventStore) -> None:
    add(store, score(value="1"))
    _, before = store.tables()
    add(store, score(value="2"))

    assert [row.value for row in before.of(ObservationRow)] == ["1"]
    fold_all(store.events(after=1), before)
    assert contents(before) == contents(store.tables()[1])


def test_an_exception_undoes_the_whole_write(store: EventStore) -> None:
    add(store, score(value="1"))

    with pytest.raises(LookupError), store.write() as transaction:
        transaction.append([score(value="2"), score(value="3")], NOON)
        raise LookupError

    assert store.length() == 1
    assert [row.value for row in store.tables()[1].of(ObservationRow)] == ["1"]
    assert verify(store) == ()


def test_an_exception_in_the_first_write_leaves_an_empty_ledger(store: EventStore) -> None:
    with pytest.raises(LookupError), store.write() as transaction:
        transaction.append([score()], NOON)
        raise LookupError

    assert store.events() == ()
    add(store, score())
    assert store.length() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(replace(score(), payload={"value": 0.5}), id="a float"),
        pytest.param(replace(score(), author=""), id="no author"),
        pytest.param(replace(score(), round=0), id="a round below 1"),
        pytest.param(replace(score(), round=None), id="a score without a round"),
        pytest.param(replace(score(), payload={"value": "\ud800"}), id="half a character"),
        pytest.param(Draft("a", Kind.ROUND_CLOSED, round=7), id="a round that never opened"),
    ],
)
def test_an_append_that_failed_voids_the_write_even_if_nobody_cares(
    store: EventStore, wrong: Draft
) -> None:
    add(store, score())

    with pytest.raises((ValueError, KeyError)), store.write() as transaction:
        transaction.append([score(value="1")], NOON)
        with suppress(ValueError, KeyError):
            transaction.append([score(value="2"), wrong], NOON)

    assert store.length() == 1
    assert verify(store) == ()
    add(store, score())
    assert [event.seq for event in store.events()] == [1, 2]


def test_a_time_without_zone_is_refused(store: EventStore) -> None:
    with pytest.raises(ValueError, match="time zone"):
        add(store, score(), at=NOON.replace(tzinfo=None))


def test_a_write_sees_what_it_has_written(store: EventStore) -> None:
    add(store, score("a"))

    with store.write() as transaction:
        transaction.append([score("b")], NOON)

        assert transaction.length() == store.length() == 2
        assert [event.author for event in transaction.events(after=1)] == ["b"]
        assert len(store.frontier()) == 2
        assert store.tables()[0] == 2


def test_a_write_inside_a_write_is_a_bug_and_hurts_nothing(store: EventStore) -> None:
    with pytest.raises(RuntimeError), store.write() as transaction:
        transaction.append([score()], NOON)
        with store.write():
            pass

    assert store.length() == 0


def test_a_write_that_is_over_takes_nothing_more(store: EventStore) -> None:
    with store.write() as transaction:
        transaction.append([score()], NOON)

    with pytest.raises(RuntimeError):
        transaction.append([score()], NOON)
    assert store.length() == 1


def test_nothing_to_append_is_nothing_appended(store: EventStore) -> None:
    with store.write() as transaction:
        assert transaction.append([], NOON) == ()

    assert store.length() == 0


def test_a_head_names_the_number_of_events_and_its_frontier_is_kept(store: EventStore) -> None:
    add(store, score("a"), score("b"), score("a"))
    frontier = store.frontier()

    head = store.keep_head()
    add(store, score("a"))

    assert head == codec.head(frontier)
    assert head.startswith("3:")
    assert store.kept_frontier(head) == frontier
    assert store.kept_frontier("3:" + "0" * 64) is None
    assert store.keep_head() != head
    assert verify(store, against=head) == ()


def test_threads_that_write_at_once_lose_nothing(store: EventStore) -> None:
    add(store, opened())

    def work(author: str) -> None:
        for _ in range(20):
            add(store, score(author))
            store.tables()

    threads = [threading.Thread(target=work, args=[f"r{n}"]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert store.length() == 81
    assert [seq for _, _, seq, _ in store.frontier()] == [1, 20, 20, 20, 20]
    assert verify(store) == ()


def test_a_reader_in_another_thread_never_sees_half_a_write(store: EventStore) -> None:
    seen: list[int] = []

    with store.write() as transaction:
        transaction.append([score()], NOON)
        reader = threading.Thread(target=lambda: seen.append(store.length()))
        reader.start()
        transaction.append([score()], NOON)
    reader.join()

    assert seen == [2]


def test_a_closed_store_opens_again_when_it_is_used(store: EventStore) -> None:
    add(store, score())
    store.close()

    assert store.length() == 1


steps = st.lists(
    st.tuples(
        st.sampled_from(["score", "undo", "finding", "answer", "recuse", "lift", "open", "close"]),
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 5),
    ),
    max_size=25,
)


def drafted(tables: Tables, step: tuple[str, str, int]) -> Draft | None:
    """Return a draft that may follow on what `tables` hold."""
    what, who, number = step
    observed, found = tables.of(ObservationRow), tables.of(FindingRow)
    match what:
        case "score":
            return score(who, value=str(number))
        case "undo" if observed:
            row = observed[number % len(observed)]
            return Draft(who, Kind.STEP_UNDONE, payload={"undone": [["score-recorded", row.id]]})
        case "finding":
            return Draft(who, Kind.FINDING_ADDED, "yunlan", 2, payload={"number": number})
        case "answer" if found:
            finding = found[number % len(found)].id
            return Draft(who, Kind.FINDING_ANSWERED, "yunlan", 2, subject=finding)
        case "recuse" | "lift":
            kind = Kind.REVIEWER_RECUSED if what == "recuse" else Kind.RECUSAL_LIFTED
            return Draft(who, kind, f"s{number}", subject=who)
        case "open":
            return opened(number + 1)
        case "close" if tables.rows[ROWS[1]].get(number + 1):
            return Draft(who, Kind.ROUND_CLOSED, round=number + 1)
        case _:
            return None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
@pytest.mark.parametrize("make", STORES)
def test_whatever_happens_the_projections_stay_the_fold_of_the_events(
    tmp_path_factory: pytest.TempPathFactory,
    make: Callable[[Path], EventStore],
    steps: list[tuple[str, str, int]],
) -> None:
    store = make(tmp_path_factory.mktemp("ledger"))
    for step in steps:
        draft = drafted(store.tables()[1], step)
        if draft:
            add(store, draft, at=datetime(2023, 6, 1, tzinfo=UTC))

    assert contents(store.tables()[1]) == contents(fold_all(store.events()))
    assert verify(store, against=store.keep_head()) == ()
    store.close()
