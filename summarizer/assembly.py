"""Put the brief together: what held into the lists, what did not under `rejected`."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .checks.fields import roles, unchecked
from .items import Item
from .llm import Fault
from .schemas import (
    CheckedBrief,
    Coverage,
    Evidenced,
    Part,
    Rejected,
    RejectionReason,
    Run,
    Source,
    brief_schema,
    item_types,
)


def assemble(
    schema: type[BaseModel],
    draft: BaseModel,
    items: Sequence[Item],
    *,
    faults: Sequence[Fault],
    coverage: Coverage,
    source: Source,
    run: Run,
) -> CheckedBrief:
    """The brief, an instance of `schema` and of `CheckedBrief`. Every item ends up in a list or under `rejected`."""
    whole = brief_schema(schema)
    kinds = item_types(whole)
    kept: dict[str, list[Evidenced]] = {kind: [] for kind in kinds}
    known = {item.values.get("id") for item in items if item.kind == "meetings" and item.refused is None}
    for item in items:
        for part in item.walk():
            _forget_unknown_meetings(part, known)
        if (built := _built(item, kinds[item.kind], by_model=run.engine == "model")) is None:
            continue
        if kept[item.kind] and not _is_list(whole, item.kind):
            item.refuse(RejectionReason.CONFLICTING, "The field holds one item, and an earlier one stands in it.")
        else:
            kept[item.kind].append(built)
    rejected = [_faulty(fault) for fault in faults]
    for item in items:
        rejected.extend(_rejected(item, item.kind))
    plain = {name: getattr(draft, name) for name in type(draft).model_fields if name not in kinds}
    bare = {name for name, value in plain.items() if value not in (None, "", [], {})}
    coverage.without_evidence = sorted(bare.union(*(_unchecked(item, item.kind) for item in items)))
    return whole.model_validate(
        plain
        | {kind: _fitting(whole, kind, values) for kind, values in kept.items()}
        | {
            "status": "incomplete" if coverage.unread or coverage.unread_parts else "complete",
            "rejected": rejected,
            "coverage": coverage,
            "source": source,
            "run": run,
        }
    )


def _unchecked(item: Item, kind: str) -> Iterator[str]:
    """The fields of an item that stands, and of what is nested in it, that nothing could check: `motions.unanimous`."""
    if item.refused is None:
        yield from (f"{kind}.{name}" for name in unchecked(item))
        for name, children in item.children.items():
            for child in children:
                yield from _unchecked(child, f"{kind}.{name}")


def _built(item: Item, schema: type[Evidenced], *, by_model: bool) -> Evidenced | None:
    """The item as the brief holds it; None, with the refusal noted on it, where it may not stand.

    by_model: whether a model claims it, which is not asked for a `basis`.
    """
    nested = item_types(schema)
    children = {
        name: [
            built
            for child in item.children.get(name, ())
            if (built := _built(child, nested[name], by_model=by_model)) is not None
        ]
        for name in nested
    }
    if item.refused is not None:
        return None
    values = {name: value for name, value in item.values.items() if name not in Evidenced.model_fields}
    values |= {name: _fitting(schema, name, built) for name, built in children.items()}
    try:
        return schema.model_validate(
            values
            | {
                "evidence": item.evidence,
                "support": item.support,
                "changes": item.changes,
                "contradictions": item.contradictions,
                "basis": None if by_model else item.claim.basis,
            }
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        item.refuse(RejectionReason.INVALID, f"{'.'.join(map(str, first['loc'])) or 'the item'}: {first['msg']}.")
        return None


def _fitting(schema: type[BaseModel], name: str, built: list[Evidenced]) -> Any:
    """A list of items for a list field; the one item, or None, for a field that holds a single one."""
    return built if _is_list(schema, name) else next(iter(built), None)


def _is_list(schema: type[BaseModel], name: str) -> bool:
    annotation = schema.model_fields[name].annotation
    return any(get_origin(part) is list for part in (annotation, *get_args(annotation)))


def _forget_unknown_meetings(item: Item, known: set[Any]) -> None:
    """Drop references to meetings that are not in the brief; an empty list says that it is unclear."""
    named = item.values.get("meetings")
    refers = any(role.name == "meetings" and role.part is Part.REFERENCE for role in roles(type(item.claim)))
    if refers and isinstance(named, list):
        item.mend("meetings", [one for one in named if one in known], "names a meeting that the brief does not hold")


def _rejected(item: Item, kind: str) -> Iterator[Rejected]:
    if item.refused is not None:
        yield Rejected(
            kind=kind,
            item=item.claim.model_dump(mode="json", exclude_none=True),
            reason=item.refused,
            explanation=item.explanation,
            evidence=item.evidence,
            support=item.support,
        )
        return  # what is nested in it stands in its claim
    for name, children in item.children.items():
        for child in children:
            yield from _rejected(child, f"{kind}.{name}")


def _faulty(fault: Fault) -> Rejected:
    value = fault.value if isinstance(fault.value, dict) else {"value": fault.value}
    kind = ".".join(str(step) for step in fault.path if isinstance(step, str)) or "answer"
    return Rejected(kind=kind, item=value, reason=RejectionReason.INVALID, explanation=fault.reason)
