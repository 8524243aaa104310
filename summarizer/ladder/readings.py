"""What a text bears as a whole, and the words of the ladder in it.

A reading goes by the trigger words of `ladder.toml` and by what the sentence does to them. It tells
what the words bear, never more: what was agreed before the meeting, what is foretold, asked, hoped
for or only discussed binds nobody. A commitment restated ("reaffirmed its commitment to") is
`intends`: it says that a will is still there, and adds nothing new. A wish that is shared ("agreed on
the need to") is `proposed`.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ..mood.sentence import Found, after
from ..schemas import Strength
from ..words.rungs import firm, height
from .sentences import sentences_of, stretches

_NEGATED_FROM = 4  # words before a trigger in which its negation is shown with it


class Trigger(NamedTuple):
    """Words that reach a rung, at `text[start:end]`. `strength` is what they reach here, before negation."""

    start: int
    end: int
    words: str
    strength: Strength
    negated: bool


class Reading(NamedTuple):
    """What a text bears: the rung, the words that reach it at `text[start:end]`, and what it hangs on.

    `strength` is None where no word of the ladder stands, or the language has no lexicon.
    """

    strength: Strength | None
    words: str | None = None
    start: int | None = None
    end: int | None = None
    condition: str | None = None


@lru_cache(maxsize=256)
def triggers(text: str, language: str | None = "en") -> tuple[Trigger, ...]:
    """The words of the ladder in a text, in order."""
    return tuple(one for offset, part in stretches(text, language) for one in _triggers(part, language, offset))


def _triggers(text: str, language: str | None, offset: int) -> Iterator[Trigger]:
    for _, found in sentences_of(text, language):
        for one in found:
            start, end = one.span
            yield Trigger(offset + start, offset + end, _words(text, one), _unnegated(one), one.negation != "none")


def readings(text: str, language: str | None = "en") -> tuple[Reading, ...]:
    """What the text bears in each of its clauses, in order: the readings of all phrases that stand under no others."""
    return heads(text, language)


def read(text: str, language: str | None = "en") -> Reading:
    """What the text bears as a whole: its firmest words that stand under no others."""
    return max(heads(text, language), key=firmness, default=Reading(None))


@lru_cache(maxsize=512)
def heads(text: str, language: str | None) -> tuple[Reading, ...]:
    """The readings of all phrases that stand under no others."""
    sentences = sentences_of(text, language)
    return tuple(reading_of(text, one) for _, found in sentences for one in found if one.governor is None)


def reading_of(text: str, one: Found, place: int | None = None) -> Reading:
    """What a phrase bears; `place` is where the word stands that it is asked for."""
    strength = one.borne()
    chain = list(_chain(one))
    limited = next((outer for outer in chain if outer.condition is not None), None)
    if limited is not None and place is not None and _of_second_act(limited, place):
        limited = None
    condition = None
    if limited is not None and limited.condition is not None:
        first, last = limited.condition
        tokens = limited.sentence.tokens
        condition = text[tokens[first].start : tokens[last - 1].end]
    shown = next((outer for outer in chain if after(outer.strength, outer.negation) is strength), one)
    offered = strength is Strength.PROPOSED and shown.sentence.any_in_list(
        "offers", shown.first, shown.last
    )  # "offered 3 %, if"
    if limited is not None and (offered or firm(strength) or (strength is Strength.DENIED and limited.unless)):
        strength = Strength.CONDITIONAL
    return Reading(strength, _words(text, shown), *shown.span, condition)


def _of_second_act(one: Found, place: int) -> bool:
    """Whether a condition limits only what follows it: "will call both and, if there is need, find a room"."""
    if one.condition is None:
        return False
    (first, last), sentence = one.condition, one.sentence
    joint = first - 2 if sentence.word(first - 1) == "," else first - 1
    joined = sentence.word(joint) in ("and", "but") and sentence.word(last) == ","
    return joined and place < sentence.tokens[joint].start


def _chain(one: Found | None) -> Iterator[Found]:
    while one is not None:
        yield one
        one = one.governor


def _unnegated(one: Found) -> Strength:
    return one.borne() if one.negation == "none" else replace(one, negation="none").borne()


def _words(text: str, one: Found) -> str:
    """The trigger as it stands, with the word that negates it."""
    first, last, sentence = one.first, one.last, one.sentence
    if one.negation != "none":
        while sentence.negates(last):
            last += 1
        near = range(first - 1, max(first - _NEGATED_FROM, 0) - 1, -1)
        first = next((at for at in near if sentence.negates(at)), first)
    return text[sentence.tokens[first].start : sentence.tokens[last - 1].end]


def firmness(reading: Reading) -> float:
    return height(reading.strength)
