"""From the words of a date to an interval: `resolve("by the end of June", anchor=...)`.

Own rules (`rules`) over a small lexicon for each language (`lexicons`), and no library: none of those tried earns its
place. Of the cases in the tests (124 single days and deadlines, 116 intervals, 54 that name no date) they get, by
our conventions, right days / right intervals / wrong dates: dateparser 1.5 60/0/47, recognizers-text 1.0.2a2
73/40/112, ctparse 0.3.6 53/12/88, parsedatetime 2.6 48/0/133, dateutil 2.9 19/0/23. dateparser and ctparse take
"5+5" and "12" for days; none says which rule it used.
"""

import datetime
import re
from collections.abc import Iterator, Sequence

from ..schemas import When
from .names import day_first
from .rules import count_of, period
from .spans import Clock, Interval, Unsettled, Whole, days_on, moved
from .words import LANGUAGES, Reading, Token, tokens

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

_LONGEST = 200
"""Characters of the words of a date, at the most."""

_FIXED = frozenset({"next", "this", "coming", "in", "offset"})
"""What is counted from the anchor itself, also at the beginning of a range."""

_LIMITS = frozenset({"by", "before", "after", "from", "within", "to", "and"})
_COUNTING = frozenset({"in", "within", "by"})
_EMPTY = _FIXED | _LIMITS | {"last", "a", "early", "mid", "late", "end", "start"}
"""What is no date without something else."""

_ASIDE = re.compile(r"(?P<head>[^,(]+)(?:\((?P<bracket>[^()]+)\)|,\s*(?P<comma>[^()]+?))\W*")
"""A day named beside other words for it: "by half-term (24 October)", "before the fair, the fifth of May"."""

_DAY = re.compile(
    r"(?:weekday )?(?:feast(?: year_number)?|date|(?:number|nth|rank) month_name(?: year_number)?|month_name (?:number|nth)(?: year_number)?)"
)

_AT_AN_EVENT = re.compile(r"(?P<head>.+?) (?P<day>(?:on|of) .+)")
"""What is to happen on a day, and the day: "before the House rises on 17 December", "at its session of 22 July"."""

_TIMES = frozenset(
    {"recurring", "few", "number", "nth", "rank", "to", "dash", "or", "and", "weekday", "month_name", "date", "feast"}
)
"""Kinds of token before such a day with which it is a part of something else: "every Monday of May"."""

_BEHIND = ("by", "before", "after", "from")
"""Limits that may stand behind the day they are set to."""
_PARTS = ("end", "start", "mid")
"""Parts of a month or a year that some languages name behind it."""


def resolve(
    words: str,
    *,
    anchor: datetime.date | None,
    anchor_basis: str | None = None,
    language: str | None = None,
    looking_back: bool = False,
) -> When:
    """The interval that the words of a date name, counted from `anchor` where they are relative.

    `start` and `end` are inclusive; "by Friday" has an end only, "from July" a start only, and a period
    that is a limit counts whole: "by June" ends on 30 June. Both are null where the words leave the date
    open or the anchor is missing, and `rule` says why. `anchor` of the result is the given one only if
    it was used. Today's date is never used. `language` is an ISO 639-1 code or a tag such as `en-GB`,
    which also settles 03/04/2024; without it the lexicons are tried in turn. `looking_back`: the words
    tell of what took place, so that "Friday" is the latest one.
    """
    clock = Clock(anchor, back=looking_back)
    start = end = None
    try:
        start, end, rule = _limits(_named(words, language, anchor), clock)
    except Unsettled as why:
        rule = f"no date: {why}"
        clock.used = False
    used = clock.used
    return When(
        words=words,
        start=start,
        end=end,
        anchor=anchor if used else None,
        anchor_basis=anchor_basis if used else None,
        rule=rule,
    )


def count_in(words: str, language: str | None) -> str | None:
    """The kind of the word that opens a bare count of time, `within` two weeks; None where the words are no such count."""
    try:
        found = _understood(words, language, None)
    except Unsettled:
        return None
    head, rest = found[0].kind, [each for each in found[1:] if each.kind not in ("next", "coming")]
    return head if head in ("in", "within", "by") and count_of(rest) else None


