"""What a rule finds on a name that a claim gives, and how that is entered in the report."""

import re
from typing import NamedTuple

from ...schemas import CheckName, Finding, RejectionReason
from ..fields import Report, Text
from ..grounds import Grounds
from ..proper import as_called, shares_name
from .meant import is_meant

_SHOWN = 6  # words of a subject that an explanation shows
_LEADING_IN = re.compile(r"\A\W*[A-Z]\w+ly, ")  # "Separately, "


class Ruling(NamedTuple):
    """What is found, with a sentence for the reader where something is amiss."""

    finding: Finding
    explanation: str = ""
    reason: RejectionReason = RejectionReason.CONTRADICTED
    """Why the name may not stand, where the words disagree."""


AGREES, UNCHECKED = Ruling("agrees"), Ruling("unchecked")


def absent(explanation: str) -> Ruling:
    """The words do not say so."""
    return Ruling("absent", explanation)


def against(explanation: str, reason: RejectionReason = RejectionReason.CONTRADICTED) -> Ruling:
    """The words say otherwise."""
    return Ruling("disagrees", explanation, reason)


def whether_named(text: Text, grounds: Grounds) -> Ruling:
    """Whether the quoted lines or their speakers hold a name: all that is asked where no rule tells more."""
    if shares_name(as_called(text.value, grounds), grounds.whole):
        return AGREES
    if is_meant(text.value, text.value, grounds):
        return UNCHECKED
    return absent(f'The quoted words do not name "{text.value}".')


def enter(ruling: Ruling, text: Text, check: CheckName, report: Report) -> None:
    """Enter what was found on a name. A commitment stands or falls with who is bound; elsewhere the name goes."""
    finding, explanation, reason = ruling
    bound = check == "actor" and report.item.kind == "commitments" and reason is RejectionReason.CONTRADICTED
    if finding != "disagrees":
        report.note(check, finding, explanation)
    elif bound:
        report.note(check, finding, explanation)
        report.refuse(reason, explanation)
    else:
        report.against(text, check, explanation, reason)


def shortened(words: str) -> str:
    """The last words of a long subject, without what only leads in, as an explanation shows them."""
    return " ".join(_LEADING_IN.sub("", words).split()[-_SHOWN:])
