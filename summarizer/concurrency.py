"""Several requests of one document at a time."""

import asyncio
import inspect
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

from .errors import BudgetSpent, Postponed

T = TypeVar("T")


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


async def _held(coroutine: Coroutine[Any, Any, T]) -> T | BudgetSpent | Postponed:
    try:
        return await coroutine
    except (BudgetSpent, Postponed) as error:
        return error
