"""From the words of a date to an interval: `resolve("by the end of June", anchor=...)`.

Own rules (`rules`) over a small lexicon for each language (`lexicons`), and no library: none of those tried earns its
place. Of the cases in the tests (124 single days and deadlines, 116 intervals, 54 that name no date) they get, by
our conventions, right days / right intervals / wrong dates: dateparser 1.5 60/0/47, recognizers-text 1.0.2a2
73/40/112, ctparse 0.3.6 53/12/88, parsedatetime 2.6 48/0/133, dateutil 2.9 19/0/23. dateparser and ctparse take
"5+5" and "12" for days; none says which rule it used.
"""

import datetime
import re
from collections.abc import Iterator

from ..schemas import When
from ..words.calendar import day_first
from .limits import BEHIND, limits
from .rules import count_of
from .spans import Clock, Unsettled
from .words import LANGUAGES, Reading, Token, tokens

_LONGEST = 200
"""Characters of the words of a date, at the most."""

_ASIDE = re.compile(r"(?P<head>[^,(]+)(?:\((?P<bracket>[^()]+)\)|,\s*(?P<comma>[^()]+?))\W*")
"""A day named beside other words for it: "by half-term (24 October)", "before the fair, the fifth of May"."""

_HOUR = re.compile(
    r",? (?:at|um|à|alle(?: ore)?|a las?) \d{1,2}(?:[:.h]\d{2})?(?: ?(?:[ap]\.?m\.?|uhr|h|heures))?\W*\Z", re.IGNORECASE
)

_DAY = re.compile(
    r"(?:weekday )?(?:feast(?: year_number)?|date|(?:number|nth|rank) month_name(?: year_number)?|month_name (?:number|nth)(?: year_number)?)"
)

_ON_A_DAY = re.compile(
    r" (?:for |(?:al )?(?:giorno|día|jour) |(?=(?:on|of|am|vom|du|le|del|el|dell['’]) ))(?=\D{0,6}\d|[^\W\d_a-z])"
)
"""Before the day of an event: "before the House rises on 17 December", "at its session of 22 July", "la séance du 8 juin"."""

_TIMES = frozenset(
    {"recurring", "few", "number", "nth", "rank", "to", "dash", "or", "and", "weekday", "month_name", "date", "feast"}
)
"""Kinds of token before such a day with which it is a part of something else: "every Monday of May"."""


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
        start, end, rule = limits(_named(words, language, anchor), clock)
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
        beside = next(_days_beside(words, language, anchor), None)
        if beside is None:
            raise
        return beside


def _days_beside(words: str, language: str | None, anchor: datetime.date | None) -> Iterator[list[Token]]:
    """A day that stands beside other words for it, or is that of an event, behind the limit that the words before it set."""
    aside = _ASIDE.fullmatch(words)
    parts = [(aside["head"], aside["bracket"] or aside["comma"], False)] if aside is not None else []
    parts += [(words[: one.start()], words[one.end() :], True) for one in _ON_A_DAY.finditer(words)]
    for head, told, of_event in parts:
        try:
            day = _understood(_HOUR.sub("", told), language, anchor)
        except Unsettled:
            continue
        before = next((read for read in _read(head, language, anchor) if read), [])
        counted = of_event and not _TIMES.isdisjoint(token.kind for token in before)
        if counted or not _DAY.fullmatch(" ".join(each.kind for each in day)):
            continue
        if not before or before[0].kind not in BEHIND:
            yield day
            continue
        # The event is on that day: "before the House rises on 17 December" may be on the day itself.
        own = {"before": "by", "after": "from"}.get(before[0].kind, before[0].kind) if of_event else before[0].kind
        yield [Token(own), *day]


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
