"""Claims that negate what the words affirm, or affirm what they negate: the check `negation`, word by word."""

from itertools import takewhile

from ..items import Item
from ..ladder import LANGUAGES, read, triggers
from ..lexicon import lexicon, tokens_of
from ..schemas import Part, RejectionReason, Strength
from ..stems import content_words, stem
from .borne import Borne
from .fields import Report, of_kind, texts
from .grounds import Grounds

_REACH_OF_NO = 12  # words after "no" that it may negate
_OPENING = 3  # content words with which a claim says what is done
_STATEMENT = 4  # content words from which a text says something rather than names it


def check_negation(item: Item, grounds: Grounds, borne: Borne, report: Report) -> None:
    """A claim that negates what the words affirm, or affirms what they negate, word by word."""
    language = grounds.index.language
    if language is None or language not in LANGUAGES:
        return
    theirs, unsaid = negated(grounds.whole, language)
    affirmed = {word.stem for word in content_words(grounds.whole)} - theirs - unsaid
    refused = borne.reading.strength is Strength.DENIED or any(
        one.strength is Strength.DENIED for one in triggers(grounds.whole, language)
    )
    states = of_kind(item, Strength) is None
    for text in texts(item, Part.CLAIM):
        stems = {word.stem for word in content_words(text.value)}
        ours = set.union(*negated(text.value, language))
        if ours & affirmed and not refused:
            report.against(
                text, "negation", "The claim negates what the quoted words affirm.", RejectionReason.CONTRADICTED
            )
        elif states and len(stems) >= _STATEMENT and stems & theirs and not denies(text.value, language):
            report.against(
                text, "negation", "The claim affirms what the quoted words negate.", RejectionReason.CONTRADICTED
            )
        elif (ours or stems & theirs) and "negation" not in report.checks:
            report.note("negation", "agrees" if states or ours else "unchecked")


def negated(text: str, language: str) -> tuple[set[str], set[str]]:
    """Stems right after a negation (`fixed` in "is not yet fixed"), and those in the reach of "no" or "without"."""
    words = lexicon(language)
    tokens = tokens_of(text, language)
    denied: set[str] = set()
    unsaid: set[str] = set()
    for at, token in enumerate(tokens):
        direct = words.has("negators", token.word)
        if not (direct or words.has("absent", token.word) or token.word == "without"):
            continue
        if at + 1 < len(tokens) and words.has("not_negating", tokens[at + 1].word):
            continue
        reach = takewhile(
            lambda one: one.word[0].isalnum() and not words.has("breaks", one.word), tokens[at + 1 : at + _REACH_OF_NO]
        )
        telling = [
            stem(one.word)
            for one in reach
            if content_words(one.word) and not words.has("auxiliaries", one.word) and not words.has("skipped", one.word)
        ]
        if direct:
            denied.update(telling[:1])
        else:
            unsaid.update(telling)
    return denied, unsaid


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
    tokens = [token.word for token in tokens_of(text, language)]
    if any(words.has("negators", word) or words.has("absent", word) for word in tokens):
        return True
    return any(one.strength is Strength.DENIED or one.negated for one in triggers(text, language))
