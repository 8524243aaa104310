"""Notes in small letters, "attendees: maria lopez, jun park": the names of their list are read as if they had capitals."""

import re

from ..words import is_office, words
from .labels import read_label

_LIST = re.compile(r"(?m)^[ \t>*_-]*(?P<label>[^\W\d_][\w ]{2,30}):[ \t]*(?P<names>[^\n:]{2,400})$")
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’-][^\W\d_]+){0,3}")
_BARE_LIST = re.compile(r"(?m)^[ \t]*[a-zà-ÿ]{2,12}(?:, ?[a-zà-ÿ]{2,12}(?: \([^()\n,]{2,30}\))?){2,11}[ \t]*$")
_TOP = 200  # characters in which a row without a label may list who was there
_FEWEST = 2  # names of the lists of a document
_SHORTEST = 2  # characters of a first name that stands for the whole one


def raised(text: str) -> str:
    """A text with capitals for the names of a list that has none, else as it is. Offsets into it stay the same.

    A full name is raised wherever it stands; a first name only where it opens a line or what stands behind a label, or behind "@".
    """
    names = [name for found in _LIST.finditer(text) for name in _listed(found)] or unlabelled(text)
    if len(names) < _FEWEST:
        return text
    whole = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True) if " " in one) or "(?!)"
    first = "|".join(re.escape(one) for one in {name.split()[0] for name in names} if len(one) >= _SHORTEST) or "(?!)"
    full = re.sub(rf"(?<![\w@])(?:{whole})(?!\w)", _with_capitals, _BARE_LIST.sub(_bare_row, _LIST.sub(_row, text)))
    row = rf"(?:{first})(?:(?:,|,? and) (?:{first}))*"  # "ann and bo to ring the mill"
    short = re.sub(rf"(?m)(?:^[ \t>*•-]*|@|: ){row}(?!\w)", _with_capitals, full)
    return short if len(short) == len(text) else text


def unlabelled(text: str) -> list[str]:
    """The names of a row near the top that is nothing but a few words between commas, each of which opens a row below."""
    found = _BARE_LIST.search(text, 0, text.find("\n", _TOP) + 1 or len(text))
    return _bare_names(found) if found is not None else []


def _bare_names(found: re.Match[str]) -> list[str]:
    below = found.string[found.end() :]
    words_ = [part.strip() for part in re.sub(r"\([^()\n]*\)", "", found[0]).split(",")]
    names = [word for word in words_ if word not in ("me", "myself", "i") and _NAME.fullmatch(word)]
    opens = [name for name in names if re.search(rf"(?mi)^[ \t>*•-]*{re.escape(name)}\b", below)]
    common = any(_is_common(name) for name in names)
    return names if len(opens) >= _FEWEST and 2 * len(opens) >= len(names) and not common else []


def _bare_row(found: re.Match[str]) -> str:
    names = _bare_names(found) if unlabelled(found.string) else []
    each = "|".join(map(re.escape, names)) or "(?!)"
    return re.sub(rf"(?<!\w)(?:{each})(?!\w)", _with_capitals, found[0])


def _row(found: re.Match[str]) -> str:
    """A row with capitals for the names that it lists, if it does."""
    head = found[0][: found.start("names") - found.start()]
    return head + _capitals(found["names"]) if _listed(found) else found[0]


def _listed(found: re.Match[str]) -> list[str]:
    """The names of a row that says who was there, where none of its letters is a capital."""
    if not found["names"].islower() or read_label(found["label"].strip(), inline=True) is None:
        return []
    names = [name.strip(" .") for name in re.split(r",|;|\band\b|&", found["names"])]
    plain = [name for name in names if _NAME.fullmatch(name) and not _is_common(name)]
    return plain if len(plain) == len([name for name in names if name]) else []


def _is_common(name: str) -> bool:
    return any(word in words().stops or is_office(word) for word in name.split())


def _with_capitals(found: re.Match[str]) -> str:
    return _capitals(found[0])


def _capitals(words_: str) -> str:
    return re.sub(r"(?<![^\W_])(?!and\b)[^\W\d_]", lambda letter: letter[0].upper(), words_)
