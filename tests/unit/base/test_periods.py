from datetime import date

import pytest

from rolcheck.base.periods import Every, Period


@pytest.mark.parametrize(
    ("start", "end", "every", "whole"),
    [
        ("2023-01-01", "2023-12-31", "month", 12),
        ("2023-01-01", "2023-12-31", "quarter", 4),
        ("2023-01-01", "2023-12-31", "half-year", 2),
        ("2023-01-02", "2023-12-30", "month", 10),
        ("2023-02-01", "2023-12-31", "quarter", 3),
        ("2023-02-01", "2024-06-30", "half-year", 2),
        ("2024-02-01", "2024-02-29", "month", 1),
        ("2024-02-01", "2024-02-28", "month", 0),
        ("2023-03-15", "2023-03-20", "month", 0),
        ("2023-03-15", "2023-04-14", "month", 0),
        ("2022-11-01", "2023-02-28", "month", 4),
        ("2023-12-31", "2023-01-01", "month", 0),
        ("9999-12-01", "9999-12-31", "month", 1),
    ],
)
def test_only_periods_that_lie_wholly_inside_count(
    start: str, end: str, every: Every, whole: int
) -> None:
    assert Period(date.fromisoformat(start), date.fromisoformat(end)).whole(every) == whole
