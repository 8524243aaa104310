"""The numbers, dates and currencies of a text."""

import re
from functools import lru_cache
from typing import NamedTuple

from ...words.calendar import is_year
from ...words.scripts import folded, plain_figures
from ..words import keyed, listed, ranked
from .calendar import figures_of_dates, months, numbers_in_signs, weekdays
from .figures import figure, words_as_figures
from .shares import share_at, share_words

IDLE = frozenset((0.0, 1.0))  # "one of the two", "the first step": too common to prove a difference when spelled out
_SMALL_MONTHS = ("es", "fr", "it", "pt")
"""Languages that write months without a capital."""
_JOINERS = frozenset(("st", "nd", "rd", "th", "of", "and", "to", "de", "di"))  # between a day and its month
_SHORT_SCALES = frozenset(("k", "m"))  # only after digits
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
TOKEN = re.compile(
    r"[^\W\d_]+|\d{4}-\d{2}-\d{2}|\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?|(?<![\w.])\.\d+|[%€$£¥₹]",
    re.UNICODE,
)

_END = re.compile(r"[.!?;:]\s")  # between "three eighty. Three hundred stays"
_DIGIT = re.compile(r"\d")
_TIMES = frozenset(("quarter", "quarters"))  # mostly of the year: read behind a number, or as below
_SHARED_TIME = "a quarter"
_AND_A_HALF = ["and", "a", "half"]


class Quantities(NamedTuple):
    """The numbers of a text, the words of its dates (months, days, years, weekdays), and its currencies."""

    numbers: dict[float, str]
    dates: dict[str, str]
    """By what is compared ("m4", "d30", "y2025", "friday"), the words as written."""
    currencies: dict[str, str]
    doubtful: dict[float, str]
    """Numbers that the figures may also stand for, by the marks of another language."""
    shares: dict[float, str]
    """Shares and multiples in words: "a third", "double"."""


@lru_cache(maxsize=64)
def quantities(text: str, language: str | None = "en") -> Quantities:
    """Read a text's numbers and dates; every number of a date belongs to the date."""
    text = words_as_figures(text, language)
    if text.isascii() and not _DIGIT.search(text):
        lower = text.lower()
        if _SHARED_TIME not in lower and _telling().isdisjoint(TOKEN.findall(lower)):
            return Quantities({}, {}, {}, {}, {})
    text, in_figures = figures_of_dates(plain_figures(text), language)
    text, in_signs = numbers_in_signs(text)
    return _Reader(text, language, Quantities(in_signs, in_figures, {}, {}, {})).read()


