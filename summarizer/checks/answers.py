"""Lines that settle what another line only asks for, foretells or offers: a refusal, an acceptance, a word given."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..ladder import Reading, offer, readings
from ..lexicon import lexicon, tokens_of
from ..rungs import firm
from ..schemas import Strength
from ..stems import content_words, family, folded, shared, stems_of
from .grounds import Line
from .words import listed

REACH = 4  # lines between a request and its answer
_MARKS = ",.;:?!()"
_BARE_NO = 3  # tokens of a line that is no more than a refusal: "No, Chair"
_PAPER = 4  # words after "under" in which the paper is named
_FUTURE = frozenset(("will", "'ll", "shall", "would", "'d", "going"))


class Settled(NamedTuple):
    """What settles a claim, and the line where it stands."""

    reading: Reading
    line: Line | None


def reached(asked: Sequence[Line], lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that may answer one of `asked`: near it, or near a quoted line that is."""
    found = {one.number for one in asked}
    for line in sorted(lines, key=lambda one: one.number):
        if any(0 < line.number - number <= REACH for number in found):
            found.add(line.number)
    return {number for number in found if any(one.number < number for one in asked)}


def refusal(said: str, reading: Reading, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted clause that refuses what another asks for: "We can't", "He said that it would not", "No"."""
    if firm(reading.strength) or reading.strength is Strength.CONDITIONAL:
        return None  # what is promised is not refused by a "no" somewhere else
    spoken = stems_of(said)
    about = [line for line in lines if shared(spoken, stems_of(line.quoted))]
    near = reached(about, lines) | {line.number for line in about}
    for line in lines:
        if line.number not in near:
            continue
        for one in _quoted(line, language):
            if one.strength is Strength.DENIED and _adds_nothing(line.text, one, spoken, before=False):
                return Settled(one, line)
        if any(ask.number < line.number and ask.speaker != line.speaker for ask in about) and (
            word := _bare_no(line, language)
        ):
            return Settled(word, line)
    return None


def acceptance(said: str, reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted clause that accepts what another asks for: "the invitation was accepted", "she agreed"."""
    if line is None or not _asks(reading, line):
        return None
    spoken = stems_of(said)
    near = reached([line], lines) | {line.number}
    for other in lines:
        for one in _quoted(other, language) if other.number in near else ():
            later = other.number > line.number or (other == line and (one.start or 0) > (reading.end or 0))
            if later and one.strength is Strength.AGREED and _adds_nothing(other.text, one, spoken):
                return Settled(one, other)
    return None


def word_given(said: str, reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted line in which a speaker vouches for what the line beside it says will be: "You have my word"."""
    if line is None or not reading.words or _FUTURE.isdisjoint(_words(reading.words, language)):
        return None
    spoken = stems_of(said)
    for other in lines:
        if other.speaker != line.speaker or not -1 <= other.number - line.number <= REACH or other == line:
            continue
        for one in _quoted(other, language):
            if one.strength is Strength.UNDERTOOK and _adds_nothing(other.text, one, spoken):
                return Settled(one, other)
    return None


def offered(said: str, lines: Sequence[Line], language: str) -> Settled | None:
    """The quoted line that offers a figure on a condition without a verb for it: "3 % from May, if you sign"."""
    for line in lines:
        if (reading := offer(said, line.quoted, language)) is not None:
            begin = line.span[0]
            return Settled(reading._replace(start=begin + (reading.start or 0), end=begin + (reading.end or 0)), line)
    return None


def under_a_signed_paper(reading: Reading, line: Line | None, lines: Sequence[Line], language: str) -> Settled | None:
    """What a party does by a paper that another quoted line says was signed: "Under the Agreement, Malta will build it"."""
    words = lexicon(language)
    if line is None or not words.lists.get("under"):
        return None
    told = [token.word for token in tokens_of(line.text, language)]
    papers = words.list("documents")
    named = any(
        one in words.list("under") and not papers.isdisjoint(told[at : at + _PAPER]) for at, one in enumerate(told)
    )
    provides = any(
        one in words.list("providing") and (told[at - 1] in papers or told[at - 1] == "it")
        for at, one in enumerate(told)
    )
    if not (named and firm(reading.strength)) and not provides:
        return None
    for other in lines:
        for one in _quoted(other, language):
            if (
                one.strength is Strength.SIGNED
                and other != line
                and not papers.isdisjoint(_words(other.text, language))
            ):
                return Settled(reading._replace(strength=Strength.SIGNED, words=reading.words or one.words), line)
    return None


def _asks(reading: Reading, line: Line) -> bool:
    asking = (reading.words or "").lower().startswith("ask")
    return reading.strength is Strength.PROPOSED or asking or line.text.rstrip().endswith("?")


def _quoted(line: Line, language: str) -> Iterator[Reading]:
    """What the quoted part of a line bears, clause by clause."""
    first, last = line.span
    for one in readings(line.text, language):
        if one.start is not None and first <= one.start < last:
            yield one


def _adds_nothing(text: str, one: Reading, spoken: frozenset[str], *, before: bool = True) -> bool:
    """Whether the clause speaks of nothing but what the claim does; `before`: what stands before the trigger counts too."""
    start, end = one.start or 0, one.end or 0
    begin = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1 if before else end
    closing = end - 1 if text[end - 1] in _MARKS else end  # "said no."
    close = min((at for mark in _MARKS if (at := text.find(mark, closing)) >= 0), default=len(text))
    families = {family(stem) for stem in spoken}
    return all(
        family(word.stem) in families
        or text[begin + word.start].isupper()
        or folded(text[begin + word.start : begin + word.end]) in listed("courtesies")
        or start <= begin + word.start < end
        for word in content_words(text[begin:close])
    )


def _bare_no(line: Line, language: str) -> Reading | None:
    """A line that is "No", or opens so and says no more than whom it answers."""
    tokens = tokens_of(line.quoted, language)
    worded = [token for token in tokens if token.word[0].isalnum()]
    if worded and worded[0].word in listed("refusing") and (len(worded) < _BARE_NO):
        first, last = worded[0].start + line.span[0], worded[0].end + line.span[0]
        return Reading(Strength.DENIED, line.text[first:last], first, last)
    return None


def _words(text: str, language: str) -> frozenset[str]:
    return frozenset(token.word for token in tokens_of(text, language))


def assents(line: Line, language: str) -> bool:
    """Whether a line says yes: "Yes, I'll do that", "I'll ask him, yes", "We will, Chair"."""
    words, tokens = lexicon(language), tokens_of(line.text, language)
    if tokens and words.has("assents", tokens[0].word):
        return True
    told = [token.word for token in tokens if token.word[0].isalnum()]
    closing = [one.word for one in tokens if one.word[0].isalnum() or one.word == ","]
    echoed = len(told) <= _BARE_NO and len(told) > 1 and told[1] in ("will", "shall")
    return echoed or (len(closing) > 1 and closing[-2] == "," and words.has("assents", closing[-1]))
