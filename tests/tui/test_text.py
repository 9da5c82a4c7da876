"""Data becomes text that is never markup, and lines are exactly as wide as wanted."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.tui.paint import bar, paint
from rolcheck.tui.text import Part, aside, cells, cut_line, fill, plain, to_right
from tests.tui.stage import HOSTILE, HOSTILE_SHOWN

texts = st.text(max_size=40) | st.sampled_from([HOSTILE, "α 0.81", "（一）至（七）", "e\u0301é"])
lines = st.lists(texts.map(Part), max_size=4)
widths = st.integers(0, 60)


def test_brackets_stay_brackets_and_control_characters_go() -> None:
    shown = plain(HOSTILE)

    assert shown.plain == HOSTILE_SHOWN
    assert shown.spans == []


def test_a_part_holds_a_safe_text_whatever_it_is_given() -> None:
    assert Part(HOSTILE).text == HOSTILE_SHOWN
    assert Part("two\nlines\tand\x9b2J").text == "two lines and2J"


@given(lines, lines, widths)
def test_lines_fill_their_width_exactly(left: list[Part], right: list[Part], width: int) -> None:
    assert cells(fill(left, width)) == width
    assert cells(to_right(left, width)) == width
    assert cells(aside(left, right, width)) == width
    assert cells(cut_line(left, width)) <= width


@given(lines, widths)
def test_what_goes_to_the_terminal_is_as_wide_as_its_pane(line: list[Part], width: int) -> None:
    assert paint(line, width, theme="dark", ground="ground").cell_length == width


def test_the_left_side_is_cut_for_the_right_one() -> None:
    line = aside([Part("规范性文件合法性审核")], [Part("1/3 部")], 16)

    assert "".join(part.text for part in line) == "规范性..  1/3 部"


def test_a_bar_is_painted_ground_and_shows_something_but_not_all() -> None:
    for share, full in [("0", 0), ("1", 20), ("1/1000", 1), ("999/1000", 19), ("1/2", 10)]:
        drawn = bar(Fraction(share), 20)

        assert "".join(part.text for part in drawn) == " " * 20
        assert sum(part.cells for part in drawn if part.ground == "bar") == full
