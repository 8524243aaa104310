"""What a caller gets: what survived verification, what did not, and how far the source was read."""

import datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, Field

from .draft import BriefDraft, Meetings, Outcome, OwnerBasis, Presence
from .evidence import (
    Actor,
    Checked,
    Condition,
    Evidence,
    Evidenced,
    Name,
    Recipient,
    Reference,
    Speaker,
    Strength,
    Support,
    When,
)


class Meeting(Evidenced):
    """One of the meetings that the document reports."""

    id: Reference
    title: str | None = None
    place: Name | None = None
    date: When | None = None


class Participant(Evidenced):
    """A person who attended, was absent, or is mentioned."""

    name: Name
    role: str | None = None
    organization: str | None = None
    delegation: str | None = None
    presence: Presence
    meetings: Meetings = Field(default_factory=list, description="Ids of meetings; empty: the source does not tell.")


class Decision(Evidenced):
    """Something the meeting decided."""

    text: str


class AgendaItem(Evidenced):
    """A subject that was taken up, and what became of it."""

    topic: str
    summary: str | None = None
    outcome: Outcome
    strength: Strength | None = Field(default=None, description="The strongest rung that the quoted words reach.")
    decisions: list[Decision] = Field(default_factory=list)
    meetings: Meetings = Field(default_factory=list)


class Commitment(Evidenced):
    """A party binds itself, or is bound, to act (`denied`: not to act)."""

    action: str
    by: Actor | None = Field(default=None, description="Who is bound to act.")
    to: Recipient | None = None
    strength: Strength
    condition: Condition | None = None
    due: When | None = None
    said_by: Speaker | None = Field(default=None, description="Who says so, where that is not the one who acts.")
    meetings: Meetings = Field(default_factory=list)


class FollowUp(Evidenced):
    """A next step to track."""

    action: str
    owner: Actor | None = None
    owner_basis: OwnerBasis = OwnerBasis.UNSTATED
    due: When | None = None
    strength: Strength
    meetings: Meetings = Field(default_factory=list)


class RejectionReason(StrEnum):
    """Why an item was refused, and is not in the lists."""

    NO_EVIDENCE = "no_evidence"  # the engine quoted nothing
    NOT_FOUND = "not_found"  # no quote is in the source
    ALTERED = "altered"  # the quote changed a number, negation, name or date
    UNSUPPORTED = "unsupported"  # the quoted words do not support the claim
    CONTRADICTED = "contradicted"  # the quoted words say otherwise
    TOO_WEAK = "too_weak"  # lowered below the rung at which a commitment starts
    INVALID = "invalid"  # breaks the schema
    CONFLICTING = "conflicting"  # another part of the document fills the field, which holds one value only


class Rejected(Checked):
    """A claim that was refused, as it was made."""

    kind: str = Field(description="The list it was claimed for, such as commitments.")
    item: dict[str, Any] = Field(description="The whole claim.")
    reason: RejectionReason
    explanation: str = Field(description="One sentence for the reader.")
    evidence: list[Evidence] = Field(
        default_factory=list, description="Those of its quotes that were found in the source."
    )
    support: Support | None = None


class MergeRule(StrEnum):
    """Why two claims were merged, the plainest rule first."""

    SAME_NAME = "same_name"  # but for title, accents and capitals
    SAME_WORDS = "same_words"  # but for accents, capitals and punctuation
    SAME_QUOTE = "same_quote"  # the same words, quoting the same words of the source
    SAME_MEETING = "same_meeting"  # place, date and title agree as far as both state them
    SMALL_WORDS = "small_words"  # the same but for articles, endings and order
    NAME_PART = "name_part"  # a surname, or a name with a part left out, that only this person has
    SPELLING = "spelling"  # another spelling or romanisation of the name
    INITIAL = "initial"  # an initial for a name
    SHORT_FORM = "short_form"  # a short form or a nickname of the first name
    OFFICE = "office"  # the office of the only one who is said to hold it
    CONTAINED = "contained"  # says no more than the other one does
    REPHRASED = "rephrased"  # number of the heading, date or a verb of the same meaning put in another way


class Mention(Checked):
    """One of the claims that were merged."""

    text: str = Field(description="Its name, topic or action, as claimed.")
    draft: int = Field(
        description="Number of the draft that claims it, from 1: the windows in order, then a second look."
    )
    lines: list[int] = Field(default_factory=list, description="Lines that it cites.")
    rule: MergeRule | None = Field(default=None, description="Why it was merged with the others; null for the first.")


