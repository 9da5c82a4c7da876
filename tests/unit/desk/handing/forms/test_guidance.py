"""What somebody typed is told from the comments above it, however the lines were broken."""

import pytest

from rolcheck.desk.handing.forms.guidance import BlockLine, check_of, typed

COMMENTS = ("看是否有部署、有落实；每季度至少一次", "填写 0 至 3 的数，以 0.5 为一级")
CHECK = check_of(COMMENTS)


def block(*lines: str) -> list[BlockLine]:
    """Return lines as they stand in a form; those that begin with # are comments."""
    return [
        BlockLine(number, line.removeprefix("#"), marked=line.startswith("#"))
        for number, line in enumerate(lines, 1)
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((f"#{COMMENTS[0]}", f"#{COMMENTS[1]}", "2.5"), id="as it was sent"),
        pytest.param((f"#{COMMENTS[0]}", "2.5", f"#{COMMENTS[1]}"), id="typed between"),
        pytest.param(("2.5",), id="without its comments"),
        pytest.param(
            (
                "#看是否有部署、",
                "有落实；每季度至少一次",
                "#填写 0 至 3 的数，",
                "以 0.5 为",
                "一级",
                "2.5",
            ),
            id="broken, and typed right below",
        ),
        pytest.param(
            ("#看是否有部署、", "有落实；每季度至少一次", f"#{COMMENTS[1]}", "", "2.5"),
            id="broken, and typed further below",
        ),
        pytest.param(
            ("# 看是否有部署 、有落实；每季度 至少一次 ", f"#{COMMENTS[1]}", "2.5"), id="respaced"
        ),
    ],
)
def test_what_was_typed_is_found(lines: tuple[str, ...]) -> None:
    found = typed(block(*lines), CHECK)

    assert [line.text for line in found.lines] == ["2.5"]
    assert found.doubt == ""


@pytest.mark.parametrize(
    ("lines", "doubt", "number", "text"),
    [
        pytest.param(
            (f"#{COMMENTS[0]}", f"#{COMMENTS[1]} 2.5"), "behind", 2, "2.5", id="behind the last"
        ),
        pytest.param(
            (f"#{COMMENTS[0]}√", f"#{COMMENTS[1]}"), "behind", 1, "√", id="behind the first"
        ),
        pytest.param(
            (f"#{COMMENTS[0]}", "#填写 2.5", ""), "changed", 2, "填写 2.5", id="instead of some"
        ),
        pytest.param(
            ("#看是否有部署、", "有落实", "#填写 2.5"), "broken", 3, "填写 2.5", id="broken too"
        ),
    ],
)
def test_what_was_typed_into_the_comments_is_doubted_with_its_line(
    lines: tuple[str, ...], doubt: str, number: int, text: str
) -> None:
    found = typed(block(*lines), CHECK)

    assert found.doubt == doubt
    assert found.at is not None
    assert (found.at.number, found.at.text) == (number, text)


def test_an_older_form_without_a_check_is_read_line_by_line() -> None:
    found = typed(block("#看", "2.5"), "")

    assert ([line.text for line in found.lines], found.doubt) == (["2.5"], "")
