"""Claims made false in known ways, each with the findings that would refuse it for the right reason.

A change that could leave a claim true is not made: a number, a date or a name is only replaced by one
that its lines do not hold, a strength only raised from one that the form of the words proves, and a
neighbouring line only quoted where it speaks of something else.
"""

import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from true_items import Claim, True_

from summarizer import Document, RejectionReason as Reason, Strength

LADDER = [one.value for one in Strength if one.rung is not None]
_ELSEWHERE = frozenset(("numbers", "dates", "names", "actor"))
_FALSE = frozenset((Reason.CONTRADICTED, Reason.UNSUPPORTED))


class Kind(NamedTuple):
    """A way to make a claim false, and what is right to say of it."""

    name: str
    reasons: frozenset[Reason]
    """With which it may be refused."""
    checks: frozenset[str] = frozenset()
    """Of which one must speak against it; empty: the reason says it all, or any finding does."""
    telling: frozenset[str] = frozenset()
    """Checks that are right whatever the reason: words of another line hold another number, name or speaker."""
    beyond: bool = False
    """Beyond a deterministic check: counted apart."""


def _kind(
    name: str, reasons: frozenset[Reason], *checks: str, telling: frozenset[str] = frozenset(), beyond: bool = False
) -> tuple[str, Kind]:
    return name, Kind(name, reasons, frozenset(checks), telling, beyond)


