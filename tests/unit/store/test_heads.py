import pytest

from rolcheck.base.errors import InputError
from rolcheck.events import codec
from rolcheck.store.heads import frontier_text, parse_frontier, parse_head, read_kept

LINK = ("a", "d1", 2, "1" * 64)


def test_a_head_is_a_number_and_a_hash() -> None:
    assert parse_head(f" 1234:{'9f' * 32}\n") == (1234, "9f" * 32)


@pytest.mark.parametrize(
    "text", ["", "12", "12:9f3c", f"-1:{'9f' * 32}", f"01:{'9f' * 32}", f"1:{'9F' * 32}", "１:x"]
)
def test_what_is_no_head_is_refused_with_what_was_given(text: str) -> None:
    with pytest.raises(InputError, match="is no head"):
        parse_head(text)


def test_a_frontier_is_read_sorted() -> None:
    assert parse_frontier([["b", "d1", 1, "2" * 64], list(LINK)]) == (
        LINK,
        ("b", "d1", 1, "2" * 64),
    )
    assert parse_frontier([]) == ()


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        "a",
        [[]],
        [["a", "d1", "2", "1"]],
        [["a", "d1", 0, "1"]],
        [["a", "d1", True, "1"]],
        [list(LINK), ["a", "d1", 3, "4" * 64]],
    ],
)
def test_what_is_no_frontier_is_refused(value: object) -> None:
    with pytest.raises(InputError):
        parse_frontier(value)


def test_a_kept_frontier_is_good_only_for_its_own_head() -> None:
    text = frontier_text([LINK])

    assert read_kept(text, codec.head([LINK])) == (LINK,)
    assert read_kept(text, codec.head([])) is None
    assert read_kept("[", codec.head([LINK])) is None
    assert read_kept("[" * 99999, codec.head([LINK])) is None
