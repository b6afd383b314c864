"""Stretches of the calendar as they are named in print, and the days that they cover."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from dateutil.easter import easter

from extract.records import Precision
from extract.vocabulary.dates import Part

_MONTHS = 12


class _Share(NamedTuple):
    """From the start of one to the start of another of so many equal parts."""

    first: int
    last: int
    of: int


_SHARES = {
    Part.EARLY: _Share(0, 1, 3),
    Part.MID: _Share(1, 2, 3),
    Part.LATE: _Share(2, 3, 3),
    Part.EARLY_TO_MID: _Share(0, 2, 3),
    Part.MID_TO_LATE: _Share(1, 3, 3),
    Part.FIRST_HALF: _Share(0, 1, 2),
    Part.SECOND_HALF: _Share(1, 2, 2),
}


class Days(NamedTuple):
    """A first and a last day, both inclusive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of the calendar: a day, or some months of a year, and perhaps only a part of them.

    Attributes:
        precision: the unit that it is named by.
        month: its first month, counted from January of ``year``; 13 is the January after it.
        months: how many months it has.
        year: the year that ``month`` is counted in; ``None`` where none is printed.
        day: the day of ``month``, where a single day is meant.
        part: the part of it that is meant.
        weekday: 0 for Monday, where the weekday of the day is printed.
        easter: days after Easter Sunday, where the day hangs on that.
        nth_week: 1 for the first week of the month; -1 for the last.
        nth_day: a weekday and which of those in the month it is; -1 for the last.
        moved: the days on which it was held instead in their years.
        week: ``1`` for the seven days from ``day`` on, ``-1`` for those that end with it.
        shift: -1 for the last one, 0 for this one, 1 for the next one, seen from the document's date.
    """

    precision: Precision
    month: int = 1
    months: int = 1
    year: int | None = None
    day: int | None = None
    part: Part | None = None
    weekday: int | None = None
    easter: int | None = None
    nth_week: int | None = None
    nth_day: tuple[int, int] | None = None
    moved: tuple[date, ...] = ()
    week: int = 0
    shift: int | None = None


def precision_with(part: Part | None, whole: Precision) -> Precision:
    """The precision of a part of a stretch: its first or last day is a day."""
    return Precision.DAY if part in {Part.START, Part.END} else whole


def partly(moment: Moment, part: Part | None) -> Moment:
    """A part of a moment."""
    return replace(moment, part=part, precision=precision_with(part, moment.precision))


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of a month that is too short for it.

    Raises:
        ValueError: the year is beyond those that dates can have.
    """
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not 1 <= year <= date.max.year:
        message = f"year {year} is out of range"
        raise ValueError(message)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_of(moment: Moment, year: int) -> Days | None:
    """The days of a moment in a year, or ``None`` where the year has no such day (31 June)."""
    try:
        return _part(_whole(moment, year), moment)
    except ValueError:
        return None


def months_of(year: int, month: int, months: int = 1) -> Days:
    """The days of so many months from a month on, counted from January of the year.

    Raises:
        ValueError: they lie beyond the years that dates can have.
    """
    first = add_months(date(year, 1, 1), month - 1)
    return Days(first, add_months(first, months) - timedelta(days=1))


def _whole(moment: Moment, year: int) -> Days:
    if (day := _moving_day(moment, year)) is not None:
        return Days(day, day)
    if moment.day is not None:
        return _week_of(date(year, moment.month, moment.day), moment.week)
    whole = months_of(year, moment.month, moment.months)
    return _nth_week(whole, moment.nth_week) if moment.nth_week else whole


def _moving_day(moment: Moment, year: int) -> date | None:
    """The day of a moment that falls on another day each year; ``None`` where it is no such moment."""
    if moved := [day for day in moment.moved if day.year == year]:
        return moved[0]
    if moment.easter is not None:
        sunday: date = easter(year)
        return sunday + timedelta(days=moment.easter)
    return _nth_weekday(months_of(year, moment.month), *moment.nth_day) if moment.nth_day else None


def _nth_weekday(month: Days, weekday: int, nth: int) -> date:
    """Of the weekdays of one name in a month the one of number ``nth``; -1 is the last."""
    if nth < 0:
        return month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    return month.first + timedelta(days=(weekday - month.first.weekday()) % 7, weeks=nth - 1)


def _week_of(day: date, week: int) -> Days:
    others = timedelta(days=6 * week)
    return Days(min(day, day + others), max(day, day + others))


def _nth_week(month: Days, nth: int) -> Days:
    if nth < 0:
        return Days(month.last - timedelta(days=6), month.last)
    first = month.first + timedelta(weeks=nth - 1)
    return Days(first, min(first + timedelta(days=6), month.last))


def _part(whole: Days, moment: Moment) -> Days:
    """The part of a stretch that is meant: thirds of a month are 1-10, 11-20 and the rest; of more, whole months."""
    if moment.part is None:
        return whole
    if moment.part is Part.START:
        return Days(whole.first, whole.first)
    if moment.part is Part.END:
        return Days(whole.last, whole.last)
    if moment.day is not None or moment.nth_week:
        return whole
    share = _SHARES[moment.part]
    cuts = [_cut(whole, moment.months, share.of, at) for at in (share.first, share.last)]
    return Days(cuts[0], cuts[1] - timedelta(days=1) if share.last < share.of else whole.last)


def _cut(whole: Days, months: int, parts: int, at: int) -> date:
    """The first day of the part ``at`` of so many equal ones, from 0."""
    if months == 1:
        return whole.first + timedelta(days=30 * at // parts)
    return add_months(whole.first, months * at // parts)
