"""Names in a claim, held against the quoted words and the document."""

import re
from collections.abc import Iterator

from ..schemas import RejectionReason
from ..stems import alike, content_words, folded, stem
from .fields import Report, Text
from .grounds import Grounds, holds

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’][^\W_]+)*")
_TITLED_SHARE = 0.6
_PEOPLES = {
    "french": "france", "dutch": "netherlands", "british": "britain", "spanish": "spain", "danish": "denmark", "polish": "poland", "finnish": "finland",
    "irish": "ireland", "swiss": "switzerland", "welsh": "wales", "scottish": "scotland", "american": "america", "greek": "greece", "swedish": "sweden",
    "turkish": "turkey", "thai": "thailand", "english": "england", "us": "america", "uk": "britain", "kingdom": "britain", "states": "america", "usa": "america",
    "cypriot": "cyprus", "slovak": "slovakia", "czech": "czechia", "turkiye": "turkey", "maltese": "malta",
}  # fmt: skip
_DEMONYM = ("n", "an", "ian", "ese", "i", "ish", "ic", "ni", "s", "ns", "ans", "ians")
_LAND = ("", "a", "e", "o", "y", "ia", "land", "ey", "um", "an", "en", "us", "s")
_LITTLE = frozenset(
    "of and the for de la le du des del di da van von der den el al bin y e und und et a an to in on at i".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december q1 q2 q3 q4".split()
)
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady minister president chair chairman secretary ambassador general admiral colonel director mayor councillor senator h.e".split()
)


def names_in(text: str) -> list[str]:
    """The words of a text that look like names, where a sentence does not merely begin."""
    words = list(_WORD.finditer(text))
    capitals = [word for word in words if word.group()[0].isupper()]
    titled = len(words) > 3 and len(capitals) >= _TITLED_SHARE * len(words)
    found = []
    for word in capitals:
        written = word.group()
        opening = word.start() == 0 or re.search(r"[.!?:\n]\s*[\"'“(]*$", text[: word.start()]) is not None
        acronym = len(written) > 1 and sum(one.isupper() for one in written) > 1
        if (not opening and not titled) or acronym:
            found.append(written)
    return [
        word for word in found if folded(word) not in _CALENDAR and word != "I" and not word.startswith(("I'", "I’"))
    ]


def check_names(text: Text, grounds: Grounds, report: Report) -> None:
    """Names of a text must stand in the lines it rests on; one that is nowhere in the document was made up."""
    for name in names_in(text.value):
        if _common(name, grounds):
            if not any(alike(stem(name), word.stem) for word in content_words(grounds.whole)):
                report.note("names", "absent", f'"{name}" does not stand in the quoted words.')
            continue
        if stands(name, grounds.whole):
            report.note("names", "agrees")
        elif stands(name, grounds.around):
            report.note("names", "absent", f'"{name}" stands near the quoted words, not in them.')
        elif known(name, grounds):
            report.note("names", "absent", f'The quoted words do not name "{name}".')
        else:
            explanation = f'The name "{name}" does not stand in the document.'
            report.against(text, "names", explanation, RejectionReason.UNSUPPORTED)


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
    if one == other or _PEOPLES.get(one, one) == _PEOPLES.get(other, other):
        return True
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    if common < 4:
        return False
    rests = one[common:], other[common:]
    return any(left in _DEMONYM and right in _LAND for left, right in (rests, rests[::-1]))


def initials(text: str) -> set[str]:
    """Acronyms of the names that a text writes out: "Joint Military Commission" gives `jmc`."""
    found: set[str] = set()
    row: list[str] = []
    for word in [*(one.group() for one in _WORD.finditer(text)), ""]:
        if word[:1].isupper():
            row.append(word[0].lower())
        elif word.lower() in _LITTLE and row:
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
    telling = [word for word in words if word not in _LITTLE and word not in _TITLES and word not in initials]
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
