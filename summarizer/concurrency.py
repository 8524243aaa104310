"""Several requests of one document at a time, and long work beside the event loop."""

import asyncio
import contextvars
import inspect
import threading
from collections.abc import Callable, Coroutine, Iterable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from .errors import BudgetSpent, Postponed

T = TypeVar("T")

LONG = 20_000
"""Characters of a document from which to read or check it takes some tenths of a second."""


async def together(coroutines: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """All results in order, made concurrently.

    Where one of them may not be asked for now (`BudgetSpent`, `Postponed`), that is raised when the others have ended:
    what is under way is paid for. Any other error stops the others too: they would go on costing.
    """
    coroutines = list(coroutines)
    tasks = [asyncio.ensure_future(_held(coroutine)) for coroutine in coroutines]
    try:
        results = await asyncio.gather(*tasks)
    except BaseException:
        for task, coroutine in zip(tasks, coroutines, strict=True):
            task.cancel()
            if inspect.getcoroutinestate(coroutine) == inspect.CORO_CREATED:
                coroutine.close()  # else Python warns of it, as if it had been forgotten
        raise
    ended = [result for result in results if isinstance(result, BudgetSpent | Postponed)]
    if ended:
        raise next((error for error in ended if isinstance(error, BudgetSpent)), ended[0])
    return [result for result in results if not isinstance(result, BudgetSpent | Postponed)]


async def apart(function: Callable[..., T], *arguments: Any) -> T:
    """Call a function that computes for long in a thread of its own, and return its result; the loop goes on meanwhile.

    Who is cancelled waits no longer; the thread ends with the function, and holds up no end of the process.
    """
    loop, context = asyncio.get_running_loop(), contextvars.copy_context()
    waiting: asyncio.Future[T] = loop.create_future()
    made: Future[T] = Future()

    def tell() -> None:
        if not waiting.done():
            _pass_on(made, waiting)

    def work() -> None:
        try:
            made.set_result(context.run(function, *arguments))
        except BaseException as error:
            made.set_exception(error)
        with suppress(RuntimeError):  # the loop has ended, and nobody waits
            loop.call_soon_threadsafe(tell)

    threading.Thread(target=work, name="summarizer-apart", daemon=True).start()
    return await waiting


def _pass_on(made: Future[T], waiting: "asyncio.Future[T]") -> None:
    if (error := made.exception()) is not None:
        waiting.set_exception(error)
    else:
        waiting.set_result(made.result())


async def _held(coroutine: Coroutine[Any, Any, T]) -> T | BudgetSpent | Postponed:
    try:
        return await coroutine
    except (BudgetSpent, Postponed) as error:
        return error
