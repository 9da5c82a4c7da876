from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolcheck.events import codec
from rolcheck.events.fold import fold, fold_all
from rolcheck.events.rows import ObservationRow, Patch, RoundRow, Tables
from rolcheck.events.types import Draft, Event, Kind
from tests.factories_events import CAMPAIGN, DESK, opened, score, sealed, story

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)
counted = dict.fromkeys(("number", "year", "round"), st.integers(1, 99))
needed = {**counted, "undone": st.just([["declared", "e1"]])}
payloads = st.fixed_dictionaries(
    needed,
    optional=dict.fromkeys(
        ("value", "remark", "evidence", "texts", "scope", "files", "reason", "due"), plain
    ),
)
drafts = st.builds(
    Draft,
    author=words.filter(bool),
    kind=st.sampled_from(Kind),
    submission=words,
    round=st.integers(1, 9),
    indicator=words,
    subject=words,
    payload=payloads,
)


def event_of(draft: Draft) -> Event:
    return codec.seal(
        draft, id="e1", campaign=CAMPAIGN, desk=DESK, seq=1, at="2023", prev=codec.FIRST
    )


@given(drafts)
def test_an_event_is_the_same_after_it_was_stored_and_read(draft: Draft) -> None:
    event = event_of(draft)

    again = codec.from_row(codec.to_row(event))

    assert again == event
    assert codec.hash_of(again) == event.hash


@given(drafts)
def test_an_event_that_was_stored_folds_to_the_same_changes(draft: Draft) -> None:
    event = event_of(draft)

    assert fold(codec.from_row(codec.to_row(event))) == fold(event)


@given(drafts, st.sampled_from(codec.HASHED))
def test_no_field_can_change_without_its_hash(draft: Draft, name: str) -> None:
    event = event_of(draft)
    other: object = {"seq": 2, "round": 10, "payload": {"x": 1}, "kind": Kind.DECLARED}.get(
        name, f"{getattr(event, name)}x"
    )

    changed = replace(event, **{name: other})  # type: ignore[arg-type]  # any field in turn

    assert (codec.hash_of(changed) == event.hash) == (changed == event)


def test_a_payload_is_kept_as_it_will_be_read_again() -> None:
    inner = [["score-recorded", "e1"]]
    event = event_of(replace(score(), payload={"undone": tuple(map(tuple, inner))}))
    inner[0][1] = "e2"

    assert event.payload == {"undone": [["score-recorded", "e1"]]}


def test_a_float_has_no_place_in_an_event() -> None:
    with pytest.raises(ValueError, match="float"):
        event_of(replace(score(), payload={"value": 2.5}))


def test_a_kind_that_nobody_knows_cannot_be_read() -> None:
    row = list(codec.to_row(event_of(score())))
    row[codec.COLUMNS.index("kind")] = "score-guessed"

    with pytest.raises(ValueError, match="score-guessed"):
        codec.from_row(row)


def test_a_head_counts_the_events_of_all_chains_whatever_their_order() -> None:
    one, two = ("a", DESK, 3, "1" * 64), ("b", DESK, 4, "2" * 64)

    assert codec.head([two, one]) == codec.head([one, two])
    assert codec.head([one, two]).startswith("7:")
    assert codec.head([one, two]) != codec.head([one, ("b", DESK, 4, "3" * 64)])


def test_every_kind_happens_in_the_story() -> None:
    events = sealed(*story())

    assert {event.kind for event in events} == set(Kind)
    assert fold_all(events).of(RoundRow)[-1].state == "sealed"


def test_undoing_marks_the_observation_and_removes_nothing() -> None:
    undo = Draft("reviewer-01", Kind.STEP_UNDONE, payload={"undone": [["score-recorded", "e2"]]})

    tables = fold_all(sealed(opened(), score(value="1"), undo))

    assert [row.undone for row in tables.of(ObservationRow)] == [True]


def test_a_change_of_a_row_that_is_not_there_is_no_silent_success() -> None:
    with pytest.raises(KeyError):
        Tables().apply(Patch(RoundRow, 3, {"state": "closed"}))
