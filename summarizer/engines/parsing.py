"""From the text that a model wrote to the JSON object in it, with nothing lost in silence."""

import json
import math
import re
from collections.abc import Set
from typing import Any, NamedTuple, NoReturn

from ..errors import InvalidAnswer
from ..llm import Fault

Path = tuple[str | int, ...]

# Only ahead of the answer: within it, such a mark is a word of the document.
_THOUGHTS = re.compile(r"(?:\s*+<think(?:ing)?>.*?</think(?:ing)?>)*+", re.DOTALL)
_OBJECT = re.compile(r'\{\s*["}]')  # "{names}" in the words around an answer begins none
_LIST_FIRST = re.compile(r"\s*(?:```\w*\s*)?\[")
# Half a surrogate pair, which constrained decoding can emit, is no text and cannot be saved.
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_NO_CHARACTER = "\N{REPLACEMENT CHARACTER}"


class Parsed(NamedTuple):
    """The JSON object in an answer: its text, what it holds, and what repeated keys cost of it."""

    text: str
    data: dict[str, Any]
    replaced: tuple[Fault, ...]
    plain: bool
    """Whether the text says all of it and no more to any parser: no key is repeated, no character replaced."""


def find_object(text: str, known: Set[str]) -> Parsed:
    """The JSON object in an answer.

    Where there are several, the last one with a key that is known. Lists under the same key are
    joined; of other values the last one stands, and the ones before it are faults.

    Errors: `InvalidAnswer`.
    """
    text = _HALF_PAIR.sub(_NO_CHARACTER, text)
    if thoughts := _THOUGHTS.match(text):
        text = text[thoughts.end() :]
    if _LIST_FIRST.match(text):
        raise InvalidAnswer("the answer is a JSON list, not an object")
    found = None
    repeating: list[_Repeating] = []
    decoder = _decoder(repeating)
    start = _begins(text, 0)
    if start < 0:
        start = text.find("{")  # none, and the decoder says why
    while start >= 0:
        try:
            value, end = decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise InvalidAnswer(
                f"the answer is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
            ) from error
        except (ValueError, RecursionError) as error:  # a number too long, a nesting too deep
            raise InvalidAnswer(
                "the answer is JSON that cannot be read: a number too long or nested too deep"
            ) from error
        if found is None or known & value.keys():
            found = text[start:end], value
        start = _begins(text, end)
    if found is None:
        raise InvalidAnswer("the answer holds no JSON object")
    if not repeating and not _ESCAPED_HALF.search(found[0]):
        return Parsed(*found, (), plain=True)
    replaced: list[Fault] = []
    try:
        return Parsed(found[0], _clean(found[1], (), replaced), tuple(replaced), plain=False)
    except RecursionError as error:  # the parser goes deeper than the walk through its result
        raise InvalidAnswer("the answer is JSON that cannot be read: nested too deep") from error


def _begins(text: str, start: int) -> int:
    found = _OBJECT.search(text, start)
    return found.start() if found else -1


class _Repeating(dict[str, Any]):
    """An object with a key that was given more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__()
        self.replaced: list[tuple[str, Any]] = []
        for key, value in pairs:
            held = self.get(key)
            if isinstance(held, list) and isinstance(value, list):
                held += value
                continue
            if key in self and held != value:
                self.replaced.append((key, held))
            self[key] = value


def _decoder(repeating: list[_Repeating]) -> json.JSONDecoder:
    """A decoder that enters in the list what repeats a key."""

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        repeating.append(_Repeating(pairs))
        return repeating[-1]

    # Not strict: models put bare line breaks into strings.
    return json.JSONDecoder(strict=False, object_pairs_hook=read, parse_float=_number, parse_constant=_refuse)


def _number(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def _refuse(constant: str) -> NoReturn:
    raise InvalidAnswer(f"the answer is not JSON: {constant[:20]} is no number")


def _clean(value: Any, path: Path, replaced: list[Fault]) -> Any:
    """A copy without half surrogate pairs; what repeated keys replaced is added to the faults."""
    if isinstance(value, str):
        return _HALF_PAIR.sub(_NO_CHARACTER, value)
    if isinstance(value, list):
        return [_clean(part, (*path, index), replaced) for index, part in enumerate(value)]
    if not isinstance(value, dict):
        return value
    copy: dict[str, Any] = {}
    for key, part in value.items():
        key = _HALF_PAIR.sub(_NO_CHARACTER, key)
        copy[key] = _clean(part, (*path, key), replaced)
    if isinstance(value, _Repeating):
        for key, part in value.replaced:
            where = (*path, _HALF_PAIR.sub(_NO_CHARACTER, key))
            replaced.append(Fault(where, _clean(part, where, replaced), "this key is given again; the last one stands"))
    return copy
