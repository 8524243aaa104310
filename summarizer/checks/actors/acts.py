"""Who does what in a line that tells of several acts: "Ann sends the budget, and Ben books the room"."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from ...items import Item
from ...ladder.readings import triggers
from ...lexicon import Lexicon, Token, lexicon, tokens_of
from ...schemas import Part, RejectionReason
from ...stems import carries_meaning, stem, stems_of, tells_of_the_past
from ..fields import Report, is_promise, is_subject, texts
from ..grounds import Grounds
from ..proper import known, shares_name
from ..words import listed

_ACTING = frozenset(("will", "would", "'ll", "'d", "shall", "should", "must", "can", "could", "may", "might", "is", "are", "was", "were", "has", "have", "had"))  # fmt: skip
_JOINTS = frozenset((",", ";", ":", ".", "!", "?", "(", ")", "and", "but", "while", "whereas", "whilst"))
_WITHIN = frozenset(("of", "for", "and", "-", "'s", "&", "/", "."))  # inside the name of an office or a body
_RELATIVE = frozenset(("who", "which", "whose"))
_NO_VERBS = frozenset(("of", "for", "at", "in", "on", "from", "with", "by", "to", "as", "or", "about", "until", "after", "before", "not", "if", "whether", "that", "when"))  # fmt: skip
_BEING = frozenset(("be", "been", "being"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "you", "who", "that", "this", "these", "those", "there", "one"))
_SEVERAL_ACTS = re.compile(
    r"(?:[,;]|[.!?:] |\b(?:and|but|while|whereas|whilst|by|that)\b) ?(?:[A-Z]|[Tt]he |an? |our |their |his |her )"
)
"""A text in which one act may be told beside another: a joint, and behind it a name or a noun with its article."""
_SENTENCE_ENDS = ("", ".", "!", "?", ":")
_LONGEST = 7  # tokens of a subject
_NEAR = 3  # tokens from a verb in which "be" stands
_SEVERAL = 2
_LITTLE = 3  # times that the words of one act outnumber those of another


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


def told_of(name: str, said: str, text: str, language: str | None, speaker: str | None = None) -> str | None:
    """The subject of the one act in a text that a claim speaks of; None where it is not plain which that is.

    Where it is not `name`, it is only given if `name` is the subject of another act there; where no other act has a plain
    subject, only if it is `name`. "I" is the speaker.
    """
    if language != "en":
        return None  # where a subject stands is known of English only
    ours = stems_of(said) - stems_of(name)
    if not _SEVERAL_ACTS.search(text) or not ours or ours.isdisjoint(stems_of(text)):
        return None
    deed = _deed(said)
    if len(found := acts(text, language, deed)) < _SEVERAL:
        return next((act.subject for act in found if _does(act, deed) and shares_name(name, act.subject)), None)
    found = tuple(_spoken_by(act, speaker) for act in found)
    found = tuple(act for act in found if not _undergoes(act, ours)) or found
    best = max(found, key=lambda act: len(ours & act.words))
    met = ours & best.words
    rivals = [act for act in found if act is not best and not ours & act.words < met]
    if _SEVERAL * len(met) < len(ours) or any(
        deed not in met or not _hardly(ours & act.words, met, deed) for act in rivals
    ):
        return None
    if shares_name(name, best.subject):
        return best.subject
    elsewhere = any(shares_name(name, act.subject) and not act.undergone for act in found)
    of_it = best.undergone or not best.sure or ours & stems_of(best.subject) or best.words & stems_of(name)
    return best.subject if elsewhere and not of_it else None


def _hardly(held: Set[str], met: Set[str], deed: str) -> bool:
    """Whether an act shares little with a claim beside the one that has its verb and most of its words."""
    return deed not in held and _LITTLE * len(held) <= len(met)


def _does(act: Act, deed: str) -> bool:
    """Whether the verb of an act is that deed; in "Ann said that Ben will pay" it is not what Ann does."""
    return not act.undergone and _deed(act.said) == deed


def _undergoes(act: Act, ours: Set[str]) -> bool:
    """Whether the subject of an act is the thing that is done, which the claim names: "the audit" in "was commissioned by"."""
    opening = act.said.split()[:1]
    return opening[0] in ("is", "are", "was", "were") and not stems_of(act.subject).isdisjoint(ours)


def check_acts(item: Item, grounds: Grounds, report: Report) -> None:
    """What a statement tells of somebody must not be told of somebody else, of whom the line beside it tells another act."""
    language = grounds.index.language
    if language != "en" or is_promise(item):
        return
    lines = [(line.text, line.speaker) for line in grounds.lines if _SEVERAL_ACTS.search(line.text)]
    if len(grounds.merged) > 1 and all(line.speaker is None for line in grounds.merged):
        lines.append(("\n".join(line.text for line in grounds.merged), None))
    for text in list(texts(item, Part.CLAIM)) if grounds.lines else ():
        if is_subject(item) and not text.optional:
            continue  # "British mediation" is no act
        for act in (act for act in acts(text.value, language, bound=False) if act.subject != "I"):
            if (other := _only_of(act, text.value, grounds)) is not None:
                report.note("actor", "absent", f'The quoted words say it of "{other}".')
            for line, speaker in lines:
                told = told_of(act.subject, act.said, line, language, speaker)
                if told is not None and not shares_name(act.subject, told):
                    explanation = f'The quoted words tell of "{told}" what the claim tells of "{act.subject}".'
                    report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)


def _only_of(act: Act, text: str, grounds: Grounds) -> str | None:
    """Another of whom a quoted line tells the act, where none tells it of the subject of the claim: "Ann uses it" of Ben, also
    where Ben is who says so."""
    deed, named = _deed(act.said), is_name(act.subject)
    beside = any(shares_name(act.subject, line.text) for line in grounds.lines)
    if not known(act.subject, grounds) if named else not stems_of(act.subject).isdisjoint(grounds.stems):
        return None
    told = [
        [_spoken_by(one, line.speaker) for one in acts(line.text, "en", deed) if _does(one, deed)]
        for line in grounds.lines
    ]
    if any(shares_name(act.subject, one.subject) for found in told for one in found):
        return None
    for other in (found[0] for found in told if len(found) == 1 and found[0].sure):
        plain = is_name(other.subject) or not named
        same = _SEVERAL * len(act.words & other.words) > len(act.words)
        if plain and same and (_whom(other, act, text) or (named and not beside)):
            return other.subject
    return None


def _spoken_by(act: Act, speaker: str | None) -> Act:
    """An act with its speaker in the place of "I"."""
    is_own = speaker is not None and act.subject.split()[-1] == "I"
    return act._replace(subject=speaker) if is_own and speaker is not None else act


def _whom(told: Act, act: Act, text: str) -> bool:
    """Whether the claim names who acts in the quoted words, as another than who acts in it: "A shared it with B" of B."""
    rest = text.replace(act.subject, " ")
    return bool(stems_of(told.subject)) and not stems_of(told.subject).isdisjoint(
        stems_of(rest) - stems_of(act.subject)
    )


def is_name(subject: str) -> bool:
    """Whether a subject is one name and no office."""
    words = subject.split()
    return all(word[0].isupper() for word in words) and listed("titles").isdisjoint(subject.lower().split())


def _deed(said: str) -> str:
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
    for joint, chunk in _chunks(tokens):
        at = _verb(chunk, starts, deed, words)
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
    return named if noted or (follows.isalpha() and follows not in _NO_VERBS and len(follows) > _SEVERAL) else None


def _subject(opening: Sequence[Token], words: Lexicon) -> bool:
    first = opening[0]
    plain = all(token.word.isalnum() or token.word in _WITHIN or "-" in token.word for token in opening)
    none = any(token.word in _NO_VERBS and token.word not in _WITHIN for token in opening)
    none = none or any(token.word in ("i", *_PRONOUNS) for token in opening[1:])  # "the only reason I am"
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
    grouped = all(word in _PRONOUNS or word in listed("unresolved") for word in told)
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
            verb = at - 1 if at < _SEVERAL or tells_of_the_past(chunk[at - 1].word) else at - _SEVERAL
            verb = verb if tells_of_the_past(chunk[verb].word) else at - 1
            said = text[chunk[verb].start : chunk[at - 1].end]
            yield Act(text[who[0].start : who[-1].end], said, stems_of(said), undergone=False, sure=True)
