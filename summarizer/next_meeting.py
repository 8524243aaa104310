"""The day of the next meeting, where the document gives it: "at the next meeting" is a day then."""

import re
from functools import cache

from .dating.names import fold
from .dating.referring import Named, dates_in
from .dating.resolving import resolve
from .documents import Document
from .schemas import When

_PHRASES = {
    "en": r"(?:(?:the|our|its|their|your) )?next (?:\w+ ){0,2}(?:meeting|session|call|sitting)|next time(?: (?:we|they) meet)?",
    "fr": r"(?:la |notre )?prochaine (?:reunion|seance|session)",
    "it": r"(?:la |della |alla |nella )?prossima (?:riunione|seduta|assemblea|sessione)",
    "es": r"(?:la )?proxima (?:reunion|sesion|junta|asamblea)",
    "de": r"(?:der |die |zur )?nachsten? (?:sitzung|besprechung|versammlung|tagung)|(?:beim |zum )?nachsten treffen",
}
"""How a language calls it, folded: lower case, without accents."""
_EITHER = re.compile(r"\b(?:or|ou|oder|oppure|o)\b", re.IGNORECASE)
_MARKS = " :*_#.-–—0123456789()"
_REACH = 4
"""Lines behind a heading that names it, in which its day may stand."""


def at_next_meeting(words: str, document: Document) -> When | None:
    """The interval of words that count from the next meeting; None where they do not, or the document gives no day for it."""
    phrase = _phrase((document.language or "en").split("-")[0])
    plain = " ".join(fold(words).split())
    said = phrase.search(plain) if phrase else None
    found = _day_of(phrase, document) if phrase and said else None
    if said is None or found is None:
        return None
    named, line = found
    deictic = f"{plain[: said.start()]}{named.date.isoformat()}{plain[said.end() :]}"
    when = resolve(deictic, anchor=named.date, language=document.language)
    basis = f"next meeting: {named.words} (line {line})"
    rule = f"{when.rule}, that of the next meeting"
    return when.model_copy(update={"words": words, "anchor": named.date, "anchor_basis": basis, "rule": rule})


def _day_of(phrase: re.Pattern[str], document: Document) -> tuple[Named, int] | None:
    """The one day that the document gives for its next meeting, and the line that names the meeting."""
    found: dict[object, tuple[Named, int]] = {}
    last = len(document.segments)
    for number in range(1, last + 1):
        text = document.line_text(number)
        place = phrase.search(fold(text))
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
def _phrase(language: str) -> re.Pattern[str] | None:
    pattern = _PHRASES.get(language)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None
