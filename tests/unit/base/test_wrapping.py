"""Text is broken where Chinese and Latin may break, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from rolcheck.base.text import cell_width, clean
from rolcheck.base.wrapping import one_line, wrap

HOSTILE = "[/第3页] [@click=app.quit]x[/] \x1b[31m红\x1b]0;t\x07\u202e倒\u200b [b]粗"
texts = st.text(max_size=40) | st.sampled_from([HOSTILE, "α 0.81", "（一）至（七）", "e\u0301é"])


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(texts, st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    wrapped = wrap(text, width)

    assert all(cell_width(line) <= width for line in wrapped)
    assert squeezed("".join(wrapped)) == squeezed(clean(text))


def test_closing_punctuation_is_never_first_and_an_opening_bracket_never_last() -> None:
    text = "看审核意见是否先于集体讨论作出；查漏报（一）（二），计分。"

    for width in range(8, 40):
        for line in wrap(text, width):
            assert line[0] not in "；，。）"
            assert line[-1] not in "（"


def test_a_word_that_fits_but_for_the_blank_behind_it_stays_in_its_line() -> None:
    assert wrap("按 review desk 的说明", 14) == ("按 review desk", "的说明")


def test_blanks_before_a_paragraph_stay_and_alone_make_no_line() -> None:
    assert wrap("  一二", 6) == ("  一二",)
    assert wrap("      一二", 4) == ("一二",)


def test_paragraphs_stay_apart_and_nothing_gives_no_line() -> None:
    assert wrap("一\n\n二", 10) == ("一", "", "二")
    assert wrap("", 10) == wrap("\n \n", 10) == ()


def test_one_line_has_no_line_ends_no_runs_of_blanks_and_nothing_hidden() -> None:
    assert one_line("  two\nlines \t and\x9b2J ") == "two lines and2J"
