"""Labels of next steps that name who is to act and nothing else, "ACTION: PT": the sentence before them says what."""

import re
from collections.abc import Sequence

from ....ladder.readings import read
from ....rungs import firm
from ....schemas import Strength
from ..layout.page import Page
from .in_text import LONGEST_TASK, Task
from .owners import owns

_MOST_WORDS = 4
_REACH = 2  # rows of white space between the sentence and the label, in characters
DECIDED = re.compile(
    r"\W*(?:.*?\b(?:agreed|decided|resolved) (?:that|to)|(?:agreed|decided|resolved):?)\s+(?=\S)", re.IGNORECASE
)


def is_bare(text: str, people: frozenset[str]) -> bool:
    """Whether a label has nothing but names behind it."""
    plain = text.strip(" .*_")
    return len(plain.split()) <= _MOST_WORDS and plain[:1].isupper() and owns(plain, people)


def task_before(page: Page, at: int, told: Sequence[Task]) -> tuple[str, int] | None:
    """What the sentence before a label gives somebody to do, and where it begins; None where it binds nobody."""
    before = max((one for one in page.running if one.start < at), key=lambda one: one.start, default=None)
    if before is None:
        return None
    text = page.text[before.start : min(before.start + len(before.text), at)].rstrip(" .;*_\n")
    if len(text) > LONGEST_TASK or page.text.count("\n", before.start + len(text), at) > _REACH:
        return None
    known = next((one for one in told if before.start <= one.span[0] < at), None)
    if known is not None:
        return known.task, before.start
    strength = read(text, "en").strength
    if not firm(strength) and strength is not Strength.PROPOSED:
        return None
    return text[decided.end() :] if (decided := DECIDED.match(text)) else text, before.start
