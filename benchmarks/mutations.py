"""Claims made false in known ways, each with the findings that would refuse it for the right reason.

A change that could leave a claim true is not made: a number, a date or a name is only replaced by one
that its lines do not hold, a strength only raised from one that the form of the words proves, and a
neighbouring line only quoted where it speaks of something else.
"""

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

from mutated_sources import DAYS, MONTHS, Made, inventions, names, parties, quotes
from mutation_kinds import KINDS, Kind
from true_items import Claim, True_

from summarizer import Document, Strength

LADDER = [one.value for one in Strength if one.rung is not None]
_NEGATES = re.compile(r"\b(?:not|no|never|nobody|none|neither|nor|without|unable|refus\w+|reject\w*|ruled out|declin\w+|pas|aucun\w*)\b|n['’]t\b", re.I)  # fmt: skip
_BASE = frozenset(
    "add adopt allow apply approve ask attend bring change check close create define discuss do draft fix give go hold keep lend look make merge move open "
    "pay prepare publish put raise remove reopen research review send share show start support take talk track update use work write".split()
)
_PLAIN_NOT = re.compile(r"\b(?:(?:do|does|will|would) not|(?:do|wo|would)n['’]t|not) ", re.I)
_MODAL = re.compile(r"\b(?:is|are|was|were|will|should|can|must)\b(?= [a-z])")
_NUMBER = re.compile(r"(?<![\w.,#/:-])\d+(?:,\d{3})*(?![\w.,:-]*\w)")
_DATE = re.compile(rf"\b(?:{'|'.join(MONTHS + DAYS)})\b|\b(?:19|20)\d\d\b")
_PROVED = {
    "mentioned": re.compile(r"\b(?:welcomed|noted|thanked|recalled)\b"),
    "discussed": re.compile(r"\bdiscussed\b"),
    "explored": re.compile(r"\bexplored\b"),
    "proposed": re.compile(r"\b(?:proposed|suggested|urged)\b"),
    "intends": re.compile(
        r"\b(?:I will|(?:plans|intends) to|will)\b|\b(?:I|We|we)['’]ll\b|^(?:ACTION|Action)\b|^@\w+ to\b"
    ),
    "agreed": re.compile(r"\b(?:agreed to|agreed that)\b(?! the (?:need|importance))"),
    "undertook": re.compile(r"\b(?:undertook|promised|pledged|committed) to\b"),
}
_OTHER_WORDS = re.compile(
    r"\b(?:agree\w*|decid\w+|approv\w+|resolv\w+|sign\w*|promis\w+|pledg\w+|commit\w*|undert\w+|accept\w*|announc\w+|adopt\w*|propos\w+|"
    r"reaffirm\w*|confirm\w*|establish\w*|launch\w*|plan\w*|intend\w*|will|would|if|unless|could)\b"
)
_OPPOSITES = {"open": "close", "close": "open", "add": "remove", "remove": "add", "raise": "lower", "increase": "reduce", "start": "stop", "allow": "forbid", "support": "oppose"}  # fmt: skip
_LIMIT = re.compile(r"\b(?:only|some of|part of|most of) ", re.I)
_NUMBER_LIMIT = re.compile(r"\b(?:up to|at least|no more than|at most) $", re.I)


class Mutation(NamedTuple):
    """A false claim."""

    kind: Kind
    claim: Claim


def mutations(true: True_, others: list[True_], chance: random.Random) -> Iterator[Mutation]:
    """Every change that this claim offers. `others`: true items of other documents."""
    for make in (
        _negations,
        _strengths,
        _numbers,
        _dates,
        names,
        parties,
        _conditions,
        quotes,
        inventions,
        _beyond,
    ):
        for name, changed in make(true, others, chance):
            yield Mutation(KINDS[name], true.claim | changed)


