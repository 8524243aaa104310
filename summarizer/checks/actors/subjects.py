"""Who acts, in languages of which no clause is read: the name right before the words that bind, or who has a title in the clause that tells it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...schemas import Strength
from ...words.lexicon import Lexicon, Token, lexicon, tokens_of
from ...words.scripts import folded
from ...words.stems import families_of
from ..grounds import Borne
from ..proper import name_parts, shares_name
from ..words import is_time, listed
from .case import Case, Ruling, absent, without_a_clause
from .clause import places_of

_ONESELF = (Strength.INTENDS, Strength.UNDERTOOK)  # rungs of words whose subject is the one who is to act
_LONGEST = 7  # tokens of such a subject
_LEAST = 2  # words with a capital that make a name
_ATTACHING = frozenset(("im", "in", "am", "an", "beim", "bei", "vom", "von", "zum", "zur", "für", "aus", "mit"))
_WHOSE = re.compile(r"(?:mein|dein|sein|ihr|unser|unsr|euer|eur|kein|jed|all|beid)e")
"""What opens an object as well as a subject: "Seine Aufgaben übernimmt Karin"."""
_OBJECTS = frozenset(
    "den dem des einen einem statt anstatt anstelle um für mit an auf in im am über zu zum zur bei nach vor von vom".split()
)
_OF_ITSELF = frozenset(("se", "s'", "si", "sich"))
_AGENT = re.compile(r"\b(?:par|por|da|dal|dalla|dai|von|vom|durch)\b", re.IGNORECASE)
_ASKED = re.compile(r"\W*(?:de|d['’]|di|que|che|zu|dass)(?!\w)", re.IGNORECASE)
_TITLE = r"(?:Frau|Herrn?|Mme|Madame|M\.|Monsieur|Mlle|Sig\.(?:ra)?|Signora?|Sra?\.|Señora?)"
_TITLED = re.compile(rf"(?P<before>[^\W\d_]+\W+)?(?P<who>{_TITLE}\s(?:(?:Dr|Prof)\.\s)?[A-ZÀ-Ý][\w'’-]+)")
_CLAUSE = re.compile(
    r"[,;]\s|(?<=[^\W\d_]{4})(?<!Prof)[.:]\s|\s(?:und|sowie|während|et|tandis que|e|ed|mentre|y|mientras)\s"
)
_NOT_ACTING = frozenset(
    "an mit fur bei statt anstatt anstelle gegen ohne zu a avec pour chez sans de con per senza para sin al".split()
)
"""Words before somebody who does not act; "von", "par" and "da" are left out, which name who does in a passive."""


@without_a_clause
def other_doer(case: Case) -> Ruling | None:
    """Another acts, by a title or by the place before the words that bind, where that is plain."""
    line, language = case.line, case.language
    titled = titled_doer(case.name, case.said, line.text) if line is not None and language != "en" else None
    doer = titled or _other_subject(case.name, case.borne, language)
    return absent(f'The words bind "{doer}", not "{case.name}".') if doer else None


def _other_subject(name: str, borne: Borne, language: str | None) -> str | None:
    """The subject right before the words that bind, where it is not `name`, and that only comes behind: "X enverra la liste à Y"."""
    (reading, line), strength = borne, borne.reading.strength
    if line is None or language is None or reading.start is None or reading.end is None or strength not in _ONESELF:
        return None
    words, tokens = lexicon(language), tokens_of(line.text, language)
    first, last = places_of(tokens, reading.start, reading.end)
    subject = _subject(line.text, tokens, first, words)
    rest = line.text[reading.end :]
    if strength is Strength.INTENDS and any(token.word in _OF_ITSELF for token in tokens[max(first - 1, 0) : last]):
        return None  # "les échanges se poursuivront au niveau des experts"
    if subject is None or shares_name(name, line.text[: reading.end]) or not shares_name(name, rest):
        return None
    told = any(words.has("subordinators", token.word) for token in tokens[last - 1 : last + 1])
    return None if told or _AGENT.search(rest) or _asked(name, rest) else subject


def _subject(text: str, tokens: Sequence[Token], first: int, words: Lexicon) -> str | None:
    """The name or the noun with its article that begins the clause and ends right before the words that bind."""
    head = first - 1
    while (
        head >= 0
        and not tokens[head].capital
        and any(words.has(name, tokens[head].word) for name in ("skipped", "auxiliaries", "negators", "clitics"))
    ):
        head -= 1
    start = head
    while (
        start > 0
        and not words.has("subordinators", tokens[start - 1].word)
        and tokens[start - 1].word not in (",", ";", ":")
    ):
        start -= 1
    phrase = tokens[start : head + 1]
    if not 0 < len(phrase) <= _LONGEST or any(is_time(token.word) for token in phrase):
        return None
    if words.has("prepositions", phrase[0].word) and not words.has("determiners", phrase[0].word):
        return None
    named = sum(token.capital for token in phrase) >= _LEAST and (words.language != "de" or _acts_in_german(phrase))
    noun = words.language != "de" and words.has("determiners", phrase[0].word) and len(phrase) == _LEAST
    return text[phrase[0].start : phrase[-1].end] if named or noun else None


def _acts_in_german(phrase: Sequence[Token]) -> bool:
    """Whether a phrase before a German verb is its subject: nouns have a capital too, and an object may stand first."""
    opening = phrase[0].word
    if opening in _OBJECTS:
        return False
    head = takewhile(lambda token: token.word not in _ATTACHING, phrase)  # "Seine Aufgaben im Ausschuss" are no body
    told = {folded(token.word) for token in head}
    return (
        opening in ("der", "wir", "ich")
        or not (opening.startswith(("die", "das")) or _WHOSE.fullmatch(opening))
        or bool(told & (listed("bodies") | listed("titles")))
    )


def _asked(name: str, text: str) -> bool:
    """Whether somebody is asked or told there to act: "demandera à Mme Petit de préparer"."""
    parts = name_parts(name)
    found = re.search(rf"{re.escape(parts[-1])}\w*", folded(text)) if parts else None
    return found is not None and _ASKED.match(folded(text), found.end()) is not None


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
