"""From the tokens of a date to its days: what the limits before or behind it leave open, ranges, and counts from a date."""

from collections.abc import Callable, Mapping, Sequence

from .rules import count_of, period
from .spans import Clock, Interval, Unsettled, Whole, days_on, moved
from .words import Token

Tokens = Sequence[Token]

_NO_DATE = {
    "impossible": "the calendar has no such day",
    "large": "a number of that size counts no days, weeks or months",
    "two_orders": "day and month may stand in either order",
    "split_year": "a year that spans two calendar years",
    "fiscal": "a fiscal or academic year, whose start is not known",
    "season": "a season has no agreed first and last day",
    "recurring": "it recurs",
    "few": "no number is given",
    "about": "the words say only about when",
    "reference": "it refers to another date",
}
"""Kinds of token that leave the date open whatever else is said, and why."""

_FIXED = frozenset({"next", "this", "coming", "in", "offset"})
"""What is counted from the anchor itself, also at the beginning of a range."""

_LIMITS = frozenset({"by", "before", "after", "from", "within", "to", "and"})
_COUNTING = frozenset({"in", "within", "by"})
_EMPTY = _FIXED | _LIMITS | {"last", "a", "early", "mid", "late", "end", "start"}
"""What is no date without something else."""

BEHIND = ("by", "before", "after", "from")
"""Limits that may stand behind the day they are set to."""
_PARTS = ("end", "start", "mid")
"""Parts of a month or a year that some languages name behind it."""


def limits(found: list[Token], clock: Clock) -> Interval:
    """Days with their open ends."""
    found = _without_events(_without_hedges(found))
    kinds = {each.kind for each in found}
    for kind, why in _NO_DATE.items():
        if kind in kinds:
            raise Unsettled(why)
    found = _limit_first(found)
    limited = _BY_LIMIT[found[0].kind](found[1:], clock) if found[0].kind in _BY_LIMIT else None
    return Interval(*_whole(found, clock)) if limited is None else limited


def _limit_first(found: list[Token]) -> list[Token]:
    """The tokens with the limit, and then the part of a month, before the day: "12 June at the latest", "3月21日前", "6月末"."""
    if len(found) > 1 and found[-1].kind in BEHIND:
        found = found[:-1] if found[0].kind == "by" else [found[-1], *found[:-1]]
    if len(found) > 1 and found[-1].kind in _PARTS:
        lead = 1 if found[0].kind in BEHIND else 0
        found = [*found[:lead], found[-1], *found[lead:-1]]
    return found


def _by(rest: list[Token], clock: Clock) -> Interval:
    if count_of(rest):
        return Interval(*period([Token("within"), *rest], clock))
    if rest and rest[0].kind == "mid":
        rest = [Token("middle"), *rest[1:]]
    whole = _whole(rest, clock)
    return Interval(None, whole.end, f"not after: {whole.rule}")


def _before(rest: list[Token], clock: Clock) -> Interval:
    if rest and rest[0].kind == "end":
        return _by(rest, clock)
    whole = _whole(rest, clock)
    if _in_a_day(rest):  # "before noon on Friday" is on Friday
        return Interval(None, whole.end, whole.rule)
    return Interval(None, days_on(whole.start, -1), f"before: {whole.rule}")


def _after(rest: list[Token], clock: Clock) -> Interval:
    if count_of(rest):
        return Interval(_whole([Token("in"), *rest], clock).start, None, "counted from the anchor")
    whole = _whole(rest, clock)
    if _in_a_day(rest):
        alone = all(each.kind in ("part", "close", "this") for each in rest)
        return Interval(whole.start, whole.end if alone else None, whole.rule)
    return Interval(days_on(whole.end, 1), None, f"after: {whole.rule}")


def _from(rest: list[Token], clock: Clock) -> Interval | None:
    if _split(rest) is not None:
        return None  # a range
    whole = _whole(rest, clock)
    return Interval(whole.start, None, f"from: {whole.rule}")


def _within(rest: list[Token], clock: Clock) -> Interval | None:
    counts = count_of([each for each in rest if each.kind not in ("next", "coming")])
    return None if counts else Interval(*_whole(rest, clock))


def _in_a_day(found: Tokens) -> bool:
    """Whether a part of a day is the limit."""
    return any(each.kind in ("part", "close") for each in found)