def _negations(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, text, strength = true.main, true.text, true.claim.get("strength")
    affirmed = _PLAIN_NOT.sub("", text)
    if main in ("action", "text") and affirmed != text and not _NEGATES.search(affirmed):
        yield "negation taken out", {main: affirmed} | ({"strength": "intends"} if strength == "denied" else {})
    if main not in ("action", "text") or _NEGATES.search(text):
        return
    if strength == "denied":
        yield "negation taken out", {"strength": "intends"}
        return
    if _NEGATES.search(true.words):
        return
    first, _, rest = text.partition(" ")
    if first.lower() in _BASE:
        yield "negation put in", {main: f"{'not' if main == 'action' else 'Do not'} {first.lower()} {rest}"}
    elif match := _MODAL.search(text):
        yield "negation put in", {main: f"{text[: match.end()]} not{text[match.end() :]}"}
    if first.lower() in _OPPOSITES and not re.search(rf"\b{_OPPOSITES[first.lower()]}", true.words, re.I):
        yield "opposite verb", {main: f"{_OPPOSITES[first.lower()]} {rest}"}
    if strength in ("intends", "agreed", "undertook") and true.kind == "commitments":
        yield "promise made a refusal", {"strength": "denied"}


def _strengths(true: True_, others: list[True_], chance: random.Random) -> Made:
    strength = true.claim.get("strength")
    if strength not in _PROVED or true.document.language not in ("en", None):
        return
    text, proof = true.words, _PROVED[strength]
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
        if limit := _NUMBER_LIMIT.search(text[: match.start()]):
            yield "limit of a number left out", {name: text[: limit.start()] + text[limit.end() :]}
        yield "number changed", {name: text[: match.start()] + new + text[match.end() :]}
        quoted = [
            quote for quote in true.claim["evidence"] if re.search(rf"(?<![\w.,]){match.group()}\b", quote["quote"])
        ]
        if len(quoted) == len(true.claim["evidence"]):
            changed = [
                quote | {"quote": re.sub(rf"(?<![\w.,]){match.group()}\b", new, quote["quote"])} for quote in quoted
            ]
            yield "number changed, quote too", {name: text.replace(match.group(), new), "evidence": changed}
    (quote,) = true.claim["evidence"][:1] or ({"quote": ""},)
    if (
        (match := re.search(r"\b(?:not|never) ", quote["quote"]))
        and len(true.claim["evidence"]) == 1
        and len(quote["quote"].split()) > 5
    ):
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
            group = next(
                (some for some in (MONTHS, DAYS) if match.group() in some), [str(year) for year in range(2027, 2039)]
            )
            there = true.document.text
            new = [one for one in group if one not in there and one[:3] not in there]
            if new:
                yield "date changed", {name: text.replace(match.group(), chance.choice(new))}
    field = "due" if true.kind in ("commitments", "follow_ups") and not true.claim.get("due") else None
    yield (
        "date added",
        {field: "by 17 November 2031"} if field else {true.main: f"{true.text.rstrip('.')} by 17 November 2031"},
    )


def _conditions(true: True_, others: list[True_], chance: random.Random) -> Made:
    if "condition" in true.claim and true.claim["condition"] and true.claim["strength"] in ("conditional", "denied"):
        strength = "agreed" if true.claim["strength"] == "conditional" else "denied"
        yield "condition dropped", {"condition": None, "strength": strength}
    elif true.claim.get("strength") == "conditional":
        yield "condition dropped", {"strength": "agreed"}
    elif true.kind == "commitments" and true.claim.get("by"):
        yield (
            "condition invented",
            {"condition": "provided that the lighthouse keeper consents", "strength": "conditional"},
        )


def _beyond(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, text, lines = true.main, true.text, true.words
    if main != "name" and (match := _LIMIT.search(text)):
        yield "limit left out", {main: text[: match.start()] + text[match.end() :]}
    roles = [one.claim["role"] for one in others if one.document is true.document and one.claim.get("role")]
    other = [role for role in roles if role in lines and role != true.claim.get("role")]
    if main == "name" and true.claim.get("role") and other:
        yield "role of a neighbour in one line", {"role": chance.choice(other)}
