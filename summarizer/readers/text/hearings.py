"""Labels that end in a full stop, or in nothing: `Mr. SMITH. I thank ...`, `Q. Where were you?`, `Q   Thank you.`

So parliaments, committees, courts and press rooms print who speaks. `Mr. Smith. He said` is written so in prose as well:
such a label begins a paragraph, and one that is not in capitals counts only where many others do and speak of themselves.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...words.closed_classes import NAME_PARTICLES
from .lines import Line

_TITLE = (
    r"(?:Messrs|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Hon|Sen|Rep|Gen|Lt|Col|Adm|Amb|Senator|Representative|Congress(?:wo)?man|Delegate"
    r"|Chair(?:wo)?man|Chairperson|Chair|Vice Chair(?:man)?|Secretary|Under Secretary|Ambassador|General|Admiral|Colonel|Judge"
    r"|Justice|Governor|Mayor|President|Commissioner|Director|Administrator|Professor|Doctor|Reverend|Lord|Lady|Sir|Dame)"
)
_PART = r"(?:(?:Mc|Mac|De|Di|Du|La|Le|Van|[DO]['’])?[^\W\d_a-zà-ÿ][\w'’]*(?:-[^\W\d_a-zà-ÿ][\w'’]*)*)"
_PARTICLE = rf"(?:{NAME_PARTICLES}|St\.)"
_NAME = rf"(?:{_PARTICLE}\s){{0,2}}{_PART}(?:\s(?:{_PARTICLE}\s){{0,2}}{_PART}){{0,3}}"
_OFFICE = (
    r"(?:Acting\s|Vice\s|Deputy\s|Presiding\s|Chief\s)?(?:Chair(?:wo)?man|Chairperson|Chair|Speaker|President|Moderator|Clerk|Secretary"
    r"|Justice|Officer|Court|Witness|Foreperson|Interpreter|Reporter|Bailiff|Defendant|Plaintiff)(?:\s(?i:pro\stempore))?"
)
_NAMED = re.compile(
    rf"(?P<label>(?:(?i:{_TITLE})\.?\s{_NAME}(?:\sof\s{_NAME})?|[Tt](?i:he)\s(?i:{_OFFICE}))(?:\s\([^()\n]{{1,60}}\))?)"
    r"\.(?:\s?[—–]\s?|\s+)(?=\S)"
)
_ASKED = re.compile(r"(?P<label>[QA])(?:\.[:\s]?\s*|[:]?(?:\t|[^\S\n]{2,})\s*)(?=[^\s.])")
_LISTED = re.compile(r"[B-P]\.\s+\S")
"""An item of a list that counts with letters, as `A. ...` is too."""
_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]{2}")
_OF_THEMSELVES = re.compile(r"\b(?:I|I['’]\w+|we|you|your|my|me|our|us|thank|yes|no|please|let)\b", re.IGNORECASE)
_ENDS = '.!?:;”")]…—–_*'
_COUNTED = re.compile(r"\**Q(?P<number>\d{1,4})[.:]?\**\s+(?=\S)")
_QUARTERS = 4
_FEWEST = 6
"""Labels in small letters that there are at the least."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The label on a line and where the words behind it begin."""

    line: int
    speaker: str
    body: int

    @property
    def is_question(self) -> bool:
        """Whether it says that somebody asks, and not who."""
        return self.speaker == "Q"


def find_openings(text: str, lines: Sequence[Line], *, among_others: bool) -> dict[int, Opening]:
    """The labels of a text by index of their line. `among_others`: labels with colons were found in it."""
    here = [number for number in range(len(lines)) if _begins_paragraph(text, lines, number)]
    named = list(_matches(_NAMED, text, lines, here))
    loud = [each for each in named if _is_loud(each.speaker)]
    if not (len({each.speaker for each in loud}) > 1 or (among_others and loud)):
        loud = []
    quiet = [each for each in named if not _is_loud(each.speaker)]
    found = [*loud, *(quiet if _is_hearing(text, lines, quiet) else [])]
    asked = list(_matches(_ASKED, text, lines, here))
    if _is_questioning(text, lines, here, asked, named=bool(found) or among_others):
        found.extend(asked)
    return {each.line: each for each in found}


def counted_questions(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """Where the label begins behind the number of a question, `Q12 Anna Berg: Why is that?`, by index of its line.

    Empty where there are no more of them than a year has quarters: `Q1 sales: 3 million`.
    """
    found: dict[int, int] = {}
    last = 0
    for number, line in enumerate(lines):
        match = _COUNTED.match(text, line.start, line.end) if line.mark == "text" and not line.literal else None
        if match is not None:
            found[number] = match.end()
            last = max(last, int(match["number"]))
    return found if last > _QUARTERS else {}


def _begins_paragraph(text: str, lines: Sequence[Line], number: int) -> bool:
    line = lines[number]
    if line.mark != "text" or line.quoted or line.literal:
        return False
    above = lines[number - 1] if number else None
    return above is None or above.mark != "text" or line.indent > above.indent or text[above.end - 1] in _ENDS


def _matches(pattern: re.Pattern[str], text: str, lines: Sequence[Line], here: Sequence[int]) -> Iterator[Opening]:
    for number in here:
        if match := pattern.match(text, lines[number].start, lines[number].end):
            yield Opening(number, " ".join(match["label"].split()), match.end())


def _is_loud(speaker: str) -> bool:
    """Whether the name is in capitals: `Mr. SMITH`, `Ms. McGRATH of Ohio`, `The CHAIRMAN`."""
    return bool(_CAPITALS.search(speaker.split(" ", 1)[-1]))


def _is_hearing(text: str, lines: Sequence[Line], found: Sequence[Opening]) -> bool:
    """Whether names in small letters are labels: several that recur, and most speak in the first person."""
    times = Counter(each.speaker for each in found)
    recurring = [speaker for speaker, count in times.items() if count > 1]
    if len(recurring) < 2 or len(found) < _FEWEST:
        return False
    ends = _words_ends(lines, found)
    own = sum(bool(_OF_THEMSELVES.search(text, each.body, end)) for each, end in zip(found, ends, strict=True))
    return 2 * own >= len(found)


def _words_ends(lines: Sequence[Line], found: Sequence[Opening]) -> Iterator[int]:
    """Where the paragraphs end that begin with these labels, each before the next label."""
    begun = {each.line for each in found}
    for each in found:
        number = each.line
        while (
            number + 1 < len(lines)
            and number + 1 not in begun
            and lines[number + 1].mark == "text"
            and lines[number + 1].indent <= lines[number].indent
        ):
            number += 1
        yield lines[number].end


def _is_questioning(
    text: str, lines: Sequence[Line], here: Sequence[int], asked: Sequence[Opening], *, named: bool
) -> bool:
    """Whether `Q.` and `A.` are questions and answers: both, or questions among the words of others."""
    times = Counter(each.speaker for each in asked)
    if not times["Q"] or any(_LISTED.match(text, lines[number].start, lines[number].end) for number in here):
        return False
    if named and times["Q"] > 1:
        return True
    if not times["A"]:
        return False
    ends = zip(asked, _words_ends(lines, asked), strict=True)
    questions = sum("?" in text[each.body : end] for each, end in ends if each.is_question)
    return asked[0].is_question and 2 * questions >= times["Q"] and (len(asked) > 3 or 2 * len(asked) >= len(here))
