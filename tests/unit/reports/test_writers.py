"""How documents are drawn: aligned, escaped, and harmless."""

from fractions import Fraction

import pytest

from rolcheck.base.text import cell_width
from rolcheck.reports.blocks import Bar, Chart, Column, Document, Heading, Note, Paragraph, Table
from rolcheck.reports.writers import WRITERS, writer
from tests.unit.reports.towns import drawn

NASTY = "\x1b[31m|`*_[x](y)<b>\u202e"


def table(*columns: Column, rows: tuple[tuple[str, ...], ...], keys: int = 0) -> Document:
    return Document("t", (), (Table(columns, rows, keys=keys),))


def body(document: Document, width: int = 80) -> list[str]:
    return drawn(document, width=width).splitlines()[2:]


@pytest.mark.parametrize("name", WRITERS)
def test_every_writer_draws_every_block(name: str) -> None:
    cells = Table((Column("c"), Column("n", "number", "over")), (("甲", "1"),), ("note",))
    chart = Chart("c", (Bar("甲", "1", Fraction(1)),))
    blocks = (Heading("h"), Paragraph("p"), chart, cells, Note("n"))
    document = Document("title", ("sub",), blocks)

    assert "甲" in drawn(document, name)
    assert writer(name).SUFFIX.startswith(".")


@pytest.mark.parametrize("name", WRITERS)
def test_no_writer_lets_control_characters_through(name: str) -> None:
    document = Document(NASTY, (NASTY,), (Paragraph(NASTY), Table((Column(NASTY),), ((NASTY,),))))

    assert not {"\x1b", "\u202e"}.intersection(drawn(document, name))


def test_columns_are_aligned_by_cell() -> None:
    lines = body(table(Column("名称"), Column("分", "number"), rows=(("甲", "10"), ("abc", "9"))))

    assert lines == ["  名称  分", "  甲    10", "  abc    9"]


@pytest.mark.parametrize("width", [80, 90, 100, 120])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    many = tuple(Column(f"领域{n}", "number", "各领域得分率") for n in range(20))
    wide = table(Column("申报材料"), *many, rows=(("云澜区", *("100",) * 20),), keys=1)
    long = table(Column("id", "id"), Column("理由"), rows=(("1.1.1", "理由很长，" * 40),))

    lines = [*body(wide, width), *body(long, width)]

    assert max(map(cell_width, lines)) <= width
    assert "".join(lines).count("理由很长") == 40
    assert "".join(lines).count("100") == 20


def test_a_table_that_is_too_wide_is_parted_and_says_in_each_part_what_a_row_is() -> None:
    many = tuple(Column(f"column {n}", "number") for n in range(12))
    lines = body(table(Column("name"), *many, rows=(("east", *("1",) * 12),), keys=1))

    assert sum(line.strip().startswith("east") for line in lines) == 2


def test_columns_under_one_heading_stay_together() -> None:
    columns = (
        *(Column(f"figure {n}", "number") for n in range(6)),
        *(Column(f"a{n}", "number", "areas") for n in range(8)),
    )
    lines = body(table(Column("name"), *columns, rows=(("east", *("1",) * 14),), keys=1))

    assert sum("areas" in line for line in lines) == 1


def test_closing_punctuation_is_never_first_in_a_line() -> None:
    lines = body(Document("t", (), (Paragraph("一二三四五六七，" * 30),)))

    assert not any(line.strip().startswith("，") for line in lines)


def test_markdown_keeps_data_from_becoming_markup() -> None:
    document = Document(
        "t", (), (Paragraph("- 不是 [列表](x)"), Table((Column("a|b"),), (("1|2\n3",),)))
    )

    assert drawn(document, "md").splitlines()[2:] == [
        r"\- 不是 \[列表\](x)",
        "",
        r"| a\|b |",
        "| --- |",
        r"| 1\|2 3 |",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "'=1"])
def test_free_text_in_csv_is_never_a_formula(text: str) -> None:
    document = table(Column("remark"), Column("n", "number"), rows=((text, "-1"),))

    assert drawn(document, "csv").splitlines()[1] == f"'{text},-1"


def test_csv_begins_with_a_byte_order_mark_for_excel() -> None:
    assert drawn(table(Column("a"), rows=(("1",),)), "csv") == "\ufeffa\n1\n"


def test_headings_are_wrapped_before_words_and_stand_above_their_columns() -> None:
    narrow = [Column("of all points", "number") for _ in range(6)]
    words = "implementation of the recommendations"
    lines = body(table(*narrow, Column("title"), rows=((*["1.00"] * 6, words),)))

    assert lines == [
        "  of all  of all  of all  of all  of all  of all",
        "  points  points  points  points  points  points  title",
        "    1.00    1.00    1.00    1.00    1.00    1.00  implementation of the",
        "                                                  recommendations",
    ]


def test_a_chinese_heading_keeps_two_characters_a_line() -> None:
    lines = body(table(Column("评分人数", "number"), Column("名称"), rows=(("5", "甲" * 60),)))

    assert lines[:3] == ["  评分", "  人数  名称", "     5  " + "甲" * 36]


def test_only_words_longer_than_a_page_holds_are_cut() -> None:
    lines = body(table(Column("a"), Column("b"), rows=(("x" * 30, "y" * 70),)))

    assert all(cell_width(line) <= 80 for line in lines)
    assert "".join(line[2:].replace(" ", "") for line in lines[1:]).count("y") == 70
