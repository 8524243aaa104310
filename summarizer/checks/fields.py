"""The fields of a claim by the part they play, for any schema; and the report that the checks write."""

import datetime
import types
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn, Union, get_args, get_origin

from pydantic import BaseModel

from ..items import Item
from ..schemas import (
    CheckName,
    Claim,
    Evidenced,
    Finding,
    Outcome,
    OwnerBasis,
    Part,
    Plays,
    Presence,
    RejectionReason,
    Strength,
    Verdict,
    When,
)

_HELD = (Strength, Outcome, Presence, OwnerBasis, When)
"""What is held against words besides texts and figures."""
_WORST: tuple[Finding, ...] = ("agrees", "unchecked", "absent", "disagrees")


class Role(NamedTuple):
    """What a field of a class is."""

    name: str
    part: Part | None
    """None where it is no text."""
    optional: bool
    """Whether it may be null."""
    single: bool
    """Whether it holds one value, not a list."""
    kind: type[Enum] | None
    nested: bool = False
    """Whether it holds models with fields of their own, which are no items."""


@lru_cache(maxsize=256)
def roles(model: type[BaseModel]) -> tuple[Role, ...]:
    """The fields of a claim's class, or of a model within it, that say something of the item."""
    own = Claim.model_fields if issubclass(model, Claim | Evidenced) else {}
    return tuple(
        _role(name, one.annotation, tuple(one.metadata)) for name, one in model.model_fields.items() if name not in own
    )


def _role(name: str, annotation: Any, metadata: tuple[Any, ...]) -> Role:
    marks: list[Any] = list(metadata)
    kinds: list[Any] = []

    def walk(one: Any) -> None:
        marks.extend(getattr(one, "__metadata__", ()))
        if isinstance(origin := get_origin(one), type):
            kinds.append(origin)
        if get_args(one):
            for inner in get_args(one):
                walk(inner)
        elif isinstance(one, type):
            kinds.append(one)

    walk(annotation)
    part = next((mark.part for mark in marks if isinstance(mark, Plays)), None)
    if part is None and str in kinds:
        part = Part.CLAIM
    enum = next((kind for kind in kinds if issubclass(kind, Enum)), None)
    optional = get_origin(annotation) in (Union, types.UnionType) and type(None) in get_args(annotation)
    single = not any(isinstance(kind, type) and issubclass(kind, list | tuple | dict | set) for kind in kinds)
    nested = any(isinstance(kind, type) and issubclass(kind, BaseModel) for kind in kinds)
    return Role(name, None if enum else part, optional, single, enum, nested)


class Text(NamedTuple):
    """One text of a claim, or a number or day of it as one would write it."""

    name: str
    value: str
    optional: bool


def texts(item: Item, part: Part) -> Iterator[Text]:
    """What the item says in the fields that play this part, whatever their shape; every text of a list by itself."""
    for role in _playing(type(item.claim), part):
        filled = item.values.get(role.name)
        if not filled:
            continue  # most fields are empty
        for plays, value in ((role, filled),) if isinstance(filled, str) else _leaves(filled, role):
            if plays.part is part and _is_text(value) and value.strip():
                yield Text(role.name, value, role.optional)


def said_of(item: Item) -> str:
    """What the item says is done or was said, in one text."""
    return " ".join(text.value for text in texts(item, Part.CLAIM))


def figures(item: Item) -> Iterator[Text]:
    """The numbers and days that the item states as such, not in words."""
    for role in roles(type(item.claim)):
        for plays, value in _leaves(item.values.get(role.name), role):
            if plays.part is not Part.REFERENCE and (written := _figure(value)):
                yield Text(role.name, written, role.optional)


def unchecked(item: Item) -> list[str]:
    """The fields in which the item claims what no quoted words can be held against: yes or no, a choice of the schema's own."""
    return [
        role.name
        for role in roles(type(item.claim))
        if role.name in item.claim.model_fields_set
        and any(_escapes(*leaf) for leaf in _leaves(item.values.get(role.name), role))
    ]


def _leaves(value: Any, role: Role) -> Iterator[tuple[Role, Any]]:
    """The single values that a field holds, each with the role it plays; what a key of a mapping stands for goes with the key."""
    if isinstance(value, BaseModel) and not isinstance(value, When):
        for inner in roles(type(value)):
            yield from _leaves(getattr(value, inner.name), inner)
    elif isinstance(value, Mapping):
        for key, of_key in value.items():
            for plays, leaf in _leaves(of_key, role):
                said = leaf if _is_text(leaf) else _figure(leaf)
                yield plays, f"{key} {said}" if said else key
                if not said:
                    yield plays, leaf
    elif isinstance(value, Collection) and not isinstance(value, str | bytes):
        for one in value:
            yield from _leaves(one, role)
    elif value is not None:
        yield role, value


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum)


