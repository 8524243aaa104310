"""Names in a text: which words are names, and whether another text holds them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..words.scripts import folded, holds, is_unspaced, run_together
from ..words.short_names import initials
from .grounds import Grounds
from .vocabulary import WORD, acronyms, vocabulary
from .words import keyed, listed

_POSSESSIVE = re.compile(r"['’]s?$")
_JOINTS, _JOINTS_AND_STOPS = re.compile(r"[-\s'’]+"), re.compile(r"[-\s.'’]+")
_OPENS = re.compile(r"[.!?:\n][\"'”’)]*\s*[\"'“‘(]*$")
_SEVERAL = re.compile(r",|&|\band\b")
_SHORTEST = 2  # letters of a word that may be an acronym and an "s"


def names_in(text: str) -> list[str]:
    """The words of a text that look like names, where a sentence does not merely begin."""
    found = []
    for word in WORD.finditer(text):
        if not word[0][0].isupper():
            continue
        written = _POSSESSIVE.sub("", word.group())
        opening = word.start() == 0 or _OPENS.search(text[: word.start()]) is not None
        acronym = len(written) > 1 and sum(one.isupper() for one in written) > 1
        if not opening or acronym:
            found.append(written)
    return [
        word
        for word in found
        if folded(word) not in listed("not_names")
        and folded(word) not in keyed("currencies")
        and word != "I"
        and not word.startswith(("I'", "I’"))
    ]


def stands(name: str, text: str) -> bool:
    """Whether a text holds a name, as a noun or an adjective: "Libya", "Libyan"; an acronym, also written out, or of
    several: "EIPs"."""
    if name.endswith("s") and name[:-1].isupper() and len(name) > _SHORTEST:
        return stands(name[:-1], text) or folded(name) in vocabulary(text).words
    if is_unspaced(name):
        return holds(text, name)
    words = vocabulary(text)
    if folded(name).replace(".", "") in words.words:
        return True
    parts = [folded(part).replace(".", "") for part in _JOINTS.split(name) if part]
    if parts and all(map(words.holds, parts)):  # "-" has none
        return True
    return name.isupper() and name.lower() in acronyms(text)


_WITH_AND = re.compile(r"^و(?=\w{3})")
"""The Arabic "and", which is written with the name behind it."""


def known(name: str, grounds: Grounds) -> bool:
    """Whether the document holds a name anywhere."""
    index = grounds.index
    if is_unspaced(name):
        return run_together(name) in index.together
    parts = [part for part in _JOINTS_AND_STOPS.split(folded(name)) if part]
    if parts and all(index.vocabulary.holds(part) or index.vocabulary.holds(_WITH_AND.sub("", part)) for part in parts):
        return True
    return name.isupper() and name.lower() in index.acronyms


@lru_cache(maxsize=512)
def name_parts(name: str) -> tuple[str, ...]:
    """The telling words of a person's, body's or place's name, folded; the name itself where it holds no word."""
    written = WORD.findall(name)
    words = tuple(folded(_POSSESSIVE.sub("", word)).replace(".", "") for word in written)
    dotted = {word.replace(".", "").lower() for word in written if "." in word or len(word) == 1}
    telling = tuple(word for word in words if word not in listed("little"))
    untitled = tuple(word for word in telling if word not in listed("titles") and word not in dotted)
    return untitled or telling or words or (folded(name),)


def shares_name(name: str, text: str) -> bool:
    """Whether a text holds a telling word of a name, or its adjective."""
    return any(stands(part.upper() if part.isupper() else part, text) for part in name_parts(name))


def initialled(name: str, text: str) -> bool:
    """Whether a text has the initials of somebody whom a name names: "WS" for "Wendy Soames"."""
    people = (WORD.findall(one) for one in _SEVERAL.split(name))
    borne = {initials(word for word in one if folded(word) not in listed("titles")) for one in people}
    letters = {one for one in borne if len(one) > 1}
    return not letters.isdisjoint(word.group().replace(".", "") for word in WORD.finditer(text))


def as_called(name: str, grounds: Grounds) -> str:
    """The nickname by which alone a quoted line calls somebody of this name, else the name."""
    nicknames = grounds.index.nicknames
    called = [word for word, full in nicknames.items() if whole_name(full, name) or whole_name(name, full)]
    for line in grounds.lines if called else ():
        if not shares_name(name, line.text) and (word := next((one for one in called if stands(one, line.text)), None)):
            return word
    return name


def whole_name(name: str, text: str) -> bool:
    """Whether a text holds all telling words of a name."""
    return holds(text, name) or all(stands(part, text) for part in name_parts(name))


def capitalised(text: str) -> Iterator[str]:
    """Words with a capital, the first one included."""
    for word in WORD.finditer(text):
        if word.group()[0].isupper() and word.group() != "I":
            yield word.group()


def holds_name(words: str) -> bool:
    """Whether words name somebody: they hold a capital that is more than the beginning of a sentence."""
    return "@" in words or any(
        word.lower() not in listed("unresolved") | listed("openers") for word in capitalised(words)
    )
