"""Cells of registers are read in all the forms that people write."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolcheck.base.errors import ObservationError
from rolcheck.submission.columns import EXPECTED, Cell, read_cell


@pytest.mark.parametrize(
    ("kind", "text", "read"),
    [
        ("string", "  津南〔2023〕5号 ", "津南〔2023〕5号"),
        ("integer", "1,200", 1200),
        ("integer", "１２", 12),
        ("integer", "-3", -3),
        ("integer", "12.0", 12),
        ("decimal", "0.95", Decimal("0.95")),
        ("decimal", "1,200.5", Decimal("1200.5")),
        *(("boolean", text, True) for text in ("是", "有", "yes", "TRUE", "1", "√")),
        *(("boolean", text, False) for text in ("否", "无", "No", "false", "0", "×")),
        *(
            ("date", text, "2023-03-01")
            for text in ("2023-03-01", "2023/3/1", "2023.3.1", "2023年3月1日", "44986")
        ),
        ("date", "２０２３年３月１日", "2023-03-01"),
        ("datetime", "2023-03-01 9:05", "2023-03-01T09:05:00"),
        ("datetime", "2023年3月1日 9时5分", "2023-03-01T09:05:00"),
        ("datetime", "2023-03-01T09:05:30", "2023-03-01T09:05:30"),
        ("datetime", "44986.5", "2023-03-01T12:00:00"),
        ("datetime", "2023/3/1", "2023-03-01T00:00:00"),
        ("month", "2023-06", "2023-06"),
        ("month", "2023年6月", "2023-06"),
        ("quarter", "2023Q2", "2023Q2"),
        ("quarter", "2023年第二季度", "2023Q2"),
        ("quarter", "2023年2季度", "2023Q2"),
        ("enum", "Ａ", "A"),
        ("integer", "  ", None),
        ("boolean", "", None),
    ],
)
def test_a_cell_is_read_in_every_form_that_people_write(kind: str, text: str, read: Cell) -> None:
    assert read_cell(kind, text, ("A", "B")) == read


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("integer", "1.5"),
        ("integer", "1e3"),
        ("integer", "²"),
        ("decimal", "NaN"),
        ("decimal", "1,20"),
        ("boolean", "也许"),
        ("date", "2023-02-30"),
        ("date", "2023-13-01"),
        ("date", "3月1日"),
        ("date", "59"),
        ("date", "2958466"),
        ("datetime", "2023-03-01 25:00"),
        ("datetime", "2023-03-01 noon"),
        ("month", "2023-13"),
        ("month", "2023"),
        ("quarter", "2023Q5"),
        ("quarter", "2023年第五季度"),
        ("enum", "C"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(kind: str, text: str) -> None:
    with pytest.raises(ObservationError) as refused:
        read_cell(kind, text, ("A", "B"))

    assert refused.value.hint == EXPECTED[kind]
    assert refused.value.hint.format(**refused.value.params)


@given(st.dates(min_value=date(1900, 3, 1)))
def test_excels_serial_number_is_the_date_that_it_stands_for(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)

    assert read_cell("date", serial) == read_cell("date", day.isoformat()) == day.isoformat()


@given(st.sampled_from(sorted(EXPECTED)), st.text(max_size=40))
def test_no_text_makes_reading_fail_otherwise(kind: str, text: str) -> None:
    try:
        read_cell(kind, text, ("A",))
    except ObservationError as refused:
        assert str(refused)
