"""What a model costs, where that is known: from the table `prices.toml`, or as somebody gave it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ..words.wordlists import word_lists

_DATE = re.compile(r"-\d{4}-\d{2}-\d{2}\Z")


@dataclass(frozen=True)
class Price:
    """US dollars per million tokens."""

    prompt: float
    answer: float
    cached: float | None = None
    """Of the prompt, what the provider's cache already held; as the rest of it where this is None."""

    def of(self, prompt: int, answer: int, cached: int = 0) -> float:
        """What so many tokens cost. cached: how many of the prompt's were in the provider's cache."""
        rate = self.prompt if self.cached is None else self.cached
        return ((prompt - cached) * self.prompt + cached * rate + answer * self.answer) / 1e6

    @property
    def halved(self) -> "Price":
        """What it is in a provider's batch. Not every provider gives its discount on cached tokens there too, so they
        are counted as others: a bill may come out too high, never too low."""
        return Price(self.prompt / 2, self.answer / 2)


def known_price(model: str) -> Price | None:
    """The price of a model of that name at OpenAI itself; None where the table has none."""
    return _table().get(_DATE.sub("", model))


@lru_cache(maxsize=1)
def _table() -> dict[str, Price]:
    rows = word_lists(__package__, "prices.toml")["models"]
    return {row["name"]: Price(row["prompt"], row["answer"], row["cached"]) for row in rows}
