"""What the quoted lines bear for a claim: the reading of the line that speaks of it, or that takes on what was asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..ladder import Reading, bearing
from ..lexicon import lexicon, tokens_of
from ..rungs import firm, height
from ..schemas import Strength
from ..stems import shared, stems_of
from .grounds import Grounds, Line

_REACH = 4  # lines between a request and its answer
_SHORT = 8  # words of a sentence that points back: "I'll do that"
_POINTERS = frozenset(("it", "that", "this", "them", "those", "these", "so"))


class Borne(NamedTuple):
    """What the quoted lines bear for the claim, and the line that does."""

    reading: Reading
    line: Line | None


def borne_by(said: str, grounds: Grounds, *, strongest: bool) -> Borne:
    """The reading of the line that speaks of the claim; a later line that points back to it counts for it."""
    language = grounds.index.language
    spoken = stems_of(said)
    found: list[tuple[int, Borne]] = []
    for line in _merged(grounds.lines):
        overlap = len(shared(spoken, stems_of(line.quoted)))
        reading = bearing(said, line.text, language, span=line.span, strongest=strongest)
        found.append((overlap, Borne(reading, line)))
    if not found:
        return Borne(Reading(None), None)
    most = max(overlap for overlap, _ in found)
    telling = [(overlap, one) for overlap, one in found if overlap and (strongest or 2 * overlap >= most)] or list(
        found
    )
    asked = [one.line for overlap, one in telling if one.line and one.reading.strength in (Strength.PROPOSED, None)]
    for _, one in found:
        if (
            one.line
            and any(ask and 0 < one.line.number - ask.number <= _REACH for ask in asked)
            and (answer := _answer(one, asked, language))
        ):
            telling.append((1, answer))
    refused = [one for _, one in telling if one.reading.strength is Strength.DENIED]
    firmest = max((one for _, one in telling), key=lambda one: height(one.reading.strength))
    binding = firm(firmest.reading.strength) or firmest.reading.strength is Strength.CONDITIONAL
    return refused[-1] if refused and not strongest and not binding else firmest


def _merged(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that are quoted in several pieces once."""
    merged: dict[int, Line] = {}
    for line in lines:
        if (known := merged.get(line.number)) is not None:
            line = replace(line, span=(min(known.span[0], line.span[0]), max(known.span[1], line.span[1])))
        merged[line.number] = line
    return list(merged.values())


def _answer(one: Borne, asked: Sequence[Line | None], language: str | None) -> Borne | None:
    """A line that takes on what was asked before: "Yes, tomorrow", "I'll do that"."""
    line = one.line
    if line is None or language is None:
        return None
    tokens = [token.word for token in tokens_of(line.text, language)]
    if (firm(one.reading.strength) or one.reading.strength is Strength.CONDITIONAL) and (
        len(tokens) <= _SHORT or _POINTERS & set(tokens)
    ):
        return one
    words = lexicon(language)
    other = any(ask and (ask.speaker != line.speaker or ask.speaker is None) for ask in asked)
    if other and tokens and words.has("assents", tokens[0]) and one.reading.strength is not Strength.DENIED:
        end = tokens_of(line.text, language)[0].end
        return Borne(Reading(Strength.INTENDS, line.text[:end], 0, end), line)
    return None
