"""Dates that a claim moves: "after 2030" for "by 2030", "on 18 June" for "before the meeting of 18 June", a date that the words rule
out, and the date of the task told beside it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...items import Item
from ...schemas import Part
from ...words.calendar import ENGLISH_MONTHS
from ...words.stems import content_words, families_of, stems_of
from ..clauses import clause_that_tells, joined_clauses
from ..fields import Report, Text, is_subject, texts
from ..grounds import Grounds, Line
from .order import begins_after, turned
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
_BEHIND = re.compile(r"\b(?P<date>(?:\w+\s){0,2}\w+)\s+at the (?:(?P<after>earliest|soonest)|latest)\b", re.IGNORECASE)
_RULED_OUT = re.compile(
    r"\b(?:(?:instead of|rather than|no longer)\s+(?:(?:on|in|by|for|the|at|to be|due|until)\s+)?"
    rf"|not\s+(?:(?:on|in|by|for|the|at|to be|due|until)\s+|(?=\d|(?:{_DAYS})\b)))"
    r"(?P<date>[^,.;:()\n]{1,24})",
    re.IGNORECASE,
)
"""Not "will not raise fares this year", where "not" is of the verb."""
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
_FEWER = 3  # times that a line has fewer words of a deed than the one that tells it
_LONGEST = 6  # content words of a date


def check_bounds(text: Text, grounds: Grounds, report: Report) -> None:
    """A date that bounds from the other side, or that the quoted words name only to rule it out."""
    if grounds.index.language != "en":
        return
    ours = list(_bounds(text.value))
    told = list(_bounds(grounds.whole)) if ours else []
    for side, keys, written in ours:
        same = [other for other in told if other[1] <= keys or keys <= other[1]]
        if side == "after" and "before" in written.lower():  # "not before June" of what is closed until then
            same = [other for other in same if not other[2].lower().startswith(("until", "till"))]
        if same and all(other[0] != side for other in same):
            report.against(text, "dates", f'The quoted words say "{same[0][2]}", not "{written}".')
    if (lasting := begins_after(text.value, grounds.whole)) is not None:
        report.against(text, "dates", f'The quoted words say "{lasting}".')
    if (order := turned(text.value, grounds.whole)) is not None:
        report.against(text, "dates", f'The quoted words say "{order}".')
    ruled_out = _ruled_out(grounds.whole)
    if ruled_out and _TOLD_APART.search(text.value) is None and (ruled_out := ruled_out & _keys(text.value)):
        rest = _RULED_OUT.sub(" ", grounds.whole)
        if ruled_out.isdisjoint(_keys(rest)):
            explanation = "The quoted words name that time only to say that it is another."
            report.against(text, "dates", explanation)


def _bounds(text: str) -> Iterator[tuple[str, frozenset[str], str]]:
    """Each bound of a text: its side, what its date holds, and its words."""
    for found in (*_BOUND.finditer(text), *_BEHIND.finditer(text)):
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
    told = list(texts(item, Part.CLAIM)) if len(grounds.merged) > 1 else []
    for text in told:
        deed = " ".join(one.value for one in told if one is not text)
        if text.optional and (other := _of_another_line(text.value, deed, grounds, language)) is not None:
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


def _of_another_line(date: str, said: str, grounds: Grounds, language: str) -> str | None:
    """The one quoted line that a date stands in, where it has few words of the deed, and one with a day of its own has most."""
    holding = [line for line in grounds.merged if _places(date, line)]
    ours = stems_of(said)
    met = {line: len(ours & stems_of(line.text)) for line in grounds.merged}
    most = max(grounds.merged, key=met.__getitem__)
    apart = len(holding) == 1 and _FEWER * met[holding[0]] < met[most]
    return holding[0].text if apart and quantities(most.text, language).dates else None


def _places(words: str, line: Line) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", line.text, re.IGNORECASE))
