"""Comparisons turned round: "A costs more than B" where the quoted words say it of B."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.stems import content_words, families_of, family
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_MORE = re.compile(
    r"\b(?P<more>more|less|fewer|better|worse|(?:high|low|larg|small|great|fast|slow|cheap|saf|strong|weak|long|short|earl|eas|hard)(?:i?er)|later|cheaper)\b",
    re.IGNORECASE,
)
_THAN = re.compile(r"\bthan\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n")
_TURNED = {"more": ("less", "fewer"), "less": ("more",), "fewer": ("more",), "better": ("worse",), "worse": ("better",)}
_NOT = re.compile(r"\b(?:no|not|never)\b(?! only)|n['’]t\b", re.IGNORECASE)
_POINTING = families_of("ones those others")


class _Compared(NamedTuple):
    """A comparison: of what something is said, of what kind it is, and with what it is compared."""

    subject: frozenset[str]
    more: str
    of: str
    """The family of the first telling word behind "more"."""
    other: frozenset[str]
    negated: bool


def check_compared(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim that compares two things the other way round than the quoted words do."""
    if grounds.index.language != "en":
        return
    for text in texts(item, Part.CLAIM):
        if is_subject(item) and not text.optional:
            continue
        ours = [one for one in _comparisons(text.value) if one.other]
        told = [one for line in grounds.lines for one in _comparisons(line.text)] if ours else []
        if any(_turned(mine, told, families_of(grounds.around)) for mine in ours):
            report.note("actor", "absent", "The quoted words compare them the other way round.")


def _comparisons(text: str) -> Iterator[_Compared]:
    for sentence in _SENTENCE.split(text):
        found = list(_MORE.finditer(sentence))
        for at, one in enumerate(found):
            end = found[at + 1].start() if at + 1 < len(found) else len(sentence)
            than = _THAN.search(sentence, one.end(), end)
            behind = content_words(sentence[one.end() : than.start() if than else end])
            subject = sentence[found[at - 1].end() if at else 0 : one.start()]
            other = families_of(sentence[than.end() : end]) if than else frozenset[str]()
            of = family(behind[0].stem) if behind else ""
            yield _Compared(families_of(subject), one["more"].lower(), of, other, _NOT.search(subject) is not None)


def _turned(mine: _Compared, told: list[_Compared], near: frozenset[str]) -> bool:
    """Whether the words say it of what the claim compares with, or say "more" of its subject for "less"."""
    of_it, of_other = mine.subject - mine.other, mine.other - mine.subject - _POINTING
    alike = [one for one in told if one.of == mine.of or not mine.of]
    for one in alike:
        same = one.more == mine.more and one.negated == mine.negated
        missing = of_it - one.subject
        if same and of_other and of_other <= one.subject - one.other and missing and missing <= near:
            return not any(of_it <= another.subject for another in alike)
        opposite = one.more in _TURNED.get(mine.more, ()) and one.of == mine.of and one.negated == mine.negated
        if opposite and of_it & one.subject and not any(another.more == mine.more for another in alike):
            return True
    return False
