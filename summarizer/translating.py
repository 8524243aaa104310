"""The `translate` stage: the wordings of a checked brief in another language, its quotes as they stand in the source.

It comes last, so that what is compared with the source is in the source's own language. A translation that changes
a number is not taken, and what each item said when it was checked is kept on it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from .checks.fields import roles
from .concurrency import together
from .errors import ModelError, ProviderError
from .items import evidenced
from .llm import LLM, Request, Usage, usage_of_run
from .prompts import TRANSLATE, load_prompt
from .schemas import CheckedBrief, Evidenced, Part

B = TypeVar("B", bound=CheckedBrief)

_PARTS = frozenset((Part.CLAIM, Part.ACTOR, Part.RECIPIENT, Part.SPEAKER, Part.CONDITION))
_PORTION = 12_000
"""Characters of wordings in one request: few enough that the answer is not cut off."""
_FIGURES = re.compile(r"\d+")


class Translation(BaseModel):
    """One wording in the other language."""

    model_config = ConfigDict(extra="forbid")

    number: int
    text: str


class Translations(BaseModel):
    """The answer to a request for translations."""

    model_config = ConfigDict(extra="forbid")

    translations: list[Translation]


async def translate(brief: B, llm: LLM, language: str) -> B:
    """The brief in a language, given by its ISO 639 code or name. Names and quotes stay as the source has them.

    What could not be translated stays as it is, and `run.translation_failed` says why.
    """
    names = {getattr(item, "name", None) for item in evidenced(brief)}
    wordings = list(
        dict.fromkeys(words for item in evidenced(brief) for _, words in _wordings(item) if words not in names)
    )
    found: dict[str, str] = {}
    usage = Usage()
    failed: list[str] = []
    for translated, spent, failure in await together(_translated(some, llm, language) for some in _portions(wordings)):
        found |= translated
        usage += spent
        failed += [failure] if failure else []
    if missing := len(wordings) - len(found):
        failed.append(f"{missing} of {len(wordings)} wordings stay as they were")
    made = brief.model_copy(update={name: _put(getattr(brief, name), found) for name in type(brief).model_fields})
    made.run = _told(brief, usage, language, failed)
    return made


def _told(brief: CheckedBrief, usage: Usage, language: str, failed: Sequence[str]) -> Any:
    run = brief.run
    spent = vars(usage_of_run(run) + usage)
    return run.model_copy(update={"language": language, "translation_failed": "; ".join(failed) or None, **spent})


async def _translated(wordings: Sequence[str], llm: LLM, language: str) -> tuple[dict[str, str], Usage, str | None]:
    """What of the wordings could be translated, what it cost, and what went wrong."""
    prompt = load_prompt(TRANSLATE)
    texts = "\n".join(f"[{number}] {' '.join(words.split())}" for number, words in enumerate(wordings, 1))
    system, user = prompt.render({"language": language, "texts": texts})
    objections = partial(_objections, wordings)
    request = Request(system, user, Translations, f"{prompt.name}@{prompt.sha256}", objections=objections)
    try:
        reply = await llm.complete(request)
    except (ModelError, ProviderError) as error:
        return {}, error.usage or Usage(), str(error)
    given = _given(reply.answer)
    fitting = {
        words: given[at] for at, words in enumerate(wordings, 1) if at in given and not _differs(words, given[at])
    }
    return fitting, reply.usage, None


def _given(answer: BaseModel) -> dict[int, str]:
    """The translations in an answer by their numbers."""
    return {one.number: one.text for one in answer.translations} if isinstance(answer, Translations) else {}


def _objections(wordings: Sequence[str], answer: BaseModel) -> list[str]:
    """What is wrong with the translations of these wordings, for the model."""
    given = _given(answer)
    found = [f"number {at} is missing" for at in range(1, len(wordings) + 1) if at not in given]
    for at, words in enumerate(wordings, 1):
        if at in given and (difference := _differs(words, given[at])):
            found.append(f"number {at} {difference}")
    return found


def _differs(words: str, translation: str) -> str | None:
    """What code can see to be wrong with a translation: it is empty, or its figures are others."""
    if not translation.strip():
        return "is empty"
    before, after = (Counter(_FIGURES.findall(text)) for text in (words, translation))
    return None if before == after else f"changes the figures of “{words}”: keep figures as figures, words as words"


def _portions(wordings: Sequence[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    size = 0
    for words in wordings:
        if portion and size + len(words) > _PORTION:
            yield portion
            portion, size = [], 0
        portion.append(words)
        size += len(words)
    if portion:
        yield portion


def _own(item: Evidenced) -> list[str]:
    """The fields of an item besides what every item has."""
    return [name for name in type(item).model_fields if name not in Evidenced.model_fields]


def _wordings(item: Evidenced) -> Iterator[tuple[str, str]]:
    """The fields of an item that are worded, each text of a list by itself."""
    worded = {role.name for role in roles(type(item)) if role.part in _PARTS}
    for name in _own(item):
        value = getattr(item, name)
        for words in value if isinstance(value, list) else [value]:
            if name in worded and isinstance(words, str) and words.strip():
                yield name, words


def _put(value: Any, found: Mapping[str, str]) -> Any:
    """The same value with its items in the other language."""
    if isinstance(value, list):
        return [_put(one, found) for one in value]
    if not isinstance(value, Evidenced):
        return value
    changed: dict[str, Any] = {}
    original: dict[str, Any] = {}
    worded = {name for name, _ in _wordings(value)}
    for name in _own(value):
        before = getattr(value, name)
        if name not in worded:
            after = _put(before, found)
        elif isinstance(before, list):
            after = [found.get(one, one) for one in before]
        else:
            after = found.get(before, before)
        if name in worded and after != before:
            original[name] = before
        changed[name] = after
    return value.model_copy(update=changed | ({"original": original} if original else {}))
