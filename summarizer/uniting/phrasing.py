"""What is left of a heading, a deed, a date or a condition without the words that make no other thing of it."""

import re
from functools import cache, lru_cache
from typing import Any

from ..dating.forms import find_absolute
from ..words.scripts import folded
from ..words.wordlists import word_lists
from .sameness import same_wording, same_words, stem, wording

_NUMBER = re.compile(
    r"^\W*(?:(?:agenda\s+)?(?:item|point|topic|section)\s+(\d+(?:\.\d+)*[a-z]?|[a-z])\s*[.:)–—-]\s*"
    r"|(\d+(?:\.\d+)*[a-z]?)\s*[.:)]\s+|\(?([a-z])\)\s+)(?=\w)",
    re.IGNORECASE,
)
_MARK = re.compile(r"^\W*(?:action(?:\s+(?:item|point))?|to-?do|next\s+step)s?\s*\d*\s*[:–—-]\s*", re.IGNORECASE)
_WILL = re.compile(
    r"\W*(?:(?:I|we)\b\W*(?=ll\b|will\b|shall\b|am\b|are\b|have\b|agreed?\b|promised?\b))?"
    r"(?:(?:['’]?ll|will|shall|(?:am|is|are|has|have|agrees?|agreed|undertakes?|undertook|promise[sd]?)?\s*to)\b\s*)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@cache
def _lists() -> dict[str, Any]:
    data = word_lists(__package__, "phrasing.yaml")
    lists: dict[str, Any] = {kind: frozenset(words) for kind, words in data.items() if kind != "verbs"}
    lists["verbs"] = [
        (tuple(stem(word) for word in each.split()), verb) for verb, others in data["verbs"].items() for each in others
    ]
    return lists


@lru_cache(maxsize=1024)
def _heading(text: str) -> tuple[str, str]:
    """The number of a heading, and what it is about: "4. Update on school meals (cont'd)" is 4 and school meals."""
    numbered = _NUMBER.match(text)
    number = next(each for each in numbered.groups() if each).lower() if numbered else ""
    about = text[numbered.end() :] if numbered else text
    plain = _WORD.sub(lambda word: "" if folded(word[0]).replace("’", "'") in _lists()["heading"] else word[0], about)
    return number, plain if wording(plain).stems else about


def same_topic(a: str, b: str) -> bool:
    """Whether two headings are on one topic: their numbers do not differ, and neither says more of it."""
    (number, left), (other, right) = _heading(a), _heading(b)
    return not (number and other and number != other) and same_wording(left, right, least=0.75)


def about(topic: str) -> str:
    """The subject of a heading alone."""
    return _heading(topic)[1]


@lru_cache(maxsize=2048)
def deed(action: str, actor: str | None = None, recipient: str | None = None, due: str | None = None) -> str:
    """The deed alone, without what other fields say already; verbs that say the same become one."""
    text = _MARK.sub("", action)
    for said, before in ((due, r"(?:by|before|on|until|within|in)?"), (recipient, r"(?:to|for|with)(?:\s+the)?")):
        if said and _may_hold(text, said):
            without = re.sub(rf"\W*\b{before}\s*{re.escape(said)}(?!\w)", " ", text, flags=re.IGNORECASE)
            text = without if wording(without).stems else text
    for name in (actor, *(actor or "").split()[-1:]):
        if name and _may_hold(text, name):
            led = re.match(rf"\W*{re.escape(name)}\b\s*", text, re.IGNORECASE)
            text = text[led.end() :] if led is not None and _WILL.match(text, led.end()) else text
    will = _WILL.match(text)
    return _one_verb(text[will.end() :] if will is not None else text)


def _may_hold(text: str, words: str) -> bool:
    """False where a text does not hold these words in any case, so that no pattern has to be made of them."""
    return words.lower() in text.lower() or not (text.isascii() and words.isascii())


def _one_verb(text: str) -> str:
    words = list(_WORD.finditer(text))
    stems = tuple(stem(folded(word[0])) for word in words[:3])
    for variant, verb in _lists()["verbs"]:
        if stems[: len(variant)] == variant and len(words) > len(variant):
            return f"{verb} {text[words[len(variant) - 1].end() :]}"
    return text


def same_due(a: str | None, b: str | None) -> bool:
    """Whether two times are one, or one of them is not stated."""
    if same_words(a, b) or not a or not b:
        return True
    left, right = (tuple(word for word in _folded(text) if word not in _lists()["until"]) for text in (a, b))
    if left == right:
        return True
    days = [{each.date for each in find_absolute(text)} for text in (a, b)]
    after = [not _lists()["after"].isdisjoint(_folded(text)) for text in (a, b)]
    return bool(days[0]) and days[0] == days[1] and after[0] == after[1]


def same_condition(a: str | None, b: str | None) -> bool:
    """Whether two conditions are one; none is the same only as none."""
    if not a or not b:
        return not a and not b
    left, right = (" ".join(word for word in _folded(text) if word not in _lists()["condition"]) for text in (a, b))
    return same_words(a, b) or same_wording(left or a, right or b, least=1)


def _folded(text: str) -> list[str]:
    return [folded(word) for word in _WORD.findall(text)]
