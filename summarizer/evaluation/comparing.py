"""Two evaluations of the same gold, item by item: what became better, what worse, and by how much the figures differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..errors import SettingsError
from .measures import Table, figure, interval, names, samples

_Key = tuple[str, str, str]


@dataclass(frozen=True)
class Difference:
    """A measure now less the same before, on the documents of both, with the interval of a paired bootstrap."""

    value: float
    low: float | None
    high: float | None
    now: float
    before: float


@dataclass
class Comparison:
    """What changed from one evaluation to another."""

    documents: int
    only_now: list[str]
    only_before: list[str]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    """By list: better, worse, same."""
    changed: list[dict[str, Any]] = field(default_factory=list)
    """Each item that is better or worse: an item found or lost, fields mended or spoilt, something extra gone or new."""
    differences: dict[str, Difference] = field(default_factory=dict)


def compare(now: Mapping[str, Any], before: Mapping[str, Any]) -> Comparison:
    """Compare two results of `write_json`. Errors: `SettingsError` where they share no document, or the gold is another."""
    ours, theirs = ({one["id"]: one for one in result["per_document"]} for result in (now, before))
    common = [own for own in ours if own in theirs]
    if not common:
        raise SettingsError("the two results have no document in common", hint="compare results of the same gold")
    found = Comparison(
        len(common), [own for own in ours if own not in theirs], [own for own in theirs if own not in ours]
    )
    for own in common:
        _compare_items(found, own, ours[own]["items"], theirs[own]["items"])
    tables = Table([ours[own]["counts"] for own in common]), Table([theirs[own]["counts"] for own in common])
    weights = samples(len(common))
    drawn = [table.sums(weights) for table in tables]
    for name in names():
        if name in now["measures"] and name in before["measures"]:
            make = figure(name)
            mine, other = (float(make(table.sums())) for table in tables)
            if not np.isnan(mine - other):
                low, high = interval(make(drawn[0]) - make(drawn[1]))
                found.differences[name] = Difference(round(mine - other, 6), low, high, round(mine, 6), round(other, 6))
    return found


def _compare_items(found: Comparison, own: str, now: list[dict[str, Any]], before: list[dict[str, Any]]) -> None:
    ours, theirs = dict(_of_gold(now)), dict(_of_gold(before))
    if ours.keys() != theirs.keys():
        raise SettingsError(f"the gold of {own} is not the same in the two results", hint="make both again")
    for key, item in ours.items():
        _note(found, own, item, _merit(item), _merit(theirs[key]), theirs[key])
    extra, was_extra = dict(_beyond(now)), dict(_beyond(before))
    for key in {**extra, **was_extra}:
        item = extra.get(key) or was_extra[key]
        _note(found, own, item, (-(key in extra), 0), (-(key in was_extra), 0), None)


def _of_gold(items: list[dict[str, Any]]) -> Iterator[tuple[_Key, dict[str, Any]]]:
    return (((one["list"], str(one["number"]), one["gold"]), one) for one in items if "gold" in one)


def _beyond(items: list[dict[str, Any]]) -> Iterator[tuple[_Key, dict[str, Any]]]:
    return (((one["told_list"], one["told"], ""), one) for one in items if one["outcome"] == "extra")


def _merit(item: Mapping[str, Any]) -> tuple[int, int]:
    return int(item["tolerant"]), -len(item.get("wrong", ()))


def _note(
    found: Comparison,
    own: str,
    item: Mapping[str, Any],
    now: tuple[int, int],
    then: tuple[int, int],
    before: Mapping[str, Any] | None,
) -> None:
    change = "better" if now > then else "worse" if now < then else "same"
    counts = found.counts.setdefault(item["list"], {"better": 0, "worse": 0, "same": 0})
    counts[change] += 1
    if change != "same":
        told = {"change": change, "document": own} | dict(item)
        found.changed.append(
            told | ({"before": before["outcome"], "was_wrong": before.get("wrong", {})} if before else {})
        )
