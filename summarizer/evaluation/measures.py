"""The measures: each a figure made of counts that add up over documents, so that any group and any sample has one."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..schemas import Match, RejectionReason, Strength

Array = NDArray[np.float64]
Sums = Callable[[str], Array]
"""The sum of a count, over all documents or over those of each sample."""

COLUMNS = {
    "participants": ("strict",),
    "agenda_items": ("strict", "tolerant"),
    "decisions": ("strict", "tolerant"),
    "commitments": ("strict", "tolerant", "anywhere_strict", "anywhere"),
    "follow_ups": ("strict", "tolerant", "anywhere_strict", "anywhere"),
    "actions": ("strict", "tolerant"),
}
_SEED = 20250101
_SAMPLES = 2000
_PERCENTILES = 2.5, 97.5


@dataclass(frozen=True)
class Measure:
    """A figure between 0 and 1, or a mean, and the count that it is of."""

    name: str
    figure: Callable[[Sums], Array]
    of: str
    """The count that is its n."""
    needs: str
    """It is only shown where this count was kept."""


@dataclass(frozen=True)
class Value:
    """A figure of these documents with its 95 % interval; None where there is nothing to divide by."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def measure(counts: Sequence[Mapping[str, float]]) -> dict[str, Value]:
    """All measures that the documents give, in order; the intervals by a bootstrap over documents."""
    table = Table(counts)
    seen, drawn = table.sums(), table.sums(samples(len(counts)))
    found = {}
    for one in _MEASURES:
        if one.needs in table:
            value = float(one.figure(seen))
            low, high = interval(one.figure(drawn))
            n = int(seen(one.of))
            found[one.name] = Value(None if np.isnan(value) else round(value, 6), low, high, n)
    return found


class Table:
    """The counts of documents, a row each."""

    def __init__(self, counts: Sequence[Mapping[str, float]]) -> None:
        names = sorted({name for one in counts for name in one})
        self._columns = {name: column for column, name in enumerate(names)}
        self._rows = np.array([[one.get(name, 0.0) for name in names] for one in counts], dtype=float)

    def __contains__(self, name: str) -> bool:
        return name in self._columns

    def sums(self, weights: Array | None = None) -> Sums:
        """The sums over all documents. weights: for sums over samples, how often each document is in each of them."""
        totals = self._rows.sum(axis=0) if weights is None else weights @ self._rows

        def of(name: str) -> Array:
            column = self._columns.get(name)
            return np.zeros(totals.shape[:-1]) if column is None else totals[..., column]

        return of


def figure(name: str) -> Callable[[Sums], Array]:
    """The function that makes the measure of that name from sums."""
    return next(one.figure for one in _MEASURES if one.name == name)


def names() -> list[str]:
    """The names of all measures."""
    return [one.name for one in _MEASURES]


def _divided(one: Array, other: Array, nothing: float = np.nan) -> Array:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(other) > 0, np.asarray(one) / np.where(other == 0, 1, other), nothing)


def _precision(prefix: str) -> Callable[[Sums], Array]:
    """Precision; 0 where nothing was predicted of what there is."""

    def made(sums: Sums) -> Array:
        told, gold = sums(f"{prefix}.whole.told"), sums(f"{prefix}.whole.gold")
        return np.where(told + gold > 0, _divided(sums(f"{prefix}.whole.right"), told, 0.0), np.nan)

    return made


def _f1(prefix: str) -> Callable[[Sums], Array]:
    """F1 over the documents whose gold is exhaustive."""

    def made(sums: Sums) -> Array:
        precision = _precision(prefix)(sums)
        recall = _divided(sums(f"{prefix}.whole.found"), sums(f"{prefix}.whole.gold"), 0.0)
        return np.where(np.isnan(precision), np.nan, _divided(2 * precision * recall, precision + recall, 0.0))

    return made


def _ratio(one: str, other: str) -> Callable[[Sums], Array]:
    return lambda sums: _divided(sums(one), sums(other))


def _macro_strength(prefix: str) -> Callable[[Sums], Array]:
    """The mean F1 of the rungs that the gold has."""

    def made(sums: Sums) -> Array:
        total: Any = 0.0
        classes: Any = 0.0
        for rung in Strength:
            gold, told, right = (sums(f"{prefix}.class.{rung.value}.{what}") for what in ("gold", "told", "ok"))
            total = total + np.where(gold > 0, _divided(2 * right, gold + told, 0.0), 0.0)
            classes = classes + (gold > 0)
        return _divided(total, np.asarray(classes, dtype=float))

    return made


