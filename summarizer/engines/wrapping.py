"""The base of every `LLM` that wraps another one."""

from ..llm import LLM, Limits
from .prices import Price


class Wrapper:
    """Goes by the name, the limits and the price of what it wraps, and closes it."""

    def __init__(self, inner: LLM) -> None:
        self.inner = inner
        self.name = inner.name
        self.limits: Limits = getattr(inner, "limits", Limits())
        self.price: Price | None = getattr(inner, "price", None)

    async def aclose(self) -> None:
        """Close the connections of the running event loop. They open again when they are needed."""
        if close := getattr(self.inner, "aclose", None):
            await close()
