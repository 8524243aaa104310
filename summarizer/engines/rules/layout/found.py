"""What the passes over a page find, before people are merged and items numbered."""

from dataclasses import dataclass, field

from ....schemas import Presence, Quote
from .rows import Row


@dataclass
class Person:
    """One place where the document names a person."""

    name: str
    quotes: list[Quote]
    basis: str
    at: int
    """Offset in the document's text."""
    presence: Presence = Presence.MENTIONED
    role: str | None = None
    organization: str | None = None
    delegation: str | None = None
    aliases: list[str] = field(default_factory=list)
    meetings: list[str] = field(default_factory=list)
    there: list[int] = field(default_factory=list)
    """Offsets where the text shows that the person took part."""
    listed: bool = False
    """Whether a list of people or a speaker's label names the person: such an entry is always one of its own."""
    label: str | None = None
    """Of the turns of this person, with what stands around the name: "Ann Lee (she/her)", "Ann | Acme"."""


@dataclass(frozen=True)
class Decided:
    """A decision as the document words it, without the marks around it; `start` and `end` are where its words stand."""

    words: str
    start: int
    end: int
    whole: tuple[int, int]
    """Of the words that record it, with their label."""
    basis: str
    heading: Row | None = None
    """That of the list, or the entry, where it alone tells what was decided."""
    answer: tuple[int, int] | None = None
    """Of the words by which another one agrees, where that alone makes it a decision."""
