"""The number that figures or words stand for: by the marks of the language that figures are written in, and in German, French,
Italian and Spanish words, "zwölf Monate", "douze mille euros"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...words.scripts import folded
from ..words import by_language

CLAUSE = re.compile(r"[.,;:!?\n](?!\d)")
"""A mark between clauses, and not within figures."""
_SPACES, _MARKS = str.maketrans("", "", "' \u00a0\u202f"), str.maketrans("", "", ".,")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)")
_FIGURES = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_ONE_MARK = re.compile(r"\d+[.,]\d{3}")
_POINT_FOR_DECIMALS = frozenset("en ja zh ko th he hi mt ga cy".split())
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"\b(?:the|of|and|by|for|with)\b", re.IGNORECASE)
_BETWEEN = frozenset((" ", "-", "\u00a0"))
_PER = frozenset(("pour", "per", "por"))  # before "cent", which is then a percentage
_HUNDRED = {"de": "hundert", "it": "cento"}
_THOUSAND = {"de": ("tausend",), "it": ("mila", "mille")}
_HUNDREDS = frozenset(("cent", "cents", "hundert", "ciento", "cien", "cento"))
_THOUSANDS = frozenset(("mille", "mil", "tausend", "mila"))
_JOINED = {"fr": ("et", (1, 11)), "es": ("y", tuple(range(1, 10)))}
"""The word between tens and units, by language, and what may follow it: "vingt et un", "treinta y dos"."""
_FOURSCORE = ("quatre", ("vingt", "vingts"))
_BOTH = frozenset(
    "les ces leurs los las i le die den der".split()
)  # before a two that counts nothing: "les deux rives"
_NO_YEAR = 2000  # in words mostly an amount
_SCORES = (60, 80)  # French numbers to which up to nineteen is added


class Figure(NamedTuple):
    """A number as it is read, and as it may be meant all the same."""

    value: float
    doubtful: float | None = None


def figure(word: str, language: str | None) -> Figure | None:
    """The number that figures stand for; None where they are none, as in `1.2.3` or `2a`.

    One mark with three figures behind it parts thousands or decimals, as the language has it: "1.250" is 1.25 in English,
    1250 in German. In other languages than English both are written by some, so the other reading stays in doubt.
    """
    digits = word.translate(_SPACES)
    if _GROUPED.fullmatch(digits):
        grouped = float(digits.translate(_MARKS))
        return _one_mark(digits, grouped, language) if _ONE_MARK.fullmatch(digits) else Figure(grouped)
    if "," in digits and "." in digits:
        last = max(digits.rfind(","), digits.rfind("."))
        digits = digits[:last].translate(_MARKS) + "." + digits[last + 1 :]
    digits = digits.replace(",", ".")
    return Figure(float(digits)) if _FIGURES.fullmatch(digits) else None


def mentions_of(number: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text has a number as it is written, alone."""
    return re.finditer(rf"(?<![\w.,]){re.escape(number)}\b", text)


def _one_mark(digits: str, grouped: float, language: str | None) -> Figure:
    decimal = float(digits.replace(",", "."))
    if language == "en":
        if "," in digits:
            return Figure(grouped)
        return Figure(
            decimal, grouped if digits.endswith("000") else None
        )  # nobody means a thousandth by "10.000 euros"
    groups = "," if language in _POINT_FOR_DECIMALS else "."
    return Figure(grouped, decimal) if language is None or groups in digits else Figure(decimal, grouped)


@lru_cache(maxsize=256)
def words_as_figures(text: str, language: str | None) -> str:
    """The text with figures for its numbers in words, one and what is written as an article left out.

    A text in English, told of a source in another language, stays as it is: "due" is no number there.
    """
    if language not in by_language("numerals") or _ENGLISH.search(text):
        return text
    known = _table(language)
    words = list(_WORD.finditer(text))
    told = [folded(word[0]) for word in words]
    parts, done, at = [], 0, 0
    while at < len(words):
        last, value = _read(text, words, told, at, language) if _value(told[at], known) else (at, 0)
        both = value == 2 and at and told[at - 1] in _BOTH
        if value > 1 and not both and not (told[at] in _HUNDREDS and at and told[at - 1] in _PER):
            parts += [text[done : words[at].start()], "2 000" if value == _NO_YEAR else str(value)]
            done = words[last].end()
        at = last + 1
    return "".join((*parts, text[done:]))


