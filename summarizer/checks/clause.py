"""The clause of the words that bind: who acts in it, and who is reported to say so."""

from collections.abc import Sequence
from typing import NamedTuple

from ..lexicon import Lexicon, Token, lexicon, tokens_of
from .borne import Borne

_SINGULAR = frozenset(("i", "me", "my", "'m"))
_PLURAL = frozenset(("we", "us", "our"))
_SECOND = frozenset(("you",))
_THIRD = frozenset(("he", "she", "they", "it", "who", "which"))
_NEAR = 3  # words before a trigger in which its subject may be a pronoun
_THAT_WITHIN = 8  # words after "told" in which "that" may open what was told
_LONGEST_SOURCE = 9  # words of a phrase that names who says something
_TRAILING = 4  # tokens from the end in which "said" stands in "..., the minister said on Friday."


class Clause(NamedTuple):
    """The words around the trigger that binds."""

    subject: str
    """What stands before it in its own clause."""
    source: str
    """Who is reported to say so; empty where nobody is."""
    after: str
    person: str
    """`singular` or `plural` for a first person, `second` for "you", `third` for another pronoun, else empty."""
    certain: bool
    """The subject ends right before the trigger, in a name or a noun for somebody."""
    labelled: bool
    """The line opens with its trigger, such as ACTION, and has no subject."""


def clause_of(borne: Borne, language: str | None) -> Clause | None:
    """The clause of the words that bear a claim; None where there are none, or the language has no word lists."""
    reading, line = borne
    if line is None or reading.start is None or reading.end is None or language is None:
        return None
    words = lexicon(language)
    if not words.lists.get("agents"):  # where the subject stands is known of English only
        return None
    tokens = tokens_of(line.text, language)
    first = next((at for at, token in enumerate(tokens) if token.start >= reading.start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= reading.end), len(tokens))
    source, start = _source(tokens, _opening(tokens, first), first, words)
    if source is None:
        source = _trailing_source(tokens, last, words)
    subject = _slice(line.text, tokens, start, first)
    return Clause(
        subject=subject,
        source=_slice(line.text, tokens, *source) if source else "",
        after=_slice(line.text, tokens, last, len(tokens)),
        person=_person(tokens, start, first, last),
        certain=_certain(tokens, start, first, words),
        labelled=not any(one.isalnum() for one in subject),
    )


def _opening(tokens: Sequence[Token], first: int) -> int:
    """Where the sentence of the trigger begins."""
    ends = (at + 1 for at in range(first - 1) if tokens[at].word in (".", "?", "!", ";") and tokens[at + 1].capital)
    return max(ends, default=0)


def _source(tokens: Sequence[Token], begin: int, first: int, words: Lexicon) -> tuple[tuple[int, int] | None, int]:
    """The tokens that name the source of a report, and the place where the reported clause begins."""
    for at in range(first - 1, begin - 1, -1):
        if not words.has("reporting", tokens[at].word):
            continue
        if tokens[at].word == "according":
            comma = next((place for place in range(at, first) if tokens[place].word == ","), at)
            return (at + 2, comma), comma + 1
        that = (place + 1 for place in range(at + 1, min(at + _THAT_WITHIN, first)) if tokens[place].word == "that")
        return (begin, at), max(that, default=at + 1)
    return None, begin


def _trailing_source(tokens: Sequence[Token], last: int, words: Lexicon) -> tuple[int, int] | None:
    """The source that stands last: "..., the minister said"."""
    for at in range(len(tokens) - 1, max(len(tokens) - _TRAILING, last), -1):
        if words.has("reporting", tokens[at].word):
            comma = next((place for place in range(at - 1, last - 1, -1) if tokens[place].word == ","), at)
            relative = any(words.has("relatives", tokens[place].word) for place in range(comma, at))
            return None if relative or at - comma > _LONGEST_SOURCE else (comma + 1, at)
    return None


def _person(tokens: Sequence[Token], start: int, first: int, last: int) -> str:
    near = {token.word for token in tokens[max(start, first - _NEAR + 1) : last]}
    if near & _SINGULAR:
        return "singular"
    if near & _PLURAL:
        return "plural"
    if {token.word for token in tokens[max(start, first - _NEAR) : first]} & _SECOND:
        return "second"
    return "third" if {token.word for token in tokens[max(start, first - _NEAR) : first]} & _THIRD else ""


def _certain(tokens: Sequence[Token], start: int, first: int, words: Lexicon) -> bool:
    head = first - 1
    while (
        head > start
        and tokens[head].word != ","
        and (words.has("skipped", tokens[head].word) or words.has("auxiliaries", tokens[head].word))
    ):
        head -= 1
    handle = head > start and tokens[head - 1].word == "@"
    return head >= start and (handle or tokens[head].capital or words.has("agents", tokens[head].word))


def _slice(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end] if first < last else ""
