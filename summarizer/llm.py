"""The seam to language models: one method, and what goes through it.

The adapter, the cache, the retries and the pacing are all an `LLM`; each wraps the next.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

from pydantic import BaseModel


@dataclass
class Usage:
    """Requests, tokens and cost; two usages add up with `+`."""

    requests: int = 0
    """Sent over the wire, retries and re-asks included."""
    retries: int = 0
    """Of them, repeated after a fault of transport or provider."""
    reasks: int = 0
    """Of them, repeated because the answer was not valid, or quoted what is not in the source."""
    cache_hits: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = 0.0
    """US dollars; None if any part of it is not known."""

    def __add__(self, other: "Usage") -> "Usage":
        cost = None if self.cost is None or other.cost is None else self.cost + other.cost
        return Usage(
            self.requests + other.requests,
            self.retries + other.retries,
            self.reasks + other.reasks,
            self.cache_hits + other.cache_hits,
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            cost,
        )


def usage_of_requests(requests: int) -> Usage:
    """The usage of so many requests for one answer: all but the first are retries."""
    return Usage(requests=requests, retries=max(0, requests - 1))


def usage_of_run(run: object) -> Usage:
    """What the `run` of a brief says that it took, in fields of the same names."""
    return Usage(*(getattr(run, one.name) for one in fields(Usage)))


@dataclass
class Meter:
    """What one document has used so far, for a caller that gives it up before a reply or an error can tell."""

    usage: Usage = field(default_factory=Usage)
    fault: Exception | None = None
    """The last one after which the request was tried again."""
    leaving: bool = False
    """Whether the document is to be left, if nothing was asked for it yet."""
    leaving_half_way: bool = False
    """Whether it is to be left all the same."""
    waiting: set[asyncio.Task[Any]] = field(default_factory=set)
    """Tasks that wait until their request may be sent."""

    def leave(self, *, half_way: bool = False) -> None:
        """Ask nothing for the document, unless something was asked already. half_way: also then."""
        self.leaving, self.leaving_half_way = True, half_way
        if self.asks_nothing:
            for task in self.waiting:
                task.cancel()

    @property
    def asks_nothing(self) -> bool:
        """Whether the document is left where it is."""
        return self.leaving_half_way or (self.leaving and not self.usage.requests)


metering: ContextVar[Meter | None] = ContextVar("metering", default=None)
"""The meter of the document that requests are made for now; None where nobody reads one."""


def metered(usage: Usage) -> Usage:
    """Add a usage to the meter, if there is one, and return it."""
    if (meter := metering.get()) is not None:
        meter.usage += usage
    return usage


@dataclass(frozen=True)
class Fault:
    """A part of an answer that breaks the schema; it was set aside, so that the rest could be used."""

    path: tuple[str | int, ...]
    value: object
    reason: str


Objections = Callable[[BaseModel], Sequence[str] | Awaitable[Sequence[str]]]
"""What is wrong with an answer that fits its schema, in sentences for the model; empty if nothing."""


@dataclass(frozen=True)
class Request:
    """One question to a model."""

    system: str
    user: str
    schema: type[BaseModel]
    """What the answer must be an instance of."""
    prompt: str = ""
    """Name and hash of the prompt, for the cache key."""
    tokens: float | None = None
    """Estimated tokens of the prompt, where they are known already."""
    objections: Objections | None = field(default=None, compare=False)
    """Asked once of a valid answer; what it finds goes back to the model once."""


@dataclass(frozen=True)
class Reply:
    """A model's answer, valid against the request's schema."""

    answer: BaseModel
    raw: str
    """The JSON text that the answer was read from."""
    model: str
    """As the provider names it."""
    usage: Usage
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Limits:
    """What one request and its answer may hold, in tokens. The defaults are those of a model that is not known."""

    context: int = 32_768
    """Prompt and answer together."""
    output: int = 16_384
    """The longest answer."""
    reserved: int | None = None
    """What each request reserves for its answer (its `max_tokens`); a prompt that leaves less is refused."""
    reads_schema: bool = True
    """Whether the JSON schema of the answer counts as prompt; where it becomes a grammar, it does not."""
    ratio: float | None = None
    """Real tokens per estimated token; given where windows must not depend on what other answers taught."""


class LLM(Protocol):
    """Anything that answers requests. If it also has `limits: Limits`, it is given windows that fit them."""

    name: str
    """What identifies model, endpoint and parameters, for the cache key and the reader."""

    async def complete(self, request: Request) -> Reply:
        """Answer, or raise an error of the `ProviderError` or `ModelError` family (with `.usage`)."""
        ...


class Connection(LLM, Protocol):
    """An `LLM` over the wire. Its connections live as long as the event loop that they belong to, or until closed."""

    async def aclose(self) -> None:
        """Close the connections of the running event loop. They open again when they are needed."""
        ...
