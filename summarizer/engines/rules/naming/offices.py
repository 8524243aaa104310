"""An office in words: the role and the body it is held in, and where one ends that is written in small letters."""

import re
from itertools import takewhile
from typing import NamedTuple

from ..words import words
from .tokens import Token, tokenize

DEMONYMS = ("ian", "ean", "ese", "ish", "can")
"""Endings of adjectives of nations and towns."""


class Office(NamedTuple):
    """Both in the words of the text."""

    role: str | None
    organization: str | None


LEADING = re.compile(r"^(?:(?:with|for|from|of|in|at|on|to|by|and)\s+)*(?:the\s+)?(?:H\.\s?E\.\s+)?")

FIELD_OFFICES = frozenset({"minister", "secretary", "commissioner", "undersecretary", "under-secretary"})

POLITIES = frozenset({"republic", "kingdom", "commonwealth", "sultanate", "emirate", "principality", "duchy"})

SPLITS = frozenset({"of", "at", "for", "with", "from"})
"""Small words that may lead from the role to its body; "to" does not: "Ambassador to Japan" is all role."""


def has_role(tokens: list[Token]) -> bool:
    """Whether any word names an office or function."""
    return any(token.role for token in tokens if not token.bracketed)


def split_office(text: str) -> Office:
    """Role and organisation of one office: "Head of Operations of the Libyan Armed Forces".

    The role stays whole where its body is not named ("Minister of Foreign Affairs") and where
    nothing would be left of it ("Head of Navy").
    """
    text = LEADING.sub("", text.strip(" ,;"))
    tokens = [t for t in tokenize(text) if t.text[0].isalnum() or t.text == "&"]
    if not has_role(tokens):
        return Office(None, text or None)
    first_role = next(i for i, t in enumerate(tokens) if t.role)
    body = _body_before(text, tokens, first_role)
    if body is not None:
        return body
    for at in range(first_role + 1, len(tokens) - 1):
        if tokens[at].lower not in SPLITS:
            continue
        begin = at + 1 + (tokens[at + 1].lower in ("the", "our", "its"))
        end = _phrase_end(tokens, begin)
        field = end == at + 2 and tokens[at].lower in ("of", "for") and tokens[at - 1].lower in FIELD_OFFICES
        if field and tokens[begin].lower not in words().countries | POLITIES:
            continue  # "Minister of Ports": a field, no body
        if begin < len(tokens) and _names_body(tokens[begin:end], tokens[at].lower, tokens[at - 1]):
            end = next((n for n in range(begin + 1, len(tokens) - 1) if tokens[n].text == "to"), len(tokens))
            role = text[: tokens[at].start].strip(" ,")
            whole = end < len(tokens) or (at == 1 and tokens[0].lower in ("head", "chief", "leader", "member"))
            return Office(text if whole else role, text[tokens[begin].start : tokens[end - 1].end])
    return Office(text, None)


def _body_before(text: str, tokens: list[Token], first_role: int) -> Office | None:
    """ "Council on Environmental Quality Chair", "White House Press Secretary"."""
    split = first_role
    while split and tokens[split - 1].lower in words().office and tokens[split - 1].lower not in words().bodies:
        if tokens[split - 1].lower in ("environmental", "quality", "policy", "security") and split > 1:
            break
        split -= 1
    before = tokens[:split]
    if len(before) < 2 or before[-1].connects or not any(t.lower in words().bodies for t in before):
        return None
    return Office(text[tokens[split].start :], text[: before[-1].end])


def _phrase_end(tokens: list[Token], begin: int) -> int:
    """End of the noun phrase that begins there: up to the next small word."""
    end = begin
    while end < len(tokens) and not (tokens[end].connects and tokens[end].text not in ("&",)):
        end += 1
    return end


def _names_body(phrase: list[Token], connector: str, before: Token) -> bool:
    """Whether the words after `connector` name a body, a country or a company; `before` is the word that leads to it."""
    if not phrase:
        return False  # "Minister of of Trade"
    lowers = [token.lower for token in phrase]
    known = words()
    if lowers[-1] == "affairs" or lowers == ["staff"]:
        return False  # "Minister of Cabinet Affairs", "Chief of Staff"
    if any(w in known.bodies or w.endswith(("s'", "caucus")) for w in lowers):
        return True
    named = [*lowers, " ".join(lowers)]
    if connector in ("of", "from") and any(w in known.countries or w in POLITIES for w in named):
        return before.office  # not in "for the Horn of Africa"
    # A capitalised word of no list is a company or a town.
    return connector in ("of", "at") and all(t.capital and not t.office for t in phrase)


def opens_small_office(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a run is one word of an office that goes on in small letters: "Managing director"."""
    follows = tokens[end]
    return (
        end == at + 1
        and not tokens[at].stop
        and not tokens[at].possessive
        and (tokens[at].office or tokens[at].lower.endswith(DEMONYMS))
        and follows.text.islower()
        and follows.role
    )


def small_office_end(tokens: list[Token], at: int) -> int:
    """End of an office in small letters, "chief executive of Acme": office words, then a body.

    A capitalised word belongs to it only after a small one that leads to a body; else it begins the name.
    """
    end = at
    body = False
    while end < len(tokens):
        token = tokens[end]
        office = token.text.isalpha() and token.office
        if token.capital:
            if not body:
                break
        elif token.connects or token.lower == "the":
            body = True
        elif not office and not (body and _leads_on(tokens, end)):
            break
        end += 1
        if token.stop:
            return end
    while end > at and (tokens[end - 1].connects or tokens[end - 1].lower == "the"):
        end -= 1
    return end


def before_body(office: list[Token]) -> list[Token]:
    """The words of an office up to the small word that leads to its body."""
    return list(takewhile(lambda token: not token.connects and not token.capital, office))


def _leads_on(tokens: list[Token], at: int) -> bool:
    """Whether a small word of no list stands inside a body: "chair of the tenants' association", "owner of the quarry, Bo Ray"."""
    token = tokens[at]
    if not token.text.isalpha() or tokens[at - 1].lower not in ("the", "of") or at + 1 >= len(tokens):
        return False
    follows = tokens[at + 1]
    return follows.text in (",", "’", "'") or (follows.text.islower() and follows.office)
