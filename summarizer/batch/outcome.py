"""What a batch tells of each document."""

from dataclasses import dataclass, field
from typing import Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from ..errors import SummarizerError
from ..llm import Usage
from ..schemas import Brief
from .records import Record

B = TypeVar("B", bound=BaseModel, default=Brief)


@dataclass(frozen=True)
class DocumentOutcome(Generic[B]):
    """What became of one document: a brief, or the error in its place."""

    id: str
    """No other has it in the same folder; without one, as it was wanted."""
    origin: str
    """Where it stands: its path, or file and line."""
    brief: B | None = None
    """None as well where it was made in an earlier run, or in another process: it lies in the folder."""
    error: SummarizerError | None = None
    usage: Usage = field(default_factory=Usage)
    """What it took, in all runs."""
    seconds: float = 0.0
    state: str = "failed"
    """`complete`, `incomplete` or `failed`."""
    shortfall: str | None = None
    """What was asked for beside the brief and failed, and why: a second look, a translation."""
    earlier: bool = False
    """Whether this was so before this run."""
    changed: bool = False
    """Whether it was made anew because the document is not what it was in an earlier run."""
    again: bool = False
    """Whether this run has met the document before: nothing was done for it, and all else is as it was told then."""

    @classmethod
    def of(cls, record: Record, where: str, *, again: bool = False) -> "DocumentOutcome[B]":
        """The outcome of a document that was settled before, from its record."""
        error = record.error() if record.state == "failed" else None
        usage = Usage() if again else record.usage
        return cls(
            record.id,
            where,
            error=error,
            usage=usage,
            state=record.state,
            shortfall=record.shortfall,
            earlier=True,
            again=again,
        )