KINDS = dict(
    (
        _kind("negation put in", _FALSE, "negation"),
        _kind("negation taken out", _FALSE, "negation", "strength"),
        _kind("opposite verb", _FALSE, "negation"),
        _kind("promise made a refusal", _FALSE, "negation"),
        _kind("strength one rung up", _FALSE | {Reason.TOO_WEAK}, "strength"),
        _kind("strength two rungs up", _FALSE | {Reason.TOO_WEAK}, "strength"),
        _kind("number changed", _FALSE, "numbers"),
        _kind("number changed, quote too", frozenset((Reason.ALTERED, Reason.NOT_FOUND))),
        _kind("negation changed, quote too", frozenset((Reason.ALTERED, Reason.NOT_FOUND))),
        _kind("date changed", _FALSE, "dates", "numbers"),
        _kind("date added", _FALSE, "dates"),
        _kind("name invented", _FALSE, "names"),
        _kind("name from elsewhere", _FALSE, "names"),
        _kind("role of somebody else", _FALSE, "names"),
        _kind("actor invented", _FALSE, "actor"),
        _kind("actor from elsewhere", _FALSE, "actor"),
        _kind("actor and recipient swapped", _FALSE, "actor", "recipient"),
        _kind("source of a report made the actor", _FALSE, "actor"),
        _kind("put into another's mouth", _FALSE, "speaker"),
        _kind("condition dropped", _FALSE, "condition", "strength"),
        _kind("condition invented", _FALSE, "condition"),
        _kind("neighbouring line quoted", frozenset((Reason.UNSUPPORTED, Reason.TOO_WEAK)), telling=_ELSEWHERE),
        _kind("two half quotes in one", frozenset((Reason.NOT_FOUND, Reason.ALTERED))),
        _kind("one's act, another's name", _FALSE, "actor"),
        _kind("claim invented, quote true", frozenset((Reason.UNSUPPORTED, Reason.TOO_WEAK)), telling=_ELSEWHERE),
        _kind("quote and claim invented", frozenset((Reason.NOT_FOUND,))),
        _kind("limit left out", _FALSE, beyond=True),
        _kind("role of a neighbour in one line", _FALSE, "names", beyond=True),
    )
)
_NEGATES = re.compile(r"\b(?:not|no|never|nobody|none|neither|nor|without|unable|refus\w+|reject\w*|ruled out|declin\w+|pas|aucun\w*)\b|n['’]t\b", re.I)  # fmt: skip
_BASE = frozenset(
    "add adopt allow apply approve ask attend bring change check close create define discuss do draft fix give go hold keep lend look make merge move open "
    "pay prepare publish put raise remove reopen research review send share show start support take talk track update use work write".split()
)
_MODAL = re.compile(r"\b(?:is|are|was|were|will|should|can|must)\b(?= [a-z])")
_NUMBER = re.compile(r"(?<![\w.,#/:-])\d+(?:,\d{3})*(?![\w.,:-]*\w)")
_MONTHS = "January February March April June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DATE = re.compile(rf"\b(?:{'|'.join(_MONTHS + _DAYS)})\b|\b(?:19|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_PROVED = {
    "mentioned": re.compile(r"\b(?:welcomed|noted|thanked|recalled)\b"),
    "discussed": re.compile(r"\bdiscussed\b"),
    "explored": re.compile(r"\bexplored\b"),
    "proposed": re.compile(r"\b(?:proposed|suggested|urged)\b"),
    "intends": re.compile(r"\b(?:I will|(?:plans|intends) to|will)\b|\b(?:I|We|we)['’]ll\b|^(?:ACTION|Action)\b|^@\w+ to\b"),
    "agreed": re.compile(r"\b(?:agreed to|agreed that)\b(?! the (?:need|importance))"),
    "undertook": re.compile(r"\b(?:undertook|promised|pledged|committed) to\b"),
}
_OTHER_WORDS = re.compile(
    r"\b(?:agree\w*|decid\w+|approv\w+|resolv\w+|sign\w*|promis\w+|pledg\w+|commit\w*|undert\w+|accept\w*|announc\w+|adopt\w*|propos\w+|"
    r"reaffirm\w*|confirm\w*|establish\w*|launch\w*|plan\w*|intend\w*|will|would|if|unless|could)\b"
)
INVENTED = ("Kovalenko", "Strathmore", "Ruritania", "Oyelaran", "Vandermeer")
_OPPOSITES = {"open": "close", "close": "open", "add": "remove", "remove": "add", "raise": "lower", "increase": "reduce", "start": "stop", "allow": "forbid", "support": "oppose"}  # fmt: skip
_LIMIT = re.compile(r"\b(?:up to|at least|only|some of|part of|most of) ", re.I)


class Mutation(NamedTuple):
    """A false claim."""

    kind: Kind
    claim: Claim


def mutations(true: True_, others: list[True_], chance: random.Random) -> Iterator[Mutation]:
    """Every change that this claim offers. `others`: true items of other documents."""
    for make in (_negations, _strengths, _numbers, _dates, _names, _parties, _conditions, _quotes, _inventions, _beyond):
        for name, changed in make(true, others, chance):
            yield Mutation(KINDS[name], true.claim | changed)


Made = Iterator[tuple[str, Claim]]


def _main(true: True_) -> str:
    return next(name for name in ("action", "text", "topic", "name") if name in true.claim)


def _lines(true: True_) -> str:
    """The quoted lines, each with its speaker."""
    document = true.document
    return "\n".join(f"{document.segment(line).speaker or ''} {document.line_text(line)}" for line in true.lines)


def _negations(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, text, strength = _main(true), true.text, true.claim.get("strength")
    if main not in ("action", "text") or _NEGATES.search(text):
        return
    if strength == "denied":
        yield "negation taken out", {"strength": "intends"}
        return
    if _NEGATES.search(_lines(true)):
        return
    first, _, rest = text.partition(" ")
    if first.lower() in _BASE:
        yield "negation put in", {main: f"{'not' if main == 'action' else 'Do not'} {first.lower()} {rest}"}
    elif match := _MODAL.search(text):
        yield "negation put in", {main: f"{text[: match.end()]} not{text[match.end() :]}"}
    if first.lower() in _OPPOSITES and not re.search(rf"\b{_OPPOSITES[first.lower()]}", _lines(true), re.I):
        yield "opposite verb", {main: f"{_OPPOSITES[first.lower()]} {rest}"}
    if strength in ("intends", "agreed", "undertook") and true.kind == "commitments":
        yield "promise made a refusal", {"strength": "denied"}


def _strengths(true: True_, others: list[True_], chance: random.Random) -> Made:
    strength = true.claim.get("strength")
    if strength not in _PROVED or true.document.language not in ("en", None):
        return
    text, proof = _lines(true), _PROVED[strength]
    if not proof.search(text) or _OTHER_WORDS.search(proof.sub(" ", text)):
        return
    for steps, name in ((1, "one rung"), (2, "two rungs")):
        if (rung := LADDER.index(strength) + steps) < len(LADDER):
            yield f"strength {name} up", {"strength": LADDER[rung]}


def _numbers(true: True_, others: list[True_], chance: random.Random) -> Made:
    for name in ("action", "text", "topic", "summary"):
        text = true.claim.get(name) or ""
        found = [match for match in _NUMBER.finditer(text) if not re.fullmatch(r"(?:19|20)\d\d", match.group())]
        if not found:
            continue
        match = chance.choice(found)
        new = _new_number(match.group(), true.document, chance)
        yield "number changed", {name: text[: match.start()] + new + text[match.end() :]}
        quoted = [quote for quote in true.claim["evidence"] if re.search(rf"(?<![\w.,]){match.group()}\b", quote["quote"])]
        if len(quoted) == len(true.claim["evidence"]):
            changed = [quote | {"quote": re.sub(rf"(?<![\w.,]){match.group()}\b", new, quote["quote"])} for quote in quoted]
            yield "number changed, quote too", {name: text.replace(match.group(), new), "evidence": changed}
    (quote,) = true.claim["evidence"][:1] or ({"quote": ""},)
    if (match := re.search(r"\b(?:not|never) ", quote["quote"])) and len(true.claim["evidence"]) == 1 and len(quote["quote"].split()) > 5:
        words = quote["quote"][: match.start()] + quote["quote"][match.end() :]
        yield "negation changed, quote too", {"evidence": [quote | {"quote": words}]}


def _new_number(old: str, document: Document, chance: random.Random) -> str:
    value = int(old.replace(",", ""))
    while str(value) in document.text or f"{value:,}" in document.text:
        value += chance.randint(7, 60)
    return f"{value:,}" if "," in old else str(value)


def _dates(true: True_, others: list[True_], chance: random.Random) -> Made:
    if true.kind == "participants":
        return
    for name in ("due", "action", "text", "topic"):
        text = true.claim.get(name) or ""
        if match := _DATE.search(text):
            group = next((some for some in (_MONTHS, _DAYS) if match.group() in some), [str(year) for year in range(2027, 2039)])
            there = true.document.text
            new = [one for one in group if one not in there and one[:3] not in there]
            if new:
                yield "date changed", {name: text.replace(match.group(), chance.choice(new))}
    field = "due" if true.kind in ("commitments", "follow_ups") and not true.claim.get("due") else None
    yield "date added", {field: "by 17 November 2031"} if field else {_main(true): f"{true.text.rstrip('.')} by 17 November 2031"}


def names_of(document: Document) -> list[str]:
    """Words that are written with a capital inside sentences, and never without."""
    words = sorted(set(_NAME.findall(document.text)) - set(_MONTHS) - set(_DAYS) - {"May"})
    return [word for word in words if not re.search(rf"\b{word.lower()}\b", document.text)]


def _names(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, text, lines = _main(true), true.text, _lines(true)
    elsewhere = [name for name in names_of(true.document) if not _akin(name, lines + str(true.claim))]
    if main == "name":
        first, *rest = text.split()
        if rest:
            yield "name invented", {"name": f"{first} {chance.choice(INVENTED)}"}
        people = re.findall(r"\b[A-Z][a-z]{2,} [A-Z][a-z]{3,}\b", true.document.text)
        if people := [one for one in people if not any(_akin(part, lines) for part in one.split())]:
            yield "name from elsewhere", {"name": chance.choice(people)}
        roles = {other.claim["role"] for other in others if other.claim.get("role")}
        there = [one for one in sorted(roles) if not any(_akin(word, true.document.text) for word in re.findall(r"\w{4,}", one))]
        if true.claim.get("role") and there:
            yield "role of somebody else", {"role": chance.choice(there)}
        return
    found = [match for match in _NAME.finditer(text) if match.group() not in (*_MONTHS, *_DAYS)]
    if not found:
        return
    match = chance.choice(found)
    yield "name invented", {main: text[: match.start()] + chance.choice(INVENTED) + text[match.end() :]}
    if elsewhere:
        yield "name from elsewhere", {main: text[: match.start()] + chance.choice(elsewhere) + text[match.end() :]}


def _akin(word: str, text: str) -> bool:
    return word[:4].lower() in text.lower()


def _parties(true: True_, others: list[True_], chance: random.Random) -> Made:
    field = next((name for name in ("by", "owner") if true.claim.get(name)), None)
    if field is None:
        return
    lines, actor = _lines(true), str(true.claim[field])
    speakers = {one.speaker for one in true.document.segments if one.speaker}
    told = lines + actor
    elsewhere = [name for name in sorted({*names_of(true.document), *speakers}) if not any(_akin(part, told) for part in name.split())]
    yield "actor invented", {field: chance.choice(INVENTED)}
    if elsewhere:
        yield "actor from elsewhere", {field: chance.choice(elsewhere)}
    for other in others:
        name = other.claim.get("by") or other.claim.get("owner")
        if other.document is not true.document or not name or _akin(name, told) or len(_telling(other.text) & _telling(true.text)) > 1:
            continue
        half = other.claim["evidence"][0]["quote"].split()
        quote = {"line": other.lines[0], "quote": " ".join(half[: len(half) // 2 + 1])}
        if len(half) >= 6 and true.kind == "commitments":
            yield "one's act, another's name", {field: name, "evidence": [*true.claim["evidence"], quote]}
            break
    recipient, source = true.claim.get("to"), true.claim.get("said_by")
    if recipient and recipient[:1].isupper() and actor[:1].isupper():
        yield "actor and recipient swapped", {"by": recipient, "to": actor}
    spoken = any(true.document.segment(line).speaker for line in true.lines)  # "we will": the speaker's own word
    if source and not spoken and not any(_akin(part, actor) for part in source.split() if len(part) > 3):
        yield "source of a report made the actor", {"by": source, "said_by": None}
    if true.kind == "commitments" and elsewhere:
        yield "put into another's mouth", {"said_by": chance.choice(elsewhere)}


def _conditions(true: True_, others: list[True_], chance: random.Random) -> Made:
    if "condition" in true.claim and true.claim["condition"] and true.claim["strength"] in ("conditional", "denied"):
        strength = "agreed" if true.claim["strength"] == "conditional" else "denied"
        yield "condition dropped", {"condition": None, "strength": strength}
    elif true.kind == "commitments" and true.claim.get("by"):
        yield "condition invented", {"condition": "provided that the lighthouse keeper consents", "strength": "conditional"}


def _telling(text: str) -> set[str]:
    return {word[:5].lower() for word in re.findall(r"\w{4,}", text)}


def _quotes(true: True_, others: list[True_], chance: random.Random) -> Made:
    document, lines = true.document, true.lines
    claimed = _telling(" ".join(str(true.claim.get(name) or "") for name in ("action", "text", "topic", "name", "summary")))
    names = _telling(true.text) | {part[:5].lower() for part in true.text.split() if true.kind == "participants"}
    for line in {max(lines) + 1, min(lines) - 1}:
        if not 1 <= line <= len(document.segments) or document.segment(line).kind == "heading":
            continue
        words = document.line_text(line)
        near = {word[:5].lower() for word in re.findall(r"\w+", f"{words} {document.segment(line).speaker or ''}")}
        if len(words.split()) >= 4 and names and 4 * len(claimed & near) < len(claimed) and not names & near:
            yield "neighbouring line quoted", {"evidence": [{"line": line, "quote": words}]}
    quote = true.claim["evidence"][0]["quote"].split() if true.claim["evidence"] else []
    other_line = chance.randint(1, len(document.segments))
    other = document.line_text(other_line).split() if other_line not in lines else []
    if len(true.claim["evidence"]) == 1 and min(len(quote), len(other)) >= 8 and quote[-4:] != other[-4:]:
        half = [*quote[: len(quote) // 2], *other[len(other) // 2 :]]
        if " ".join(half) not in " ".join(document.text.split()):
            yield "two half quotes in one", {"evidence": [{"line": lines[0], "quote": " ".join(half)}]}


def _inventions(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, there = _main(true), _telling(true.document.text)
    foreign = [
        one for one in others if one.kind == true.kind and one.document is not true.document and len(one.text.split()) >= 4
    ]
    unlike = [one for one in chance.sample(foreign, min(40, len(foreign))) if 3 * len(_telling(one.text) & there) < len(_telling(one.text))]
    if not unlike:
        return
    other = chance.choice(unlike)
    if main != "name":
        yield "claim invented, quote true", {main: other.text}
    if len(other.claim["evidence"][0]["quote"].split()) >= 6 and other.claim["evidence"][0]["quote"] not in true.document.text:
        changed: dict[str, Any] = {main: other.text, "evidence": other.claim["evidence"]}
        yield "quote and claim invented", changed


def _beyond(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, text, lines = _main(true), true.text, _lines(true)
    if main != "name" and (match := _LIMIT.search(text)):
        yield "limit left out", {main: text[: match.start()] + text[match.end() :]}
    roles = [one.claim["role"] for one in others if one.document is true.document and one.claim.get("role")]
    other = [role for role in roles if role in lines and role != true.claim.get("role")]
    if main == "name" and true.claim.get("role") and other:
        yield "role of a neighbour in one line", {"role": chance.choice(other)}
