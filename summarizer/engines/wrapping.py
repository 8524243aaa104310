"""The base of every `LLM` that wraps another one."""

from typing import NoReturn

from ..llm import LLM, Limits
from .prices import Price


class Wrapper:
    """Goes by the name, the limits and the price of what it wraps, and closes it."""

    def __init__(self, inner: LLM) -> None:
        self.inner = inner
        self.name = inner.name
        self.limits: Limits = getattr(inner, "limits", Limits())
        self.price: Price | None = getattr(inner, "price", None)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    def __reduce__(self) -> NoReturn:
        """Errors: `TypeError`, as for all that cannot go to another process."""
        raise TypeError(
            "connections, caches and the pace stay within their process: call connect in each one, or name the model"
        )

    async def aclose(self) -> None:
        """Close the connections of the running event loop. They open again when they are needed."""
        if close := getattr(self.inner, "aclose", None):
            await close()
