"""A "two" that counts nothing: it stands for a pair of which the words speak, "the two countries"."""

import re
from collections.abc import Iterable

from ...stems import families_of, family, stem

_PAIR = re.compile(r"\b(?:the|these|those|their|our) two (?:\w+ )?(?P<of>[^\W\d_]+s|people|women|men)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*"
_ROW = re.compile(rf"{_NAME}, (?:the )?{_NAME},? and (?:the )?[A-Z]")
_BEHIND = r"\W+(?:\w+\W+)?\w+"  # two words, of which one is what a number counts


def stands_for_a_pair(written: str, claim: str, text: str, numbers: Iterable[str]) -> bool:
    """Whether "two" is no number that the words must hold. numbers: those of the words, as written; where one of them counts
    the same, or more than two stand in a row there, it is one."""
    found = _PAIR.search(claim) if written.lower() == "two" else None
    if found is None or _ROW.search(text):
        return False
    of = family(stem(found["of"]))
    behind = (one for number in numbers for one in re.findall(rf"\b{re.escape(number)}{_BEHIND}", text))
    return not any(of in families_of(one) for one in behind)
