"""Claims that negate what the words affirm, or affirm what they negate: the check `negation`, word by word."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from ..items import Item
from ..ladder import LANGUAGES, read, triggers
from ..lexicon import lexicon, tokens_of
from ..schemas import Part, RejectionReason, Strength
from ..stems import ContentWord, alike, content_words, stem, stems_of
from .borne import Borne
from .fields import Report, of_kind, texts
from .grounds import Grounds
from .words import listed, opposites

_LACKING = ("un", "non")  # how words begin that hold a negation
_REACH_OF_NO = 12  # words after "no" that it may negate
_OPENING = 3  # content words with which a claim says what is done
_STATEMENT = 4  # content words from which a text says something rather than names it


def check_negation(item: Item, grounds: Grounds, borne: Borne, report: Report) -> None:
    """A claim that negates what the words affirm, or affirms what they negate, word by word."""
    language = grounds.index.language
    if language is None or language not in LANGUAGES:
        return
    theirs, unsaid = negated(grounds.whole, language)
    affirmed = grounds.stems[0] - theirs - unsaid
    refused = borne.reading.strength is Strength.DENIED or any(
        one.strength is Strength.DENIED for one in triggers(grounds.whole, language)
    )
    states = of_kind(item, Strength) is None
    for text in texts(item, Part.CLAIM):
        stems = stems_of(text.value)
        ours = frozenset().union(*negated(text.value, language))
        if language == "en" and (pair := _opposed(text.value, grounds.whole)):
            explanation = f'The claim says "{pair[0]}" where the quoted words say "{pair[1]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
        if ours & affirmed and not refused:
            report.against(
                text, "negation", "The claim negates what the quoted words affirm.", RejectionReason.CONTRADICTED
            )
        elif states and len(stems) >= _STATEMENT and stems & theirs and not denies(text.value, language):
            report.against(
                text, "negation", "The claim affirms what the quoted words negate.", RejectionReason.CONTRADICTED
            )
        elif _negates(text.value, language) and not refused and not _lacks(grounds.whole, language):
            report.note("negation", "absent", "The claim negates, and the quoted words hold no negation.")
        elif (ours or stems & theirs) and "negation" not in report.checks:
            report.note("negation", "agrees" if states or ours else "unchecked")


def _negates(text: str, language: str) -> bool:
    """Whether a text holds a plain negation: "not", "never", but not "not only"."""
    words, tokens = lexicon(language), tokens_of(text, language)
    negators, not_negating = words.list("negators"), words.list("not_negating")
    return any(
        one.word in negators and not (at < len(tokens) and tokens[at].word in not_negating)
        for at, one in enumerate(tokens, 1)
    )


def _lacks(text: str, language: str) -> bool:
    """Whether a text holds anything that a negation may sum up."""
    words = lexicon(language)
    lacking = words.list("negators") | words.list("absent") | listed("lacking") | {"without"}
    return any(token.word in lacking or token.word.startswith(_LACKING) for token in tokens_of(text, language))


def _opposed(claim: str, text: str) -> tuple[str, str] | None:
    """A verb of the claim whose opposite the text says of the same thing: "add a label" for "remove the label"."""
    ours, theirs = content_words(claim), content_words(text)
    said, claimed, table = stems_of(text), stems_of(claim), opposites()
    if table.keys().isdisjoint(claimed):
        return None
    for at, word in enumerate(ours):
        others = table.get(word.stem, frozenset()) - claimed
        if not others or word.stem in said:
            continue
        for place, other in enumerate(theirs):
            if other.stem in others and _same_thing(ours, at, theirs, place):
                return claim[word.start : word.end], text[other.start : other.end]
    return None


def _same_thing(ours: Sequence[ContentWord], at: int, theirs: Sequence[ContentWord], place: int) -> bool:
    """Whether the next words, or those before, are of one family."""
    after = ours[at + 1 : at + 2], theirs[place + 1 : place + 2]
    before = ours[max(at - 1, 0) : at], theirs[max(place - 1, 0) : place]
    return any(alike(one.stem, other.stem) for mine, yours in (after, before) for one in mine for other in yours)


@lru_cache(maxsize=1024)
def negated(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems right after a negation (`fixed` in "is not yet fixed"), and those in the reach of "no" or "without"."""
    words = lexicon(language)
    tokens = tokens_of(text, language)
    denied: set[str] = set()
    unsaid: set[str] = set()
    negators, absent = words.list("negators"), words.list("absent")
    for at, token in enumerate(tokens):
        direct = token.word in negators
        if not (direct or token.word in absent or token.word == "without"):
            continue
        if at + 1 < len(tokens) and words.has("not_negating", tokens[at + 1].word):
            continue
        reach = takewhile(
            lambda one: one.word[0].isalnum() and not words.has("breaks", one.word), tokens[at + 1 : at + _REACH_OF_NO]
        )
        telling = [
            stem(one.word)
            for one in reach
            if stems_of(one.word) and not words.has("auxiliaries", one.word) and not words.has("skipped", one.word)
        ]
        if direct:
            denied.update(telling[:1])
        else:
            unsaid.update(telling)
    return frozenset(denied), frozenset(unsaid)


def opens_negated(said: str, language: str | None) -> bool:
    """Whether what is said to be done is itself negated: "not raise the quota", "keep nothing"."""
    if language is None:
        return False
    opening = [word.stem for word in content_words(said)[:_OPENING]]
    denied, unsaid = negated(said, language)
    return bool((denied | unsaid) & set(opening)) or read(said, language).strength is Strength.DENIED


def denies(text: str, language: str | None) -> bool:
    """Whether a text holds a word that negates or refuses."""
    if language not in LANGUAGES or language is None:
        return False
    words = lexicon(language)
    negations = words.list("negators") | words.list("absent")
    if any(token.word in negations for token in tokens_of(text, language)):
        return True
    return any(one.strength is Strength.DENIED or one.negated for one in triggers(text, language))
