"""Content words and their stems, for comparing what two texts speak of."""

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from .scripts import folded, is_unspaced, pairs

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_STOP = frozenset(
    """
    a about above after again all also although am an and any are as at be because been before being between both but by can could did do does
    done during each either else etc every for from further get got had has have having he her here hers him his how i if in into is it its just
    ll may me might more most must my no nor not of off on once one only or other our out over own per re s shall she should so some such than that
    the their them then there these they this those through to too under until up us ve very was we were what when where which while who whom
    whose why will with would yes you your
    der die das den dem des ein eine einer einem einen und oder nicht ist sind war waren wird werden hat haben mit von zu zum zur im auf für als auch
    ihn ihm ihnen mich mir dich dir sich uns euch lui leur leurs nous vous je tu gli ci vi les nos te
    le la les un une des du de et ou ne pas est sont était dans pour par sur au aux que qui se ce cette il elle ils avec
    il lo gli una dell nell sull dall del della dei delle di che è sono per con su al alla nel nella si non ha hanno
    el los las una del al que en y o no es son por para con se su sus lo ha han
    """.split()
)
_ENDINGS = (
    "ational", "ations", "ation", "itions", "ition", "ements", "ement", "ments", "ment", "ings", "ing", "ions", "ion", "ally", "ials", "ial", "als", "al",
    "ities", "ity", "ness", "ences", "ence", "ances", "ance", "ers", "er", "ors", "or", "ied", "ies", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip
_ENDINGS_BY_LAST = {last: tuple(one for one in _ENDINGS if one[-1] == last) for last in {one[-1] for one in _ENDINGS}}
_SHORTEST = 3  # letters that a stem keeps at least
_PART_OF_THE_STEM = ("ance", "ence", "ances", "ences")
"""Behind three letters these endings stay: "finance" and "financing" are of one stem."""
_COMMON = 5  # letters in which two longer stems may agree
_IRREGULAR = {
    "met": "meet", "meeting": "meet", "sent": "send", "held": "hold", "gave": "giv", "given": "giv", "made": "mak", "took": "tak", "taken": "tak", "wrote": "writ",
    "written": "writ", "spoke": "speak", "spoken": "speak", "said": "say", "told": "tel", "paid": "pay", "kept": "keep", "built": "build", "bought": "buy",
    "brought": "bring", "chose": "choos", "chosen": "choos", "found": "find", "led": "lead", "left": "leav", "sold": "sel", "drew": "draw", "drawn": "draw",
    "began": "begin", "begun": "begin", "ran": "run", "went": "go", "gone": "go", "came": "com", "grew": "grow", "knew": "know", "thought": "think",
    "withdrew": "withdraw", "withdrawn": "withdraw", "fell": "fal", "fallen": "fal", "rose": "ris", "risen": "ris", "broke": "break", "broken": "break",
    "lost": "los", "won": "win", "fought": "fight", "sought": "seek", "taught": "teach", "caught": "catch", "heard": "hear", "spent": "spend",
    "lent": "lend", "froze": "freez", "frozen": "freez", "forbade": "forbid", "forbidden": "forbid", "seen": "see", "threw": "throw", "thrown": "throw",
    "underwent": "undergo", "undergone": "undergo", "undertook": "undertak", "undertaken": "undertak", "became": "becom", "fled": "fle",
    "forgot": "forget", "forgotten": "forget", "hidden": "hid", "stole": "ste", "stolen": "ste", "struck": "strik", "withheld": "withhold",
    "upheld": "uphold", "oversaw": "overs", "overseen": "overs", "foresaw": "fores", "foreseen": "fores", "repaid": "repa", "rebuilt": "rebuild",
    "shrank": "shrink", "shrunk": "shrink", "drove": "driv", "driven": "driv", "stood": "stand", "understood": "understand", "shown": "show",
    "sank": "sink", "sunk": "sink", "swore": "swear", "sworn": "swear", "dealt": "deal", "meant": "mean", "arose": "aris", "arisen": "aris",
    "overcame": "overcom", "comment": "comment", "comments": "comment", "grown": "grow", "known": "know", "overthrew": "overthrow", "overthrown": "overthrow", "mistook": "mistak",
}  # fmt: skip


_UNCHANGED = frozenset("cut put set shut let hit spread split cost shed".split())
"""Verbs whose past is written as their infinitive."""
_CASED = re.compile(
    "([\u0400-\u04ff]{3,}?)(?:иями|ыми|ими|ого|его|ому|ему|ами|ями|иях|ах|ях|ая|яя|ое|ее|ые|ие|ыи|ии|ои|еи|ую|юю|ов|ев|ом|ем|ым|им|их|ых|ою|ею|ия|ию|[аяуюыиеоьъ])?$"
)
"""A word in Cyrillic letters, and the ending of its case, as folded."""
_WITH_ARTICLE = re.compile("[وف]?(?:[بك]ال|لل|ال)([\u0600-\u06ff]{3,})$")
"""An Arabic word behind its article and what is written together with it."""


class ContentWord(NamedTuple):
    """A word that carries meaning, at its place."""

    start: int
    end: int
    stem: str


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A light stem of a word; the same for "renew", "renewed" and "renewal"."""
    word = folded(word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isascii() and (found := _CASED.match(word) or _WITH_ARTICLE.match(word)) is not None:
        return found[1]
    for ending in _ENDINGS_BY_LAST.get(word[-1:], ()):
        if ending == "s" and word.endswith("ss"):
            continue  # "discuss", as in "discussed"
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + (ending in _PART_OF_THE_STEM):
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return word[:-1] if word.endswith(("e", "y", "i")) and len(word) > _SHORTEST else word


@lru_cache(maxsize=512)
def content_words(text: str) -> tuple[ContentWord, ...]:
    """Words of three letters or more that are no function words, and all numbers."""
    return tuple(
        ContentWord(start, end, told) for start, end in _words(text) if (told := _meaning(text[start:end])) is not None
    )


@lru_cache(maxsize=512)
def stems_of(text: str) -> frozenset[str]:
    """The stems of its content words."""
    words = _WORD.findall(text) if not is_unspaced(text) else (text[start:end] for start, end in _words(text))
    found = set(map(_meaning, words))
    found.discard(None)
    return frozenset(found)  # type: ignore[arg-type]


def _words(text: str) -> Iterator[tuple[int, int]]:
    """The places of words; of a run without spaces, of what stands for words."""
    spans = (found.span() for found in _WORD.finditer(text))
    return spans if not is_unspaced(text) else _parted(text, spans)


def _parted(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for begin, end in spans:
        if is_unspaced(text[begin:end]):
            yield from ((begin + first, begin + last) for first, last in pairs(text[begin:end]))
        else:
            yield begin, end


@lru_cache(maxsize=1024)
def families_of(text: str) -> frozenset[str]:
    """What its content words have in common with those that are alike."""
    return frozenset(map(family, stems_of(text)))


@lru_cache(maxsize=1 << 14)
def _meaning(word: str) -> str | None:
    """The stem of a content word; None for any other."""
    return stem(word) if carries_meaning(word) else None


def carries_meaning(word: str) -> bool:
    """Whether a word counts as a content word."""
    return word[0].isdigit() or (len(word) > 2 and word.lower() not in _STOP) or is_unspaced(word)


def tells_of_the_past(word: str) -> bool:
    """Whether an English word may be a verb in the past: "agreed", "sent"."""
    return word.endswith("ed") or word in _UNCHANGED or (word in _IRREGULAR and not word.endswith("ing"))


def alike(one: str, other: str) -> bool:
    """Whether two stems are of one family: equal, or long and equal at the beginning."""
    return family(one) == family(other)


@lru_cache(maxsize=1 << 14)
def family(stem: str) -> str:
    """What stems that are alike have in common."""
    return stem[:_COMMON] if len(stem) >= _COMMON and not stem[0].isdigit() else f" {stem}"


def shared(stems: Set[str], others: frozenset[str]) -> set[str]:
    """Those of `stems` that have a like in `others`."""
    families = _families(others)
    return {one for one in stems if family(one) in families}


@lru_cache(maxsize=256)
def _families(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(map(family, stems))
