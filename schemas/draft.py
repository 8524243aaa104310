"""What an engine answers: claims, each with quotes that are still to be found and judged.

The descriptions below are prompt text: they travel in the JSON schema of every request. Optional
means null; a required field would make a model invent a value.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from .evidence import Actor, Claim, Condition, Name, Recipient, Reference, Speaker, Strength


class Presence(StrEnum):
    """Whether somebody was there."""

    ATTENDED = "attended"
    ABSENT = "absent"
    MENTIONED = "mentioned"


class Outcome(StrEnum):
    """What became of an agenda item."""

    DECIDED = "decided"
    DISCUSSED = "discussed"
    DEFERRED = "deferred"
    INFORMED = "informed"


class OwnerBasis(StrEnum):
    """Why somebody is the owner of a follow-up."""

    VOLUNTEERED = "volunteered"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    NAMED_BODY = "named_body"
    UNSTATED = "unstated"


Meetings = list[Reference]
"""Ids of meetings; empty where the text does not tell which."""

_MEETINGS = "Ids of the meetings this belongs to, as given under meetings; empty if the text does not tell."


class DraftMeeting(Claim):
    """One meeting that the text reports. Meetings in other places, at other times or with other people are apart."""

    id: Reference = Field(description="A short id of your own, such as m1.")
    title: str | None = Field(default=None, description="Its title or kind as the text words it; null if it has none.")
    place: Name | None = Field(default=None, description="Where it was held; null if not said.")
    date: str | None = Field(default=None, description="When it was held, in the words of the text; null if not said.")


class DraftParticipant(Claim):
    """A person who attended, was absent, or is mentioned."""

    name: Name = Field(description="The name as fully as the text gives it, without title or office.")
    role: str | None = Field(default=None, description="Title and office in the words of the text; null if not said.")
    organization: str | None = Field(default=None, description="The body the person acts for; null if not said.")
    delegation: str | None = Field(
        default=None, description="The side, country or party the person sits for; null if not said."
    )
    presence: Presence = Field(description="attended only if the text says or plainly shows that the person took part.")
    meetings: Meetings = Field(default_factory=list, description=_MEETINGS)


class DraftDecision(Claim):
    """Something the meeting decided, resolved or approved."""

    text: str = Field(description="The decision in the words of the text, shortened.")


class DraftAgendaItem(Claim):
    """A subject that was taken up."""

    topic: str = Field(description="The subject in a few words.")
    summary: str | None = Field(
        default=None, description="What was said of it, in one or two plain sentences; null if only named."
    )
    outcome: Outcome = Field(description="decided only if the text reports a decision on it.")
    strength: Strength | None = Field(
        default=None, description="The strongest rung of the ladder that the text reaches on it."
    )
    decisions: list[DraftDecision] = Field(default_factory=list, description="Decisions taken on it; usually none.")
    meetings: Meetings = Field(default_factory=list, description=_MEETINGS)


class DraftCommitment(Claim):
    """A party binds itself, or is bound, to act or not to act. Weaker words make an agenda item instead."""

    action: str = Field(description="What is to be done, or is refused, in the words of the text.")
    by: Actor | None = Field(default=None, description="Who is bound to act, by name; null if the text leaves it open.")
    to: Recipient | None = Field(default=None, description="To whom it was promised; null if not said.")
    strength: Strength = Field(
        description="The rung that the words themselves reach; conditional if it hangs on something; denied if refused."
    )
    condition: Condition | None = Field(
        default=None, description="What it depends on, in the words of the text; null if on nothing."
    )
    due: str | None = Field(default=None, description="By when, in the words of the text; null if not said.")
    said_by: Speaker | None = Field(
        default=None, description="Who says so, if that is not the one who is to act; null otherwise."
    )
    meetings: Meetings = Field(default_factory=list, description=_MEETINGS)


class DraftFollowUp(Claim):
    """A next step to track that the text itself names."""

    action: str = Field(description="The next step in the words of the text.")
    owner: Actor | None = Field(default=None, description="Who is to take it; null if the text names nobody.")
    owner_basis: OwnerBasis = Field(
        default=OwnerBasis.UNSTATED,
        description="volunteered: says it will do it. accepted: was asked and said yes. assigned: was told or asked, no answer. "
        "named_body: a body that is named as acting. unstated: nobody named.",
    )
    due: str | None = Field(default=None, description="By when, in the words of the text; null if not said.")
    strength: Strength = Field(description="The rung that the words themselves reach.")
    meetings: Meetings = Field(default_factory=list, description=_MEETINGS)


class BriefDraft(BaseModel):
    """A draft of the brief. An empty list is a good answer where the text holds nothing of that kind."""

    model_config = ConfigDict(extra="forbid")

    meetings: list[DraftMeeting] = Field(default_factory=list)
    participants: list[DraftParticipant] = Field(default_factory=list)
    agenda_items: list[DraftAgendaItem] = Field(default_factory=list)
    commitments: list[DraftCommitment] = Field(default_factory=list)
    follow_ups: list[DraftFollowUp] = Field(default_factory=list)
