"""Offices that are written in small letters, before a name or after it: "the engineer Ann Lee", "chair of the works council"."""

from itertools import takewhile

from .tokens import Token

DEMONYMS = ("ian", "ean", "ese", "ish", "can")
"""Endings of adjectives of nations and towns."""


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
