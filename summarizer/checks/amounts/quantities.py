"""The numbers, dates and currencies of a text."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ...scripts import folded, plain_figures
from ..words import keyed, listed, ranked
from .calendar import figures_of_dates, months, numbers_in_signs, weekdays
from .figures import figure
from .number_words import words_as_figures
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
    found = Quantities({}, {}, {}, {}, {})
    text = words_as_figures(text, language)
    known = _telling()
    if text.isascii() and not _DIGIT.search(text):
        lower = text.lower()
        if _SHARED_TIME not in lower and known.isdisjoint(TOKEN.findall(lower)):
            return found
    text, in_figures = figures_of_dates(plain_figures(text), language)
    text, in_signs = numbers_in_signs(text)
    found.dates.update(in_figures)
    found.numbers.update(in_signs)
    by_name, days = months(language), weekdays(language)
    tokens = list(TOKEN.finditer(text))
    words = [folded(token.group()) for token in tokens]
    telling = [
        at
        for at, word in enumerate(words)
        if word in known
        or word in by_name
        or word in days
        or (word[-1:].isdigit() and not _inside_word(text, tokens[at]))
        or word in share_words()
    ]
    named = {
        at
        for at in telling
        if words[at] in by_name
        and _is_month(words[at], tokens[at].group(), language)
        and not (language in _SMALL_MONTHS and _is_first_name(text, tokens, at))
    }
    read_to = 0
    for start in telling:
        if start < read_to:
            continue
        at = start
        word, written = words[at], tokens[at].group()
        if _ISO.fullmatch(word):
            year, month, day = map(int, word.split("-"))
            found.dates.update({f"y{year}": written, f"m{month}": written, f"d{day}": written})
        elif at in named:
            found.dates[f"m{by_name[word]}"] = written
        elif word in keyed("currencies"):
            found.currencies[keyed("currencies")[word]] = written
        elif word in days:
            found.dates[word] = written
        elif _is_year(word):
            found.dates[f"y{word}"] = written
        elif language == "en" and (read := share_at(text, tokens, words, at)) is not None:
            at, value = read
            if words[at + 1 : at + 2] == ["a"] and (of := _scaled(words, at + 1, value))[1] != value:
                at, value = of  # "half a million"
                found.numbers.setdefault(value, text[tokens[start].start() : tokens[at].end()])
            else:
                found.shares.setdefault(value, text[tokens[start].start() : tokens[at].end()])
        elif (figures := figure(word, language)) is not None or word in _spelled_words():
            at, value = _spelled(text, tokens, words, at) if figures is None else _scaled(words, at, figures.value)
            if value not in IDLE and at == start:
                value *= _scale_behind(words, at, value)
            if words[at + 1 : at + 4] == _AND_A_HALF:
                at, value = _scaled(words, at + 3, value + 0.5)
            if value <= 31 and value == int(value) and _beside(start, named, words):
                found.dates[f"d{int(value)}"] = written
            else:
                written = text[tokens[start].start() : tokens[at].end()]
                found.numbers.setdefault(value, written)
                if figures is not None and figures.doubtful is not None:
                    found.doubtful.setdefault(figures.doubtful * value / figures.value, written)
        read_to = at + 1
    return found


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


def _inside_word(text: str, token: re.Match[str]) -> bool:
    """Whether figures stand between letters, and count nothing: "F2F"."""
    first, last = token.span()
    return text[max(first - 1, 0) : first].isalpha() and text[last : last + 1].isalpha()


def _is_first_name(text: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a month with a capital stands before a surname, where months have none: "Julio Arce"."""
    behind = tokens[at + 1].group() if at + 1 < len(tokens) else ""
    joined = bool(behind) and text[tokens[at].end() : tokens[at + 1].start()] == " "
    return joined and tokens[at].group()[0].isupper() and behind[0].isupper()


def _is_month(word: str, written: str, language: str | None) -> bool:
    french = language == "fr" and word in ("mai", "mars")  # where no month has a capital
    return written[0].isupper() or french or word not in listed("months_with_capital")


@lru_cache(maxsize=1)
def _spelled_words() -> dict[str, float]:
    values: dict[str, float] = {word: float(value) for word, value in ranked("units").items()}
    values |= {word: float(value) for word, value in ranked("ordinals").items()}
    values |= {word: 10.0 * value for word, value in ranked("tens").items() if value > 1}
    values |= {"dozen": 12.0, "both": 2.0, "twice": 2.0}
    return values | {word: float(scale) for word, scale in keyed("scales").items() if word not in _SHORT_SCALES}


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


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
