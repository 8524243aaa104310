"""The `doubt` stage: a model reads every item of a checked brief once more, against the words that it quotes.

What code can compare was compared before; whether a paraphrase says what the words say, a reader sees better. A doubt
takes nothing away and raises nothing: the item is `partly`, and says what was held against it. So it is with what the
checks refused for its words: it stays refused, and says where the reader finds it borne, for somebody to look at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from .checks.fields import roles
from .concurrency import together
from .documents import Document
from .errors import AnswerCutOff, ContextTooLong, ModelError, ProviderError
from .items import evidenced
from .llm import LLM, Reply, Request, Usage, usage_of_run
from .prompts import DOUBT, load_prompt
from .schemas import CheckedBrief, Evidenced, OwnerBasis, Part, Rejected, RejectionReason, Verdict, When
from .windows import excerpt
from .words.tokens import estimate

_MOST = 30  # items in one request: of more, a reader looks at each too briefly
_PORTION = 4_000
"""Tokens of the lines and claims in one request."""
_NOT_SAID = frozenset(("evidence", "basis", "meetings"))
_LONGEST = 300  # characters of what is held against an item
_LAST_WORD = 40  # characters that are given up so that what is cut ends with a word; some scripts have no spaces
_NO_REASON = "it is doubted, without a reason."
_BY_ITS_WORDS = (RejectionReason.UNSUPPORTED, RejectionReason.CONTRADICTED)
_Readable = Evidenced | Rejected


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
    refused = (one for one in brief.rejected if one.reason in _BY_ITS_WORDS and one.evidence and one.support)
    parts = await together(_read(items, document, llm) for items in _portions([*evidenced(brief), *refused], document))
    read = sum(parts, _Read())
    run = brief.run
    told = {
        "reread": read.items,
        "recheck_failed": "; ".join(dict.fromkeys(filter(None, (run.recheck_failed, *read.failures)))) or None,
        "model": run.model or read.model,
    }
    brief.run = run.model_copy(update=told | vars(usage_of_run(run) + read.usage))


@dataclass(frozen=True)
class _Read:
    """What came of one request, or of several."""

    items: int = 0
    """Those that were read again."""
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    failures: tuple[str, ...] = ()

    def __add__(self, other: "_Read") -> "_Read":
        return _Read(
            self.items + other.items,
            self.usage + other.usage,
            self.model or other.model,
            self.failures + other.failures,
        )


async def _read(items: Sequence[_Readable], document: Document, llm: LLM) -> _Read:
    """Mark those of the items that are doubted. Of more than the model can take or answer, each half is asked about."""
    try:
        reply = await llm.complete(_request(items, document))
    except (ModelError, ProviderError) as error:
        usage = error.usage or Usage()
        if not isinstance(error, AnswerCutOff | ContextTooLong) or len(items) == 1:
            return _Read(usage=usage, failures=(str(error),))
        middle = len(items) // 2
        halves = await together(_read(half, document, llm) for half in (items[:middle], items[middle:]))
        return sum(halves, _Read(usage=usage))
    found, lost = _held_against(reply), _lost(reply, len(items))
    # Which claim a doubt that is lost was meant for cannot be told: it may be any that no other doubt names.
    known = [(item, found.get(at, "")) for at, item in enumerate(items, 1) if at in found or lost is None]
    for item, why in known:
        _mark(item, why)
    return _Read(len(known), reply.usage, reply.model, () if lost is None else (lost,))


def _request(items: Sequence[_Readable], document: Document) -> Request:
    prompt = load_prompt(DOUBT)
    system, user = prompt.render(
        {
            "claims": "\n".join(_shown(number, item) for number, item in enumerate(items, 1)),
            "lines": excerpt(document, _lines(items)),
        }
    )
    objections = partial(_objections, len(items))
    return Request(system, user, Doubts, f"{prompt.name}@{prompt.sha256}", objections=objections)


def _given(answer: BaseModel) -> list[Doubt] | None:
    """The doubts of an answer; None where it has no list of them, which may mean anything."""
    return answer.doubts if isinstance(answer, Doubts) and "doubts" in answer.model_fields_set else None


def _objections(claims: int, answer: BaseModel) -> list[str]:
    """What is wrong with the doubts about so many claims, for the model."""
    given = _given(answer)
    if given is None:
        return ["the list `doubts` is missing: it is empty where no claim is doubted"]
    numbers = dict.fromkeys(one.number for one in given)
    found = [f"there is no claim {number}, only 1 to {claims}" for number in numbers if not 1 <= number <= claims]
    bare = dict.fromkeys(one.number for one in given if not one.why.strip())
    return [*found, *(f"`why` of number {number} is empty: leave out what is not doubted" for number in bare)]


def _lost(reply: Reply, claims: int) -> str | None:
    """Why not every doubt of an answer could be taken, for the reader; None where each was."""
    given = _given(reply.answer)
    if given is None:
        return "the answer of the second reading does not say what is doubted"
    strange = sum(not 1 <= one.number <= claims for one in given)
    # A longer path leads to a field too many, without which the doubt stands.
    broken = sum(fault.path[:1] == ("doubts",) and len(fault.path) < 3 for fault in reply.faults)
    if strange + broken:
        return f"{strange + broken} of the doubts of the second reading could not be told to belong to an item"
    return None


def _held_against(reply: Reply) -> dict[int, str]:
    """What is held against each claim that is doubted, by its number."""
    found: dict[int, list[str]] = {}
    for one in _given(reply.answer) or ():
        found.setdefault(one.number, []).append(" ".join(one.why.split()))
    return {number: _cut(" ".join(dict.fromkeys(filter(None, whys))) or _NO_REASON) for number, whys in found.items()}


def _cut(why: str) -> str:
    if len(why) <= _LONGEST:
        return why
    return f"{why[: max(why.rfind(' ', 0, _LONGEST - 1), _LONGEST - _LAST_WORD)].rstrip()} …"


def _mark(item: _Readable, why: str) -> None:
    """why: what is held against it; empty where nothing is."""
    support = item.support
    assert support is not None, "what was not judged is not read again"
    told: dict[str, Any] = {"reread": True, "doubt": why or None}
    if why and isinstance(item, Evidenced):
        before = "" if support.verdict is Verdict.SUPPORTED else f"{support.explanation} "
        told |= {"verdict": Verdict.PARTLY, "explanation": f"{before}On a second reading: {why}"}
    item.support = support.model_copy(update=told)


def _portions(items: Sequence[_Readable], document: Document) -> Iterator[list[_Readable]]:
    """The items in portions for one request each, those together that quote the same part of the document."""
    portion: list[_Readable] = []
    claims = 0.0  # tokens of those in the portion
    for item in sorted(items, key=lambda item: item.evidence[0].line):
        claims += (shown := estimate(_shown(0, item)))
        longer = [*portion, item]
        if portion and (len(longer) > _MOST or estimate(excerpt(document, _lines(longer))) + claims > _PORTION):
            yield portion
            longer, claims = [item], shown
        portion = longer
    if portion:
        yield portion


def _lines(items: Sequence[_Readable]) -> list[int]:
    return sorted({one.line for item in items for one in item.evidence})


def _shown(number: int, item: _Readable) -> str:
    """A claim on lines of its own: what it is, what it says, and the words it quotes."""
    kind = item.kind.rpartition(".")[2] if isinstance(item, Rejected) else type(item).__name__
    said = "; ".join(f"{name}: {words}" for name, words in _said(item))
    quotes = " / ".join(f'[{one.line}] "{" ".join(one.quote.split())}"' for one in item.evidence)
    return f"{number}. {kind}: {said}\n   quotes {quotes}"


def _said(item: _Readable) -> Iterator[tuple[str, str]]:
    """Its own fields that say something, in words."""
    if isinstance(item, Rejected):
        values = {name: value for name, value in item.item.items() if name not in _NOT_SAID}
    else:
        own = (role for role in roles(type(item)) if role.name not in Evidenced.model_fields)
        values = {role.name: getattr(item, role.name) for role in own if role.part is not Part.REFERENCE}
    for name, value in values.items():
        for one in value if isinstance(value, list) else [value]:
            if words := _worded(one):
                yield name, words


def _worded(value: Any) -> str:
    """A value of a field in words; empty where it says nothing, or is an item by itself."""
    if value is None or value == OwnerBasis.UNSTATED or isinstance(value, Evidenced):
        return ""
    if isinstance(value, When):
        return " ".join(value.words.split())
    if isinstance(value, BaseModel | dict):
        fields = value if isinstance(value, dict) else {name: getattr(value, name) for name in type(value).model_fields}
        told = {name: _worded(one) for name, one in fields.items()} if "evidence" not in fields else {}
        return ", ".join(f"{name} {words}" for name, words in told.items() if words)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(filter(None, map(_worded, value)))
    return " ".join(str(value.value if isinstance(value, Enum) else value).split())
