"""The fields of a claim by the part they play, for any schema; and the report that the checks write."""

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn, Union, get_args, get_origin

from pydantic import BaseModel

from ..items import Item
from ..schemas import CheckName, Claim, Finding, Outcome, Part, Plays, RejectionReason, Verdict

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


@lru_cache(maxsize=256)
def roles(claim: type[BaseModel]) -> tuple[Role, ...]:
    """The fields of a claim's class that say something of the item."""
    return tuple(
        _role(name, one.annotation, tuple(one.metadata))
        for name, one in claim.model_fields.items()
        if name not in Claim.model_fields
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
    return Role(name, None if enum else part, optional, single, enum)


class Text(NamedTuple):
    """One text of a claim."""

    name: str
    value: str
    optional: bool


def texts(item: Item, part: Part) -> Iterator[Text]:
    """What the item says in the fields that play this part; every text of a list by itself."""
    for role in _playing(type(item.claim), part):
        value = item.values.get(role.name)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, str) and one.strip():
                yield Text(role.name, one, role.optional)


@lru_cache(maxsize=1024)
def _playing(claim: type[BaseModel], part: Part) -> tuple[Role, ...]:
    return tuple(role for role in roles(claim) if role.part is part)


def of_kind(item: Item, kind: type[Enum]) -> str | None:
    """The name of the field that holds a member of this enum."""
    return _of_kind(type(item.claim), kind)


@lru_cache(maxsize=1024)
def _of_kind(claim: type[BaseModel], kind: type[Enum]) -> str | None:
    return next((role.name for role in roles(claim) if role.kind is kind), None)


def condition_field(item: Item) -> str | None:
    """The name of the field for its condition, where it has one."""
    return next((role.name for role in roles(type(item.claim)) if role.part is Part.CONDITION), None)


def is_subject(item: Item) -> bool:
    """Whether the item is a subject with an outcome, such as an agenda item: it was taken up, whatever came of it."""
    return of_kind(item, Outcome) is not None


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
            return Verdict.PARTLY, next(iter(doubts), "The quoted words bear a part of it.")
        return Verdict.SUPPORTED, "The quoted words bear it."

    def against(self, text: Text, check: CheckName, explanation: str, reason: RejectionReason) -> None:
        """Words of the source speak against a text: it goes if it may be null, else the item does."""
        self.note(check, "disagrees", explanation)
        if text.optional:
            self.item.mend(text.name, None, explanation)
        else:
            self.refuse(reason, explanation)
