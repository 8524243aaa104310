"""Who acts, in languages other than English, where titles tell people from things: "Den Bericht schreibt Frau Kolb, den Raum bucht Herr Jahn"."""

import re
from collections.abc import Iterator

from ...scripts import folded
from ...stems import families_of
from ..proper import shares_name

_TITLE = r"(?:Frau|Herrn?|Mme|Madame|M\.|Monsieur|Mlle|Sig\.(?:ra)?|Signora?|Sra?\.|Señora?)"
_TITLED = re.compile(rf"(?P<before>[^\W\d_]+\W+)?(?P<who>{_TITLE}\s(?:(?:Dr|Prof)\.\s)?[A-ZÀ-Ý][\w'’-]+)")
_CLAUSE = re.compile(
    r"[,;]\s|(?<=[^\W\d_]{4})(?<!Prof)[.:]\s|\s(?:und|sowie|während|et|tandis que|e|ed|mentre|y|mientras)\s"
)
_NOT_ACTING = frozenset(
    "an mit fur bei statt anstatt anstelle gegen ohne zu a avec pour chez sans de con per senza para sin al".split()
)
"""Words before somebody who does not act; "von", "par" and "da" are left out, which name who does in a passive."""


def titled_doer(name: str, said: str, text: str) -> str | None:
    """Who alone is titled and may act in the clause that tells most of what is said, where `name` stands elsewhere or is
    only its object; else None."""
    spoken = families_of(said) - families_of(name)
    told = [(len(spoken & families_of(clause)), clause) for clause in _CLAUSE.split(text)]
    most = max((count for count, _ in told), default=0)
    best = [clause for count, clause in told if count == most]
    if most == 0 or len(best) != 1 or not shares_name(name, text) or any(map(_only_names, _CLAUSE.split(text))):
        return None
    doers = list(_doers(best[0]))
    if len(doers) != 1 or shares_name(name, doers[0]):
        return None
    return doers[0] if not shares_name(name, best[0]) or _is_object(name, best[0]) else None


def _only_names(clause: str) -> bool:
    """Whether a stretch is a part of a row of people: "Herr Jahn" before "und Frau Kolb buchen den Raum"."""
    return _TITLED.search(clause) is not None and not families_of(_TITLED.sub("", clause))


def _doers(clause: str) -> Iterator[str]:
    for found in _TITLED.finditer(clause):
        if not _is_object_there(found):
            yield found["who"]


def _is_object(name: str, clause: str) -> bool:
    """Whether somebody is named in a clause as an object only: "Herrn Jahn", "an Frau Jahn"."""
    mentions = [found for found in _TITLED.finditer(clause) if shares_name(name, found["who"])]
    return bool(mentions) and all(map(_is_object_there, mentions))


def _is_object_there(found: re.Match[str]) -> bool:
    before = folded((found["before"] or "").strip())
    return found["who"].startswith("Herrn") or before in _NOT_ACTING
