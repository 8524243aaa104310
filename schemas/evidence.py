"""What every checked item is made of: its evidence, its verdict, and what was corrected.

`Claim` is the engine's side (a line number and a quote, both still unproved); `Evidenced` is the
caller's side (the same item after code has found and judged its words). A schema of your own needs
only `Evidenced` items: grounding, checking, dating, merging and exports work on that base alone.
"""

import datetime
import re
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema


class Strength(StrEnum):
    """How firmly words bind, weakest first; `conditional` and `denied` stand beside the ladder."""

    MENTIONED = "mentioned"
    DISCUSSED = "discussed"
    EXPLORED = "explored"
    PROPOSED = "proposed"
    INTENDS = "intends"
    AGREED_IN_PRINCIPLE = "agreed_in_principle"
    AGREED = "agreed"
    UNDERTOOK = "undertook"
    SIGNED = "signed"
    CONDITIONAL = "conditional"
    DENIED = "denied"

    @property
    def rung(self) -> int | None:
        """Place on the ladder, 0 (`mentioned`) to 8 (`signed`); None for the two beside it."""
        return _RUNGS.get(self)

    @property
    def binds(self) -> bool:
        """Whether a claim of this strength may stand among the commitments."""
        rung = self.rung
        return rung is None or rung >= 4  # `intends`


_RUNGS = {strength: rung for rung, strength in enumerate(Strength) if rung < 9}


class Part(StrEnum):
    """What a text field says of the item, so that it can be held against the quoted words."""

    CLAIM = "claim"  # what is done, said or decided; the default for a field of type str
    ACTOR = "actor"  # who acts
    RECIPIENT = "recipient"  # to whom
    SPEAKER = "speaker"  # who says so
    CONDITION = "condition"  # on what it hangs
    NAME = "name"  # a name, to be found as it stands
    REFERENCE = "reference"  # an id inside the brief, or a number that is not of the source: resting on no words


class Plays:
    """Marks a field with its part: `by: Annotated[str, Plays(Part.ACTOR)]`."""

    def __init__(self, part: Part) -> None:
        self.part = part


Actor = Annotated[str, Plays(Part.ACTOR)]
Recipient = Annotated[str, Plays(Part.RECIPIENT)]
Speaker = Annotated[str, Plays(Part.SPEAKER)]
Condition = Annotated[str, Plays(Part.CONDITION)]
Name = Annotated[str, Plays(Part.NAME)]
Reference = Annotated[str, Plays(Part.REFERENCE)]


class Checked(BaseModel):
    """Base of all that is read from or written to JSON: unknown fields are errors, not losses."""

    model_config = ConfigDict(extra="forbid")


class Quote(BaseModel):
    """Words an engine says it copied from one numbered line."""

    line: int | None = Field(default=None, description="Number of the line that the quote begins on.")
    quote: str = Field(description="Words copied from that line exactly as they stand, long enough to prove the item.")

    @model_validator(mode="before")
    @classmethod
    def _as_models_write_it(cls, value: Any) -> Any:
        """Also from the words alone, the number alone, `{"line": "[12]", "text": "the words"}` and the like: the line is
        a hint where to look first, and the words are sought whatever they were called."""
        if isinstance(value, dict) and value.keys() == {"line", "quote"} and type(value["line"]) is int:
            return value
        if not isinstance(value, dict):
            kinds: dict[type, str] = {str: "quote", int: "line"}
            value = {kinds[type(value)]: value} if type(value) in kinds else value
        if not isinstance(value, dict):
            return value
        words = [part for name, part in value.items() if name != "line" and isinstance(part, str)]
        number = re.search(r"\d{1,6}", str(value.get("line")))
        line = int(number[0]) if number else None
        if value.get("quote") is None and (len(words) == 1 or (line and not words)):
            value = value | {"quote": "".join(words)}
        return value | {"line": line}


class Claim(BaseModel):
    """An item as an engine claims it, before anything was proved."""

    model_config = ConfigDict(extra="forbid")

    evidence: list[Quote] = Field(
        default_factory=list,
        description="One or more exact quotes that together prove every field of this item.",
    )
    basis: SkipJsonSchema[str | None] = Field(default=None, description="What the built-in engine took the item from.")


