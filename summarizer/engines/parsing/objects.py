"""From the text that a model wrote to the JSON object in it, with nothing lost in silence."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Set
from typing import Any, NamedTuple, NoReturn

from ...errors import InvalidAnswer
from ...llm import Fault

Path = tuple[str | int, ...]

# Only ahead of the answer: within it, such a mark is a word of the document.
_THOUGHTS = re.compile(
    r"(?:\s*+([<\[])(think(?:ing)?|thoughts?|reasoning)[>\]].*?\1/\2[>\]])*+", re.DOTALL | re.IGNORECASE
)
# </think>, [/THINK], <answer>, <|message|>: what stands ahead of it is no part of the object behind it.
_MARK = re.compile(r"(?:<[/|]?\w+\|?>|\[/?\w+\])\s*(?:```\w*\s*)?(?=\{)")
_OBJECT = re.compile(r'\{\s*["}]')  # "{names}" in the words around an answer begins none
_LIST_FIRST = re.compile(r'\s*(?:```\w*\s*)?\[\s*[]\[{"]')
# Half a surrogate pair, which constrained decoding can emit, is no text and cannot be saved.
_SURROGATE = re.compile("[\ud800-\udfff]")
_HALF_PAIR = re.compile(
    "[\ud800-\udfff]|"
    r"(?<!\\)((?:\\\\)*)(?:(\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w)|\\u[dD][89a-fA-F]\w\w)"
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_LEFT_OUT = 10  # one word in so many of broken JSON may have no place, as those of comments have none; each is told
_FORM = {"type", "$ref", "anyOf", "items"}
_WRAPPINGS = 3  # of an answer in further objects: {"name": ..., "arguments": {"brief": ...}}


class Parsed(NamedTuple):
    """The JSON object in an answer: its text, what it holds, and what reading it cost."""

    text: str
    data: dict[str, Any]
    faults: tuple[Fault, ...] = ()
    """What repeated keys replaced, and words that have no place in the JSON."""
    cut_off: bool = False
    """Whether it breaks off before its end."""


class _Broken(InvalidAnswer):
    """No JSON, but something like it."""


def squashed(name: str) -> str:
    """A name without what spellings of it differ in: `agendaItems`, `Agenda Items`, `agenda_items`."""
    return re.sub(r"[\W_]+", "", name).casefold()


def find_object(text: str, fields: Set[str]) -> Parsed:
    """The JSON object in an answer, also where it is wrapped in another one, or in a text.

    Of several that share a field, the last one is read; those that share none are parts of one. Lists under the same
    key of an object are joined; of other values the last one stands, and the ones before it are faults. Broken JSON is
    mended where that changes signs and no words.

    Errors: `InvalidAnswer`.
    """
    if "\\u" in text or _SURROGATE.search(text):  # which is seldom, and soon seen
        text = _HALF_PAIR.sub(lambda half: (half[1] or "") + (half[2] or "\N{REPLACEMENT CHARACTER}"), text)
    if thoughts := _THOUGHTS.match(text):
        text = text[thoughts.end() :]
    text = _unquoted(text) if text.lstrip().startswith('"') else text
    known = {squashed(name) for name in fields}
    for part in (text, *(text[mark.end() :] for mark in list(_MARK.finditer(text))[-1:])):
        try:
            return _read(part, known)
        except _Broken as error:
            broken = error, part[max(0, part.find("{")) :]
    return _mended(*broken, known)


def _read(text: str, known: Set[str]) -> Parsed:
    faults: list[Fault] = []
    found = list(_objects(text, faults))
    in_list = _LIST_FIRST.match(text)
    parts: list[tuple[int, int, dict[str, Any]]] = []
    for start, end, value in found:
        held = _within(value, known) if value else value
        if held is None or (in_list and not known >= set(map(squashed, held))):
            continue
        if any(part.keys() & held.keys() for *_, part in parts):
            parts = []  # a later answer stands for an earlier one
        parts.append((start, end, held))
    if not parts:
        other = "has none of the fields of the schema" if found else "holds no JSON object"
        raise InvalidAnswer(f"the answer {'is a JSON list, not an object' if in_list else other}")
    data = {key: value for *_, part in parts for key, value in part.items()}
    return Parsed(text[parts[0][0] : parts[-1][1]], data, tuple(faults))


def _mended(error: _Broken, text: str, known: Set[str]) -> Parsed:
    """What broken JSON was meant to say, if that is sure: it says the words of the text in their order, all but a few, and
    no others. Errors: the one that is given."""
    import json_repair  # knows how models break JSON: other quotes, quotes in quotes, commas, comments, Python's None

    end = text.rfind("}") + 1
    text = text if re.search(r'["\[{]', text[end:]) else text[:end]  # without a fence, or a closing word
    try:
        value: Any = json_repair.loads(text, skip_json_loads=True)
        words, said = _words(text), _words(json.dumps(value, ensure_ascii=False))
    except (ValueError, RecursionError):
        raise error from None
    lost = list((Counter(words) - Counter(said)).elements())
    rest, data = iter(words), _within(value, known)
    if data is None or len(lost) * _LEFT_OUT > len(words) or not all(word in rest for word in said):
        raise error
    told = " ".join(lost)
    faults = (Fault((), told, f"{error}, and these words of it have no place: {told}"),) if lost else ()
    return Parsed(text, data, faults, cut_off=text.count("{") > text.count("}"))


def _words(text: str) -> list[str]:
    def plain(escape: re.Match[str]) -> str:
        return chr(int(escape[1], 16)) if escape[1] else " " if escape[2] in "nrtbf" else escape[2]

    return re.findall(r"[^\W_]+", _ESCAPE.sub(plain, text).lower().replace("none", "null"))


def _objects(text: str, faults: list[Fault]) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """The JSON objects in a text, with their places; what repeated keys replaced is added to the faults."""
    decoder = _decoder(faults)
    start = _begins(text, 0)
    if start < 0:
        start = text.find("{")  # none, and the decoder says why
    while start >= 0:
        try:
            value, end = decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise _Broken(
                f"the answer is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
            ) from error
        except (ValueError, RecursionError) as error:  # a number too long, a nesting too deep
            raise InvalidAnswer(
                "the answer is JSON that cannot be read: a number too long or nested too deep"
            ) from error
        yield start, end, value
        start = _begins(text, end)


def _begins(text: str, start: int) -> int:
    found = _OBJECT.search(text, start)
    return found.start() if found else -1


def _within(value: Any, known: Set[str], depth: int = _WRAPPINGS) -> dict[str, Any] | None:
    """The object with a known field: this one, or the only one that it wraps, as it is or as a text."""
    value = _unquoted(value) if isinstance(value, str) and value.startswith("{") else value
    if not isinstance(value, dict):
        return None
    # Weak models repeat the schema: its fields are no answer, but descriptions of one.
    is_form = all(isinstance(part, dict) and not _FORM.isdisjoint(part) for part in value.values())
    if not is_form and not known.isdisjoint(map(squashed, value)):
        return value
    inner = [part for each in value.values() if depth and (part := _within(each, known, depth - 1)) is not None]
    return inner[0] if len(inner) == 1 else None


def _unquoted(text: str) -> Any:
    """What a text in JSON holds; the text itself, if it is none."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return text


def _decoder(faults: list[Fault]) -> json.JSONDecoder:
    """A decoder that enters among the faults what repeated keys replace."""

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in pairs:
            held = made.get(key)
            if isinstance(held, list) and isinstance(value, list):
                value = held + value
            elif key in made and held != value:
                faults.append(Fault((key,), held, "this key is given again; the last one stands"))
            made[key] = value
        return made

    # Not strict: models put bare line breaks into strings.
    return json.JSONDecoder(strict=False, object_pairs_hook=read, parse_float=_number, parse_constant=_refuse)


def _number(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _refuse(digits)


def _refuse(constant: str) -> NoReturn:
    raise InvalidAnswer(f"the answer is not JSON: {constant[:20]} is no number")
