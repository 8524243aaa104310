"""Calendar arithmetic on intervals of whole days, and the day that relative words are counted from.

Weeks run from Monday to Sunday. A part of a period is a third of it: early July is 1-10, mid-August
11-20, late 2025 September to December, mid-week Wednesday and Thursday; as a limit the middle is one day: "by
mid-August" is by the 15th. The end of a month, quarter or year is its last day, that of a week Friday to Sunday.
"""

import calendar
import datetime
from dataclasses import dataclass
from typing import NamedTuple

Day = datetime.date
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_DAYS_IN = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}


class Unsettled(Exception):
    """The words name no date; the message says why."""


class Interval(NamedTuple):
    """First and last day, None where open, and the rule that gave them."""

    start: Day | None
    end: Day | None
    rule: str


class Whole(NamedTuple):
    """An interval that is open on neither side."""

    start: Day
    end: Day
    rule: str


@dataclass
class Clock:
    """What relative words are counted from."""

    day: Day | None
    back: bool = False
    """Whether the words tell of what took place: "Friday" is then the latest, not the coming one."""
    used: bool = False

    @property
    def anchor(self) -> Day:
        """The day to count from; `Unsettled` where there is none."""
        if self.day is None:
            raise Unsettled("no date to count from")
        self.used = True
        return self.day


def days_on(day: Day, days: int) -> Day:
    """That many days later."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        raise Unsettled("outside the calendar") from None


def months_on(day: Day, months: int) -> Day:
    """The same day that many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise Unsettled("outside the calendar")
    return Day(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def on(day: Day, rule: str) -> Whole:
    """That one day."""
    return Whole(day, day, rule)


def months(year: int, first: int, count: int, rule: str) -> Whole:
    """So many whole months from the first."""
    if not 1 <= year <= 9999:
        raise Unsettled("outside the calendar")
    start = Day(year, first, 1)
    return Whole(start, days_on(months_on(start, count), -1), rule)


def moved(day: Day, count: int, unit: str) -> Day:
    """The day so many units later, or earlier if `count` is negative; hours are rounded up to days."""
    if unit in MONTHS_IN:
        return months_on(day, count * MONTHS_IN[unit])
    if unit == "workday":
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            day = days_on(day, step)
            while day.weekday() > 4:
                day = days_on(day, step)
        return day
    if unit not in _DAYS_IN:
        raise Unsettled("no rule counts in that unit")
    days = abs(count) * _DAYS_IN[unit]
    return days_on(day, -int(-days // 1) if count > 0 else int(-days // 1))


def around(day: Day, unit: str, step: int) -> Whole:
    """The week, month, quarter ... that holds the day, or the one so many later."""
    rule = {0: "this", 1: "next", -1: "last"}[step] + f" {unit}"
    if unit in ("week", "weekend"):
        monday = days_on(day, 7 * step - day.weekday())
        return Whole(days_on(monday, 5 if unit == "weekend" else 0), days_on(monday, 6), rule)
    size = MONTHS_IN[unit]
    first = months_on(day.replace(day=1), size * step - (day.month - 1) % size)
    return Whole(first, days_on(months_on(first, size), -1), rule)


def week_of(day: Day, rule: str) -> Whole:
    """Monday to Sunday around the day."""
    return around(day, "week", 0)._replace(rule=rule)


def end_of(whole: Whole) -> Whole:
    """The last day; of a week Friday to Sunday."""
    week = (whole.end - whole.start).days == 6
    return Whole(days_on(whole.end, -2 if week else 0), whole.end, f"{'end' if week else 'last day'} of: {whole.rule}")


def middle_of(whole: Whole) -> Whole:
    """The day in the middle: the 15th of a month, 30 June of a year, Wednesday of a week."""
    count = _months_of(whole)
    if (whole.end - whole.start).days == 6:
        day = days_on(whole.start, 2)
    elif whole.start.day > 1 or days_on(whole.end, 1).day > 1:
        raise Unsettled("no rule divides that period")
    elif count % 2:
        day = months_on(whole.start, count // 2).replace(day=15)
    else:
        day = days_on(months_on(whole.start, count // 2), -1)
    return on(day, f"middle of: {whole.rule}")


def _months_of(whole: Whole) -> int:
    """In how many months it has days."""
    return (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1


def third_of(whole: Whole, index: int) -> Whole:
    """The early, middle or late third (0, 1, 2) of a period; a single day is its own third."""
    rule = f"{('early', 'middle', 'late')[index]} part of: {whole.rule}"
    length = (whole.end - whole.start).days + 1
    first, last = whole.start.day == 1, days_on(whole.end, 1).day == 1
    count = _months_of(whole)
    if length == 1:
        return whole
    if first and last and count == 1:
        cuts = [0, 10, 20, length]
    elif first and last and count % 3 == 0:
        begin = months_on(whole.start, index * count // 3)
        return Whole(begin, days_on(months_on(begin, count // 3), -1), rule)
    elif length == 7:
        cuts = [0, 2, 4, 7]
    else:
        raise Unsettled("no rule divides that period")
    return Whole(days_on(whole.start, cuts[index]), days_on(whole.start, cuts[index + 1] - 1), rule)
