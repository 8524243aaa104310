"""Lines that refuse what another line asks for: "We can't", "No", "There will be none", "It would stay in force"."""

import re
from collections.abc import Sequence

from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.lexicon import tokens_of
from ...words.rungs import firm
from ...words.stems import shared, stems_of
from ..grounds import Borne, Line
from ..words import listed
from .answers import BARE, MARKS, adds_nothing, quoted, reached

_PLAIN_NO = re.compile(
    r"(?:\bcould(?: not|n't)|(?:\bnot|n't)(?: be)? possible|out of the question|afraid not|(?:answer|reply) (?:was|is) no"
    r"|^\W*not (?:today|tonight|now|me|us|from (?:me|us)|this (?:week|month|year|time))|(?:rather|prefer) not|(?:absolutely|certainly|definitely) not|in the negative|\bno)\b",
    re.IGNORECASE,
)
_THERE_IS_NONE = re.compile(r"\bthere (?:will|would|['’]ll) be no (?P<what>[\w-]+)", re.IGNORECASE)
_KEPT = re.compile(
    r"\b(?:will|would|['’]ll|shall|must|(?:is|are|was|were|has|have|had) to) (?:\w+ ){0,2}?"
    r"(?:be (?:maintained|kept|retained|upheld|left)|stay|remain|stand|continue to apply)\b",
    re.IGNORECASE,
)
_REMOVED = re.compile(
    r"\b(?:remov|lift|abol|drop|scrap|withdraw|withdrew|chang|reduc|lower|cut|cancel|repeal|waiv|reliev|relax|end(?:ed|ing)?\b)\w*",
    re.IGNORECASE,
)
_STANDING_FOR = re.compile(r"\b(?:it|they|that|this|these|those)\W*\Z", re.IGNORECASE)


def refusal(said: str, reading: Reading, lines: Sequence[Line], language: str) -> Borne | None:
    """The quoted clause that refuses what another asks for: "We can't", "He said that it would not", "No"."""
    spoken = stems_of(said)
    if firm(reading.strength) or reading.strength is Strength.CONDITIONAL:
        return _refused_first(lines[0], spoken, language)
    about = [line for line in lines if shared(spoken, stems_of(line.quoted))]
    near = reached(about, lines) | {line.number for line in about}
    for line in lines:
        if line.number not in near:
            continue
        for one in quoted(line, language):
            if one.strength is Strength.DENIED and adds_nothing(line.text, one, spoken, before=False):
                return Borne(one, line)
        if (none := _THERE_IS_NONE.search(line.quoted)) is not None and shared(spoken, stems_of(none["what"])):
            start = line.span[0] + none.start()
            return Borne(Reading(Strength.DENIED, none[0], start, start + len(none[0])), line)
        before = [ask for ask in about if ask.number < line.number]
        if before and (word := _plain_no(line, spoken)):
            return Borne(word, line)
        if any(ask.speaker != line.speaker for ask in before) and (word := _bare_no(line, language)):
            return Borne(word, line)
    return None


def kept(said: str, lines: Sequence[Line]) -> Borne | None:
    """The quoted clause by which stays what another quoted clause asks to remove: "the toll would be maintained"."""
    removed = _REMOVED.match(said)
    if removed is None:
        return None
    things = stems_of(said) - stems_of(removed[0])
    for line in lines:
        for found in _KEPT.finditer(line.text, *line.span):
            before = line.text[line.span[0] : found.start()]
            clause = before[max((before.rfind(mark) for mark in MARKS), default=-1) + 1 :]
            if not (_STANDING_FOR.search(clause) or shared(things, stems_of(clause))):
                continue
            asked = [before, *(other.quoted for other in lines if other.number < line.number)]
            if any(_REMOVED.search(text) and shared(things, stems_of(text)) for text in asked):
                return Borne(Reading(Strength.DENIED, found[0], *found.span()), line)
    return None


def refused_in_the_quote(said: str, reading: Reading, line: Line | None, language: str) -> Borne | None:
    """The quoted clause that refuses, where what binds stands beside it in the same line, about something else."""
    if line is None or reading.start is None or line.span[0] <= reading.start < line.span[1]:
        return None
    return _refused_first(line, stems_of(said), language)


def _refused_first(line: Line, spoken: frozenset[str], language: str) -> Borne | None:
    """A refusal of what the claim speaks of, and of nothing else, that is quoted first: "Ten I can't do".

    What is promised is not refused by a "no" somewhere else.
    """
    found = list(quoted(line, language))
    denied = next((one for one in found if one.strength is Strength.DENIED), None)
    if denied is None or any(firm(one.strength) or one.strength is Strength.CONDITIONAL for one in found):
        return None
    return Borne(denied, line) if adds_nothing(line.text, denied, spoken) else None


def _bare_no(line: Line, language: str) -> Reading | None:
    """A line that is "No", or opens so and says no more than whom it answers."""
    tokens = tokens_of(line.quoted, language)
    worded = [token for token in tokens if token.word[0].isalnum()]
    alone = len(worded) < BARE and all(token.capital for token in worded[1:])  # "No, Chair", not "No idea"
    if alone and worded and worded[0].word in listed("refusing"):
        first, last = worded[0].start + line.span[0], worded[0].end + line.span[0]
        return Reading(Strength.DENIED, line.text[first:last], first, last)
    return None


def _plain_no(line: Line, spoken: frozenset[str]) -> Reading | None:
    """Other wordings that refuse what was asked just before, and speak of nothing else: "I'm afraid not"."""
    for match in _PLAIN_NO.finditer(line.text, *line.span):
        one = Reading(Strength.DENIED, match[0], *match.span())
        closes = match[0].lower() != "no" or not any(map(str.isalnum, line.text[match.end() :]))
        if closes and adds_nothing(line.text, one, spoken, before=False):
            return one
    return None
