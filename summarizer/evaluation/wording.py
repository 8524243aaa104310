"""Texts and names made comparable: folded, without function words, lightly stemmed, by language."""

import re
from collections import Counter
from functools import lru_cache

from rapidfuzz import fuzz

from ..words.scripts import folded as without_accents
from ..words.wordlists import word_lists

Words = tuple[str, ...]

_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"\w+")
_ELISION = re.compile(r"\b(l|d|qu|n|s|j|c|m|t|un|all|dall|dell|nell|sull|quest|quell)['’](?=\w)", re.IGNORECASE)
_ELIDING = ("fr", "it")
_ENDINGS = {
    "en": ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s"),
    "fr": ("ations", "ation", "ements", "ement", "aient", "erons", "eront", "era", "ees", "ee", "er", "es", "ent", "e", "s", "x"),
    "it": ("azioni", "azione", "amenti", "amento", "eranno", "era", "are", "ere", "ire", "ato", "ata", "ati", "ate", "io", "o", "a", "i", "e"),
    "es": ("aciones", "acion", "amientos", "amiento", "aran", "ara", "ados", "adas", "ado", "ada", "ar", "er", "ir", "es", "os", "as", "o", "a", "e", "s"),
    "de": ("ungen", "ung", "erin", "ern", "em", "en", "er", "es", "et", "te", "st", "e", "n", "s", "t"),
}  # fmt: skip
_YS = ("ied", "ies")
_SHORTEST = 4  # letters that a stem keeps
_TITLES = re.compile(
    r"(?:the )?(?:rt hon|right hon(?:ou?rable)?|hon(?:ou?rable)?|mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|"
    r"(?:vice |deputy )?(?:president|prime minister|minister|secretary|chair(?:man|woman|person)?|governor|mayor|chancellor)|"
    r"ambassador|senator|sen|representative|rep|member|king|queen|prince(?:ss)?|sheikh|his majesty|her majesty|his excellency|"
    r"her excellency|taoiseach|general|colonel|admiral|m|mme|mlle|maitre|monsieur|madame|herr|frau|dott(?:oressa)?|dottor|"
    r"sig(?:nor|nora|ra)?|ing|avv|don|dona|sr|sra|senor|senora)\s+(?=\w)"
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NAMES_ALIKE = 90.0  # of 100


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> str:
    """Words in lower case, without accents and punctuation, a space between two."""
    return " ".join(_WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    return without_accents(text).replace("'", "").replace("’", "")


@lru_cache(maxsize=1 << 14)
def words(text: str, language: str | None = "en") -> Words:
    """Its words, lightly stemmed, function words and all."""
    return tuple(_stem(word, language) for word in _apart(text, language))


@lru_cache(maxsize=1 << 14)
def content(text: str, language: str | None = "en") -> Words:
    """Its words without the function words of the language, which is taken for English where it is not known. A
    language that there is no list for keeps all its words as they are."""
    stop = _stop(language or "en")
    return tuple(_stem(word, language) for word in _apart(text, language) if word not in stop)


def _apart(text: str, language: str | None) -> list[str]:
    """The plain words of a text without web addresses, elided articles apart: `l'accordo` is two."""
    text = _ADDRESS.sub(" ", text)
    if language in _ELIDING:
        text = _ELISION.sub(r"\1 ", text)
    return _WORD.findall(_plain(text))


@lru_cache(maxsize=8)
def _stop(language: str) -> frozenset[str]:
    return frozenset(word_lists(__package__, "stopwords.yaml").get(language, "").split())


def _stem(word: str, language: str | None) -> str:
    for ending in _ENDINGS.get(language or "en", ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)] + ("y" if ending in _YS and (language or "en") == "en" else "")
    return word


def token_f1(one: Words, other: Words) -> float:
    """Twice the words in common by the words of both, as often as they occur."""
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other)) if common else 0.0


def contained(one: Words, other: Words) -> float:
    """The share of the different words of one that the other one has."""
    return len(set(one) & set(other)) / len(set(one)) if one else 0.0


@lru_cache(maxsize=1 << 14)
def name_of(text: str) -> str:
    """A name without titles, asides, accents and punctuation."""
    name = folded(re.sub(r"[@_]", " ", _ASIDE.sub(" ", text)))
    while (shorter := _TITLES.sub("", name, count=1) if _TITLES.match(name) else name) != name:
        name = shorter
    return name


def name_likeness(one: str, other: str) -> float:
    """Of two names without titles, 0 where they are not of one person, else 90 and more; the higher, the more alike."""
    if not one or not other:
        return 0.0
    if one == other:
        return 200.0
    likeness = fuzz.token_set_ratio(one, other)
    shares_word = any(len(word) >= 3 for word in set(one.split()) & set(other.split()))
    if (likeness >= _NAMES_ALIKE and shares_word) or fuzz.ratio(one, other) >= _NAMES_ALIKE:
        return max(likeness, _NAMES_ALIKE) + fuzz.token_sort_ratio(one, other) / 2
    return 0.0


def agrees(gold: str, *told: str | None, least: float = 80.0) -> bool:
    """Whether one of these says of a person or party what the gold says, but for the order of words and more of them."""
    wanted = folded(gold)
    return any(one and fuzz.token_set_ratio(wanted, folded(one)) >= least for one in told)
