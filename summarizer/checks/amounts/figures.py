"""The number that figures stand for, by the marks of the language they are written in, and where a text has it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_SPACES, _MARKS = str.maketrans("", "", "' \u00a0\u202f"), str.maketrans("", "", ".,")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+)")
_FIGURES = re.compile(r"\d+(?:\.\d*)?|\.\d+")
_ONE_MARK = re.compile(r"\d+[.,]\d{3}")
_POINT_FOR_DECIMALS = frozenset("en ja zh ko th he hi mt ga cy".split())


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
