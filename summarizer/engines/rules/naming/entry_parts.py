"""The parts of an entry between its marks, each with its offset: "Ann Lee", "Chair", "Acme"."""

import re

from ..words import words

STYLE = re.compile(
    r"(?:(?-i:HE|H\.E\.)|(?:his|her|their|your) (?:royal |imperial )?(?:excellency|highness|majesty|honou?r),?|(?:the )?(?:rt\.?|right|most) hon(?:ou?rable|\.)?|the (?:honou?rable|reverend))\s+",
    re.IGNORECASE,
)
SEPARATOR = re.compile(r"\s*[,;|\t]\s*|\s+[-–—]+\s+|\s*—\s*|:\s+")
LEGAL_FORM = re.compile(r"(?:Inc|Ltd|LLC|LLP|PLC|plc|GmbH|Corp|S\.A|B\.V)\.?")
SHORT_END = re.compile(r"(?:[^\W\d_] [^\W\d_a-z]|\b(?:[JS]r|[A-Z](?:\.[A-Z])+))\.$")
"""A full stop that belongs to the last word: "Sunil R.", "Bo Ray, Jr.", "Acme U.S."."""


def without_style(text: str) -> tuple[str, int]:
    """The entry without "His Excellency" or "The Honorable", and how many characters that were."""
    style = STYLE.match(text)
    return (text[style.end() :], style.end()) if style else (text, 0)


def split_parts(text: str) -> list[tuple[str, int]]:
    """The words between the marks of an entry, and where they stand in it."""
    found, at = [], 0
    for match in SEPARATOR.finditer(text):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, len(text)))
    return [
        (trimmed(text[a:b]), a + len(text[a:b]) - len(text[a:b].lstrip(" .*_"))) for a, b in _with_suffixes(text, found)
    ]


def _with_suffixes(text: str, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of an entry, "Jr." and "III" with the name that they follow, "Inc." with its company."""
    joined: list[tuple[int, int]] = []
    for a, b in parts:
        first = re.match(r"\s*(\w+)\.?(?=\s|$)", text[a:b])
        if len(joined) == 1 and text[a:b].strip(" .").lower() in words().suffixes:
            joined[0] = (joined[0][0], b)
        elif joined and LEGAL_FORM.fullmatch(text[a:b].strip()):
            joined[-1] = (joined[-1][0], b)  # "Chair, Acme, Inc."
        elif len(joined) == 1 and first and first[0].endswith(".") and first[1].lower() in words().suffixes:
            joined[0] = (joined[0][0], a + first.end())  # "Bo Ray, Jr. Acme Ferries"
            joined.append((a + first.end(), b))
        else:
            joined.append((a, b))
    return joined


def trimmed(text: str) -> str:
    """Without marks around it; the full stop of an initial stays: "Sunil R."."""
    plain = text.strip(" \t*_").lstrip(".")
    return plain if SHORT_END.search(plain) else plain.rstrip(" .")
