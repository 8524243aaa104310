"""Letters and digits of whatever script made comparable, and scripts that write no spaces between words, such as Chinese."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

UNSPACED = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u0e01-\u0e5b"
"""Han, kana and Thai, as they stand in a class of characters."""
_RUN = re.compile(rf"[{UNSPACED}]+")
_SMALL = re.compile(r"[\u3041-\u309f]+")
"""Hiragana alone: endings and particles."""
_WORD = 32  # letters of a text that is kept, as it is mostly a word that comes again
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W_]+")
_DIGITS: dict[int, str] = {
    ord(first) + digit: str(digit) for first in "\u0660\u06f0\u0966\uff10" for digit in range(10)
}
_FIGURE_MARKS: dict[int, str] = {0x66B: ".", 0x66C: ",", 0x66A: "%", 0xFF05: "%", 0xFF0E: "."}
_FIGURES: dict[int, str] = _DIGITS | _FIGURE_MARKS


def folded(text: str) -> str:
    """In lower case and without accents. Its length may differ from that of `text`."""
    if text.isascii():
        return text.lower()
    return _folded_word(text) if len(text) <= _WORD else _without_accents(text)


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    return "".join(one for one in decomposed if not unicodedata.combining(one))


@lru_cache(maxsize=1 << 13)
def _folded_word(text: str) -> str:
    return _without_accents(text)


def is_unspaced(text: str) -> bool:
    """Whether a text holds letters of a script that sets no spaces between words."""
    return not text.isascii() and _RUN.search(text) is not None


def pairs(word: str) -> Iterator[tuple[int, int]]:
    """What stands for the words of a run without spaces: two letters each, overlapping, and what other script stands between.

    As offsets into `word`. Pairs of nothing but endings are left out.
    """
    at = 0
    for run in _RUN.finditer(word):
        if at < run.start():
            yield at, run.start()
        first, at = run.span()
        for start in range(first, max(at - 1, first + 1)):
            end = min(start + 2, at)
            if not _SMALL.fullmatch(word, start, end):
                yield start, end
    if at < len(word):
        yield at, len(word)


def run_together(text: str) -> str:
    """The text without space: names are written with and without it in such a script."""
    return _SPACE.sub("", text)


def plain_figures(text: str) -> str:
    """The text with the digits and marks of numbers as Latin script has them, each character in its place."""
    return text if text.isascii() else text.translate(_FIGURES)


@lru_cache(maxsize=512)
def running(text: str) -> str:
    """The words of a text, folded, with one space between them."""
    return " ".join(_LETTERS.findall(folded(text)))


def holds(text: str, words: str) -> bool:
    """Whether a text holds these words in a row, whatever stands between them but words."""
    if is_unspaced(words):
        return run_together(words) in run_together(text)
    return f" {running(words)} " in f" {running(text)} "