class Merge(Checked):
    """Claims that were merged, and the item they became."""

    kind: str = Field(description="The list they were claimed for, such as commitments.")
    item: str = Field(description="Name, topic or action of the merged item, before it was checked.")
    mentions: list[Mention]


LineRange = tuple[int, int]
"""First and last line number, both inclusive."""


class Omission(Checked):
    """A sentence with words that promise, refuse or decide something, which no item cites."""

    line: int
    start: int
    end: int
    text: str
    trigger: str = Field(description="The words that make it worth a look.")
    strength: Strength | None = None


class UnreadPart(Checked):
    """A part of the file that holds no text, such as a scanned page: it has no lines."""

    place: str
    reason: str


class Coverage(Checked):
    """The ledger of the source: each line is cited, not cited, or unread."""

    lines: int
    cited: list[LineRange] = Field(default_factory=list)
    not_cited: list[LineRange] = Field(default_factory=list)
    unread: list[LineRange] = Field(default_factory=list)
    unread_reasons: list[str] = Field(default_factory=list, description="Why, each reason once.")
    unread_parts: list[UnreadPart] = Field(
        default_factory=list, description="Parts of the file that hold no readable text."
    )
    possible_omissions: list[Omission] = Field(default_factory=list)
    omissions_sought: bool = Field(
        default=True,
        description="False if there is no word list for the language of the source, so that omissions could not be sought.",
    )
    without_evidence: list[str] = Field(
        default_factory=list,
        description="Fields of a schema of your own with values that nothing could check: fields of the brief itself, "
        "which have no quotes, and fields of items that no words can show, such as `motions.unanimous`.",
    )


class Source(Checked):
    """The document that the brief was made from."""

    name: str
    sha256: str = Field(description="Of the document's text in UTF-8.")
    characters: int
    title: str | None = None
    date: datetime.date | None = None
    date_basis: str | None = Field(default=None, description="`given`, or the words that the date was read from.")
    kind: str
    language: str | None = None


class PromptUsed(Checked):
    """Which prompt was sent, to the byte."""

    name: str
    sha256: str


class Run(Checked):
    """How the brief was made, and what it cost."""

    engine: str = Field(description="`rules`, `model`, or `given` for a draft that was handed in.")
    model: str | None = Field(default=None, description="As the provider names it in its answer.")
    prompt: PromptUsed | None = None
    schema_sha256: str | None = None
    windows: int = 0
    requests: int = Field(default=0, description="Requests sent, retries and re-asks included.")
    retries: int = Field(default=0, description="Requests repeated after a fault of the transport or the provider.")
    reasks: int = Field(
        default=0,
        description="Requests repeated because an answer broke the schema or quoted what is not in the source.",
    )
    rechecked: int = Field(default=0, description="Lines that the model was asked about a second time.")
    reread: int = Field(default=0, description="Items that the model read against their quotes again.")
    recheck_failed: str | None = Field(default=None, description="Why the second look failed, where it did.")
    language: str | None = Field(
        default=None, description="Language that the checked brief was translated into; null if it was not translated."
    )
    translation_failed: str | None = Field(default=None, description="What could not be translated, and why.")
    cache_hits: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = Field(default=None, description="US dollars; null where the price is not known.")
    seconds: float = 0.0
    versions: dict[str, str] = Field(default_factory=dict)


class CheckedBrief(Checked):
    """What every brief has besides its items. Derive a brief of your own from it."""

    draft: ClassVar[type[BaseModel] | None] = None
    """The schema an engine answers; derived from the brief's own fields where it is None."""

    format: Literal["brief/1"] = Field(default="brief/1", description="Version of this JSON format.")
    status: Literal["complete", "incomplete"]
    coverage: Coverage
    rejected: list[Rejected] = Field(default_factory=list)
    merges: list[Merge] | None = Field(
        default=None, description="Which claims were merged, and why; null if not asked for (`explain`)."
    )
    source: Source
    run: Run


class Brief(CheckedBrief):
    """A brief of one document. Every item in its lists is grounded in the source and checked against it."""

    draft: ClassVar[type[BaseModel] | None] = BriefDraft

    meetings: list[Meeting] = Field(default_factory=list)
    participants: list[Participant] = Field(default_factory=list)
    agenda_items: list[AgendaItem] = Field(default_factory=list)
    commitments: list[Commitment] = Field(default_factory=list)
    follow_ups: list[FollowUp] = Field(default_factory=list)
