"""Read models as plain values: every field of what the Desk shows comes back as it was."""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolcheck.desk.plain import from_plain, to_plain
from rolcheck.desk.seen import EventSeen, Overview, RoundSeen


@given(st.from_type(Overview))
def test_every_field_of_an_overview_comes_back(seen: Overview) -> None:
    assert from_plain(Overview, json.loads(json.dumps(to_plain(seen)))) == seen


@given(st.from_type(RoundSeen))
def test_a_field_that_is_missing_is_told(seen: RoundSeen) -> None:
    kept = to_plain(seen)
    assert isinstance(kept, dict)
    del kept["seal"]

    with pytest.raises(KeyError):
        from_plain(RoundSeen, kept)


@given(st.from_type(EventSeen))
def test_a_value_of_another_kind_is_refused(seen: EventSeen) -> None:
    kept = to_plain(seen)
    assert isinstance(kept, dict)

    with pytest.raises(TypeError):
        from_plain(EventSeen, {**kept, "who": 1})


@dataclass(frozen=True, slots=True)
class Unknown:
    """Holds what has no plain form."""

    share: float


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError):
        to_plain(Unknown(0.5))
    with pytest.raises(TypeError):
        from_plain(Unknown, {"share": 0.5})
