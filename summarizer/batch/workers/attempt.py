"""One attempt at a document: its brief, or the one error in its place."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pydantic import BaseModel

from ...bookkeeping import shortfalls
from ...documents import Document
from ...errors import SummarizerError, Unreachable
from ...llm import Meter, Usage, metering, usage_of_run
from ..accounts.ledger import paying
from ..inputs.entry import Entry
from ..results.output import Output
from .lines import LineClosed

B = TypeVar("B", bound=BaseModel)


@dataclass(frozen=True)
class Finished(Generic[B]):
    """The brief of a document, ready to be put where it goes."""

    state: str
    """`complete` or `incomplete`."""
    usage: Usage
    """What it took."""
    forms: tuple[bytes, ...] = ()
    """As `Output.forms` gives them."""
    brief: B | None = None
    """None where it was made in another process: its forms are all that is wanted."""
    paid: Usage = field(default_factory=Usage)
    """The part of the usage that is new: without what answers cost that were kept from before."""
    shortfall: str | None = None
    """What was asked for beside the brief and failed, and why."""


Work = Callable[[Entry], Awaitable[Finished[B]]]
"""Makes the brief of a document. Errors: `SummarizerError`."""

_log = logging.getLogger(__name__)


async def briefed(work: Work[B], entry: Entry, deadline: float | None = None) -> Finished[B]:
    """The brief of a document. Any fault comes as a `SummarizerError`: one document never costs another; but `LineClosed` is
    none of the document."""
    meter = metering.get() or Meter()  # of another attempt at it
    metering.set(meter)
    try:
        async with asyncio.timeout(deadline) as scope:
            made = await work(entry)
    except LineClosed:
        raise
    except SummarizerError as error:
        error.usage = error.usage or meter.usage
        raise
    except Exception as error:
        if scope.expired():
            last = f"; the last fault: {meter.fault}" if meter.fault else ""
            late = Unreachable(f"there was no brief within {deadline:g} s{last}", hint="give it more time (--deadline)")
            late.usage = meter.usage
            raise late from error
        fault = unforeseen(error, entry.origin)
        fault.usage = meter.usage
        raise fault from error
    return made if meter.usage == Usage() else replace(made, paid=meter.usage)  # else it was asked for elsewhere


def finished(brief: B, document: Document, output: Output | None = None) -> Finished[B]:
    """The brief of a document, in the forms in which the output takes it. Errors: `SummarizerError`, with what the brief took."""
    made = getattr(brief, "run", None)
    usage = Usage() if made is None else usage_of_run(made)
    try:
        forms = output.forms(paying.get(), brief, document) if output is not None else ()
    except Exception as error:
        fault = unforeseen(error, paying.get())
        fault.usage = usage
        raise fault from error
    shortfall = None if made is None else "; ".join(shortfalls(made)) or None
    return Finished(getattr(brief, "status", "complete"), usage, forms, brief, shortfall=shortfall)


def unforeseen(error: Exception, where: str) -> SummarizerError:
    """Log a bug, and turn it into the fault of one document."""
    _log.error("an unforeseen fault with %s", where, exc_info=error)
    return SummarizerError(
        f"unexpected error: {type(error).__name__}: {error}", hint="report it, with the document if you may"
    )