def _read(text: str, words: Sequence[re.Match[str]], told: Sequence[str], at: int, language: str) -> tuple[int, int]:
    """The number that begins at a word, and the place of its last word."""
    known = _table(language)
    total, current, last = 0, 0, at - 1
    place = at
    while place < len(told) and (place == at or text[words[place - 1].end() : words[place].start()] in _BETWEEN):
        word, value = told[place], _value(told[place], known)
        joint, units = _JOINED.get(language, ("", ()))
        following = told[place + 1] if place + 1 < len(told) else ""
        if place > at and word == joint and current % 10 == 0 and current % 100 and known.get(following) in units:
            current, last = current + known[following], place + 1
            place += 2
            continue
        if word in _HUNDREDS and (current == 0 or 1 < current < 10):
            current = max(current, 1) * 100
        elif word in _THOUSANDS and total == 0:
            total, current = max(current, 1) * 1000, 0
        elif word in _FOURSCORE[1] and current % 100 == 4 and told[place - 1] == _FOURSCORE[0]:
            current += 76
        elif value and (place == at or _fits(value, current, language, begun=bool(total))):
            current += value
        else:
            break
        last = place
        place += 1
    return max(last, at), total + current


def _fits(value: int, current: int, language: str, *, begun: bool) -> bool:
    """Whether a number may be added to what was read before it: "soixante-dix", "deux cents douze"."""
    if current == 0:
        return begun and value < 1000
    rest = current % 100
    scores = language == "fr" and rest in _SCORES and value < 20
    return scores or (rest == 0 and value < 100) or (rest % 10 == 0 and rest > 10 and value < 10)


def _value(word: str, known: Mapping[str, int]) -> int:
    """The value of a word, also of one that is written together; 0 for any other."""
    if word in known:
        return known[word]
    for language, thousands in _THOUSAND.items():
        if known is not _table(language):
            continue
        for thousand in thousands:
            many, found, rest = word.partition(thousand)
            rest = rest.removeprefix("und")
            if found and (not many or many in known or many == "ein") and (not rest or rest in known):
                return 1000 * known.get(many, 1) + known.get(rest, 0)
    return 0


@lru_cache(maxsize=8)
def _table(language: str) -> Mapping[str, int]:
    """Words for numbers, with their values; for languages that write them together all below a thousand."""
    found = {word: int(value) for word, _, value in (one.partition(":") for one in by_language("numerals")[language])}
    if language == "de":
        units = {"ein": 1, **{word: value for word, value in found.items() if value < 10}}
        found |= {f"{unit}und{ten}": value + tens for unit, value in units.items() for ten, tens in found.items() if 20 <= tens < 100 and tens % 10 == 0}  # fmt: skip
    elif language == "it":
        units = {word: value for word, value in found.items() if value < 10}
        tens = {word: value for word, value in found.items() if 20 <= value < 100}
        found |= {(ten[:-1] if unit[0] in "uo" else ten) + unit: value + high for ten, high in tens.items() for unit, value in {"uno": 1, "un": 1, **units}.items()}  # fmt: skip
    if language in _HUNDRED:
        below = dict(found)
        digits = {"": 1, "ein": 1, **{word: value for word, value in below.items() if value < 10}}
        for digit, many in digits.items():
            base = f"{digit}{_HUNDRED[language]}"
            found[base] = 100 * many
            for word, value in {**below, "eins": 1}.items():
                found[base + word] = found[f"{base}und{word}"] = 100 * many + value
    return found
