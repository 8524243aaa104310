"""One spelling for those in which a name is written: accents, digraphs, and romanisations of other alphabets."""

import re
from functools import lru_cache

from ..words.scripts import folded

# Letters that no accent makes of a plain one.
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe"}
)  # fmt: skip
_LONG = 8  # letters from which on a slip that no two names differ by is taken for one
# Servants of God under one of his names: the article takes the sound of what follows (Abdurrahman, Abdessalam).
_SERVANT = re.compile(r"abd(?:ul|el|al|oul|ol|[aeu](?=([dnrstz])\1))?(?=[^aeiou])(?=.{3})")

_MC = re.compile(r"^mc(?=[a-z]{3})")
_UMLAUT = re.compile(r"(?<=[a-z])(?:ue|oe|ae)")
_SLAVIC = re.compile(r"(?<=sk)(?:ij|iy|yi)$|(?<=(?:sh|ch|zh))ev(?=a?$)")
_Y = re.compile(r"(?<=[aeiou])y|y(?=[aeiou])(?<!^y)|(?<=.)y+$|(?<=sk)y")
_OFF, _LAST_H = re.compile(r"off$"), re.compile(r"(?<=[aeiou]{1})h$")
_DOUBLE_CONSONANT, _DOUBLE = re.compile(r"([^aeiou])\1+"), re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouwy']")


def plain_letters(text: str) -> str:
    """The text with ø, ł and their like as the plain letters that stand for them in ASCII."""
    return text.translate(_LETTERS)


@lru_cache(maxsize=8192)
def spelling(word: str) -> str:
    """One spelling for those of one name: Müller and Mueller, Zelensky and Zelenskyy, McLeod and MacLeod."""
    word = _MC.sub("mac", folded(plain_letters(word)))
    word = _UMLAUT.sub(lambda m: m[0][0], word) if len(word) > 4 else word
    word = _SLAVIC.sub(lambda m: "i" if m[0] != "ev" else "ov", word)
    word = _Y.sub("i", word)
    for before, after in (("ph", "f"), ("ck", "k"), ("ou", "u"), ("tz", "ts"), ("ks", "x")):
        word = word.replace(before, after)
    word = word.replace("th", "t") if len(word) >= _LONG else word
    word = _OFF.sub("ov", _LAST_H.sub("", word))
    return (_DOUBLE_CONSONANT if len(word) < 5 else _DOUBLE).sub(r"\1", word)


def servant(word: str) -> str | None:
    """What follows `Abdul-` in a name written as one word; None where it is no such name."""
    found = _SERVANT.match(word)
    return word[found.end() :] if found else None


def skeleton(word: str) -> str:
    """The consonants of an Arabic name as any romanisation has them: Haftar and Hifter, Gaddafi and Qadhafi."""
    for before, after in (("kh", "h"), ("gh", "k"), ("dh", "d"), ("dj", "j"), ("th", "t"), ("q", "k"), ("g", "k"), ("c", "k")):  # fmt: skip
        word = word.replace(before, after)
    head = "a" if word[:1] in "aeiou" else word[:1]
    return head + _VOWELS.sub("", word[1:])
