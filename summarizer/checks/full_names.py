"""First names with surnames in a text, and the surnames that several people bear."""

import re
from collections import Counter
from collections.abc import Iterator

from ..uniting.names import name_words
from ..uniting.people import same_person
from .words import listed

_WORD = r"[A-Z][\w'’-]+"
_FULL = re.compile(rf"\b(?P<first>{_WORD})(?: [A-Z]\.)? (?P<last>{_WORD})")

_OFFICE = 3  # surnames behind one word, which then is the office of all of them


def full_names(text: str) -> Iterator[str]:
    """The first names with surnames of a text, as far as capitals tell them."""
    at = 0
    while (found := _FULL.search(text, at)) is not None:
        if _names(found["first"]) and _names(found["last"]):
            yield f"{found['first']} {found['last']}"
        at = found.start("last")


def namesakes_in(text: str) -> dict[str, tuple[str, ...]]:
    """The full names of a text by surname, where one surname has several bearers."""
    found: dict[str, list[str]] = {}
    names = list(dict.fromkeys(full_names(text)))
    firsts = Counter(name.split()[0] for name in names)
    for name in names:
        if firsts[name.split()[0]] >= _OFFICE:
            continue  # "Gemeinderat Brandl, Gemeinderat Kolb, Gemeinderat Maier"
        known = found.setdefault(name.split()[-1], [])
        if not any(same_person(name, one) for one in known):
            known.append(name)
    return {last: tuple(names) for last, names in found.items() if len(names) > 1}


def _names(word: str) -> bool:
    """Whether a word with a capital may be a part of a person's name, as far as the word lists tell."""
    lower = word.lower()
    return not any(
        lower in words
        for words in (
            listed("titles"),
            listed("openers"),
            listed("not_names"),
            listed("little"),
            name_words()["roles"],
            name_words()["titles"],
        )
    )
