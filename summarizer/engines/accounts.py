"""The interface to the accounts of a batch: which answers were paid for already, and what may still be spent."""

import hashlib
import json
from collections.abc import Awaitable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from ..llm import Usage
from .prices import Price


@dataclass(frozen=True)
class Call:
    """One request as it goes over the wire."""

    address: str
    """The server's address, without credentials."""
    content: bytes
    """The request body as it is sent: JSON that asks for a chat completion."""
    tokens: float
    """Estimated tokens that the request counts for: its prompt, and what it sets aside for the answer."""
    price: Price | None

    @property
    def body(self) -> dict[str, Any]:
        """The content as parsed JSON."""
        return dict(json.loads(self.content))

    @cached_property
    def key(self) -> str:
        """A hash that is the same for the same request to the same server."""
        return hashlib.sha256(self.address.encode("utf-8", "replace") + b"\n" + self.content).hexdigest()


@dataclass(frozen=True)
class Kept:
    """An answer that was paid for before."""

    answer: str
    """JSON of the chat completion, as it came."""
    own: bool
    """Whether it was paid for on behalf of the document that asks now: then it is part of what that one cost."""
    sent: Usage = field(default_factory=lambda: Usage(requests=1))
    """The requests that were made for it."""


answers_had: ContextVar[dict[str, str] | None] = ContextVar("answers_had", default=None)
"""By key of the call, the answers that earlier attempts at one request have had: each was counted, none is asked for again."""


class Account(Protocol):
    """Keeps every answer before anything else happens with it, and stops what would cost too much."""

    async def find(self, call: Call) -> Kept | None:
        """The answer to the same request, where there is one."""
        ...

    async def allow(self, call: Call) -> None:
        """Set aside what it may cost, until `keep` or `release`. Raises the error that says why it may not be sent."""
        ...

    def keep(self, call: Call, answer: str, usage: Usage) -> Awaitable[None]:
        """The answer is on disk when what this gives is done. It is on its way there at once: an event loop that is busy
        may take long to come back to who waits, and a kill meanwhile would cost what is paid."""
        ...

    def release(self, call: Call) -> None:
        """The request is over, whether or not an answer was kept: give back what is still set aside for it."""
        ...
