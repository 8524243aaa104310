"""Tasks that a decision hands on: "Motion to approve the plan and to direct the Clerk to report. Carried." """

import re
from collections.abc import Iterator, Sequence

from ....schemas import Strength
from ..layout.found import Decided
from ..layout.page import Page
from ..outcomes.motions import LOST
from ..people.roster import Roster
from ..sentences.due import due_words
from .in_text import LONGEST_TASK, NO_TASK, OFFICES, WORD, Task, owner_of

_HANDS_ON = re.compile(
    rf"\b(?:direct|instruct|ask|request|task)(?:s|ed|ing)? (?P<who>(?:[Tt]he )?(?:{OFFICES}|(?:{WORD} ){{0,3}}?{WORD})) to (?P<task>(?=[a-z]{{2,}}){NO_TASK}[^.;]+)"
)
_ANOTHER = re.compile(r",? and (?:to )?(?:direct|instruct|ask|request|task|approve|authori[sz]e)\b")


def handed_on(page: Page, roster: Roster, decided: Sequence[Decided]) -> Iterator[Task]:
    """What somebody of the meeting is to do by the words of a decision."""
    for one in (each for each in decided if each.basis != LOST):
        text = page.text[one.start : one.end]
        for found in _HANDS_ON.finditer(text):
            task = _ANOTHER.split(found["task"])[0].rstrip(" ,")
            owner = owner_of(roster, " ".join(found["who"].split()))
            if owner is None or len(task.split()) < 2 or len(task) > LONGEST_TASK:
                continue
            name, quotes, basis = owner
            span = one.whole
            yield Task(" ".join(task.split()), name, basis, due_words(task), span, quotes, Strength.AGREED)
