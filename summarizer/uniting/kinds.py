"""Which claims of one kind are one claim said twice."""

from collections.abc import Sequence
from typing import Any

from ..schemas import (
    AgendaItem,
    Claim,
    Commitment,
    Decision,
    DraftAgendaItem,
    DraftCommitment,
    DraftDecision,
    DraftFollowUp,
    DraftMeeting,
    DraftParticipant,
    FollowUp,
    Meeting,
    Participant,
    Strength,
)
from .persons import shared_meeting
from .phrasing import about, deed, same_condition, same_due, same_topic
from .sameness import Parties, Wording, folded_words, overlapping, same_wording, wording

# The second of each pair is what the draft of a schema of one's own derives from.
MEETINGS = (DraftMeeting, Meeting)
PARTICIPANTS = (DraftParticipant, Participant)
AGENDA = (DraftAgendaItem, AgendaItem)
DECISIONS = (DraftDecision, Decision)
COMMITMENTS = (DraftCommitment, Commitment)
FOLLOW_UPS = (DraftFollowUp, FollowUp)
ALIKE_BY_WORDS = (*AGENDA, *DECISIONS, *COMMITMENTS, *FOLLOW_UPS)
"""Those whose words tell which are one, wherever they are quoted from."""


def party_names(claim: Any) -> list[str]:
    """The names of people and parties in a claim."""
    if isinstance(claim, PARTICIPANTS):
        return [claim.name]
    if isinstance(claim, COMMITMENTS):
        return [each for each in (claim.by, claim.to, claim.said_by) if each]
    return [claim.owner] if isinstance(claim, FOLLOW_UPS) and claim.owner else []


def main_field(claim: Claim) -> str | None:
    """The field that words the claim: the first that holds a text."""
    return next((name for name in type(claim).model_fields if type(getattr(claim, name)) is str), None)


def main_text(claim: Claim) -> str:
    """The words that tell the claim from others of its list."""
    if isinstance(claim, MEETINGS):
        when = getattr(claim.date, "words", claim.date)
        return ", ".join(part for part in (claim.title, claim.place, when) if part) or f"meeting {claim.id}"
    if isinstance(claim, PARTICIPANTS):
        return claim.name
    main = main_field(claim)
    return str(getattr(claim, main)) if main else ""


def same_claim(a: Any, b: Any, parties: Parties) -> bool:
    """Whether two claims of one list, that is not of people, make one."""
    if isinstance(a, DECISIONS):
        return same_wording(a.text, b.text)
    if isinstance(a, AGENDA):
        return shared_meeting(a, b) and same_topic(a.topic, b.topic)
    if isinstance(a, COMMITMENTS):
        return (
            _same_deed(a, b, a.by, b.by, parties)
            and (parties.same(a.to, b.to) or not (a.to and b.to))
            and parties.same(a.said_by, b.said_by)
            and same_condition(a.condition, b.condition)
        )
    if isinstance(a, FOLLOW_UPS):
        return _same_deed(a, b, a.owner, b.owner, parties)
    return _repeats(a, b)


def gist(claim: Any) -> Wording:
    """What a claim says, by its own fields. Two that make one have half of the fewer stems in common, at the least."""
    if isinstance(claim, (*COMMITMENTS, *FOLLOW_UPS)):
        return wording(deeds(claim, claim)[0])
    return wording(about(claim.topic) if isinstance(claim, AGENDA) else main_text(claim))


def open_wordings(claims: Sequence[Any]) -> set[int]:
    """The places of the claims of which `deeds` may leave out more words beside some other claim of the list, whose
    day or recipient stands in their own text."""
    found: set[int] = set()
    for name in ("due", "to"):
        stated: dict[str, list[frozenset[str]]] = {}
        for value in {value for claim in claims if (value := getattr(claim, name, None))}:
            words = frozenset(folded_words(value))
            stated.setdefault(min(words, default=""), []).append(words)
        for at, claim in enumerate(claims):
            if isinstance(claim, (*COMMITMENTS, *FOLLOW_UPS)) and not getattr(claim, name, None):
                words = frozenset((*folded_words(claim.action), ""))
                if any(said <= words for word in words & stated.keys() for said in stated[word]):
                    found.add(at)
    return found


def deeds(a: Any, b: Any) -> tuple[str, str]:
    """What two commitments or follow-ups are to do, without what the other fields of either say."""
    actor, other = (one.by if isinstance(one, COMMITMENTS) else one.owner for one in (a, b))
    left, right = (getattr(one, "to", None) for one in (a, b))
    return deed(a.action, actor, left or right, a.due or b.due), deed(b.action, other, right or left, b.due or a.due)


def _same_deed(a: Any, b: Any, actor: str | None, other: str | None, parties: Parties) -> bool:
    # Where one of them leaves the actor open, all the words must agree.
    known = bool(actor and other)
    if not same_wording(*deeds(a, b), least=0.6 if known else 1):
        return False
    beside = (Strength.DENIED, Strength.CONDITIONAL)  # what is refused or hangs on something is another promise
    if a.strength != b.strength and (a.strength in beside or b.strength in beside):
        return False
    return shared_meeting(a, b) and same_due(a.due, b.due) and (not known or parties.same(actor, other))


def _repeats(a: Any, b: Any) -> bool:
    """Of a schema of one's own: the same words, quoted from the same place, and no field that differs."""
    if type(a) is not type(b) or not overlapping(a.evidence, b.evidence):
        return False
    main = main_field(a)
    if main is None or not getattr(b, main):
        return False
    for name in type(a).model_fields:
        left, right = getattr(a, name), getattr(b, name)
        if name in Claim.model_fields or left == right or left in (None, "", []) or right in (None, "", []):
            continue
        if isinstance(left, list) and isinstance(right, list):
            continue
        if not (type(left) is type(right) is str and same_wording(left, right, least=0.9)):
            return False
    return True
