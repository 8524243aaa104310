"""How each rule counts: from the tokens of a date that a rule matched to its interval.

What has no year is the coming one of its kind, the current one included, or the latest where the words
tell of the past. "Next Tuesday" is the Tuesday of the next week. A weekday that is the anchor's own and
looks ahead stays open: nothing tells whether today or a week later is meant.
"""

from collections.abc import Callable, Sequence

from .forms import calendar_date
from .spans import MONTHS_IN, Clock, Day, Unsettled, Whole, around, days_on, months, moved, on, week_of
from .words import UNITS, Token

Tokens = Sequence[Token]

_HALF_A_YEAR = 190
"""Days within which a day with its weekday, but without a year, is looked for."""
_DAY_RATHER_THAN_RANK = 6
"""From which ordinal in words a day is meant: "the twelfth", not "the third"."""


def number_of(tokens: Tokens, *kinds: str) -> int | None:
    """The number of the first token of these kinds."""
    return next((each.number for each in tokens if each.kind in kinds), None)


def _settled(make: Callable[[int], Whole | None], tokens: Tokens, clock: Clock) -> Whole:
    """In the year that is named, or else the coming or the latest one."""
    relative, year = number_of(tokens, "rel_year"), number_of(tokens, "year_number")
    if relative is not None:
        year = clock.anchor.year + relative
    kinds = [each.kind for each in tokens]
    if year is None and "this" in kinds:
        year = clock.anchor.year
    if year is not None:
        made = make(year)
        if made is None:
            raise Unsettled("the calendar has no such day")
        return made
    back = "last" in kinds or (clock.back and "next" not in kinds)
    for step in range(9):  # 29 February may be eight years off
        made = make(clock.anchor.year + (-step if back else step))
        if made is None:
            continue
        if "next" in kinds or "last" in kinds:
            fits = made.end < clock.anchor if back else made.start > clock.anchor
        else:
            fits = made.start <= clock.anchor if back else made.end >= clock.anchor
        if fits:
            return made._replace(rule=f"{made.rule}, the {'latest' if back else 'coming'} one")
    raise Unsettled("the calendar has no such day")


def _same_weekday(day: Whole, weekday: int | None) -> Whole:
    if weekday is not None and day.start.weekday() != weekday:
        raise Unsettled("that day is another weekday")
    return day


def date(tokens: Tokens, clock: Clock) -> Whole:
    """`2024-06-12`, `Wednesday 12.06.2024`."""
    return _same_weekday(
        on(Day.fromordinal(number_of(tokens, "date") or 1), "date as written"), number_of(tokens, "weekday")
    )


def calendar_day(tokens: Tokens, clock: Clock) -> Whole:
    """`12 June`, `Wednesday, June 12, 2024`; a weekday without a year tells which year is meant."""
    month, day = number_of(tokens, "month_name") or 0, number_of(tokens, "number", "nth", "rank") or 0
    weekday = number_of(tokens, "weekday")
    stated = number_of(tokens, "year_number")

    def make(year: int) -> Whole | None:
        date = calendar_date(year, month, day)
        return None if date is None else on(date, "date as written" if stated else "day and month")

    if weekday is None or stated is not None or number_of(tokens, "rel_year") is not None:
        return _same_weekday(_settled(make, tokens, clock), weekday)
    years = (clock.anchor.year - 1, clock.anchor.year, clock.anchor.year + 1)
    around = [each for each in map(make, years) if each and abs((each.start - clock.anchor).days) <= _HALF_A_YEAR]
    fitting = [each for each in around if each.start.weekday() == weekday]
    if not fitting:
        raise Unsettled("that day is another weekday")  # a slip of the pen rather than a day of another year
    nearest = min(fitting, key=lambda each: abs(each.start - clock.anchor))
    return nearest._replace(rule="day and month, in the year in which it is that weekday")


def feast(tokens: Tokens, clock: Clock) -> Whole:
    """`Christmas`, `New Year's Eve 2025`: a day that every year has."""
    month, day = divmod(tokens[0].number, 100)

    def make(year: int) -> Whole | None:
        date = calendar_date(year, month, day)
        return None if date is None else on(date, "day of the year that has a name")

    return _settled(make, tokens, clock)


def calendar_month(tokens: Tokens, clock: Clock) -> Whole:
    """`June`, `June 2024`, `next month`."""
    number = number_of(tokens, "month_name")
    if number is not None:
        return _settled(lambda year: months(year, number, 1, "month"), tokens, clock)
    return around(clock.anchor, "month", number_of(tokens, "rel_month") or 0)


