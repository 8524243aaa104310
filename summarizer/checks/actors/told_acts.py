"""The acts of which a line tells, each with its subject: "Ann sends the budget, and Ben books the room"."""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from ...ladder.readings import triggers
from ...words.lexicon import Lexicon, Token, lexicon, tokens_of
from ...words.stems import carries_meaning, stem, stems_of, tells_of_the_past
from ..words import listed

_ACTING = frozenset(("will", "would", "'ll", "'d", "shall", "should", "must", "can", "could", "may", "might", "is", "are", "was", "were", "has", "have", "had"))  # fmt: skip
_JOINTS = frozenset((",", ";", ":", ".", "!", "?", "(", ")", "and", "but", "while", "whereas", "whilst"))
_WITHIN = frozenset(("of", "for", "and", "-", "'s", "&", "/", "."))  # inside the name of an office or a body
_RELATIVE = frozenset(("who", "which", "whose"))
_NO_VERBS = frozenset(("of", "for", "at", "in", "on", "from", "with", "by", "to", "as", "or", "about", "until", "after", "before", "not", "if", "whether", "that", "when"))  # fmt: skip
_BEING = frozenset(("be", "been", "being"))
PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you", "who", "that", "this", "these", "those", "there", "one"))
_SENTENCE_ENDS = ("", ".", "!", "?", ":")
_LONGEST = 7  # tokens of a subject
_NEAR = 3  # tokens from a verb in which "be" stands
_TWO = 2


class Act(NamedTuple):
    """One act of a line."""

    subject: str
    said: str
    """What is done, as far as it stands in one stretch."""
    words: frozenset[str]
    """The stems of what is done."""
    undergone: bool
    """Its subject does not act: "the lease will be signed"."""
    sure: bool
    """Its subject is more than a word with a capital that opens a sentence: "Next week", "Ann writes"."""


def deed_of(said: str) -> str:
    """The stem of the first telling word of what is said to be done."""
    return next((stem(word) for word in said.split() if word[0] not in "'’" and carries_meaning(word)), "")


@lru_cache(maxsize=128)
def acts(text: str, language: str, deed: str = "", *, bound: bool = True) -> tuple[Act, ...]:
    """The acts of a text whose subject is plain: a name or a noun with its article, right before a verb.

    A verb is what the ladder knows (with `bound`, which costs time), an auxiliary, the word whose stem is `deed`, or what follows a name without an article.
    """
    words, tokens = lexicon(language), tokens_of(text, language)
    starts = {one.start for one in triggers(text, language)} if bound else set()
    found: list[Act] = []
    ends: list[Act] = []
    waiting: list[Token] = []  # "Ann, Ben" before "and Cleo will"
    verb = ""
    met: Sequence[Token] = ()  # whom the act before names last
    for joint, chunk in _chunks(tokens):
        at = _verb(chunk, starts, deed, words)
        if (
            met
            and joint == ","
            and chunk[0].word == "who"
            and not all(words.has("reporting", one.word) for one in chunk[1:])
        ):
            found.append(_act(text, met, chunk[1:], deed, set()))  # "Ann thanked Mr Lee, who will retire"
            met = ()
            continue
        if at == 0 and joint.isalpha():
            waiting = []  # "talks with Ann but suggested": the subject is that of the act before
        own = [*waiting, *chunk[:at]] if at is not None else []
        if at is not None and own and not _stands_for_another(own, words):
            bare = at == len(chunk) - 1 and not tells_of_the_past(
                chunk[at].word
            )  # "Norland will send wheat and Sudland timber"
            gapped = (
                {verb} if bare or words.has("determiners", chunk[at].word) else set()
            )  # "Ann will check the lock and Ben the key"
            found.append(_act(text, own, chunk[at:], deed, gapped))
            verb = verb if gapped else next((stem(one.word) for one in chunk[at:] if carries_meaning(one.word)), "")
        elif found:  # what goes on without a subject of its own belongs to the act before
            found[-1] = found[-1]._replace(words=found[-1].words | stems_of(text[chunk[0].start : chunk[-1].end]))
        if at is None and all(_named(token, words) for token in chunk):
            waiting = [*waiting, *chunk]
        elif chunk[0].word not in _RELATIVE:
            waiting = []
        behind = chunk[at + 1 :] if at is not None else []
        met = [*takewhile(lambda token: token.capital or token.word == ".", reversed(behind))][::-1]
        ends.extend(_done_by(text, chunk))
    return (*found, *ends)


