"""A quick look at whether a text can hold words that bind, so that most lines need no reading."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from ..schemas import Strength
from ..words.lexicon import STRAIGHT, Part, Phrase, lexicon
from ..words.rungs import firm, height

_KINDS = frozenset(("verbs", "modals", "would", "can", "phrases"))
_COMMON = frozenset(
    "be is are am was were been being have has had having 's 're 'm 've to i we it on the a an for of no not n't in that up you my".split()
)
_WORD = re.compile(r"'[a-z]+|[^\W_]+(?:-[^\W_]+)*")
_NEGATED = frozenset(("wo", "sha", "ca"))  # how "won't", "shan't" and "can't" begin
_MARKS = "-*#>•–—[](){}_~|&\"“”'.,:/@"
_JOINERS = ("and",)
_SENTENCE = re.compile(r"[.?!;:,\n)\]—–]| - ")
# Tried once where a run of signs begins, not at each of its stops: a line of dots would take its square in time.
_OPENING = r"(?:\A|(?<![\W\d_])(?=[\W\d_]*?[.?!;:\n)\]]))[\W\d_]*"

_Needed = tuple[frozenset[str], ...]
"""Of each set one word must stand in a text that holds the phrase."""


class _Hints(NamedTuple):
    words: Mapping[str, tuple[_Needed, ...]]
    """The rarest words of each phrase that binds, each with what else its phrases need."""
    rows: re.Pattern[str] | None
    """The phrases of common words only: "is to"."""
    labels: re.Pattern[str]
    """The labels, where a sentence opens."""


def may_bind(text: str, language: str, *, beyond: Strength | None = None) -> bool:
    """False where no word of the text can begin a promise, a decision or a refusal; True tells nothing.

    beyond: only what may reach a higher rung than this counts, and a label.
    """
    hints = _hints(language, beyond)
    if hints is None:
        return True
    lower = text.translate(STRAIGHT).lower()
    apart = lower.replace("n't", " ")
    words = set(_WORD.findall(apart))
    if apart != lower:
        words.add("n't")
    telling = words & hints.words.keys()
    return (
        any(not any(map(words.isdisjoint, needed)) for word in telling for needed in hints.words[word])
        or (hints.rows is not None and hints.rows.search(apart) is not None)
        or hints.labels.search(lower) is not None
        or (beyond is None and any(_orders(part, language) for part in _SENTENCE.split(text)))
    )


def _orders(sentence: str, language: str) -> bool:
    """Whether only names stand before "to": "Bob and the board to send the file"."""
    for place, word in enumerate(sentence.split()):
        if word == "to":
            return place > 0
        bare = word.strip(_MARKS)
        named = not bare or bare[0].isupper() or bare[0].isdigit() or "@" in word or "/" in word or bare in _JOINERS
        if not named and not lexicon(language).has("agents", bare.lower()):
            return False
    return False


@lru_cache(maxsize=16)
def _hints(language: str, beyond: Strength | None) -> _Hints | None:
    """None for a language whose phrases go by the beginnings and endings of words."""
    words: dict[str, list[_Needed]] = {word: [()] for word in _NEGATED if beyond is None}
    rows, labels = list[str](), set[str]()
    between = {word for word in lexicon(language).lists["skipped"] if word.isalpha()} | {"not", "t"}
    gap = rf"(?:\W+(?:{'|'.join(sorted(between))})\b)*"
    for phrase in lexicon(language).phrases:
        if phrase.kind == "labels":
            labels.update(phrase.parts[0].words)
            continue
        if phrase.kind not in _KINDS or not _binds(phrase, beyond):
            continue
        needed = [part for part in phrase.parts if not part.optional and not part.gap]
        if any(part.prefixes or part.suffixes for part in needed):
            return None
        rare = [part for part in needed if part.words and part.words.isdisjoint(_COMMON)]
        telling = max(rare, key=lambda part: min(map(len, part.words)), default=None)  # long words are rarer
        if telling is not None:
            others = tuple(part.words for part in needed if part.words and part is not telling)
            for word in telling.words:
                words.setdefault(word, []).append(others)
        else:
            rows.append(f"{gap}\\W*".join(_pattern(part) for part in needed))
    opening = f"{_OPENING}(?:{'|'.join(map(re.escape, sorted(labels))) or '(?!)'})"
    return _Hints(
        {word: tuple(dict.fromkeys(needed)) for word, needed in words.items()},
        re.compile("|".join(rows)) if rows else None,
        re.compile(opening),
    )


def _binds(phrase: Phrase, beyond: Strength | None) -> bool:
    if beyond is not None:
        return height(phrase.strength) > height(beyond)
    return firm(phrase.strength) or phrase.strength is Strength.DENIED or phrase.kind in ("would", "can")


def _pattern(part: Part) -> str:
    if not part.words:
        return r"[^\W_]+"
    words = (re.escape(word) if word.startswith("'") else rf"\b{re.escape(word)}" for word in sorted(part.words))
    return rf"(?:{'|'.join(words)})\b"
