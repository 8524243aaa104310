"""Deeds that the words stop, cancel or disown, in English: "agreed to stop financing the militia" is no promise to finance it.

What is stopped is a word with the one behind it (`finance`, `militia`), so that "cancel the debt" says nothing of "debt relief".
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...items import Item
from ...schemas import Part, RejectionReason, Strength
from ...words.closed_classes import BE, words_of
from ...words.lexicon import Token, lexicon, tokens_of
from ...words.stems import alike, carries_meaning, shared, stem, stems_of
from ..fields import Report, is_promise, is_subject, rung_of, texts
from ..grounds import Grounds
from ..words import listed

_RUN = 4  # content words that may be stopped in a row: "stop all direct financing of"
_BACK = 6  # words before "was halted" in which its subject stands
_BE = words_of(BE)
_BEFORE_DEED = frozenset("to will 'll shall would must".split())
_BEFORE_AN_END = frozenset(
    "the my our your his her their its this that either far back front week month year day".split()
)
"""Before "end" where it stops nothing: "on my end", "at week end"."""
_MOST = 0.6  # of a claim's content words, from which it tells what is disowned
_FEW = 2  # words before a negation and what it negates
_SCOPE = r"(?P<said>(?:(?! but | and (?!to\b|that\b))[^.,;:!?\n])+)"
_TOLD = r"(?:claim|report|rumou?r|suggestion|allegation|assertion|story|stories)s?"
_FALSE = r"(?:false|untrue|wrong|incorrect|baseless|unfounded|groundless|invented|made up|not true|not the case)"
_DISOWNED = (
    re.compile(rf"\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing))\b (?:{_TOLD} |the {_TOLD} )?(?:that|having|(?:any |the )?(?:plan|intention)s? to) {_SCOPE}", re.IGNORECASE),
    re.compile(rf"\b(?:dismiss|reject)(?:s|es|ed|ing)?\b (?:the |as {_FALSE} (?:the )?)?{_TOLD} that {_SCOPE}", re.IGNORECASE),
    re.compile(rf"\b{_TOLD} (?:that|of) {_SCOPE} (?:is|are|was|were|proved?) (?:\w+ly )?(?:{_FALSE}|denied)\b", re.IGNORECASE),
    re.compile(rf"\bit (?:is|was) (?:\w+ly )?{_FALSE} that {_SCOPE}", re.IGNORECASE),
)  # fmt: skip


class Deed(NamedTuple):
    """A content word and the next one behind it, as stems; None where there is none before the next mark."""

    done: str
    thing: str | None

    def told_by(self, other: "Deed") -> bool:
        """Whether the other tells the same deed, or less of it."""
        return alike(self.done, other.done) and (
            other.thing is None or (self.thing is not None and alike(self.thing, other.thing))
        )


def check_stopping(item: Item, grounds: Grounds, report: Report) -> None:
    """A claim to do what the words stop, cancel or say to be false; and one to stop what they promise to do."""
    if grounds.index.language != "en" or rung_of(item) is Strength.DENIED:
        return
    lines = [line.text for line in grounds.lines]
    stops = frozenset().union(*map(stopped, lines))
    untrue = any(map(called_untrue, lines))
    opens = is_promise(item)
    for text in texts(item, Part.CLAIM):
        ends = stopped(text.value)
        if not (stops or ends or untrue) or (
            is_subject(item) and not text.optional
        ):  # a topic may name what comes to an end
            continue
        if ends and not stops:
            if not any(map(_turns, lines)) and _met(_done(lines), ends):
                explanation = "The claim stops or avoids what the quoted words say is done."
                report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
        elif not _turns(text.value):
            kept = _done(lines)
            if _met(_deeds(text.value, opens=opens), [one for one in stops if not _met([one], kept)]):
                explanation = "The quoted words stop or avoid what the claim says is done."
                report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
            elif untrue and _disowned(text.value, lines):
                explanation = "The quoted words say that what the claim tells is not so."
                report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


def _done(lines: Sequence[str]) -> list[Deed]:
    return [deed for line in lines for deed in _deeds(line, opens=False)]


def _met(deeds: Iterable[Deed], others: Collection[Deed]) -> bool:
    return any(other.told_by(deed) for deed in deeds for other in others)


@lru_cache(maxsize=512)
def stopped(text: str) -> frozenset[Deed]:
    """What an English text stops: the words behind "stop", "refrain from", and those before "was halted"."""
    return frozenset(_stopped_in(tokens_of(text, "en")))


def _stopped_in(tokens: Sequence[Token]) -> Iterator[Deed]:
    stopping, negators = listed("stopping"), lexicon("en").list("negators")
    for at, token in enumerate(tokens):
        if token.word not in stopping:
            continue
        before = [one.word for one in tokens[max(at - _FEW, 0) : at]]
        if not negators.isdisjoint(before) or (token.word == "end" and before and before[-1] in _BEFORE_AN_END):
            continue
        if before and before[-1] in _BE and token.word.endswith("ed"):
            first = max(at - _BACK, 0)
            yield from _in_a_row(tokens, range(first, at - 1))
            continue
        skipped = listed("before_stopped") | ({"to"} if {"a", "an"} & set(before) else set())  # "an end to"
        first = next((place for place in range(at + 1, len(tokens)) if tokens[place].word not in skipped), len(tokens))
        last = first
        while last < len(tokens) and last - first < _RUN and _tells(tokens[last]):
            last += 1
        yield from _in_a_row(tokens, range(first, last))


def _in_a_row(tokens: Sequence[Token], places: range) -> Iterator[Deed]:
    return (_deed(tokens, place) for place in places if _tells(tokens[place]))


def _deed(tokens: Sequence[Token], at: int) -> Deed:
    """The word at a place, and the next one that tells something."""
    for token in tokens[at + 1 :]:
        if _tells(token):
            return Deed(stem(tokens[at].word), stem(token.word))
        if not token.word[0].isalnum() or lexicon("en").has("breaks", token.word):
            break
    return Deed(stem(tokens[at].word), None)


def _tells(token: Token) -> bool:
    return token.word[0].isalnum() and carries_meaning(token.word)


@lru_cache(maxsize=1024)
def _deeds(text: str, *, opens: bool) -> tuple[Deed, ...]:
    """What a text says is done: the words right behind "to" and "will", and where it `opens` with a verb the first one."""
    tokens = tokens_of(text, "en")
    places = [at + 1 for at, token in enumerate(tokens[:-1]) if token.word in _BEFORE_DEED]
    if opens:
        places.insert(0, 0)
    return tuple(_deed(tokens, at) for at in places if _tells(tokens[at]) and not _no_deed(tokens[at].word))


def _no_deed(word: str) -> bool:
    """Whether a word behind "to" is no verb in its plain form: "an end to drilling"; or does no more than stop another."""
    return (word.endswith("ing") and len(word) > len("bring")) or word in listed("stopping")


def _turns(text: str) -> bool:
    """Whether a text holds any word that negates, stops or leaves something out."""
    return not _turning().isdisjoint(token.word for token in tokens_of(text, "en"))


@lru_cache(maxsize=1)
def _turning() -> frozenset[str]:
    words = lexicon("en")
    return words.list("negators") | words.list("absent") | listed("lacking") | listed("stopping") | listed("disowning")


def _disowned(claim: str, lines: Sequence[str]) -> bool:
    """Whether a line says of what the claim tells that it is not so, and no line says it otherwise."""
    stems = stems_of(claim)
    least = max(_MOST * len(stems), 1)

    def tells(text: str) -> bool:
        return len(shared(stems, stems_of(text))) >= least

    found = False
    for line in lines:
        rest = line
        for one in called_untrue(line):
            found, rest = found or tells(one), rest.replace(one, "")
        if tells(rest):
            return False
    return found


@lru_cache(maxsize=1024)
def called_untrue(line: str) -> tuple[str, ...]:
    """What a line says is not so: "Norway opened the port" in "It was denied that Norway opened the port"."""
    if listed("calling_untrue").isdisjoint(token.word for token in tokens_of(line, "en")):
        return ()
    found = (pattern.search(line) for pattern in _DISOWNED)
    return tuple(one["said"] for one in found if one is not None and not _is_negated(line[: one.start()]))


def _is_negated(before: str) -> bool:
    words = [token.word for token in tokens_of(before, "en")][-_FEW:]
    return not (lexicon("en").list("negators") | listed("nobody")).isdisjoint(words)
