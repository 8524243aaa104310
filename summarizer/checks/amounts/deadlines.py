"""Dates that a claim moves: "on 18 June" for "before the meeting of 18 June", and the date of the task told beside it."""

import re

from ...items import Item
from ...schemas import Part
from ...stems import content_words, families_of
from ..clauses import clause_that_tells, joined_clauses
from ..fields import Report, Text, is_subject, texts
from ..grounds import Grounds, Line
from .quantities import quantities

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


def check_deadlines(item: Item, grounds: Grounds, report: Report) -> None:
    """Hold a date that a claim gives to its deed against the words before it, and the clause that it stands in."""
    language = grounds.index.language or ""
    if language not in _ON or is_subject(item):
        return
    given = [text for text in texts(item, Part.CLAIM) if text.optional and _is_day(text, language)]
    said = " ".join(text.value for text in texts(item, Part.CLAIM) if text not in given)
    for text in given:
        day = re.sub(rf"\A{_ON[language]}", "", text.value.strip(), flags=re.IGNORECASE)
        if (bound := _bound(day, text.value, grounds, language)) is not None:
            explanation = f'The quoted words say "{bound}".'
            report.note("dates", "disagrees", explanation)
            item.mend(text.name, bound, explanation)
        elif (other := _of_another(text.value, said, grounds, language)) is not None:
            report.note("dates", "absent", f'The quoted words say "{text.value}" of another task: "{other}".')


def _is_day(text: Text, language: str) -> bool:
    return bool(quantities(text.value, language).dates) and len(content_words(text.value)) <= _LONGEST


def _bound(day: str, written: str, grounds: Grounds, language: str) -> str | None:
    """The words of the source that put something before or after a day, or what happens on it; None where one does not."""
    if not re.match(r"\d|[^\W\d_]", day):
        return None
    mentions = [(line, one) for line in grounds.lines for one in _places(day, line)]
    found = [_bounded(line.text, *one.span(), named=day != written, language=language) for line, one in mentions]
    return found[0] if found and all(found) else None


def _bounded(text: str, start: int, end: int, *, named: bool, language: str) -> str | None:
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