def _of_lists() -> Iterator[Measure]:
    for name, columns in COLUMNS.items():
        for column in columns:
            key = f"{name}.{column}"
            yield Measure(f"{key}.precision", _precision(key), f"{key}.whole.told", f"{key}.whole.gold")
            yield Measure(f"{key}.recall", _ratio(f"{key}.found", f"{key}.gold"), f"{key}.gold", f"{key}.gold")
            yield Measure(f"{key}.f1", _f1(key), f"{key}.whole.gold", f"{key}.whole.gold")
            macro = _ratio(f"{key}.macro.sum", f"{key}.macro.n")
            yield Measure(f"{key}.macro_f1", macro, f"{key}.macro.n", f"{key}.macro.n")
        yield _share(f"{name}.abstention", "ok", "n")


def _of_attributes() -> Iterator[Measure]:
    for key in ("participants.role", "participants.organization", "participants.presence", "agenda_items.outcome"):
        yield _share(key, "ok", "n")
    for name in ("commitments", "follow_ups", "actions"):
        key = f"{name}.strength"
        yield _share(key, "ok", "n", as_name=f"{key}.exact")
        yield Measure(f"{key}.macro_f1", _macro_strength(key), f"{key}.n", f"{key}.n")
        yield _share(f"{key}.rungs", "too_high", "n", as_name=f"{key}.too_high")
        for field in ("actor", "to", "said_by", "due", "due_end"):
            yield _share(f"{name}.{field}", "ok", "told", as_name=f"{name}.{field}.precision")
            yield _share(f"{name}.{field}", "ok", "gold", as_name=f"{name}.{field}.recall")
    yield _share("follow_ups.owner_basis", "ok", "n")
    for key in ("meetings.number", "meetings.people", "meetings.items"):
        yield _share(key, "ok", "n")


def _of_trust() -> Iterator[Measure]:
    for match in Match:
        yield _share("evidence", match.value, "n")
    yield _share("claimed", "rejected", "n")
    for reason in RejectionReason:
        yield _share("claimed", reason.value, "n")
    yield _share("lines", "cited", "n")
    yield _share("items", "unsupported", "n")
    yield _share("items", "unjudged", "n")
    yield _share("items", "without_counterpart", "n")
    yield _share("briefs", "unsupported", "n")
    for what in ("incomplete", "failed", "possible_omissions"):
        yield Measure(f"{what}_per_document", _ratio(what, "documents"), "documents", "documents")
    for what in ("requests", "reasks", "prompt_tokens", "completion_tokens"):
        yield Measure(f"{what}_per_document", _ratio(what, "documents"), "documents", "requests")
    yield Measure("tokens_per_1000_characters", _tokens, "documents", "requests")


def _tokens(sums: Sums) -> Array:
    return _divided(1000 * (sums("prompt_tokens") + sums("completion_tokens")), sums("characters"))


def _share(key: str, part: str, whole: str, as_name: str | None = None) -> Measure:
    name = as_name or (key if part == "ok" else f"{key}.{part}")
    return Measure(name, _ratio(f"{key}.{part}", f"{key}.{whole}"), f"{key}.{whole}", f"{key}.{whole}")


_MEASURES = [*_of_lists(), *_of_attributes(), *_of_trust()]


def samples(documents: int) -> Array:
    """How often each document is in each of 2,000 samples of as many documents, drawn with replacement: a row a sample.

    The seed is fixed, so that two evaluations of the same briefs give the same intervals.
    """
    drawn = np.random.default_rng(_SEED).multinomial(documents, np.full(documents, 1 / documents), size=_SAMPLES)
    return drawn.astype(float)


def interval(figures: Array) -> tuple[float | None, float | None]:
    """The middle 95 % of the figures of samples (percentile method); samples without a figure are left out."""
    figures = figures[~np.isnan(figures)]
    if not figures.size:
        return None, None
    low, high = np.percentile(figures, _PERCENTILES)
    return round(float(low), 6), round(float(high), 6)
