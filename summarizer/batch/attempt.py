"""One document, once: its brief, or the one error that stands in its place."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import fields
from typing import TypeVar

from pydantic import BaseModel

from ..errors import SummarizerError, Unreachable
from ..llm import Meter, Usage, metering
from .entry import Entry

B = TypeVar("B", bound=BaseModel)

Work = Callable[[Entry], Awaitable[B]]
"""Makes the brief of a document. Errors: `SummarizerError`."""

_log = logging.getLogger(__name__)


async def briefed(work: Work[B], entry: Entry, deadline: float | None) -> B:
    """The brief of a document. Any fault comes as a `SummarizerError`: one document never costs another."""
    meter = Meter()
    metering.set(meter)
    try:
        async with asyncio.timeout(deadline) as scope:
            return await work(entry)
    except SummarizerError:
        raise
    except Exception as error:
        if scope.expired():
            last = f"; the last fault: {meter.fault}" if meter.fault else ""
            late = Unreachable(f"there was no brief within {deadline:g} s{last}", hint="give it more time (--deadline)")
            late.usage = meter.usage
            raise late from error
        raise unforeseen(error, entry.origin) from error


def unforeseen(error: Exception, where: str) -> SummarizerError:
    """A bug, told as the fault of one document."""
    _log.error("an unforeseen fault with %s", where, exc_info=error)
    return SummarizerError(
        f"unforeseen fault: {type(error).__name__}: {error}", hint="report it, with the document if you may"
    )


def usage_of(brief: BaseModel | None, fault: SummarizerError | None) -> Usage:
    """What it took, told by either."""
    if fault is not None:
        return fault.usage if isinstance(fault.usage, Usage) else Usage()
    made = getattr(brief, "run", None)
    return Usage(*(getattr(made, field.name) for field in fields(Usage))) if made is not None else Usage()
