"""One claim on its way from the draft to the brief; the stages fill it in. And the items of a finished brief."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from .schemas import Change, Claim, Contradiction, Evidence, Evidenced, RejectionReason, Support


@dataclass
class Item:
    """A claim, what was found for it, and what was made of it.

    `values` are the claim's own fields as they will stand in the brief (no evidence, no nested
    claims): a stage that mends one writes it here and says so in `changes`. A stage that refuses
    the item sets `refused` and `explanation`; nothing is ever removed.
    """

    kind: str
    """The field of the draft it stands in, such as `commitments` or, nested, `decisions`."""
    claim: Claim
    values: dict[str, Any]
    children: dict[str, list["Item"]] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Quotes that are not in the source."""
    support: Support | None = None
    changes: list[Change] = field(default_factory=list)
    contradictions: list[Contradiction] = field(default_factory=list)
    refused: RejectionReason | None = None
    explanation: str = ""

    def refuse(self, reason: RejectionReason, explanation: str) -> None:
        """Keep it out of the lists, with a sentence for the reader. The first reason stands."""
        if self.refused is None:
            self.refused, self.explanation = reason, explanation

    def mend(self, field_name: str, after: Any, reason: str) -> None:
        """Change a value in the open: to less, to null, or to a name that the source gives."""
        before = self.values.get(field_name)
        if before != after:
            self.values[field_name] = after
            self.changes.append(Change(field=field_name, before=before, after=after, reason=reason))

    def walk(self) -> Iterator["Item"]:
        """The item and all that is nested in it."""
        yield self
        for nested in self.children.values():
            for item in nested:
                yield from item.walk()


def evidenced(model: BaseModel) -> Iterator[Evidenced]:
    """Every item of a finished brief in order, each before those nested in it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, Evidenced):
                yield one
                yield from evidenced(one)
