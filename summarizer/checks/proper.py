"""Names in a claim, held against the quoted words and the document."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..initials import initials
from ..schemas import Part, RejectionReason
from ..scripts import folded, is_unspaced, run_together
from ..stems import shared, stem, stems_of
from .entitled import entitled
from .fields import Report, Text, is_subject, texts
from .german_nouns import is_plain_noun
from .grounds import Grounds, holds, running
from .vocabulary import WORD, acronyms, vocabulary
from .words import keyed, listed

_POSSESSIVE = re.compile(r"['’]s?$")
_JOINTS, _JOINTS_AND_STOPS = re.compile(r"[-\s'’]+"), re.compile(r"[-\s.'’]+")
_OPENS = re.compile(r"[.!?:\n][\"'”’)]*\s*[\"'“‘(]*$")
_SEVERAL = re.compile(r",|&|\band\b")
_TITLED_SHARE = 0.6
_ROW = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_SHORTEST = 2  # letters of a word that may be an acronym and an "s"
_ACRONYM = 3  # letters of an acronym that is read from the words it stands for


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


def check_names(text: Text, grounds: Grounds, report: Report) -> None:
    """Names of a text must stand in the lines it rests on; one that is nowhere in the document was made up."""
    is_title = is_subject(report.item) and not text.optional
    is_told = is_title and any(one.optional for one in texts(report.item, Part.CLAIM))
    for name in names_in(text.value):
        if _common(name, grounds):
            plain = is_title and (
                _titled(text.value) or _heads(text.value, name, grounds.headed)
            )  # "General Situation"
            if not plain and not holds(grounds.whole, name) and not shared({stem(name)}, grounds.stems):
                report.note("names", "absent", f'"{name}" does not stand in the quoted words.')
            continue
        quoted = stands(name, grounds.whole) or _abbreviates(name, grounds.quoted)
        quoted = quoted or _abbreviated(name, text.value, grounds.quoted)
        if quoted or (is_title and _heads(text.value, name, entitled(grounds))):
            report.note("names", "agrees")
        elif is_title and is_told and stands(name, entitled(grounds)):
            report.note("names", "agrees")  # what stands over a summary may be called as the heading calls it
        elif stands(name, grounds.around):
            report.note("names", "absent", f'"{name}" stands near the quoted words, not in them.')
        elif known(name, grounds):
            report.note("names", "absent", f'The quoted words do not name "{name}".')
        elif grounds.index.language == "de" and _plain_in_german(name, text.value):
            continue
        elif _titled(text.value):  # where every word has a capital, none need be a name
            report.note("names", "absent", f'"{name}" does not stand in the document.')
        else:
            explanation = f'The name "{name}" does not stand in the document.'
            report.against(text, "names", explanation, RejectionReason.UNSUPPORTED)


def _plain_in_german(name: str, text: str) -> bool:
    return any(is_plain_noun(text, *one.span()) for one in re.finditer(rf"\b{re.escape(name)}\b", text))


def _abbreviates(name: str, text: str) -> bool:
    """Whether a name is made of the first letters of words in a row: "MoU" for "memorandum of understanding"."""
    letters = name.replace(".", "")
    if not letters.isalpha() or len(letters) < _ACRONYM or not any(one.isupper() for one in letters[1:]):
        return False
    words = running(text).split()
    rows = words, [word for word in words if word not in listed("little")]
    return any(letters.lower() in "".join(word[0] for word in row) for row in rows)


def _abbreviated(name: str, claim: str, text: str) -> bool:
    """Whether a text has the first letters of the names in a row of which a name of the claim is one: "NY" for "New York"."""
    for row in _ROW.finditer(claim):
        letters = "".join(word[0] for word in row[0].split())
        if name in row[0].split() and re.search(rf"\b{letters}\b", text) is not None:
            return True
    return False


def _heads(subject: str, name: str, headings: str) -> bool:
    """Whether a subject is called by the heading that stands over it, name and all."""
    stems = stems_of(subject)
    return stands(name, headings) and shared(stems, stems_of(headings)) == stems


def _titled(text: str) -> bool:
    words = [word.group() for word in WORD.finditer(text) if folded(word.group()) not in listed("little")]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _TITLED_SHARE * len(words)


def _common(name: str, grounds: Grounds) -> bool:
    """Whether a word with a capital is an ordinary word that the document writes without one."""
    lower = name.lower()
    if name.isupper() and len(name) > 1:
        return False
    spellings = grounds.index.spellings
    return lower in spellings or (name not in spellings and bool(shared({stem(lower)}, grounds.stems_near)))


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
