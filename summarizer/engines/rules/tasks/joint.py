"""What those who make a statement together say that they will do: "We will launch a survey of the stocks in 2021"."""

import re

from ....schemas import Strength
from ..layout.page import Page
from .commitments import Bound
from .first_person import INSERTED, acts, bound

STATEMENT = re.compile(
    r"\b(?:joint|common|leaders['’]?|ministers['’]?|ministerial|summit|chairs?['’]?s?)\b.*\b(?:statement|communiqu[eé]|declaration)\b|\bcommuniqu[eé]\b",
    re.IGNORECASE,
)
"""A title of words that several parties issue as theirs."""
OURS = re.compile(
    rf"\b[Ww]e(?: also| further| therefore| hereby| jointly)?(?:['’]ll| will| shall| intend to| pledge to| undertake to| commit to| have committed to){INSERTED}\s+(?=[a-z])"
    r"(?!(?:continue to )?(?:be|have|need|remain|stand|look|see|hope|believe|welcome|recogni[sz]e|reflect|support)\b)"
)
ROWS = 3
"""Rows from the top that may be such a title."""


def joint_promises(page: Page) -> list[Bound]:
    """The acts that a joint statement in the first person binds those to who make it; they are named by nobody else."""
    if page.spoken or not any(STATEMENT.search(row.text) for row in page.rows[:ROWS]):
        return []
    found = []
    for sentence in page.running:
        if sentence.speaker is not None or page.addresses_reader(sentence.start):
            continue
        for act in acts(sentence.text, OURS):
            if act.reading.strength is not Strength.DENIED:
                found.append(bound(sentence, act, None))
    return found