def _figure(value: Any) -> str | None:
    """A number or a day as one would write it; None for any other value."""
    if isinstance(value, datetime.date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, bool | Enum) or not isinstance(value, int | float | Decimal):
        return None
    return f"{Decimal(str(value)).normalize():f}"


def _escapes(role: Role, value: Any) -> bool:
    """Whether no check reaches a value."""
    if isinstance(value, _HELD):
        return False
    if _is_text(value):
        return role.part is None
    return role.part is Part.REFERENCE or _figure(value) is None


@lru_cache(maxsize=1024)
def _playing(claim: type[BaseModel], part: Part) -> tuple[Role, ...]:
    return tuple(role for role in roles(claim) if role.part is part or role.nested)


def of_kind(item: Item, kind: type[Enum]) -> str | None:
    """The name of the field that holds a member of this enum."""
    return _of_kind(type(item.claim), kind)


@lru_cache(maxsize=1024)
def _of_kind(claim: type[BaseModel], kind: type[Enum]) -> str | None:
    return next((role.name for role in roles(claim) if role.kind is kind), None)


def rung_of(item: Item) -> Strength | None:
    """The rung at which the item claims to stand; None where it claims none."""
    field = of_kind(item, Strength)
    value = item.values.get(field) if field is not None else None
    return Strength(value) if value is not None else None


def condition_field(item: Item) -> str | None:
    """The name of the field for its condition, where it has one."""
    return next((role.name for role in roles(type(item.claim)) if role.part is Part.CONDITION), None)


def is_subject(item: Item) -> bool:
    """Whether the item is a subject with an outcome, such as an agenda item: it was taken up, whatever came of it."""
    return of_kind(item, Outcome) is not None


def is_title(text: Text, item: Item) -> bool:
    """Whether a text is what a subject is called, and tells nothing of it."""
    return is_subject(item) and not text.optional


def is_promise(item: Item) -> bool:
    """Whether the item tells of an act with a rung of its own, such as a commitment or a step, and of no subject."""
    return of_kind(item, Strength) is not None and not is_subject(item)


class ItemRefused(Exception):
    """A check found that the item may not stand. Nothing that a later check finds could change that."""

    def __init__(self, reason: RejectionReason, explanation: str) -> None:
        super().__init__(explanation)
        self.reason = reason
        self.explanation = explanation


@dataclass
class Report:
    """What the checks found on one item."""

    item: Item
    checks: dict[CheckName, Finding] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    """Sentences on what is not fully borne, the weightiest first."""
    in_general: str = ""
    """A sentence for the reader where no doubt says what is not borne."""

    def note(self, check: CheckName, finding: Finding, doubt: str = "") -> None:
        """Enter a finding; of several for one check the worst stands."""
        known = self.checks.get(check)
        if known is None or _WORST.index(finding) > _WORST.index(known):
            self.checks[check] = finding
        if doubt:
            self.doubts.insert(0 if finding == "disagrees" else len(self.doubts), doubt)

    def refuse(self, reason: RejectionReason, explanation: str) -> NoReturn:
        """The item may not stand: its checks end here, by `ItemRefused`."""
        raise ItemRefused(reason, explanation)

    def concluded(self) -> tuple[Verdict, str]:
        """The verdict on an item that no check refused, with a sentence for the reader."""
        doubts = [*self.doubts, *filter(None, [self.in_general])]
        if doubts or "disagrees" in self.checks.values():
            return Verdict.PARTLY, next(iter(doubts), "The quoted words support part of it.")
        bare = ", ".join(unchecked(self.item)).replace("_", " ")
        return Verdict.SUPPORTED, f"The quoted words support it{bare and f'; nothing could check {bare}'}."

    def against(
        self,
        text: Text,
        check: CheckName,
        explanation: str,
        reason: RejectionReason = RejectionReason.CONTRADICTED,
    ) -> None:
        """Words of the source speak against a text: it goes if it may be null, else the item does."""
        self.note(check, "disagrees", explanation)
        if text.optional:
            self.item.mend(text.name, None, explanation)
        else:
            self.refuse(reason, explanation)
