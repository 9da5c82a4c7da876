import pytest

from rolcheck.base.text import cell_width, clean, cut, fold_width, pad


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("a\x1b[31mb", "a[31mb", id="escape"),
        pytest.param("a\x9bb\x85c", "abc", id="C1"),
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="bidi"),
        pytest.param("a\u200bb\u2060c\ufeffd\u00ade", "abcde", id="zero width"),
        pytest.param("a\U000e0041b", "ab", id="tags"),
        pytest.param("a\ud800b", "ab", id="surrogates"),
        pytest.param("a\ue000b\U00100000c", "a\ufffdb\ufffdc", id="private use"),
        pytest.param("a\r\nb\tc\u2028d", "a\nb\tc\nd", id="newlines and tabs stay"),
        pytest.param("第3页[/x] café", "第3页[/x] café", id="text"),
    ],
)
def test_what_a_terminal_obeys_or_hides_is_stripped(text: str, left: str) -> None:
    assert clean(text) == left


@pytest.mark.parametrize(
    ("text", "folded"),
    [("　Ａ１ ", "A1"), ("n／a", "n/a"), ("2²", "2²"), ("②", "②"), ("½", "½"), ("e\u0301", "é")],
)
def test_widths_are_folded_but_raised_and_circled_digits_stay(text: str, folded: str) -> None:
    assert fold_width(text) == folded


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("评审", 4), ("e\u0301", 1), ("", 0), ("a评", 3), ("（", 2)]
)
def test_a_wide_character_takes_two_cells_and_a_mark_none(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [("评审员", 6, "评审员"), ("评审员", 5, "评.."), ("评审员", 4, "评.."), ("评审员", 3, ".."),
     ("abc", 2, ".."), ("abc", 1, "."), ("abc", 0, ""), ("abcdef", 4, "ab..")],
)  # fmt: skip
def test_cutting_never_splits_a_wide_character(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@pytest.mark.parametrize(("text", "cells"), [("评审员", 5), ("评", 6), ("", 2), ("评审", 3)])
def test_padding_fills_exactly_the_cells(text: str, cells: int) -> None:
    assert cell_width(pad(text, cells)) == cells