def _named(words: str, language: str | None, anchor: datetime.date | None) -> list[Token]:
    """The tokens of the words; where no lexicon has them all, those of a day beside them, with the limit they set."""
    try:
        return _understood(words, language, anchor)
    except Unsettled:
        if len(words) > _LONGEST:
            raise
        found = _ASIDE.fullmatch(words) or _AT_AN_EVENT.fullmatch(words)
        if found is None:
            raise
        told = found.groupdict()
        day = _understood(told.get("bracket") or told.get("comma") or found["day"], language, anchor)
        if not _DAY.fullmatch(" ".join(each.kind for each in day)):
            raise
        before = next((read for read in _read(found["head"], language, anchor) if read), [])
        event = "day" in told
        if event and not _TIMES.isdisjoint(token.kind for token in before):
            raise
        if not before or before[0].kind not in _BEHIND:
            return day
        # The event is on that day: "before the House rises on 17 December" may be on the day itself.
        own = {"before": "by", "after": "from"}.get(before[0].kind, before[0].kind) if event else before[0].kind
        return [Token(own), *day]


def _understood(words: str, language: str | None, anchor: datetime.date | None) -> list[Token]:
    """The tokens in the first language that knows all the words."""
    if len(words) > _LONGEST:
        raise Unsettled(f"they are more than {_LONGEST} characters")
    read = [found for found in _read(words, language, anchor) if found]
    for found in read:
        if all(token.kind != "unknown" for token in found):
            return found
    if any(found[0].kind in ("before", "after") for found in read) and not any(map(str.isdigit, words)):
        raise Unsettled("it refers to an event, not to a date")  # "before you leave"
    raise Unsettled("no rule reads these words as a date")


def _read(words: str, language: str | None, anchor: datetime.date | None) -> Iterator[list[Token]]:
    """The tokens in one language after the other, without what they hang on: "Friday, if it is dry"."""
    own = (language or "").lower().replace("_", "-").partition("-")[0]
    tried = (own, "en") if own in LANGUAGES else LANGUAGES if not language else ("en",)
    day_leads = day_first(language)
    near = anchor.year if anchor else None
    for each in tried:
        found = tokens(words, Reading(each, day_leads, near))
        end = next((at for at, token in enumerate(found) if at and token.kind == "supposing"), len(found))
        yield [Token("unknown") if token.kind == "supposing" else token for token in found[:end]]


def _limits(found: list[Token], clock: Clock) -> Interval:
    """Days with their open ends."""
    found = _without_events(_without_hedges(found))
    kinds = [each.kind for each in found]
    for kind, why in _NO_DATE.items():
        if kind in kinds:
            raise Unsettled(why)
    if len(found) > 1 and kinds[-1] in _BEHIND:  # "12 June at the latest", "3月21日前"
        found = found[:-1] if kinds[0] == "by" else [found[-1], *found[:-1]]
    if len(found) > 1 and found[-1].kind in _PARTS:  # "6月末"
        lead = 1 if found[0].kind in _BEHIND else 0
        found = [*found[:lead], found[-1], *found[lead:-1]]
    head, rest = found[0].kind, found[1:]
    if head == "before" and rest and rest[0].kind == "end":
        head = "by"
    if head == "by" and count_of(rest):
        return Interval(*period([Token("within"), *rest], clock))
    if head == "by" and rest and rest[0].kind == "mid":
        rest = [Token("middle"), *rest[1:]]
    if head == "by":
        whole = _whole(rest, clock)
        return Interval(None, whole.end, f"not after: {whole.rule}")
    if head == "after" and count_of(rest):
        return Interval(_whole([Token("in"), *rest], clock).start, None, "counted from the anchor")
    if head in ("before", "after") and any(each.kind in ("part", "close") for each in rest):
        whole = _whole(rest, clock)  # "before noon on Friday" is on Friday
        alone = head == "before" or all(each.kind in ("part", "close", "this") for each in rest)
        return Interval(None if head == "before" else whole.start, whole.end if alone else None, whole.rule)
    if head == "before":
        whole = _whole(rest, clock)
        return Interval(None, days_on(whole.start, -1), f"before: {whole.rule}")
    if head == "after":
        whole = _whole(rest, clock)
        return Interval(days_on(whole.end, 1), None, f"after: {whole.rule}")
    if head == "from" and _split(rest) is None:
        whole = _whole(rest, clock)
        return Interval(whole.start, None, f"from: {whole.rule}")
    if head == "within" and not count_of([each for each in rest if each.kind not in ("next", "coming")]):
        return Interval(*_whole(rest, clock))
    return Interval(*_whole(found, clock))


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
