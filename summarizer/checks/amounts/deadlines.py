"""Dates that a claim moves: "after 2030" for "by 2030", "on 18 June" for "before the meeting of 18 June", a date that the words rule
out, and the date of the task told beside it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...dating.names import ENGLISH_MONTHS
from ...items import Item
from ...schemas import Part
from ...stems import content_words, families_of, stems_of
from ..clauses import clause_that_tells, joined_clauses
from ..fields import Report, Text, is_subject, texts
from ..grounds import Grounds, Line
from .quantities import quantities
from .units import periods_meant

_MONTH = 31  # days that a month has at most
_DAYS = "|".join(("this|next|last|tomorrow|today|tonight|[a-z]+day", *ENGLISH_MONTHS))
_TO_A_DAY = rf"(?=\s+(?:the )?(?:\d|(?:{_DAYS})\b))"
_UP_TO = (
    rf"(?:by|before|prior to|(?:no|not) later than|not after|on or before|at the latest by|(?:until|till){_TO_A_DAY})"
)
_FROM_ON = (
    r"(?:after|(?:(?:can)?not|n['’]t) (?:\w+ ){0,3}?(?:before|until|till)|(?:no|not) earlier than|(?:no|not) sooner than"
    rf"|(?:from|starting){_TO_A_DAY}(?![^.;:\n]{{1,24}}? (?:to|until|till|through)\b))"
)
_BOUND = re.compile(rf"\b(?:(?P<after>{_FROM_ON})|(?P<before>{_UP_TO}))\s+(?P<date>[^,.;:()\n]{{1,24}})", re.IGNORECASE)
_RULED_OUT = re.compile(
    r"\b(?:(?:instead of|rather than|no longer)\s+(?:(?:on|in|by|for|the|at|to be|due|until)\s+)?"
    rf"|not\s+(?:(?:on|in|by|for|the|at|to be|due|until)\s+|(?=\d|(?:{_DAYS})\b)))"
    r"(?P<date>[^,.;:()\n]{1,24})",
    re.IGNORECASE,
)
"""Not "will not raise fares this year", where "not" is of the verb."""
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(r"[,;:] |\b(?:but|though|although|while|whereas)\b")
_ORDER = re.compile(r"\b(?:(?P<before>before|ahead of|prior to)|(?P<after>after|following|once))\s+(?P<event>[^,.;:()\n]{2,60})", re.IGNORECASE)  # fmt: skip
_FEW = 3  # content words of what happens before or after
_UNTIL = re.compile(r",? \b(?:until|till)\b", re.IGNORECASE)
_ONCE = re.compile(r",? \b(?:once|when|after|as soon as|from|by the time)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not?|never|no longer|cannot|nobody|nothing)\b|n['’]t\b", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:before|after|until|till|later|earlier|sooner)\b", re.IGNORECASE)
_TOLD_APART = re.compile(r"\b(?:not|no|instead|rather|from\b[^.]*\bto|original\w*|previous\w*|moved|postponed|brought forward|n['’]t)\b", re.IGNORECASE)  # fmt: skip
_ON = {
    "en": r"(?:on )?(?:the )?",
    "de": r"(?:am )?(?:den |dem )?",
    "fr": r"(?:le )?",
    "es": r"(?:el )?",
    "it": r"(?:il )?",
}
"""How a day begins that is the day itself, by language."""
_SIDES = {
    "en": r"before|prior to|ahead of|in advance of|after|following",
    "de": r"vor|nach",
    "fr": r"avant|après",
    "es": r"antes|después|tras",
    "it": r"prima|dopo",
}
_TO_THE_DAY = {
    "en": r"(?:by|before|until|till|after|from|no later than|prior to) (?:the )?",
    "de": r"(?:bis(?: zum)?|vor(?: dem)?|nach(?: dem)?|ab(?: dem)?) ",
}
"""What stands right before a day that only bounds it."""
_OF = r"(?:of|on|du|de|del|della|vom|am|al|le|el|il|the|den|dem)"
_POINTS_BACK = re.compile(
    r"\b(?:it|them|this|that|these|those|so|do|(?:would|will|can|could)(?=\W*(?:[,;]|from|by|on|before|until|\Z)))\b",
    re.IGNORECASE,
)
"""English words of a clause that may stand for the deed of another one."""
_OPENING = 12  # characters of a sentence in which a date stands for all its clauses
_LONGEST = 6  # content words of a date


def check_bounds(text: Text, grounds: Grounds, report: Report) -> None:
    """A date that bounds from the other side, or that the quoted words name only to rule it out."""
    if grounds.index.language != "en":
        return
    ours = list(_bounds(text.value))
    told = list(_bounds(grounds.whole)) if ours else []
    for side, keys, written in ours:
        same = [other for other in told if other[1] <= keys or keys <= other[1]]
        if same and all(other[0] != side for other in same):
            report.against(text, "dates", f'The quoted words say "{same[0][2]}", not "{written}".')
    if (lasting := _begins_after(text.value, grounds.whole)) is not None:
        report.against(text, "dates", f'The quoted words say "{lasting}".')
    if (order := _turned(text.value, grounds.whole)) is not None:
        report.against(text, "dates", f'The quoted words say "{order}".')
    ruled_out = _ruled_out(grounds.whole)
    if ruled_out and _TOLD_APART.search(text.value) is None and (ruled_out := ruled_out & _keys(text.value)):
        rest = _RULED_OUT.sub(" ", grounds.whole)
        if ruled_out.isdisjoint(_keys(rest)):
            explanation = "The quoted words name that time only to say that it is another."
            report.against(text, "dates", explanation)


def _turned(claim: str, text: str) -> str | None:
    """The words "before ..." of the text where the claim puts the same thing after that."""
    ours = list(_order(claim))
    if not ours or _denies(claim) or _denies(text):
        return None
    told = list(_order(text))
    for before, event, _ in ours:
        same = [(side, words) for side, other, words in told if event <= other or other <= event]
        if same and all(side != before for side, _ in same):
            return same[0][1]
    return None


def _order(text: str) -> Iterator[tuple[bool, frozenset[str], str]]:
    """Whether something comes before an event or after it, the event, and the words for that."""
    for found in _ORDER.finditer(text):
        event = frozenset(word.stem for word in content_words(found["event"])[:_FEW])
        if event:
            yield found["before"] is not None, event, found[0]


def _lasts_until(text: str) -> Iterator[tuple[frozenset[str], frozenset[str], str]]:
    """What lasts until something happens: what it is, what happens, and the words for that."""
    for sentence in _SENTENCE.split(text):
        if (until := _UNTIL.search(sentence)) is None:
            continue
        main, event = _CLAUSE.split(sentence[: until.start()])[-1], sentence[until.end() :]
        if not _denies(main):
            yield stems_of(main), stems_of(event), sentence[until.start() :].strip(" ,")


def _begins_after(claim: str, text: str) -> str | None:
    """The words "until ..." of what the claim says will be so once that has happened: "closed once" for "closed until"."""
    told = list(_lasts_until(text)) if _ONCE.search(claim) else ()
    for sentence in _SENTENCE.split(claim) if told else ():
        once = _ONCE.search(sentence)
        if once is None or _UNTIL.search(sentence) or _denies(sentence[: once.start()]):
            continue
        ours, event = stems_of(sentence[: once.start()]), stems_of(sentence[once.end() :])
        for lasting, end, written in told if ours else ():
            if ours <= lasting and 2 * len(event & end) >= len(end) > 0:
                return written
    return None


def _denies(text: str) -> bool:
    return _NEGATION.search(text) is not None


def _bounds(text: str) -> Iterator[tuple[str, frozenset[str], str]]:
    """Each bound of a text: its side, what its date holds, and its words."""
    for found in _BOUND.finditer(text):
        if keys := _keys(found["date"]):
            yield "after" if found["after"] else "before", keys, found[0].strip()


@lru_cache(maxsize=16)
def _ruled_out(text: str) -> frozenset[str]:
    found = (one["date"] for one in _RULED_OUT.finditer(text) if _LIMIT.search(one[0]) is None)
    return frozenset(key for date in found for key in _keys(date))


def _keys(text: str) -> frozenset[str]:
    """What the dates of a text hold: days, months, years, weekdays, and "next week"."""
    found = quantities(text, "en")
    days = (f"d{int(number)}" for number, written in found.numbers.items() if written[0].isdigit() and number <= _MONTH)
    return frozenset((*found.dates, *days, *periods_meant(text)))


def check_deadlines(item: Item, grounds: Grounds, report: Report) -> None:
    """Hold a date that a claim gives to its deed against the words before it, and the clause that it stands in."""
    language = grounds.index.language or ""
    if language not in _ON or is_subject(item):
        return
    given = [text for text in texts(item, Part.CLAIM) if text.optional and _is_day(text, language)]
    said = " ".join(text.value for text in texts(item, Part.CLAIM) if text not in given)
    for text in given:
        day = re.sub(rf"\A{_ON[language]}", "", text.value.strip(), flags=re.IGNORECASE)
        if (bound := _as_bounded(day, text.value, grounds, language)) is not None:
            explanation = f'The quoted words say "{bound}".'
            report.note("dates", "disagrees", explanation)
            item.mend(text.name, bound, explanation)
        elif (other := _of_another(text.value, said, grounds, language)) is not None:
            report.note("dates", "absent", f'The quoted words say "{text.value}" of another task: "{other}".')


def _is_day(text: Text, language: str) -> bool:
    return bool(quantities(text.value, language).dates) and len(content_words(text.value)) <= _LONGEST


def _as_bounded(day: str, written: str, grounds: Grounds, language: str) -> str | None:
    """The words of the source that put something before or after a day, or what happens on it; None where one does not."""
    if not re.match(r"\d|[^\W\d_]", day):
        return None
    mentions = [(line, one) for line in grounds.lines for one in _places(day, line)]
    found = [_bound_at(line.text, *one.span(), named=day != written, language=language) for line, one in mentions]
    return found[0] if found and all(found) else None


def _bound_at(text: str, start: int, end: int, *, named: bool, language: str) -> str | None:
    before = text[:start]
    event = rf"\b(?:{_SIDES[language]}) (?P<event>(?:[^\W\d]+['’ ]+){{1,6}}?)(?:{_OF} ?){{0,2}}\Z"
    found = re.search(event, before, re.IGNORECASE)
    if found is None and named and language in _TO_THE_DAY:
        found = re.search(rf"\b{_TO_THE_DAY[language]}\Z", before, re.IGNORECASE)
        return text[found.start() : end] if found else None
    return text[found.start() : end] if found and content_words(found["event"]) else None


def _of_another(date: str, said: str, grounds: Grounds, language: str) -> str | None:
    """The clause that a date stands in, where the deed is told in one beside it that has none of it."""
    for line in grounds.lines:
        for clauses in joined_clauses(line.text, language):
            places = [one.start() for one in _places(date, line)]
            dated = next((one for one in clauses for place in places if one.holds(place)), None)
            telling = clause_that_tells(said, clauses)
            if len(places) != 1 or dated is None or telling is None or telling == dated:
                continue
            if _POINTS_BACK.search(dated.text) or families_of(dated.text) & (
                families_of(said) - families_of(telling.text)
            ):
                continue
            earlier = clauses.index(dated) < clauses.index(telling)
            into = len(line.text[dated.start : places[0]].strip())
            if (not earlier and (dated.own_subject or not into)) or (earlier and into > _OPENING):
                return dated.text.strip()
    return None


def _places(words: str, line: Line) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", line.text, re.IGNORECASE))
