"""The rule table: which pattern of words is read by which rule."""

import re
from collections.abc import Callable

from . import readings
from .readings import Tokens
from .spans import Clock, Unsettled, Whole, around, days_on, end_of, middle_of, months, moved, on, third_of, week_of
from .words import UNITS, Token

Rule = Callable[[Tokens, Clock], Whole]
_CALENDAR = ("week", "weekend", "month", "quarter", "half", "year")
_MOVES = {"next": 1, "coming": 1, "this": 0, "last": -1}
_PARTS = {"start": 0, "early": 0, "mid": 1, "late": 2}


def period(tokens: Tokens, clock: Clock) -> Whole:
    """The interval that the words of a single date name; `Unsettled` where no rule reads them."""
    tokens = _reduced(tokens)
    head = tokens[0].kind if tokens else ""
    if head == "end":
        return end_of(period(tokens[1:], clock))
    if head == "middle":
        return middle_of(period(tokens[1:], clock))
    if head in _PARTS:
        return third_of(period(tokens[1:], clock), _PARTS[head])
    if head in ("later", "earlier"):
        return _remainder(head, period(tokens[1:], clock), clock)
    kinds = _kinds(tokens)
    for pattern, rule in _RULES:
        if pattern.fullmatch(kinds):
            return rule(tokens, clock)
    raise Unsettled("no rule reads these words as a date")


def _kinds(tokens: Tokens) -> str:
    return " ".join(each.kind for each in tokens)


def count_of(tokens: Tokens) -> tuple[int, str] | None:
    """The number and the unit of words that are a bare count of time, such as `30 days`; the largest of `2-3 weeks`."""
    if not re.fullmatch(_COUNT, _kinds(tokens)):
        return None
    unit = tokens[-1].kind.removesuffix("s")
    return max((each.number for each in tokens if each.kind == "number"), default=1), unit


def _reduced(tokens: Tokens) -> list[Token]:
    """With `next week` as one token, `month end` turned round, and words that decide nothing left out."""
    rest = [each for each in tokens if each.kind not in ("part", "close")]
    if len(rest) < len(tokens) and _kinds(rest) in ("", "this"):  # "this morning", "close of business"
        rest = [Token("offset")]
    if len(rest) > 1 and rest[-1].kind == "end":
        rest = [rest[-1], *rest[:-1]]
    result: list[Token] = []
    for at, each in enumerate(rest):
        before = result[-1].kind if result else ""
        after = rest[at + 1].kind if at + 1 < len(rest) else ""
        if each.kind in _CALENDAR and before in ("next", "this", "last"):
            if before == "last" and after in ("month_name", "year_number", "month", "year", "next", "this"):
                result.append(each)  # "last week of June", "last quarter of the year"
            else:
                result[-1] = Token(f"rel_{each.kind}", _MOVES[before])
        elif each.kind in ("next", "this", "last") and before in _CALENDAR and after not in _CALENDAR:
            result[-1] = Token(f"rel_{before}", _MOVES[each.kind])  # "semaine prochaine"
        elif (
            each.kind in _CALENDAR
            and not after
            and before in {"half", "quarter", "day", "week", "end", "later", "course", "middle", *_PARTS}
        ):
            result.append(Token(f"rel_{each.kind}"))  # "end of the month", "in the course of the year"
        elif not ((each.kind == "in" and after not in ("number", "a")) or (each.kind == "a" and after not in UNITS)):
            result.append(each)
    return [each for each in result if each.kind != "course"]


def _remainder(head: str, whole: Whole, clock: Clock) -> Whole:
    if not whole.start <= clock.anchor <= whole.end:
        raise Unsettled(f"{head} in a period that does not hold the day counted from")
    if head == "later":
        return Whole(clock.anchor, whole.end, f"rest of: {whole.rule}")
    return Whole(whole.start, clock.anchor, f"first part, up to the day counted from, of: {whole.rule}")


def _piece(tokens: Tokens, clock: Clock) -> Whole:
    """`first week of June`, `last day of the quarter`, `second half of June`."""
    rank = 0 if tokens[0].kind == "last" else tokens[0].number
    unit, whole = tokens[1].kind, period(tokens[2:], clock)
    rule = f"{unit} {rank or 'last'} of: {whole.rule}"
    if unit == "half":
        middle = 15 if (whole.end - whole.start).days < 31 else None
        cut = days_on(whole.start, middle) if middle else moved(whole.start, 6, "month")
        if rank > 2 or not (middle or (whole.end - whole.start).days > 360):
            raise Unsettled("no rule divides that period")
        return Whole(whole.start, days_on(cut, -1), rule) if rank == 1 else Whole(cut, whole.end, rule)
    if rank:
        start = moved(whole.start, rank - 1, unit)
        end = days_on(moved(start, 1, unit), -1)
    else:
        start, end = moved(days_on(whole.end, 1), -1, unit), whole.end
    if start > whole.end:
        raise Unsettled("the period has no such part")
    return Whole(start, min(end, whole.end), rule)


def _table(*rows: tuple[str, Rule]) -> list[tuple[re.Pattern[str], Rule]]:
    return [(re.compile(pattern), rule) for pattern, rule in rows]


_UNIT = f"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})"
_N = "(?:number|a)"
_COUNT = f"(?:{_N}(?: (?:dash|to|or|and) number)? )?{_UNIT}"
_D = "(?:number|nth|rank)"
_YEAR = "(?: (?:year_number|rel_year))?"
_MONTH = f"(?:month_name{_YEAR}|rel_month|(?:next|this|last) month_name|month_name (?:next|this|last))"
_RULES = _table(
    ("(?:weekday )?date", readings.date),
    (
        f"(?:weekday )?(?:{_D} month_name|month_name {_D})(?:{_YEAR}| next)|year_number month_name {_D}",
        readings.calendar_day,
    ),
    (f"{_MONTH}|year_number month_name", readings.calendar_month),
    (f"feast{_YEAR}", readings.feast),
    ("year_number", lambda t, c: months(t[0].number, 1, 12, "year")),
    ("offset", lambda t, c: on(days_on(c.anchor, t[0].number), "days from the anchor")),
    ("(?:(?:next|coming|this|last|rel_week) )?weekday|weekday (?:next|coming|this|last|rel_week)", readings.weekday),
    (r"rel_\w+", lambda t, c: around(c.anchor, t[0].kind.removeprefix("rel_"), t[0].number)),
    ("nth|rank|weekday (?:nth|number)|the_day number", readings.nth),
    (f"{_D} (?:rel_month|next month_name)", readings.day_of_month),
    (f"(?:rank|nth|last) weekday {_MONTH}", readings.weekday_of_month),
    (
        f"(?:quarter_name|half_name|(?:rank|nth) (?:quarter|half)|quarter number){_YEAR}|year_number quarter_name",
        readings.share,
    ),
    (r"(?:rank|nth|last) (?:day|week|half|quarter) .+", _piece),
    (f"week number{_YEAR}", readings.week_number),
    (r"week .+", lambda t, c: week_of(period(t[1:], c).start, "week that holds the day")),
    (f"(?:in|within|(?:in |within )?(?:coming|next)) {_N}(?: (?:dash|to|or|and) number)? {_UNIT}", readings.counted),
    (
        f"(?:in )?{_N} (?:coming|next) {_UNIT}|(?:in )?coming (?:day|week|fortnight|month|quarter|year)|{_N} {_UNIT} from_now",
        readings.counted,
    ),
    (f"{_N} {_UNIT} ago|ago {_N} {_UNIT}|last {_N} {_UNIT}|{_N} last {_UNIT}", readings.counted),
)
