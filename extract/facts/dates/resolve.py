"""What is found, resolved against the document's date: which days it covers and how its value is written."""

from dataclasses import replace
from datetime import date, timedelta

from extract.facts.dates.found import Ahead, Meaning, Range, Steady, UpTo
from extract.facts.dates.moments import Days, Moment, add_months, days_of
from extract.records import DateType, Interval, Precision

_MONTHS = 12
_SATURDAY = 5
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_LETTERS = {"B": "D"}
_MOST_DAYS = 36_600
_NEAR_DAYS = 550
_NEAR_YEARS = 9


def resolve(meaning: Meaning, anchor: date | None, *, past: bool) -> tuple[Days | None, date | None]:
    """The days that are covered, and where only the last of them is known that day.

    Args:
        meaning: what was found.
        anchor: the document's date.
        past: the clause speaks of the past; a day or month without a year is then the last one, else the next one.
    """
    if isinstance(meaning, Moment):
        days = days_of_moment(meaning, anchor, past=past)
    elif isinstance(meaning, Range):
        days = _days_of_range(meaning, anchor, past=past)
        if days is None and meaning.first is None:
            last = days_of_moment(meaning.last, anchor, past=False)
            return None, last.last if last else None
    elif isinstance(meaning, UpTo):
        days = _days_up_to(meaning, anchor, past=past)
    elif isinstance(meaning, Ahead):
        day = _ahead(meaning, anchor) if anchor else None
        days = Days(day, day) if day else None
    else:
        days = None
    return days, days.last if days else None


def days_of_moment(moment: Moment, anchor: date | None, *, past: bool) -> Days | None:
    """The days of a moment; ``None`` where its year cannot be known."""
    if moment.year is not None:
        return days_of(moment, moment.year)
    if anchor is None:
        return None
    near = [
        days for year in range(anchor.year - _NEAR_YEARS, anchor.year + _NEAR_YEARS) if (days := days_of(moment, year))
    ]
    return _nearest(moment, near, anchor, past=past)


def _nearest(moment: Moment, near: list[Days], anchor: date, *, past: bool) -> Days | None:
    """The one of several years that is meant: the last, this or the next where that is printed, else by the tense."""
    if moment.weekday is not None and (fits := _on_weekday(near, moment.weekday, anchor)):
        return min(fits, key=lambda days: ((days.first <= anchor) is not past, abs(days.first - anchor)))
    if moment.shift == 0:  # this winter, in January, is the one that began in the year before
        running = (days for days in near if days.first <= anchor <= days.last)
        return next(running, None) or next((days for days in near if days.first.year == anchor.year), None)
    if moment.shift == -1:
        return max((days for days in near if days.last < anchor), default=None)
    if moment.shift == 1:
        return min((days for days in near if days.first > anchor), default=None)
    begun = [days for days in near if days.first <= anchor]
    return max(begun, default=None) if past else min((days for days in near if days.last >= anchor), default=None)


def _on_weekday(near: list[Days], weekday: int, anchor: date) -> list[Days]:
    """Those within a year and a half of the document's date that fall on the printed weekday."""
    return [days for days in near if days.first.weekday() == weekday and abs((days.first - anchor).days) < _NEAR_DAYS]


def _days_of_range(meaning: Range, anchor: date | None, *, past: bool) -> Days | None:
    first, last = meaning.first, meaning.last
    if first is None:
        end = days_of_moment(last, anchor, past=False)
        return Days(anchor, end.last) if anchor and end and anchor <= end.last else None
    if first.year is None and last.year is None:
        if past:
            end = days_of_moment(last, anchor, past=True)
            start = days_of_moment(first, end.first, past=True) if end else None
        else:
            start = days_of_moment(first, anchor, past=False)
            end = days_of_moment(last, start.last, past=False) if start else None
    else:
        start, end = days_of_moment(first, anchor, past=past), days_of_moment(last, anchor, past=past)
    return Days(start.first, end.last) if start and end and start.first <= end.last else None


def _days_up_to(meaning: UpTo, anchor: date | None, *, past: bool) -> Days | None:
    end = days_of_moment(meaning.last, anchor, past=past)
    try:
        return Days(add_months(end.last + timedelta(days=1), -meaning.months), end.last) if end else None
    except (OverflowError, ValueError):
        return None


