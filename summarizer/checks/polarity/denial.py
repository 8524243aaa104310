"""Words that negate or refuse, and what they negate."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from ...ladder.readings import read, triggers
from ...ladder.sentences import LANGUAGES
from ...schemas import Strength
from ...words.lexicon import Lexicon, lexicon, words_in
from ...words.scripts import folded
from ...words.stems import content_words, shared, stem, stems_of
from ..words import listed

_PREFIXES = frozenset(("re", "co", "pre", "de", "out", "over", "under"))
_REACH_OF_NO = 12  # words after "no" that it may negate
_SUBJECT_AND_VERB = 2  # content words behind "neither" or "nobody" that it may negate: "neither side accepted"
_BEFORE_SUBJECTS = frozenset((".", ",", ";", ":", "that", "but", "and"))
_ASIDE = 7  # tokens of what is set in between commas, with them
_ASIDES = frozenset(("of", "at", "in", "for", "as", "however", "therefore", "naturally", "obviously"))
_THAN = frozenset((word,) for word in "than als de di d' que".split())
_WANTING = frozenset(("want", "lack", "absence"))  # before "of": there was none
_SAID_NO = re.compile(
    r"\b(?:respond\w*|rispond\w*|répond\w*|a répondu|antwortet\w*|sagt\w*|contest\w*|dice|dit) (?:que |qu['’]|di |mit |par la )?(?:no|non|nein|négative)\b(?! \w)",
    re.IGNORECASE,
)
_OPENING = 3  # content words with which a claim says what is done


def negates(text: str, language: str) -> bool:
    """Whether a text holds a plain negation: "not", "never", but not "not only"."""
    words, tokens = lexicon(language), words_in(text, language)
    negators, not_negating = words.list("negators"), words.list("not_negating")
    return not negators.isdisjoint(tokens) and any(
        one in negators and not (at + 1 < len(tokens) and (tokens[at + 1] in not_negating or _sets_limit(tokens, at)))
        for at, one in enumerate(tokens)
    )


@lru_cache(maxsize=128)
def negated(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems right after a negation (`fixed` in "is not yet fixed"), and those in the reach of "no" or "without"."""
    words = lexicon(language)
    tokens = words_in(text, language)
    denied: set[str] = set()
    unsaid: set[str] = set()
    negators, absent = words.list("negators"), words.list("absent")
    looked_at = _negating(language)
    for at, word in enumerate(tokens):
        if word not in looked_at:
            continue
        nobody = word in listed("nobody") or tokens[at : at + 2] == ("no", "one")
        nobody = nobody and not (at and words.has("determiners", tokens[at - 1]))  # "une personne"
        nobody = nobody or (word == "nor" and _opens(tokens, "neither", at))
        longer = tokens[at : at + 2] == ("no", "longer")
        failing = _fails(tokens, at, words)
        direct = word in negators or nobody or longer or failing
        wanting = word in _WANTING and tokens[at + 1 : at + 2] == ("of",)
        if not (direct or wanting or word in absent or word == "without"):
            continue
        if at + 1 < len(tokens) and (words.has("not_negating", tokens[at + 1]) or _sets_limit(tokens, at)):
            continue
        begin = _behind_aside(tokens, at + 1 + longer)
        reach = takewhile(
            lambda one: one[0].isalnum() and not words.has("breaks", one), tokens[begin : at + _REACH_OF_NO]
        )
        telling = [
            stem(one.rpartition("-")[2] if one.partition("-")[0] in _PREFIXES else one)  # "not be re-opened"
            for one in reach
            if stems_of(one) and not words.has("auxiliaries", one) and not words.has("skipped", one)
        ]
        if direct:
            denied.update(telling[: _SUBJECT_AND_VERB if nobody else 1])
            unsaid.update(telling[1:_SUBJECT_AND_VERB] if failing else ())  # "unable to reach agreement"
        else:
            unsaid.update(telling)
    return frozenset(denied), frozenset(unsaid)


@lru_cache(maxsize=16)
def _negating(language: str) -> frozenset[str]:
    """The words at which a negation may begin."""
    words = lexicon(language)
    lists = words.list("negators"), words.list("absent"), words.list("failing"), listed("nobody")
    return frozenset(("no", "nor", "without")).union(_WANTING, *lists)


def _behind_aside(tokens: Sequence[str], at: int) -> int:
    """Behind what is only set in there: "could not, of course, sell", "will not, for now, open"."""
    if tokens[at : at + 1] == (",",) and tokens[at + 1 : at + 2] and tokens[at + 1] in _ASIDES:
        return next((place + 1 for place in range(at + 2, min(at + _ASIDE, len(tokens))) if tokens[place] == ","), at)
    return at + 2 if tokens[at : at + 2] == ("of", "course") else at


def _opens(tokens: Sequence[str], word: str, end: int) -> bool:
    """Whether a word begins a clause before a place: "Neither A nor B offered any"."""
    places = (at for at in range(end) if tokens[at] == word)
    return any(at == 0 or tokens[at - 1] in _BEFORE_SUBJECTS for at in places)


def _sets_limit(tokens: tuple[str, ...], at: int) -> bool:
    """Whether a negation there is part of a limit: "no less than", "not later than"."""
    return tokens[at + 2 : at + 3] in _THAN and tokens[at + 1] in listed("limits")


def _fails(tokens: tuple[str, ...], at: int, words: Lexicon) -> bool:
    """Whether a word there says of the verb behind it that it was not done: "failed to reach", "were unable to"."""
    return words.language == "en" and words.has("failing", tokens[at]) and tokens[at + 1 : at + 2] == ("to",)


def denied_there(said: str, text: str, language: str) -> bool:
    """Whether a text negates what is said to be done, and does not say it elsewhere as well."""
    stems = [word.stem for word in content_words(said) if word.stem not in _PREFIXES]
    deed = frozenset(stems[:1])
    if not shared(deed, negated(text, language)[0]) or opens_negated(said, language):
        return False
    return sum(bool(shared(deed, frozenset((word.stem,)))) for word in content_words(text)) == 1


def says_no(text: str, language: str) -> bool:
    """Whether a text, in another language than English, answers no: "verneint dies", "responde que no"."""
    if language == "en":
        return False
    told = not listed("saying_no").isdisjoint(map(folded, words_in(text, language)))
    return told or _SAID_NO.search(text) is not None


def opens_negated(said: str, language: str | None) -> bool:
    """Whether what is said to be done is itself negated: "not raise the quota", "keep nothing"."""
    if language is None:
        return False
    opening = [word.stem for word in content_words(said)[:_OPENING]]
    denied, unsaid = negated(said, language)
    return bool((denied | unsaid) & set(opening)) or read(said, language).strength is Strength.DENIED


@lru_cache(maxsize=256)
def denies(text: str, language: str | None) -> bool:
    """Whether a text holds a word that negates or refuses."""
    if language not in LANGUAGES or language is None:
        return False
    words = lexicon(language)
    told = words_in(text, language)
    if not (words.list("negators").isdisjoint(told) and words.list("absent").isdisjoint(told)):
        return True
    looked_at = _negating(language)
    for at, word in enumerate(told) if not looked_at.isdisjoint(told) else ():
        if _fails(told, at, words) or (language == "en" and word in _WANTING and told[at + 1 : at + 2] == ("of",)):
            return True
    return any(one.strength is Strength.DENIED or one.negated for one in triggers(text, language))