def day_of_month(tokens: Tokens, clock: Clock) -> Whole:
    """`the 12th of next month`."""
    first = calendar_month(tokens, clock).start
    date = calendar_date(first.year, first.month, number_of(tokens, "nth", "number", "rank") or 0)
    if date is None:
        raise Unsettled("the calendar has no such day")
    return on(date, "day of the month named")


def nth(tokens: Tokens, clock: Clock) -> Whole:
    """`the 12th`, `the twelfth`, `Friday the 13th`: in this month or the nearest one in the direction that has that day."""
    day = number_of(tokens, "nth", "number", "rank") or 0
    if tokens[0].kind == "rank" and day < _DAY_RATHER_THAN_RANK:
        raise Unsettled("it refers to a rank, not to a day")
    for step in range(3):
        first = moved(clock.anchor.replace(day=1), -step if clock.back else step, "month")
        date = calendar_date(first.year, first.month, day)
        if date is not None and (date <= clock.anchor if clock.back else date >= clock.anchor):
            rule = f"day of the month, the {'latest' if clock.back else 'coming'} one"
            return _same_weekday(on(date, rule), number_of(tokens, "weekday"))
    raise Unsettled("the calendar has no such day")


def weekday(tokens: Tokens, clock: Clock) -> Whole:
    """`Friday`, `next Tuesday`, `Monday of last week`."""
    day_of_week = number_of(tokens, "weekday") or 0
    kinds = [each.kind for each in tokens]
    ahead = (day_of_week - clock.anchor.weekday()) % 7
    week = number_of(tokens, "rel_week")
    if "next" in kinds:
        week = 1
    if week is not None:
        monday = around(clock.anchor, "week", week).start
        named = {0: "this", 1: "the next", -1: "the last"}[week]
        return on(days_on(monday, day_of_week), f"weekday of {named} week")
    if "last" in kinds:
        return on(days_on(clock.anchor, ahead - 7), "latest such weekday before the day counted from")
    if clock.back and "coming" not in kinds:
        return on(days_on(clock.anchor, ahead - 7 if ahead else 0), "latest such weekday")
    if ahead == 0 and "this" not in kinds:
        raise Unsettled("the day counted from is that weekday: the same day or a week later")
    return on(days_on(clock.anchor, ahead), "coming such weekday")


def weekday_of_month(tokens: Tokens, clock: Clock) -> Whole:
    """`first Monday of July`, `last Friday of next month`."""
    whole, day_of_week = calendar_month(tokens[2:], clock), number_of(tokens, "weekday") or 0
    if tokens[0].kind == "last":
        return on(days_on(whole.end, -((whole.end.weekday() - day_of_week) % 7)), "last such weekday of the month")
    rank = tokens[0].number
    day = days_on(whole.start, (day_of_week - whole.start.weekday()) % 7 + 7 * (rank - 1))
    if day > whole.end:
        raise Unsettled("the month has no such weekday")
    return on(day, "such weekday of the month, counted from its first")


def share(tokens: Tokens, clock: Clock) -> Whole:
    """`Q3 2024`, `H1`: a quarter or half of a year."""
    unit = "quarter" if any(each.kind.startswith("quarter") for each in tokens) else "half"
    number = number_of(tokens, f"{unit}_name", "rank", "nth", "number")
    size = MONTHS_IN[unit]
    if number is None or not 1 <= number <= 12 // size:
        raise Unsettled("a year has no such part")
    return _settled(lambda year: months(year, size * (number - 1) + 1, size, f"calendar {unit}"), tokens, clock)


def week_number(tokens: Tokens, clock: Clock) -> Whole:
    """`week 24`, `KW 24`."""
    number = number_of(tokens, "number") or 0

    def make(year: int) -> Whole | None:
        try:
            return week_of(Day.fromisocalendar(year, number, 1), "ISO week")
        except ValueError:
            return None

    return _settled(make, tokens, clock)


def counted(tokens: Tokens, clock: Clock) -> Whole:
    """`in two weeks`, `within 30 days`, `the last 3 months`, `two weeks ago`."""
    kinds = [each.kind for each in tokens]
    unit = next(each for each in kinds if each in UNITS).removesuffix("s")
    numbers = [each.number for each in tokens if each.kind == "number"] or [1]
    anchor = clock.anchor
    note = ", public holidays not counted" if unit == "workday" else ""
    if "ago" in kinds:
        return on(moved(anchor, -numbers[0], unit), f"counted back from the anchor{note}")
    if "last" in kinds:
        return Whole(moved(anchor, -numbers[0], unit), anchor, f"span up to the anchor{note}")
    reached = [moved(anchor, each, unit) for each in numbers]
    if "within" in kinds or "coming" in kinds or "next" in kinds:
        return Whole(anchor, max(reached), f"span from the anchor{note}")
    return Whole(min(reached), max(reached), f"counted from the anchor{note}")