_BY_LIMIT: Mapping[str, Callable[[list[Token], Clock], Interval | None]] = {
    "by": _by,
    "before": _before,
    "after": _after,
    "from": _from,
    "within": _within,
}
"""What stands behind each limit, as days; None where it limits nothing there."""


def _without_hedges(found: list[Token]) -> list[Token]:
    """`as soon as possible, by Friday at the latest` is by Friday; `soon` alone is no date."""
    firm = [each for each in found if each.kind != "vague"]
    if len(firm) < len(found) and not (firm and firm[0].kind in ("by", "before")):
        raise Unsettled("the words name no time that can be counted")
    return firm


def _without_events(found: list[Token]) -> list[Token]:
    """`the meeting on 12 June` is 12 June; `the next meeting` is a reference."""
    kept: list[Token] = []
    present = False
    for each in found:
        if each.kind != "event":
            kept.append(each)
            continue
        present = present or (bool(kept) and kept[-1].kind == "this")  # "within a week of this meeting"
        while kept and kept[-1].kind in ("next", "this", "last", "coming", "a", "reference"):
            kept.pop()
    kinds = {each.kind for each in kept}
    counts = not present and bool(count_of([each for each in kept if each.kind not in _COUNTING]))
    if len(kept) < len(found) and (
        counts or kinds <= _EMPTY - {"offset"} or "rank" in kinds or kept[-1].kind in ("before", "after", "from")
    ):
        raise Unsettled("it refers to an event, not to a date")
    return kept


def _whole(found: Tokens, clock: Clock) -> Whole:
    """An interval closed on both sides: an offset from a date, a range, or a single date."""
    for at, each in enumerate(found):
        count = count_of(found[:at])
        if each.kind in ("before", "after", "from") and count:
            named = _whole(found[at + 1 :], clock)
            amount, unit = count
            day = moved(named.start, -amount, unit) if each.kind == "before" else moved(named.end, amount, unit)
            return Whole(day, day, f"{amount} {unit} {'before' if each.kind == 'before' else 'after'}: {named.rule}")
    framed = bool(found) and found[0].kind in ("between", "from")
    found = found[1:] if framed else found
    at_word = _split(found)
    if at_word is None:
        return period(found, clock)
    left, right = _filled(found[:at_word], found[at_word + 1 :])
    if any(each.kind in _FIXED for each in left):
        first = period(left, clock)
        last = period(right, Clock(first.start))
    else:
        last = period(right, clock)
        first = period(left, Clock(last.end, back=True))
    if first.start > last.end:
        raise Unsettled("the range runs backwards")
    if found[at_word].kind in ("and", "or") and not framed and days_on(first.end, 1) < last.start:
        raise Unsettled("it names several dates")
    return Whole(first.start, last.end, f"from the first to the last day of the range; {last.rule}")


def _split(found: Tokens) -> int | None:
    """Index of the word between the two ends of a range; None where there is one date only."""
    counted = [each for each in found if each.kind not in ("in", "within", "next", "coming", "last")]
    if count_of(counted):  # "in two to three weeks"
        return None
    inner = range(1, len(found) - 1)
    return next((at for at in inner if found[at].kind in ("to", "dash", "by", "and", "or")), None)


def _filled(left: Tokens, right: Tokens) -> tuple[list[Token], list[Token]]:
    """Both ends of a range with the month and year that only one of them states."""
    first, last = list(left), list(right)
    month, year = _one(first, "month_name"), _one(last, "year_number")
    if month and not _one(last, "month_name") and _one(last, "number", "nth") and not _one(last, "rel_month"):
        last.insert(0, month)  # June 3-5, 2024
    elif (
        not month and all(each.kind in ("number", "nth", "weekday") for each in first) and _one(first, "number", "nth")
    ):
        first += [each for each in last if each.kind not in ("number", "nth", "weekday")]  # 3-5 June 2024
        return first, last
    if year and not _one(first, "year_number") and _one(first, "month_name", "quarter_name", "half_name"):
        ends = _one(last, "month_name")
        turns = month is not None and ends is not None and month.number > ends.number  # 28 December to 3 January 2025
        first.append(Token("year_number", year.number - turns))
    return first, last


def _one(found: Tokens, *kinds: str) -> Token | None:
    return next((each for each in found if each.kind in kinds), None)