class Match(StrEnum):
    """How a quote was found in the source."""

    EXACT = "exact"  # character for character
    NORMALIZED = "normalized"  # apart from case, white space, quotation marks, dashes, Unicode form
    NEAR = "near"  # apart from a few words, which `differences` names
    FOUND = "found"  # no quote was given; the program found the passage


class Difference(Checked):
    """Words in which a near match departs from the source."""

    claimed: str = Field(description="Words of the engine's quote; empty where it left some out.")
    source: str = Field(description="Words of the source; empty where the engine added some.")


class Evidence(Checked):
    """A verbatim quotation with its place: `document.text[start:end] == quote`, always."""

    quote: str = Field(description="The source's own words.")
    start: int = Field(ge=0, description="Offset of the first character in the document's text.")
    end: int = Field(ge=0, description="Offset after the last character.")
    line: int = Field(
        ge=1, description="Number of the line (sentence, heading or list item) in which the quote begins, from 1."
    )
    paragraph: int | None = Field(
        default=None, ge=1, description="Number of the paragraph, heading, list item or turn, from 1."
    )
    page: int | None = Field(default=None, ge=1, description="Page of the source, where its format has pages.")
    speaker: str | None = Field(default=None, description="Who speaks there, in a transcript.")
    time: float | None = Field(
        default=None, ge=0, allow_inf_nan=False, description="Seconds from the start of the recording."
    )
    match: Match = Match.EXACT
    differences: list[Difference] = Field(default_factory=list)
    altered: bool = Field(
        default=False,
        description="True if the engine's quote changed a number, negation, name or date: located, but it proves nothing.",
    )


class Verdict(StrEnum):
    """Whether the quoted words support a claim."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"


Finding = Literal["agrees", "disagrees", "absent", "unchecked"]
CheckName = Literal["negation", "strength", "numbers", "dates", "names", "actor", "recipient", "speaker", "condition"]


class Support(Checked):
    """The verdict on one item, and the result of each check that it rests on."""

    verdict: Verdict
    checks: dict[CheckName, Finding] = Field(default_factory=dict)
    """Of a refused item those up to the one that refused it."""
    reread: bool = Field(default=False, description="Whether a model read the item against its quotes again.")
    doubt: str | None = Field(
        default=None,
        description="Why the model doubts the item. An accepted item is `partly` then; a refused one stays refused with or without.",
    )
    explanation: str = Field(description="One sentence for the reader.")


class Change(Checked):
    """A field that code corrected: lowered, removed, or put with a name of the source. Nothing is ever invented."""

    field: str
    before: Any
    after: Any
    reason: str


class Contradiction(Checked):
    """Another item of the same brief that says otherwise. Both stay: the source does not settle which one is right."""

    kind: str = Field(description="The list that the other item stands in, such as follow_ups.")
    item: str = Field(description="What the other item says.")
    field: str = Field(description="The field of this item in which the two differ.")
    explanation: str = Field(description="One sentence for the reader.")


class Evidenced(Checked):
    """An item that rests on words of the source. Derive your own items from it."""

    evidence: list[Evidence] = Field(min_length=1)
    support: Support
    changes: list[Change] = Field(default_factory=list)
    contradictions: list[Contradiction] = Field(default_factory=list)
    original: dict[str, str | list[str]] = Field(
        default_factory=dict,
        description="In a translated brief: the translated fields, in the words that were checked.",
    )
    basis: str | None = Field(
        default=None,
        description="What the built-in rules took the item from, or what a given draft says of that. Nothing checks it.",
    )


class When(Checked):
    """A date as the source words it, and the interval that code computed from it.

    `start` and `end` are inclusive and null where the words or an anchor do not settle them.
    """

    words: str = Field(description="The date as written.")
    start: datetime.date | None = None
    end: datetime.date | None = None
    anchor: datetime.date | None = Field(default=None, description="The date that relative words were counted from.")
    anchor_basis: str | None = Field(default=None, description="Where the anchor comes from.")
    rule: str | None = Field(default=None, description="The rule that gave the interval, or why there is none.")

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"words": value} if isinstance(value, str) else value
