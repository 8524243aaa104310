"""The words of a text as one string with one character a word.

A sequence of words is then found like a substring, in linear time, and compared by rapidfuzz at the
speed of characters; every word keeps its exact place in the source. Two words get the same
character when they differ only in case or Unicode form. White space, quotation marks, dashes and
other punctuation stand between words, so no difference in them is seen here.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import NamedTuple

from ..words.scripts import plain_figures

# Scripts written without spaces, or (Korean) with particles grown onto the word: every character counts as a word.
_UNSPACED = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46"  # Thai
    "\u0e81-\u0eb0\u0eb2-\u0eb3\u0ebd-\u0ec6"  # Lao
    "\u1000-\u102a\u1780-\u17b3"  # Myanmar, Khmer
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
    "\uff66-\uff9d"  # half-width kana
    "\uac00-\ud7a3"  # Hangul
)
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_APOSTROPHES = "'’‘ʼ´`＇"
_DASHES = "\\-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
_CURRENCY = "$¢£¤¥֏؋฿₠-₿﷼＄￠￡￥￦"
_SYMBOLS = _CURRENCY + "%％٪‰+±×÷≤≥≠≈"
_EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001fbff"

_ALIKE = {ord("ё"): "е", **dict.fromkeys(map(ord, "أإآٱ"), "ا"), **dict.fromkeys((0x640, *range(0x64B, 0x653)))}
"""Letters that are written one way or the other by the same people, and the vowels and strokes that Arabic may add."""
_RUN = re.compile(r"\S+")
_UNWRITTEN = re.compile(f"[{_INVISIBLE}\ufe00-\ufe0f]")
_SINGLE = re.compile(f"[{_UNSPACED}\u1100-\u11ff]")
_LAST_ASCII = "\x7f"
_ABSENT = "\U0010ffff"
_LAST_CODE = 0x10FFFE
_MOST_QUOTES = 2048  # that are kept of one text
_LAST = chr(_LAST_CODE)
_ASCII = re.compile(
    r"[A-Za-z0-9]+(?:(?<=[0-9])[.,:](?=[0-9])[A-Za-z0-9]+)*(?:(?<=[nN])['`][tT](?!\w))?|[$%+]|(?<![\w)-])-(?=[0-9])",
    re.ASCII,
)
"""What `_pattern` finds where all is ASCII."""


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    # `re` has no class for combining marks, so it is collected once; all of them lie below U+20000 or in plane 14.
    code_points = (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0))
    points = [point for point in code_points if unicodedata.category(chr(point)).startswith("M")]
    runs = groupby(enumerate(points), lambda pair: pair[1] - pair[0])
    ranges = [[point for _, point in run] for _, run in runs]
    marks = "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in ranges)
    letter = f"[^\\W_{_UNSPACED}\u1100-\u11ff]"
    return re.compile(
        # Word or number: 3.5 and 12:30 are one, and so is can't, in which "can" must not be found.
        f"{letter}+(?:(?:[{marks}{_INVISIBLE}]+|(?<=\\d)[.,:٫٬](?=\\d)){letter}+)*[{marks}]*"
        f"(?:(?<=[nN])[{_APOSTROPHES}][tT](?!\\w))?"
        f"|[{_UNSPACED}][{marks}\uff9e\uff9f]*"
        # A Hangul syllable in decomposed form.
        "|[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|[\u1160-\u11ff]"
        f"|[{_EMOJI}](?:[{marks}\u200d]*[{_EMOJI}])*[{marks}]*"
        f"|[{_SYMBOLS}]"
        # A minus sign, as against a dash.
        f"|(?<![\\w{_DASHES})])[{_DASHES}](?=\\d)"
    )


def fold(word: str) -> str:
    """The word without case, Unicode form, and what is not seen in print."""
    if word.isascii():
        return word.lower().replace("`", "'")
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    folded = _UNWRITTEN.sub("", plain_figures(folded)).replace("i\u0307", "i").translate(_ALIKE)  # İ
    folded = re.sub(f"[{_APOSTROPHES}]", "'", folded)
    return "-" if re.fullmatch(f"[{_DASHES}]", folded) else folded


class Word(NamedTuple):
    """A word at its place: `text[start:end]`."""

    start: int
    end: int
    surface: str


def words_of(text: str) -> list[Word]:
    """Words, numbers, symbols and emoji of a text, in order."""
    return [Word(*match.span(), match[0]) for match in _pattern_for(text).finditer(text)]


def has_words(text: str) -> bool:
    """Whether there is any."""
    return _pattern_for(text).search(text) is not None


def _pattern_for(text: str) -> re.Pattern[str]:
    return _ASCII if text.isascii() else _pattern()


def count_words(words: Iterable[str]) -> float:
    """How much was said: two characters count as a word in scripts without spaces, a symbol not at all."""
    return sum(map(_weight, words))


def _weight(surface: str) -> float:
    first = surface[0]
    return 0.5 if first > _LAST_ASCII and _SINGLE.match(first) else float(first.isalnum())


class Quoted:
    """A quote cut into words for an index, with what stands before the first and behind the last."""

    def __init__(self, index: "WordIndex", quote: str) -> None:
        self.text = text = quote.strip()
        pattern = _pattern_for(text)
        self.surfaces: list[str] = pattern.findall(text)
        self.codes = index.encode(self.surfaces)
        self.before, self.after = text, ""
        if (first := pattern.search(text)) is not None:
            self.before = text[: first.start()]
            self.after = text[text.rindex(self.surfaces[-1]) + len(self.surfaces[-1]) :]

    @cached_property
    def words(self) -> list[Word]:
        """With their places in `text`."""
        return words_of(self.text)


class WordIndex:
    """The words inside `regions` of a text. Word numbers count from 0 over all regions."""

    def __init__(self, text: str, regions: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.regions = regions
        self._region_starts = [start for start, _ in regions]
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._codes: dict[str, str] = {}  # by folded word
        self._surfaces: dict[str, str] = {}
        self._quoted: dict[str, Quoted] = {}
        codes: list[str] = []
        code_of, start_at, end_at = codes.append, self.starts.append, self.ends.append
        # A word never holds white space, so what stands between is cut into words once, however often it comes.
        cuts: dict[str, list[tuple[str, int, int]]] = {}
        for begin, finish in regions:
            for run in _RUN.finditer(text, begin, finish):
                between, offset = run[0], run.start()
                if (cut := cuts.get(between)) is None:
                    cut = cuts[between] = self._cut(between)
                for code, start, end in cut:
                    code_of(code)
                    start_at(offset + start)
                    end_at(offset + end)
        self.codes = "".join(codes)

    def _cut(self, between: str) -> list[tuple[str, int, int]]:
        if between.isascii() and between.isalpha():
            return [(self._learn(between), 0, len(between))]
        return [(self._learn(word.surface), word.start, word.end) for word in words_of(between)]

    def _learn(self, surface: str) -> str:
        number = len(self._codes) + 1
        # Surrogates are no characters. Past the last character a word would be unsearchable, not wrong.
        free = chr(min(number if number < 0xD800 else number + 0x800, _LAST_CODE))
        code = self._surfaces[surface] = self._codes.setdefault(fold(surface), free)
        return code

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Word numbers by code, ascending."""
        found: dict[str, list[int]] = {code: [] for code in self._codes.values()}
        for number, code in enumerate(self.codes):
            found[code].append(number)
        return found

    def encode(self, words: Iterable[str]) -> str:
        """Their codes; a word that the text has not gets one that never matches."""
        codes, surfaces = self._codes, self._surfaces
        found = [surfaces.get(surface) or codes.get(fold(surface), _ABSENT) for surface in words]
        return "".join(found).replace(_LAST, _ABSENT)

    def quoted(self, quote: str) -> Quoted:
        """A quote cut into words. It is kept: quotes come again when they are asked for again, and when they are judged."""
        if (known := self._quoted.get(quote)) is None:
            if len(self._quoted) >= _MOST_QUOTES:
                self._quoted.clear()
            known = self._quoted[quote] = Quoted(self, quote)
        return known

    def word_at(self, offset: int) -> int:
        """Number of the first word that begins at or behind an offset into the text."""
        return bisect_left(self.starts, offset)

    def region_at(self, offset: int) -> tuple[int, int]:
        """The region in which the word at an offset stands."""
        return self.regions[bisect_right(self._region_starts, offset) - 1]

    def words(self, first: int, last: int) -> list[Word]:
        """Words with the numbers `first` to `last`, `last` not included."""
        spans = zip(self.starts[first:last], self.ends[first:last], strict=True)
        return [Word(start, end, self.text[start:end]) for start, end in spans]

    def writes(self, surface: str) -> bool:
        """Whether the text holds the word written just so."""
        return surface in self._surfaces
