"""Names in a claim, held against the quoted words and the document."""

import re
from collections.abc import Iterator

from ..schemas import RejectionReason
from ..stems import alike, content_words, folded, stem
from .fields import Report, Text
from .grounds import Grounds, holds
from .words import keyed, listed

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_TITLED_SHARE = 0.6


def names_in(text: str) -> list[str]:
    """The words of a text that look like names, where a sentence does not merely begin."""
    words = list(_WORD.finditer(text))
    capitals = [word for word in words if word.group()[0].isupper()]
    found = []
    for word in capitals:
        written = _POSSESSIVE.sub("", word.group())
        opening = word.start() == 0 or re.search(r"[.!?:\n]\s*[\"'“(]*$", text[: word.start()]) is not None
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


def check_names(text: Text, grounds: Grounds, report: Report) -> None:
    """Names of a text must stand in the lines it rests on; one that is nowhere in the document was made up."""
    titled = _titled(text.value)
    for name in names_in(text.value):
        if _common(name, grounds):
            if not holds(grounds.whole, name) and not any(
                alike(stem(name), word.stem) for word in content_words(grounds.whole)
            ):
                report.note("names", "absent", f'"{name}" does not stand in the quoted words.')
            continue
        if stands(name, grounds.whole):
            report.note("names", "agrees")
        elif stands(name, grounds.around):
            report.note("names", "absent", f'"{name}" stands near the quoted words, not in them.')
        elif known(name, grounds):
            report.note("names", "absent", f'The quoted words do not name "{name}".')
        elif titled:  # where every word has a capital, none need be a name
            report.note("names", "absent", f'"{name}" does not stand in the document.')
        else:
            explanation = f'The name "{name}" does not stand in the document.'
            report.against(text, "names", explanation, RejectionReason.UNSUPPORTED)


def _titled(text: str) -> bool:
    words = [word.group() for word in _WORD.finditer(text) if folded(word.group()) not in listed("little")]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _TITLED_SHARE * len(words)


def _common(name: str, grounds: Grounds) -> bool:
    """Whether a word with a capital is an ordinary word that the document writes without one."""
    lower = name.lower()
    if name.isupper() and len(name) > 1:
        return False
    return lower in grounds.index.spellings or (
        name not in grounds.index.spellings
        and any(alike(stem(lower), word.stem) for word in content_words(grounds.around))
    )


def stands(name: str, text: str) -> bool:
    """Whether a text holds a name, as a noun or an adjective: "Libya", "Libyan"; an acronym, also written out."""
    words = {folded(word.group()).replace(".", "") for word in _WORD.finditer(text)}
    words |= {part for word in words for part in re.split(r"[-'’]+", word)}
    parts = [folded(part).replace(".", "") for part in re.split(r"[-\s'’]+", name) if part]
    if folded(name).replace(".", "") in words or all(
        part in words or any(_akin(part, word) for word in words) for part in parts
    ):
        return True
    return name.isupper() and name.lower() in initials(text)


def known(name: str, grounds: Grounds) -> bool:
    """Whether the document holds a name anywhere."""
    words = grounds.index.words
    parts = [part for part in re.split(r"[-\s.'’]+", folded(name)) if part]
    if all(part in words for part in parts) or all(any(_akin(part, word) for word in words) for part in parts):
        return True
    return name.isupper() and name.lower() in initials(grounds.index.document.text)


def _akin(one: str, other: str) -> bool:
    """Whether two words name one country and its people."""
    if one == other or keyed("peoples").get(one, one) == keyed("peoples").get(other, other):
        return True
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    if common < 4:
        return False
    rests = one[common:], other[common:]
    return any(
        left in listed("people_endings") and (right or "-") in listed("land_endings")
        for left, right in (rests, rests[::-1])
    )


def initials(text: str) -> set[str]:
    """Acronyms of the names that a text writes out: "Joint Military Commission" gives `jmc`."""
    found: set[str] = set()
    row: list[str] = []
    for word in [*(one.group() for one in _WORD.finditer(text)), ""]:
        if word[:1].isupper():
            row.append(word[0].lower())
        elif word.lower() in listed("little") and row:
            continue
        else:
            found.update(
                "".join(row[start:end])
                for start in range(len(row))
                for end in range(start + 2, min(len(row), start + 7) + 1)
            )
            row = []
    return found


def name_parts(name: str) -> list[str]:
    """The telling words of a person's, body's or place's name, folded."""
    words = [folded(word.group()).replace(".", "") for word in _WORD.finditer(name)]
    initials = {
        word.group().replace(".", "").lower()
        for word in _WORD.finditer(name)
        if "." in word.group() or len(word.group()) == 1
    }
    telling = [
        word for word in words if word not in listed("little") and word not in listed("titles") and word not in initials
    ]
    return telling or words


def shares_name(name: str, text: str) -> bool:
    """Whether a text holds a telling word of a name, or its adjective."""
    return any(stands(part.upper() if part.isupper() else part, text) for part in name_parts(name))


def whole_name(name: str, text: str) -> bool:
    """Whether a text holds all telling words of a name."""
    return holds(text, name) or all(stands(part, text) for part in name_parts(name))


def capitalised(text: str) -> Iterator[str]:
    """Words with a capital, the first one included."""
    for word in _WORD.finditer(text):
        if word.group()[0].isupper() and word.group() != "I":
            yield word.group()