class _Reader:
    """Reads the tokens of a text one after the other, and enters what they tell."""

    def __init__(self, text: str, language: str | None, found: Quantities) -> None:
        self.text, self.language, self.found = text, language, found
        self.tokens = list(TOKEN.finditer(text))
        self.words = [folded(token.group()) for token in self.tokens]
        self.months, self.weekdays = months(language), weekdays(language)
        known = _telling_in(language)
        self.telling = [
            at
            for at, word in enumerate(self.words)
            if word in known or (word[-1:].isdigit() and not _inside_word(text, self.tokens[at]))
        ]
        self.named = {at for at in self.telling if self.words[at] in self.months and self._is_month(at)}
        """Where the months are."""

    def read(self) -> Quantities:
        """All that was found, once the last token is read."""
        forms = self._dated, self._shared, self._numbered
        read_to = 0
        for at in self.telling:
            if at >= read_to:
                read_to = next((last for form in forms if (last := form(at)) is not None), at) + 1
        return self.found

    def _is_month(self, at: int) -> bool:
        word, written = self.words[at], self.tokens[at].group()
        french = self.language == "fr" and word in ("mai", "mars")  # where no month has a capital
        if self.language in _SMALL_MONTHS and self._is_first_name(at):
            return False
        return written[0].isupper() or french or word not in listed("months_with_capital")

    def _is_first_name(self, at: int) -> bool:
        """Whether a month with a capital stands before a surname, where months have none: "Julio Arce"."""
        behind = self.tokens[at + 1].group() if at + 1 < len(self.tokens) else ""
        joined = bool(behind) and self.text[self.tokens[at].end() : self.tokens[at + 1].start()] == " "
        return joined and self.tokens[at].group()[0].isupper() and behind[0].isupper()

    def _written(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start() : self.tokens[last].end()]

    # Each form of a word: the place of the last word that was read with it, None where it has another form.

    def _dated(self, at: int) -> int | None:
        """A date, a month, a weekday or a year; or a currency."""
        word, written = self.words[at], self.tokens[at].group()
        if _ISO.fullmatch(word):
            year, month, day = map(int, word.split("-"))
            self.found.dates.update({f"y{year}": written, f"m{month}": written, f"d{day}": written})
        elif at in self.named:
            self.found.dates[f"m{self.months[word]}"] = written
        elif word in keyed("currencies"):
            self.found.currencies[keyed("currencies")[word]] = written
        elif word in self.weekdays:
            self.found.dates[word] = written
        elif is_year(word):
            self.found.dates[f"y{word}"] = written
        else:
            return None
        return at

    def _shared(self, start: int) -> int | None:
        """ "a third", and "half a million", which is a number."""
        read = share_at(self.text, self.tokens, self.words, start) if self.language == "en" else None
        if read is None:
            return None
        at, value = read
        if self.words[at + 1 : at + 2] == ["a"] and (of := _scaled(self.words, at + 1, value))[1] != value:
            at, value = of
            self.found.numbers.setdefault(value, self._written(start, at))
        else:
            self.found.shares.setdefault(value, self._written(start, at))
        return at

    def _numbered(self, start: int) -> int | None:
        """A number in figures or in words, which may be the day of a month."""
        words, at = self.words, start
        figures = figure(words[at], self.language)
        if figures is not None:
            at, value = _scaled(words, at, figures.value)
        elif words[at] in _spelled_words():
            at, value = _spelled(self.text, self.tokens, words, at)
        else:
            return None
        if value not in IDLE and at == start:
            value *= _scale_behind(words, at, value)
        if words[at + 1 : at + 4] == _AND_A_HALF:
            at, value = _scaled(words, at + 3, value + 0.5)
        if value <= 31 and value == int(value) and _beside(start, self.named, words):
            self.found.dates[f"d{int(value)}"] = self.tokens[start].group()
            return at
        written = self._written(start, at)
        self.found.numbers.setdefault(value, written)
        if figures is not None and figures.doubtful is not None:
            self.found.doubtful.setdefault(figures.doubtful * value / figures.value, written)
        return at


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words that may be a part of a date, an amount or a number."""
    return frozenset(
        (
            *keyed("months"),
            *keyed("currencies"),
            *listed("weekdays"),
            *_spelled_words(),
            *(share_words().keys() - _TIMES),
        )
    )


@lru_cache(maxsize=16)
def _telling_in(language: str | None) -> frozenset[str]:
    """The same in a language, with the words of shares."""
    return _telling().union(months(language), weekdays(language), share_words())


def _inside_word(text: str, token: re.Match[str]) -> bool:
    """Whether figures stand between letters, and count nothing: "F2F"."""
    first, last = token.span()
    return text[max(first - 1, 0) : first].isalpha() and text[last : last + 1].isalpha()


@lru_cache(maxsize=1)
def _spelled_words() -> dict[str, float]:
    values: dict[str, float] = {word: float(value) for word, value in ranked("units").items()}
    values |= {word: float(value) for word, value in ranked("ordinals").items()}
    values |= {word: 10.0 * value for word, value in ranked("tens").items() if value > 1}
    values |= {"dozen": 12.0, "both": 2.0, "twice": 2.0}
    return values | {word: float(scale) for word, scale in keyed("scales").items() if word not in _SHORT_SCALES}


def _beside(at: int, months: set[int], words: list[str]) -> bool:
    """Whether a number is the day of a month: "30 April", "April 30th", "the 12th of June"."""
    near = {at - 1, at + 1}
    if at + 1 < len(words) and words[at + 1] in _JOINERS:
        near |= {at + 2, at + 3}
    return bool(near & months)


def _scaled(words: list[str], at: int, value: float) -> tuple[int, float]:
    """A number in digits with what multiplies it: "2.5 million"; and the place of its last word."""
    while at + 1 < len(words) and words[at + 1] in keyed("scales"):
        at += 1
        value *= keyed("scales")[words[at]]
    return at, value


def _scale_behind(words: list[str], at: int, value: float) -> float:
    """What multiplies the lower end of a range that is told with the upper one: "between 1.2 and 1.5 million"."""
    joined = words[at + 1 : at + 2] == ["to"] or (
        words[at + 1 : at + 2] == ["and"] and words[max(at - 2, 0) : at].count("between")
    )
    if not joined or len(words) < at + 4 or words[at + 3] in _SHORT_SCALES:
        return 1.0
    upper = figure(words[at + 2], "en")
    return keyed("scales").get(words[at + 3], 1.0) if upper is not None and value < upper.value else 1.0


def _spelled(text: str, tokens: list[re.Match[str]], words: list[str], at: int) -> tuple[int, float]:
    """A number in words, "twenty-one", "three hundred thousand"; and the place of its last word."""
    values, scales = _spelled_words(), keyed("scales")
    total, current = 0.0, 0.0
    while True:
        word = words[at]
        if word in scales:
            current = max(current, 1.0) * scales[word]
            if scales[word] >= 1_000:
                total, current = total + current, 0.0
        else:
            current += values[word]
        following = words[at + 1] if at + 1 < len(words) else ""
        if following and _END.search(text, tokens[at].end(), tokens[at + 1].start()):
            return at, total + current
        units = word in ranked("tens") and 0 < ranked("units").get(following, 0) < 10
        if not (units or (following in scales and following not in _SHORT_SCALES)):
            return at, total + current
        at += 1


@lru_cache(maxsize=256)
def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else: "by 30 April 2025", "next Friday"."""
    words = map(folded, (token.group() for token in TOKEN.finditer(text)))
    first = next(words, None)
    return first is not None and _dates(first) and all(map(_dates, words))


def _dates(word: str) -> bool:
    return (
        word[0].isdigit()
        or word in listed("date_words")
        or word in months(None)
        or word in weekdays(None)
        or word in _spelled_words()
    )
