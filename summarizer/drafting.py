"""Let an engine draft every window of a document; one that fails costs only itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pydantic import BaseModel

from .concurrency import together
from .documents import Document
from .errors import AnswerCutOff, ContextTooLong, ModelError, ProviderError, SummarizerError
from .llm import Fault, Usage
from .windows import LEAST, Window, halves, size


@dataclass(frozen=True)
class Answer:
    """What an engine makes of one window."""

    draft: BaseModel
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    faults: tuple[Fault, ...] = ()


class Engine(Protocol):
    """What turns a window into a draft."""

    @property
    def name(self) -> str:
        """`rules` or `model`, for the reader of the brief."""
        ...

    def windows(self, document: Document) -> list[Window]:
        """The document in the runs of lines that it takes at once; each line in one of them, in order."""
        ...

    async def draft(self, document: Document, window: Window) -> Answer:
        """Claims about these lines. Errors: `ProviderError`, `ModelError`."""
        ...


class Reconsidering(Protocol):
    """An engine that can be asked about single lines again."""

    def portions(self, document: Document, lines: Sequence[int]) -> list[list[int]]:
        """These lines in the portions that it takes at once."""
        ...

    async def reconsider(self, document: Document, lines: Sequence[int]) -> Answer:
        """Claims that these lines bear. Errors: `ProviderError`, `ModelError`."""
        ...


@dataclass
class Drafted:
    """The drafts of a document in its own order, what could not be read, and what all of it cost."""

    drafts: list[BaseModel] = field(default_factory=list)
    unread: list[tuple[tuple[int, int], str]] = field(default_factory=list)
    """Runs of lines that no draft covers, each with the reason."""
    faults: list[Fault] = field(default_factory=list)
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    rechecked: int = 0
    """Lines that were asked about a second time."""
    recheck_failed: str | None = None

    def __add__(self, other: "Drafted") -> "Drafted":
        return Drafted(
            self.drafts + other.drafts,
            self.unread + other.unread,
            self.faults + other.faults,
            self.usage + other.usage,
            self.model or other.model,
            self.rechecked + other.rechecked,
            self.recheck_failed or other.recheck_failed,
        )


async def draft(engine: Engine, document: Document, windows: Sequence[Window]) -> Drafted:
    """Draft all windows concurrently. Raises the first error only where not one window could be read.

    Where one window may not be asked about now, `BudgetSpent` or `Postponed` is raised after all that may be.
    """
    failures: list[SummarizerError] = []
    parts = await together(_draft(engine, document, window, failures) for window in windows)
    drafted = sum(parts, Drafted())
    if failures and not drafted.drafts:
        failures[0].usage = drafted.usage  # of all windows, since all were paid for
        raise failures[0]
    return drafted


async def _draft(engine: Engine, document: Document, window: Window, failures: list[SummarizerError]) -> Drafted:
    try:
        answer = await engine.draft(document, window)
    except (ModelError, ProviderError) as error:
        spent = Drafted(usage=_spent(error))
        too_large = isinstance(error, AnswerCutOff | ContextTooLong) and size(document, window) > LEAST
        parted = halves(document, window) if too_large else None
        if parted is None:
            begun = error.read if isinstance(error, AnswerCutOff) else None
            why = str(error) if begun is None else f"{error}; what it says up to there stands"
            spent += Drafted(unread=[((window.first, window.last), why)])
            if begun is not None:
                return spent + Drafted([begun.answer], faults=list(begun.faults), model=begun.model)
            failures.append(error)
            return spent
        parts = await together(_draft(engine, document, half, failures) for half in parted)
        return sum(parts, spent)
    return Drafted([answer.draft], faults=list(answer.faults), usage=answer.usage, model=answer.model)


async def reconsider(engine: Reconsidering, document: Document, lines: Sequence[int]) -> Drafted:
    """Ask about these lines once more. A failure costs nothing that is already drafted, and is told."""
    portions = engine.portions(document, lines)
    parts = await together(_reconsider(engine, document, portion) for portion in portions)
    return sum(parts, Drafted())


async def _reconsider(engine: Reconsidering, document: Document, lines: Sequence[int]) -> Drafted:
    try:
        answer = await engine.reconsider(document, lines)
    except (ModelError, ProviderError) as error:
        spent = _spent(error)
        if not isinstance(error, AnswerCutOff | ContextTooLong) or len(lines) == 1:
            return Drafted(usage=spent, recheck_failed=str(error))
        middle = len(lines) // 2
        parts = await together(_reconsider(engine, document, half) for half in (lines[:middle], lines[middle:]))
        return sum(parts, Drafted(usage=spent))
    return Drafted([answer.draft], [], list(answer.faults), answer.usage, answer.model, rechecked=len(lines))


def _spent(error: SummarizerError) -> Usage:
    return error.usage or Usage()
