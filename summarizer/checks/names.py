"""Names in a claim, held against the quoted words and the document: the check `names`."""

import re

from ..schemas import Part, RejectionReason
from ..words.scripts import folded, holds, running
from ..words.stems import shared, stem, stems_of
from .actors.meant import is_meant
from .entitled import entitled
from .fields import Report, Text, is_title, texts
from .german_nouns import is_general, is_plain_noun
from .grounds import Grounds
from .proper import known, names_in, stands
from .vocabulary import WORD
from .words import listed

_TITLED_SHARE = 0.6
_ROW = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_ACRONYM = 3  # letters of an acronym that is read from the words it stands for


def check_names(text: Text, grounds: Grounds, report: Report) -> None:
    """Names of a text must stand in the lines it rests on; one that is nowhere in the document was made up."""
    titles = is_title(text, report.item)
    is_told = titles and any(one.optional for one in texts(report.item, Part.CLAIM))
    german = grounds.index.language == "de"
    for name in names_in(text.value):
        noun = german and not holds(grounds.whole, name) and _plain_in_german(name, text.value)
        if noun and (is_general(folded(name)) or _common(name, grounds) or stands(name, grounds.around)):
            continue
        if _common(name, grounds):
            plain = titles and (_titled(text.value) or _heads(text.value, name, grounds.headed))  # "General Situation"
            if not plain and not holds(grounds.whole, name) and not shared({stem(name)}, grounds.stems):
                report.note("names", "absent", f'"{name}" does not stand in the quoted words.')
            continue
        quoted = stands(name, grounds.whole) or _abbreviates(name, grounds.quoted)
        quoted = quoted or _abbreviated(name, text.value, grounds.quoted)
        if quoted or (titles and (_heads(text.value, name, entitled(grounds)) or _begins_block(name, grounds))):
            report.note("names", "agrees")
        elif titles and is_told and (stands(name, entitled(grounds)) or _of_around(name, text, grounds)):
            report.note("names", "agrees")  # what stands over a summary may be called as the text around calls it
        elif not titles and is_meant(name, text.value, grounds):
            report.note("names", "unchecked")
        elif stands(name, grounds.around):
            report.note("names", "absent", f'"{name}" stands near the quoted words, not in them.')
        elif known(name, grounds):
            report.note("names", "absent", f'The quoted words do not name "{name}".')
        elif noun:
            continue
        elif _titled(text.value):  # where every word has a capital, none need be a name
            report.note("names", "absent", f'"{name}" does not stand in the document.')
        else:
            explanation = f'The name "{name}" does not stand in the document.'
            report.against(text, "names", explanation, RejectionReason.UNSUPPORTED)


def _of_around(name: str, text: Text, grounds: Grounds) -> bool:
    """Whether a topic is of the text around the quoted lines: where it has their words, it must have their names too."""
    stems = stems_of(text.value)
    return 2 * len(shared(stems, grounds.stems)) <= len(stems) and stands(name, grounds.around)


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


def _begins_block(name: str, grounds: Grounds) -> bool:
    """Whether a quoted paragraph begins with the words that letters stand for: "AI" of "Artificial intelligence. ..."."""
    index, letters = grounds.index, name.lower() if name.isupper() else ""
    heads = (index.document.line_text(next(index.block(line.number))) for line in grounds.lines if letters)
    return any("".join(word[0] for word in running(head).split()[: len(name)]) == letters for head in heads)


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
