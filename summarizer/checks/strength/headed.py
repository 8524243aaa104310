"""What stands over a line says more of it than its words do: a label, or the heading of its list."""

from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.lexicon import lexicon
from ...words.rungs import firm
from ..grounds import Borne
from .claimed import Claimed, is_weak
from .notes import is_order
from .statements import LEAST
from .verdicts import labelled


def under_a_label(claim: Claimed, borne: Borne) -> Borne | None:
    """A label before the line says more of it than its words do: that a refusal was resolved, or an offer."""
    if borne.line is None or claim.language != "en":
        return None
    if borne.reading.strength is Strength.DENIED:
        says_more = claim.is_subject and claim.rung is not Strength.DENIED
    else:
        says_more = is_weak(borne.reading) and (claim.is_decision or claim.is_subject)
    label = labelled(borne.line) if says_more else None
    return Borne(label, borne.line) if label is not None else None


def under_a_heading(claim: Claimed, borne: Borne) -> Borne | None:
    """The heading over a list tells what its items are, where they do not: "Action items"."""
    listed, line, kind = claim.grounds.listed_under, borne.line, claim.item.kind
    if listed.strength is None or (kind in LEAST and is_weak(listed)):
        return None  # "Review of the roads" is no word on its items: it makes no decision of them, nor unmakes one
    ordered = kind == "follow_ups" and line is not None and is_order(claim.said, borne.reading, line)
    ruled = claim.is_decision and firm(listed.strength) and _is_modal(borne.reading, claim.language)
    if borne.reading.strength is not None and not (ordered or ruled):
        return None
    return Borne(listed._replace(start=None, end=None, condition=None), line)


def under_discussion(claim: Claimed, borne: Borne) -> Borne | None:
    """A subject of which the words say nothing, below the heading "Discussion"."""
    heading = claim.grounds.under_discussion if borne.reading.strength is None and claim.is_subject else None
    return Borne(Reading(Strength.DISCUSSED, heading), borne.line) if heading is not None else None


def _is_modal(reading: Reading, language: str) -> bool:
    """Whether words only say that something must be so, which below the heading "Decisions" is what was decided."""
    opening = (reading.words or "").lower().split()[:1]
    modal = any("modals" in lexicon(language).kinds(word) for word in opening)
    return modal and reading.strength is Strength.PROPOSED
