"""False names, parties and quotes: changes for which words are taken from elsewhere."""

import random
import re
from collections.abc import Iterator
from typing import Any

from true_items import Claim, True_

from summarizer import Document

MONTHS = "January February March April June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
INVENTED = ("Kovalenko", "Strathmore", "Ruritania", "Oyelaran", "Vandermeer")

Made = Iterator[tuple[str, Claim]]


def names_of(document: Document) -> list[str]:
    """Words that are written with a capital inside sentences, and never without."""
    words = sorted(set(_NAME.findall(document.text)) - set(MONTHS) - set(DAYS) - {"May"})
    return [word for word in words if not re.search(rf"\b{word.lower()}\b", document.text)]


def names(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, text, lines = true.main, true.text, true.words
    elsewhere = [name for name in names_of(true.document) if not _akin(name, lines + str(true.claim))]
    if main == "name":
        first, *rest = text.split()
        if rest:
            yield "name invented", {"name": f"{first} {chance.choice(INVENTED)}"}
        people = re.findall(r"\b[A-Z][a-z]{2,} [A-Z][a-z]{3,}\b", true.document.text)
        if people := [one for one in people if not any(_akin(part, lines) for part in one.split())]:
            yield "name from elsewhere", {"name": chance.choice(people)}
        roles = {other.claim["role"] for other in others if other.claim.get("role")}
        there = [
            one
            for one in sorted(roles)
            if not any(_akin(word, true.document.text) for word in re.findall(r"\w{4,}", one))
        ]
        if true.claim.get("role") and there:
            yield "role of somebody else", {"role": chance.choice(there)}
        return
    found = [match for match in _NAME.finditer(text) if match.group() not in (*MONTHS, *DAYS)]
    if not found:
        return
    match = chance.choice(found)
    yield "name invented", {main: text[: match.start()] + chance.choice(INVENTED) + text[match.end() :]}
    if elsewhere:
        yield "name from elsewhere", {main: text[: match.start()] + chance.choice(elsewhere) + text[match.end() :]}


def _akin(word: str, text: str) -> bool:
    return word[:4].lower() in text.lower()


def parties(true: True_, others: list[True_], chance: random.Random) -> Made:
    field = next((name for name in ("by", "owner") if true.claim.get(name)), None)
    if field is None:
        return
    lines, actor = true.words, str(true.claim[field])
    speakers = {one.speaker for one in true.document.segments if one.speaker}
    told = lines + actor
    elsewhere = [
        name
        for name in sorted({*names_of(true.document), *speakers})
        if not any(_akin(part, told) for part in name.split())
    ]
    yield "actor invented", {field: chance.choice(INVENTED)}
    if elsewhere:
        yield "actor from elsewhere", {field: chance.choice(elsewhere)}
    for other in others:
        name = other.claim.get("by") or other.claim.get("owner")
        if not name or name[0].islower():
            continue
        if (
            other.document is not true.document
            or _akin(name, told)
            or len(_telling(other.text) & _telling(true.text)) > 1
        ):
            continue
        half = other.claim["evidence"][0]["quote"].split()
        quote = {"line": other.lines[0], "quote": " ".join(half[: len(half) // 2 + 1])}
        if len(half) >= 6 and true.kind == "commitments":
            yield "one's act, another's name", {field: name, "evidence": [*true.claim["evidence"], quote]}
            break
    recipient, source = true.claim.get("to"), true.claim.get("said_by")
    if recipient and recipient[:1].isupper() and actor[:1].isupper():
        yield "actor and recipient swapped", {"by": recipient, "to": actor}
    found = [name for name in _NAME.findall(true.text) if name not in (*MONTHS, *DAYS) and not _akin(name, actor)]
    if found and "action" in true.claim and actor[:1].isalpha():
        other = chance.choice(found)
        yield "actor and recipient swapped", {field: other, "action": true.text.replace(other, actor)}
    spoken = any(true.document.segment(line).speaker for line in true.lines)  # "we will": the speaker's own word
    if source and not spoken and not any(_akin(part, actor) for part in source.split() if len(part) > 3):
        yield "source of a report made the actor", {"by": source, "said_by": None}
    if true.kind == "commitments" and elsewhere:
        yield "put into another's mouth", {"said_by": chance.choice(elsewhere)}


def _telling(text: str) -> set[str]:
    return {word[:5].lower() for word in re.findall(r"\w{4,}", text)}


def quotes(true: True_, others: list[True_], chance: random.Random) -> Made:
    document, lines = true.document, true.lines
    claimed = _telling(
        " ".join(str(true.claim.get(name) or "") for name in ("action", "text", "topic", "name", "summary"))
    )
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


def inventions(true: True_, others: list[True_], chance: random.Random) -> Made:
    main, there = true.main, _telling(true.document.text)
    foreign = [
        one
        for one in others
        if one.kind == true.kind and one.document is not true.document and len(one.text.split()) >= 4
    ]
    unlike = [
        one
        for one in chance.sample(foreign, min(40, len(foreign)))
        if 3 * len(_telling(one.text) & there) < len(_telling(one.text))
    ]
    if not unlike:
        return
    other = chance.choice(unlike)
    if main != "name":
        yield "claim invented, quote true", {main: other.text}
    if (
        len(other.claim["evidence"][0]["quote"].split()) >= 6
        and other.claim["evidence"][0]["quote"] not in true.document.text
    ):
        changed: dict[str, Any] = {main: other.text, "evidence": other.claim["evidence"]}
        yield "quote and claim invented", changed
