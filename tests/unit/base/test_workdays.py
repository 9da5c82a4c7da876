"""Working days: the state's holidays, what a campaign names, and years nobody knows yet."""

from datetime import date

from rolcheck.base.workdays import Calendar, is_known


def test_the_week_of_the_national_day_is_passed_over_and_its_working_sunday_counts() -> None:
    calendar = Calendar()

    assert calendar.after(date(2026, 9, 30), 1) == date(2026, 10, 8)
    assert calendar.after(date(2026, 9, 18), 1) == date(2026, 9, 20)  # a Sunday that is worked on


def test_what_a_campaign_names_goes_before_what_the_state_set() -> None:
    calendar = Calendar(
        holidays=frozenset({date(2026, 6, 3)}), workdays=frozenset({date(2026, 6, 6)})
    )

    assert calendar.after(date(2026, 6, 2), 3) == date(2026, 6, 6)


def test_of_a_year_that_is_not_known_weekends_alone_are_off() -> None:
    assert is_known(2026)
    assert not is_known(2099)
    assert Calendar().after(date(2099, 9, 30), 2) == date(2099, 10, 2)  # a Friday


def test_days_between_are_those_that_lead_from_one_to_the_other() -> None:
    calendar, start = Calendar(), date(2026, 2, 10)

    for count in (1, 5, 23):
        assert calendar.between(start, calendar.after(start, count)) == count
