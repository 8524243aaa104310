"""Read what a model answered: what fits the schema stands, what does not is set aside and named."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from ...errors import InvalidAnswer
from ...llm import Fault
from .mending import mend
from .objects import Path, find_object

_SHOWN = 120  # characters of a faulty value in a reason
_NAMED = 12  # faults that a model is told of at once


class Salvaged(NamedTuple):
    """What could be read of an answer, and what was set aside of it."""

    answer: BaseModel
    faults: tuple[Fault, ...]
    raw: str
    """The JSON object in the answer, without the fence, the prose or the thoughts around it."""
    cut_off: bool = False
    """Whether the answer breaks off before its end; its last part is left out then."""


def salvage(text: str, schema: type[BaseModel]) -> Salvaged:
    """Read an answer; whatever breaks the schema costs the smallest list item around it, no more.

    Of several JSON objects, the last one with a field of the schema is read: an earlier one may be quoted from the
    document. An object that is broken is never replaced by a whole one inside it.

    A fault's path leads through the answer as it was given. What is set aside: an item of a list
    that breaks the schema (of nested lists the inner one, where that suffices), a field that the
    schema does not know, a faulty field outside of lists that the schema can do without, and what
    a key held before it was given again. Lists under the same key are one list. A null where the
    default can stand is no fault, nor is what has another form and the same words.

    Errors: `InvalidAnswer` where nothing can be read as the schema.
    """
    raw, data, replaced, cut_off = find_object(text, _field_names(schema))
    if cut_off:
        last = next(reversed(data))
        data = data | {last: data[last][:-1] if isinstance(data[last], list) else None}
    try:
        answer, aside = _fitting(data, schema)
    except RecursionError as error:
        raise InvalidAnswer("the answer is JSON that cannot be read: nested too deep") from error
    faults = tuple(sorted((*replaced, *aside), key=lambda fault: _order(fault.path)))
    return Salvaged(answer, faults, raw, cut_off)


def _fitting(data: dict[str, Any], schema: type[BaseModel]) -> tuple[BaseModel, list[Fault]]:
    """What of the data makes an instance of the schema, and what does not."""
    aside: dict[Path, list[str]] = {}
    while True:
        try:
            answer = _validate(_without(data, aside) if aside else data, schema)
        except ValidationError as error:
            if not _mend(error, data, aside, schema) and not _set_aside(error, data, aside):
                raise InvalidAnswer(f"the answer does not fit {schema.__name__}: {_unusable(error)}") from error
        else:
            values = ((path, _at(data, path), "; ".join(reasons)) for path, reasons in aside.items())
            return answer, [Fault(*told) for told in values if told[1] is not None]  # by a null nothing is lost


def _mend(error: ValidationError, data: Any, aside: Iterable[Path], schema: type[BaseModel]) -> bool:
    """Put into the form of the schema what only has another one. False where there is nothing of that kind."""
    present: dict[Path, list[int]] = {}
    mended = False
    for problem in error.errors(include_url=False):
        path = _locate(problem["loc"], data, aside, present)
        if path and problem["type"] != "missing":
            mended |= mend(problem, _at(data, path[:-1]), path[-1], schema)
    return mended


def complain(faults: Sequence[Fault]) -> list[str]:
    """The faults in sentences for the model that made them: of those that are alike in kind and place, the first."""
    alike: dict[tuple[Path, str], list[str]] = {}
    for fault in faults:
        kind = tuple(step for step in fault.path if isinstance(step, str)), fault.reason
        alike.setdefault(kind, []).append(_dotted(fault.path) or "the whole")
    told = [
        f"{place}: {reason}.{f' So it is in {len(more)} more places.' if more else ''}"
        for (_, reason), (place, *more) in list(alike.items())[:_NAMED]
    ]
    if len(alike) > _NAMED:
        told.append(f"{len(alike) - _NAMED} more parts have faults of these kinds.")
    return told


def _field_names(schema: type[BaseModel]) -> set[str]:
    aliases = {field.validation_alias for field in schema.model_fields.values()}
    return set(schema.model_fields) | {alias for alias in aliases if isinstance(alias, str)}


def _validate(data: Any, schema: type[BaseModel]) -> BaseModel:
    # As JSON, which is more lenient than Python values under strict schemas.
    return schema.model_validate_json(json.dumps(data, ensure_ascii=False))


def _without(value: Any, aside: Iterable[Path], path: Path = ()) -> Any:
    """A copy that lacks what was set aside."""
    if isinstance(value, dict):
        return {key: _without(part, aside, (*path, key)) for key, part in value.items() if (*path, key) not in aside}
    if isinstance(value, list):
        return [
            _without(part, aside, (*path, index)) for index, part in enumerate(value) if (*path, index) not in aside
        ]
    return value


def _set_aside(error: ValidationError, data: Any, aside: dict[Path, list[str]]) -> bool:
    """Add what must go, for these errors, in place. False where nothing can: the whole is unusable."""
    found: dict[Path, list[str]] = {}
    present: dict[Path, list[int]] = {}
    for problem in error.errors(include_url=False, include_context=False):
        path = _locate(problem["loc"], data, aside, present)
        missing = problem["type"] == "missing"
        victim = _victim(path, problem["type"], None if missing else _at(data, path))
        if not victim:
            return False
        reasons = found.setdefault(victim, [])
        inside = path + problem["loc"][-1:] if missing else path
        if inside not in aside:  # else it is missing only because it was set aside; that reason follows below
            reason = _reason(inside[len(victim) :], problem, _at(data, path))
            if reason not in reasons:
                reasons.append(reason)
    for path in list(aside):
        if (outer := _outer(path, found)) is not None:
            found[outer].extend(f"{_dotted(path[len(outer) :])}: {reason}" for reason in aside.pop(path))
    aside.update({path: reasons for path, reasons in found.items() if _outer(path, found) is None})
    return True


def _outer(path: Path, found: dict[Path, list[str]]) -> Path | None:
    """What of these holds the path, the path itself apart."""
    return next((path[:depth] for depth in range(1, len(path)) if path[:depth] in found), None)


def _victim(path: Path, kind: str, value: Any) -> Path:
    """What to set aside for a fault at this path; empty for the whole answer.

    A choice that the schema does not offer is made anew by the default; what else is dropped could change a claim.
    """
    if kind in ("extra_forbidden", "enum", "literal_error") or (kind != "missing" and value is None):
        return path
    items = [depth for depth, step in enumerate(path, 1) if isinstance(step, int)]
    return path[: items[-1]] if items else path


def _locate(location: tuple[int | str, ...], data: Any, aside: Iterable[Path], present: dict[Path, list[int]]) -> Path:
    """Where an error lies in the answer as it was given: pydantic's location, without the names of union
    branches and with the indices from before anything was set aside (`present` remembers them)."""
    path: Path = ()
    node = data
    for step in location:
        if isinstance(node, dict) and step in node and (*path, step) not in aside:
            path = (*path, step)
            node = node[step]
        elif isinstance(node, list) and isinstance(step, int):
            if path not in present:
                present[path] = [index for index in range(len(node)) if (*path, index) not in aside]
            index = present[path][step]
            path = (*path, index)
            node = node[index]
    return path


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _reason(inside: Path, problem: Any, value: Any) -> str:
    where = f"{_dotted(inside)}: " if inside else ""
    if problem["type"] == "extra_forbidden":
        return f"{where}the schema has no such field"
    if problem["type"] == "missing":
        return f"{where}this field is missing"
    words = problem["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ").rstrip(".")
    shown = json.dumps(value, ensure_ascii=False)
    return f"{where}{words}, not {shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}"


def _unusable(error: ValidationError) -> str:
    """What is wrong with the whole, in words that hold nothing of the answer: they may end up in a log."""
    problem = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if problem["type"] == "missing":
        return f"{_dotted(problem['loc'])} is missing or of the wrong kind"
    if problem["type"] in ("value_error", "assertion_error"):
        return "it breaks a rule that holds for it as a whole"
    return f"{_dotted(problem['loc'])}: {problem['msg']}".removeprefix(": ")


def _order(path: Path) -> list[tuple[bool, str | int]]:
    return [(isinstance(step, str), step) for step in path]


def _dotted(path: Iterable[str | int]) -> str:
    """`commitments[2].strength`"""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