def _chunks(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """The stretches between joints, each with the joint before it."""
    chunk: list[Token] = []
    joint = ""
    for at, token in enumerate(tokens):
        inner = token.word == "." and at > 0 and tokens[at - 1].capital and at + 1 < len(tokens)  # "Mr. Lee", "J. Roe"
        told = (
            token.word == "that" and at > 0 and lexicon("en").has("reporting", tokens[at - 1].word)
        )  # "said that Ann"
        if (token.word in _JOINTS or told) and not inner:
            if chunk:
                yield joint, chunk
            chunk, joint = [], token.word
        elif not chunk and token.word == "whom":
            continue  # "whom the Norwegians had suggested"
        elif chunk or (token.word[0].isalnum() and not token.word[0].isdigit()):
            chunk.append(token)
    if chunk:
        yield joint, chunk


def _verb(chunk: Sequence[Token], starts: Set[int], deed: str, words: Lexicon) -> int | None:
    """The place of the verb right behind the subject that opens a stretch."""
    for at, token in enumerate(chunk[:_LONGEST]):
        opening = chunk[:at]
        verb = token.word in _ACTING or token.start in starts or (deed and stem(token.word) == deed)
        if verb and not token.capital:
            if not opening or _subject(opening, words):
                return at
            break
    determined = [at for at, token in enumerate(chunk) if at and words.has("determiners", token.word)]
    named = len(list(takewhile(lambda token: _named(token, words), chunk[: min(determined, default=None)])))
    if (
        named == 0
        or chunk[0].word in _NO_VERBS  # "For Ann's we will"
        or named == len(chunk)
        or not any(token.capital and not words.has("determiners", token.word) for token in chunk[:named])
    ):
        return None
    follows = chunk[named].word
    noted = follows == "to"  # "Ann to write"
    return named if noted or (follows.isalpha() and follows not in _NO_VERBS and len(follows) > _TWO) else None


def _subject(opening: Sequence[Token], words: Lexicon) -> bool:
    first = opening[0]
    plain = all(token.word.isalnum() or token.word in _WITHIN or "-" in token.word for token in opening)
    none = any(token.word in _NO_VERBS and token.word not in _WITHIN for token in opening)
    none = none or any(token.word in ("i", *PRONOUNS) for token in opening[1:])  # "the only reason I am"
    return (
        plain
        and not none
        and not all(words.has("determiners", token.word) for token in opening)
        and (first.capital or words.has("determiners", first.word) or words.has("agents", first.word))
    )


def _named(token: Token, words: Lexicon) -> bool:
    named = token.capital or token.word in _WITHIN or words.has("determiners", token.word)
    return named or words.has("agents", token.word)


def _stands_for_another(own: Sequence[Token], words: Lexicon) -> bool:
    """Whether a subject is a pronoun or a group, which may be the one of the act before, or acts as little as "the problem"
    in "the problem is that it costs too much"."""
    told = [token.word for token in own if token.word != "and"]
    grouped = all(word in PRONOUNS or word in listed("unresolved") for word in told)
    return told != ["i"] and (grouped or words.has("aims", told[-1]))


def _act(text: str, own: Sequence[Token], rest: Sequence[Token], deed: str, gapped: Set[str]) -> Act:
    undergone = any(
        one.word in _BEING and not other.word.endswith("ing")  # "will be taking it over"
        for one, other in zip(rest[:_NEAR], (*rest[1:], rest[-1]), strict=False)
    )
    said = text[rest[0].start : rest[-1].end]
    subject = text[own[0].start : own[-1].end]
    opens = len(own) == 1 and text[: own[0].start].rstrip(" *-•\n")[-1:] in _SENTENCE_ENDS
    sure = not opens or subject == "I" or rest[0].word in (*_ACTING, "to") or stem(rest[0].word) == deed
    return Act(subject, said, stems_of(said) | gapped, undergone, sure)


def _done_by(text: str, chunk: Sequence[Token]) -> Iterator[Act]:
    """What is told from its end: "seconded by Cllr Roe", "carried out by the Board"."""
    for at in range(1, len(chunk) - 1):
        first = at + 1 + lexicon("en").has("determiners", chunk[at + 1].word)
        if chunk[at].word == "by" and first < len(chunk) and chunk[first].capital:
            who = list(takewhile(lambda token: token.capital or token.word in (".", "&"), chunk[first:]))
            verb = at - 1 if at < _TWO or tells_of_the_past(chunk[at - 1].word) else at - _TWO
            verb = verb if tells_of_the_past(chunk[verb].word) else at - 1
            said = text[chunk[verb].start : chunk[at - 1].end]
            yield Act(text[who[0].start : who[-1].end], said, stems_of(said), undergone=False, sure=True)