def sharing_years(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Both moments with a year where one of them prints it: ``11 September to 20 October 2023``."""
    if first.year is None and last.year is not None and first.shift is None:
        first = replace(first, year=last.year - ((first.month, first.day or 0) > (last.month, last.day or 31)))
    elif last.year is None and first.year is not None and last.shift is None:
        last = replace(last, year=first.year + ((last.month, last.day or 31) < (first.month, first.day or 0)))
    return first, last


def _ahead(meaning: Ahead, anchor: date) -> date | None:
    try:
        if meaning.letter == "B":
            return _working_days(anchor, meaning.amount)
        if meaning.letter in "DW":
            return anchor + timedelta(days=meaning.amount * (7 if meaning.letter == "W" else 1))
        return add_months(anchor, meaning.amount * (_MONTHS if meaning.letter == "Y" else 1))
    except (OverflowError, ValueError):
        return None


def _working_days(day: date, amount: int) -> date | None:
    """So many days on without Saturdays and Sundays; bank holidays, which differ by nation, are not left out."""
    if amount > _MOST_DAYS:
        return None
    while amount:
        day += timedelta(days=1)
        amount -= day.weekday() < _SATURDAY
    return day


def type_of(meaning: Meaning, days: Days | None) -> DateType:
    """A single day is a date, anything longer a period."""
    if isinstance(meaning, Steady):
        return meaning.type
    if isinstance(meaning, Ahead):
        return DateType.DATE
    if isinstance(meaning, Range | UpTo):
        return DateType.DATE if days and days.first == days.last else DateType.PERIOD
    single = meaning.precision is Precision.DAY if days is None else days.first == days.last
    return DateType.DATE if single else DateType.PERIOD


def precision_of(meaning: Meaning) -> Precision | None:
    """The unit that the expression is printed in; of a range that of its end."""
    if isinstance(meaning, Range | UpTo):
        return meaning.last.precision
    if isinstance(meaning, Ahead):
        return {"D": Precision.DAY, "B": Precision.DAY, "W": Precision.WEEK, "M": Precision.MONTH}.get(
            meaning.letter, Precision.YEAR
        )
    return meaning.precision


def interval_of(days: Days | None, last: date | None) -> Interval:
    """The days as they are written."""
    return Interval(start=days.first.isoformat() if days else None, end=last.isoformat() if last else None)


def value_of(meaning: Meaning, days: Days | None) -> str | None:
    """The ISO 8601 or TIMEX3 value: ``2024-03``, ``P6M``, ``2022-10/2022-11``, ``XXXX-03`` without a year."""
    if isinstance(meaning, Steady):
        return meaning.value
    if isinstance(meaning, Ahead):
        return f"P{meaning.amount}{_LETTERS.get(meaning.letter, meaning.letter)}"
    if isinstance(meaning, Range | UpTo):
        return _value_of_range(meaning, days)
    return _value_of_days(meaning, days) if days else _value_without_year(meaning)


def _value_of_range(meaning: Range | UpTo, days: Days | None) -> str | None:
    if days is None:
        return None
    if (
        isinstance(meaning, Range)
        and meaning.first is not None
        and meaning.first.precision is meaning.last.precision is Precision.MONTH
    ):
        return f"{days.first:%Y-%m}/{days.last:%Y-%m}"
    return f"{days.first.isoformat()}/{days.last.isoformat()}"


def _value_of_days(moment: Moment, days: Days) -> str:
    first, last = days
    if first == last:
        return first.isoformat()
    if moment.part is None and moment.precision is Precision.MONTH:
        return f"{first:%Y-%m}"
    if moment.part is None and moment.precision is Precision.YEAR:
        return f"{first:%Y}"
    if moment.part is None and moment.precision is Precision.SEASON and moment.months == len(("Mar", "Apr", "May")):
        return f"{first:%Y}-{_SEASONS[first.month]}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _value_without_year(moment: Moment) -> str | None:
    if moment.precision is Precision.DAY and moment.day:
        return f"XXXX-{moment.month:02}-{moment.day:02}"
    if moment.precision is Precision.MONTH and moment.months == 1 and moment.shift is None:
        return f"XXXX-{moment.month:02}"
    if moment.precision is Precision.SEASON and moment.month in _SEASONS:
        return f"XXXX-{_SEASONS[moment.month]}"
    return None
