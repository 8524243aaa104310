"""The day of a meeting to come, where the document gives it: "at the next meeting" is a day then, and so are "the April
meeting" and "meeting 28"."""

import re
from functools import cache
from typing import NamedTuple

from .dating.referring import Named, dates_in
from .dating.resolving import resolve
from .documents import Document
from .schemas import When
from .words.calendar import MONTH_SPELLINGS, MONTHS
from .words.scripts import folded

_NEXT = {
    "en": r"(?:(?:the|our|its|their|your) )?next (?:\w+ ){0,2}(?:meeting|session|call|sitting)|next time(?: (?:we|they) meet)?",
    "fr": r"(?:la |notre )?prochaine (?:reunion|seance|session)",
    "it": r"(?:la |della |alla |nella )?prossima (?:riunione|seduta|assemblea|sessione)",
    "es": r"(?:la )?proxima (?:reunion|sesion|junta|asamblea)",
    "de": r"(?:der |die |zur )?nachsten? (?:sitzung|besprechung|versammlung|tagung)|(?:beim |zum )?nachsten treffen",
}
"""How a language calls it, folded: lower case, without accents."""
_OF_MONTH = {
    "en": r"(?:(?:the|our|its|their|your) )?{month} (?:\w+ )?(?:meeting|session|sitting)",
    "fr": r"(?:la )?(?:reunion|seance|session) d(?:e |['’]){month}",
    "it": r"(?:la |alla |della )?(?:riunione|seduta|assemblea) di {month}",
    "es": r"(?:la )?(?:reunion|sesion|junta) de {month}",
    "de": r"(?:der |die )?(?:sitzung|besprechung|versammlung) im {month}|(?:der |die )?{month}sitzung",
}
_NUMBERED = {
    "en": r"(?:the )?meeting (?:no\.? ?|number |#)?{number}",
    "fr": r"(?:la )?(?:reunion|seance) (?:n[o°]\.? ?)?{number}",
    "it": r"(?:la )?(?:riunione|seduta) (?:n\.? ?)?{number}",
    "es": r"(?:la )?(?:reunion|sesion) (?:n\.?[o°ª] ?)?{number}",
    "de": r"(?:der |die )?(?:sitzung (?:nr\.? ?)?{number}|{number}\. sitzung)",
}
_MONTH = rf"(?:{'|'.join(sorted({re.escape(folded(name)) for name in MONTH_SPELLINGS}, key=len, reverse=True))})"
_TOWARDS = re.compile(r"\b(?:in)?to \Z")
_EITHER = re.compile(r"\b(?:or|ou|oder|oppure|o)\b", re.IGNORECASE)
_MARKS = " :*_#.-–—0123456789()"
_REACH = 4
"""Lines behind a heading that names it, in which its day may stand."""


class _Meeting(NamedTuple):
    """A meeting that words count from."""

    start: int
    end: int
    """End of its name in the words."""
    phrase: re.Pattern[str]
    """What the document calls it where it gives the day."""
    month: int | None
    """The month in which it has to be, where the words name one."""
    called: str


def at_next_meeting(words: str, document: Document) -> When | None:
    """The interval of words that count from a meeting to come; None where they do not, or the document gives no day for it."""
    plain = " ".join(folded(words).split())
    meeting = _meeting_in(plain, (document.language or "en").split("-")[0])
    found = _day_of(meeting.phrase, document) if meeting else None
    if meeting is None or found is None:
        return None
    named, line = found
    if meeting.month not in (None, named.date.month):
        return None
    deictic = f"{_TOWARDS.sub('', plain[: meeting.start])}{named.date.isoformat()}{plain[meeting.end :]}"
    when = resolve(deictic, anchor=named.date, language=document.language)
    basis = f"{meeting.called}: {named.words} (line {line})"
    rule = f"{when.rule}, that of {'the ' if meeting.called == 'next meeting' else ''}{meeting.called}"
    return when.model_copy(update={"words": words, "anchor": named.date, "anchor_basis": basis, "rule": rule})


def _meeting_in(words: str, language: str) -> _Meeting | None:
    """The meeting to come that words name, folded."""
    following = _phrase(_NEXT.get(language))
    if following is None:
        return None
    if said := following.search(words):
        return _Meeting(*said.span(), following, None, "next meeting")
    of_month = _phrase(_OF_MONTH[language].replace("{month}", _MONTH))
    if of_month and (said := of_month.search(words)):
        return _Meeting(*said.span(), following, MONTHS[re.findall(rf"(?<!\w){_MONTH}", said[0])[0]], "next meeting")
    numbered = _phrase(_NUMBERED[language].replace("{number}", "[0-9]{1,4}"))
    if numbered and (said := numbered.search(words)):
        number = re.findall(r"[0-9]+", said[0])[0]
        its_own = _phrase(_NUMBERED[language].replace("{number}", number))
        assert its_own is not None, "it is made of a pattern that there is"
        return _Meeting(*said.span(), its_own, None, f"meeting {number}")
    return None


def _day_of(phrase: re.Pattern[str], document: Document) -> tuple[Named, int] | None:
    """The one day that the document gives for a meeting, and the line that names the meeting."""
    found: dict[object, tuple[Named, int]] = {}
    last = len(document.segments)
    for number in range(1, last + 1):
        text = document.line_text(number)
        place = phrase.search(folded(text))
        if place is None:
            continue
        rest = text[place.end() :]
        heads = not (text[: place.start()] + rest).strip(_MARKS)
        below = range(number + 1, min(number + _REACH, last) + 1) if heads else ()
        lines = (rest, *(document.line_text(line) for line in below))
        named = next((day for each in lines if (day := _only_day(each, document)) is not None), None)
        if named is not None:
            found.setdefault(named.date, (named, number))
    return next(iter(found.values())) if len(found) == 1 else None


def _only_day(text: str, document: Document) -> Named | None:
    """The one day that a text names, where it is later than the document."""
    named = {one.date: one for one in dates_in(text, document.date, document.language)}
    later = [one for one in named.values() if document.date is None or one.date > document.date]
    if len(later) != 1 or len(named) != 1 or _EITHER.search(text[: later[0].end]):
        return None
    return later[0]


@cache
def _phrase(pattern: str | None) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None
