"""What a batch reports of each document."""

from dataclasses import dataclass, field
from typing import Generic

from pydantic import BaseModel
from typing_extensions import TypeVar

from ...errors import SummarizerError
from ...llm import Usage
from ...schemas import Brief
from ..accounts.records import Record

B = TypeVar("B", bound=BaseModel, default=Brief)


@dataclass(frozen=True)
class DocumentOutcome(Generic[B]):
    """The result for one document: a brief, or the error in its place."""

    id: str
    """Unique in its folder; without a folder, the id that was asked for."""
    origin: str
    """Where the document is: its path, or file and line."""
    brief: B | None = None
    """Also None if it was made in an earlier run, or in another process: then it is in the folder."""
    error: SummarizerError | None = None
    usage: Usage = field(default_factory=Usage)
    """Requests, tokens and cost, over all runs."""
    seconds: float = 0.0
    state: str = "failed"
    """`complete`, `incomplete` or `failed`."""
    shortfall: str | None = None
    """Why a second reading or a translation failed, if one did; the brief is good without it."""
    earlier: bool = False
    """Whether it was settled in an earlier run."""
    changed: bool = False
    """Whether it was made again because the document has changed since an earlier run."""
    again: bool = False
    """Whether this run had the document before: nothing was done, and all else is as it was reported then."""

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
