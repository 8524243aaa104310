"""The `doubt` stage: a model reads every item of a checked brief once more, against the words that it quotes.

What code can compare was compared before; whether a paraphrase says what the words say, a reader sees better. A doubt
takes nothing away and raises nothing: the item is `partly`, and says what was held against it.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from textwrap import shorten
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from .checks.fields import roles
from .concurrency import together
from .documents import Document
from .errors import ModelError, ProviderError
from .items import evidenced
from .llm import LLM, Request, Usage, usage_of_run
from .prompts import DOUBT, load_prompt
from .schemas import CheckedBrief, Evidenced, OwnerBasis, Part, Verdict, When
from .tokens import estimate
from .windows import excerpt

_MOST = 30  # items in one request: of more, a reader looks at each too briefly
_PORTION = 4_000
"""Tokens of the lines and claims in one request."""
_LONGEST = 300  # characters of what is held against an item


class Doubt(BaseModel):
    """What is held against one claim."""

    model_config = ConfigDict(extra="forbid")

    number: int
    why: str


class Doubts(BaseModel):
    """The answer to a request for doubts."""

    model_config = ConfigDict(extra="forbid")

    doubts: list[Doubt] = Field(default_factory=list)


async def doubt(brief: CheckedBrief, document: Document, llm: LLM) -> None:
    """Mark in the brief what the model doubts. `run` tells how many items were read again, and why some were not."""
    parts = await together(_read(items, document, llm) for items in _portions(list(evidenced(brief)), document))
    run = brief.run
    failed = dict.fromkeys(failure for failure in (run.recheck_failed, *(one.failure for one in parts)) if failure)
    told = {
        "reread": sum(one.items for one in parts),
        "recheck_failed": "; ".join(failed) or None,
        "model": run.model or next((one.model for one in parts if one.model), None),
    }
    spent = sum((one.usage for one in parts), usage_of_run(run))
    brief.run = run.model_copy(update=told | vars(spent))


class _Read(NamedTuple):
    """What came of one request."""

    items: int
    """Those that were read again."""
    usage: Usage
    model: str | None = None
    failure: str | None = None


async def _read(items: Sequence[Evidenced], document: Document, llm: LLM) -> _Read:
    """Mark those of the items that are doubted."""
    prompt = load_prompt(DOUBT)
    system, user = prompt.render(
        {
            "claims": "\n".join(_shown(number, item) for number, item in enumerate(items, 1)),
            "lines": excerpt(document, _lines(items)),
        }
    )
    try:
        reply = await llm.complete(Request(system, user, Doubts, f"{prompt.name}@{prompt.sha256}"))
    except (ModelError, ProviderError) as error:
        return _Read(0, error.usage or Usage(), failure=str(error))
    found = {one.number: one.why for one in reply.answer.doubts} if isinstance(reply.answer, Doubts) else {}
    for number, item in enumerate(items, 1):
        _mark(item, shorten(found.get(number, ""), _LONGEST, placeholder=" …"))
    return _Read(len(items), reply.usage, reply.model)


def _mark(item: Evidenced, why: str) -> None:
    """why: what is held against it; empty where nothing is."""
    support = item.support
    told: dict[str, Any] = {"reread": True}
    if why:
        before = "" if support.verdict is Verdict.SUPPORTED else f"{support.explanation} "
        told |= {"verdict": Verdict.PARTLY, "doubt": why, "explanation": f"{before}On a second reading: {why}"}
    item.support = support.model_copy(update=told)


def _portions(items: Sequence[Evidenced], document: Document) -> Iterator[list[Evidenced]]:
    """The items in portions for one request each, those together that quote the same part of the document."""
    portion: list[Evidenced] = []
    for item in sorted(items, key=lambda item: item.evidence[0].line):
        longer = [*portion, item]
        if portion and (len(longer) > _MOST or _size(longer, document) > _PORTION):
            yield portion
            longer = [item]
        portion = longer
    if portion:
        yield portion


def _size(items: Sequence[Evidenced], document: Document) -> float:
    return estimate(excerpt(document, _lines(items))) + sum(estimate(_shown(0, item)) for item in items)


def _lines(items: Sequence[Evidenced]) -> list[int]:
    return sorted({one.line for item in items for one in item.evidence})


def _shown(number: int, item: Evidenced) -> str:
    """A claim on lines of its own: what it is, what it says, and the words it quotes."""
    said = "; ".join(f"{name}: {words}" for name, words in _said(item))
    quotes = " / ".join(f'[{one.line}] "{" ".join(one.quote.split())}"' for one in item.evidence)
    return f"{number}. {type(item).__name__}: {said}\n   quotes {quotes}"


def _said(item: Evidenced) -> Iterator[tuple[str, str]]:
    """Its own fields that say something, in words."""
    for role in roles(type(item)):
        if role.name in Evidenced.model_fields:
            continue
        value: Any = getattr(item, role.name)
        for one in value if isinstance(value, list) else [value]:
            if one is None or role.part is Part.REFERENCE or isinstance(one, Evidenced) or one is OwnerBasis.UNSTATED:
                continue
            words = one.words if isinstance(one, When) else one.value if isinstance(one, Enum) else one
            yield role.name, " ".join(str(words).split())
