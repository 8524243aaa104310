"""Whose office it is, by a line that names people with theirs."""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from ...uniting.names import name_words
from ...uniting.people import same_person
from ...words.closed_classes import NAME_PARTICLES
from ...words.scripts import folded
from ..grounds import Index
from ..proper import name_parts, shares_name, stands, whole_name
from ..vocabulary import WORD
from ..words import listed

_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐŁŃŘŚŠŞŹŻŽİ]"
_NAME = rf"(?:{_CAPITAL}(?:[\w'’.-]+|(?= {_CAPITAL}))(?: (?:{NAME_PARTICLES}|í) | )?){{1,4}}"
_AFTER = re.compile(rf"(?P<comma>,)? (?P<name>{_NAME})")
_BEFORE = re.compile(rf"(?P<name>{_NAME})(?P<mark>, (?:the |an? )?| ?\((?:the )?| - | ?\| )$")
_LABELLED = re.compile(rf"[*_]*:[*_]* (?P<name>{_NAME})")
_OFFICE = re.compile(r"(?:the )?(?P<office>[a-z][\w-]+(?: [a-z][\w-]+){0,2})", re.IGNORECASE)
_BELONGING = re.compile(rf"(?P<name>{_NAME}) (?:of|from|for) (?:the )?$")
_OF = re.compile(r"\b(?:of|for|to|in|at|from)(?: the)? $")
_TITLED = re.compile(rf"(?P<title>(?: (?:[A-Z][\w'’-]*|of|for|and|the))+)(?:, (?P<name>{_NAME}))?")
_ENTRY = re.compile(r"[;\n]")
_JOINED = re.compile(r"[,\s](?:and|et|y|e|und|&) (?:[A-Z]\w{0,3}\.? )?$")
_OFFICE_ALONE = re.compile(r"the (?P<office>[a-z][\w-]+(?: [a-z][\w-]+){0,2})", re.IGNORECASE)
_TAIL = re.compile(r" (?:of|for|to)(?: [\w'’-]+){1,7}(?=, [A-Z])")
"""Of what somebody is the minister, before the name: " of Ports and Trade, Ann Lee"."""
_REACH = 120  # characters around an office in which its bearer's name stands
_WORD_OR_MARK = re.compile(r"\b(?:d|l|dell|de l)['’](?=\w)|\w[\w'’-]*|[^\w\s]")
_BESIDE_A_NAME = frozenset(
    "of from for the de la du des del della dello dei di da aus von der für d' l' dell' d’ l’ dell’".split()
)
_LEAST = 2  # words with a capital that a bearer's name has


def other_bearer(attribute: str, name: str, text: str, *, of_person: bool = True) -> str | None:
    """Who bears an office in a text, if it is plainly somebody else than `name`; None where it is not plain.

    "State Secretary Mircea Danciu", "Deputy Minister, Desislava Koleva", "Karim Haddad (deputy mayor)", and of a
    person's side or body also "Clara Vogt of the Ministry", "the Danish Ambassador, Lars Holm".
    """
    found = None
    places = list(re.finditer(rf"\b{re.escape(attribute)}(?!\w)", text)) if attribute in text else []
    if of_person and not places:
        return _other_national(attribute, name, text)
    for place in places:
        before, after = text[: place.start()], text[place.end() :]
        bearer = (_member(before) if of_person else None) or _labelled(before, after) or _bearer(before, after)
        if bearer is None or (shares_name(name, bearer) and not is_namesake(name, bearer)):
            return None
        right = _AFTER.match(after)
        if right is not None and right["comma"] and shares_name(name, right["name"]):
            return None  # "In Tangier, the mayor, Samira Bensalem, ..."
        called = dropwhile(lambda word: word in listed("titles"), bearer.lower().split())  # "General" of an army
        if not name_words()["roles"].isdisjoint(called):
            return None  # an office or a body: "Chief of the London Bureau, Herald Tribune"
        if after.startswith(",") and shares_name(name, _ENTRY.split(before)[-1]):
            return None  # a list: "General Adler, head of the northern army, Admiral Ruiz"
        found = bearer
    return found


def _labelled(before: str, after: str) -> str | None:
    """Who stands behind an office that opens a line: "Chair: Ann Moor"; of several it is not plain whose it is."""
    found = _LABELLED.match(after) if not any(map(str.isalnum, before.rpartition("\n")[2])) else None
    rest = after[found.end() :].partition("\n")[0] if found is not None else ""
    return found["name"] if found is not None and not any(map(str.isalpha, rest)) else None


def bears(subject: str, name: str, text: str) -> bool:
    """Whether a subject is an office, "the Clerk", that a text gives to a person of this name: "Ann Lee (Clerk)", "Clerk: Ann Lee"."""
    office = _OFFICE.fullmatch(subject.strip())
    if office is None or shares_name(name, subject):
        return False
    for place in re.finditer(rf"(?<!\w){re.escape(office['office'])}(?!\w)", text, re.IGNORECASE):
        after = text[place.end() :]
        labelled = _LABELLED.match(after)
        bearer = labelled["name"] if labelled else _bearer(text[: place.start()], after)
        if bearer is not None and shares_name(name, bearer):
            return True
    return False


def holds_office(subject: str, name: str, index: Index) -> bool:
    """Whether a subject is an office, "the minister", that the document gives to somebody of this name and to nobody else."""
    held_by = holders(subject, index)
    return bool(held_by) and all(shares_name(name, one) and not is_namesake(name, one) for one in held_by)


def holders(subject: str, index: Index) -> frozenset[str]:
    """To whom the document gives an office, "the minister"; empty where it is no office, or nobody is named with it."""
    if subject not in index.bearers:
        index.bearers[subject] = _bearers_of(subject, index.document.text)
    return index.bearers[subject]


def names_office(word: str) -> bool:
    """Whether a word is one for an office, such as "minister", or goes before a name."""
    return folded(word) in listed("titles") or folded(word) in name_words()["titles"]


def is_namesake(name: str, bearer: str) -> bool:
    """Whether two full names have a surname in common and nothing else: "Leila Said", "Karim Said"."""
    ours, theirs = name_parts(name), name_parts(bearer)
    if len(ours) < _LEAST or len(theirs) < _LEAST or ours[-1] != theirs[-1] or ours[0] in theirs:
        return False
    return not same_person(" ".join(ours), " ".join(theirs[-_LEAST:]))


def _bearers_of(subject: str, text: str) -> frozenset[str]:
    found = _OFFICE_ALONE.fullmatch(subject.strip(" ,"))
    words = found["office"].split() if found is not None else []
    of = next((at for at, word in enumerate(words) if at and word.lower() in ("of", "for")), len(words))
    if not words:
        return frozenset()
    if not names_office(words[of - 1]):  # "the council", or one that stands before a name as a label only
        label = re.compile(rf"(?:\A|(?<=\n)){re.escape(' '.join(words))}\b{_LABELLED.pattern}", re.IGNORECASE)
        return frozenset(one["name"].strip() for one in label.finditer(text))
    places = re.finditer(rf"\b{'(?: [A-Z][a-z]+){0,2} '.join(map(re.escape, words))}(?!\w|['’]s)", text, re.IGNORECASE)
    bearers = (_holder(text, place) for place in places)
    return frozenset(one for one in bearers if one is not None)


def _holder(text: str, place: re.Match[str]) -> str | None:
    before, after = text[max(0, place.start() - _REACH) : place.start()], text[place.end() : place.end() + _REACH]
    labelled = _LABELLED.match(after)
    tail = _TAIL.match(after)
    return labelled["name"] if labelled else _bearer(before, after[tail.end() :] if tail else after)


def _other_national(country: str, name: str, text: str) -> str | None:
    """Who acts for a country that a text names by its adjective alone, if that is nobody of this name."""
    found = None
    for word in WORD.finditer(text) if country.isalpha() else ():
        if not word[0].istitle() or not stands(country, word[0]):
            continue
        titled = _TITLED.match(text, word.end())
        words = titled["title"].split() if titled is not None else []
        offices = [at for at, one in enumerate(words) if _is_office(one)]
        bearer = titled["name"] or " ".join(words[-_LEAST:]) if titled is not None and offices else ""
        if len(bearer.split()) < _LEAST or shares_name(name, bearer) or any(map(_is_office, bearer.split())):
            return None
        found = bearer.strip()
    return found


def is_of(body: str, speaker: str, text: str) -> bool:
    """Whether a line of a list gives somebody as of a body: "Per Lind, buyer, Osterby Foods", "Per Lind (Osterby)"."""
    whose = re.escape(name_parts(speaker)[-1])
    behind = re.search(
        rf"\b{whose}\b(?P<entry>(?:[^\S\n][^\W\d_a-z][\w.’'-]*)*\s?(?:[,(–—|-]|of\b|from\b|for\b)[^.;:!?\n]*)",
        text,
        re.IGNORECASE,
    )
    return behind is not None and len(behind["entry"]) <= _REACH and whole_name(body, behind["entry"])


def acts_for(body: str, person: str, text: str) -> bool:
    """Whether a text gives somebody as of a body or a country: "Per Lind of Norland", "the Norlandic Minister Per Lind"."""
    parts = name_parts(person.partition(" (")[0])  # "Mr. Vogel (Germany)"
    surname = parts[-1] if parts else ""
    words = _WORD_OR_MARK.findall(text) if surname and surname in text.lower() else []
    for at, word in enumerate(words):
        if word.lower() == surname:
            beside = [*_apposed(words[at + 1 :], 1), *_apposed(words[at - 1 :: -1] if at else [], -1)]
            if any(stands(part, " ".join(beside)) for part in body.split() if part[0].isupper()):
                return True
    return False


def _apposed(words: Sequence[str], step: int) -> list[str]:
    """The words beside a name that tell of its bearer, also behind a comma where an office stands there alone: ", Minister of
    Norland"; not ", Minister Per Lind". step: -1 where they are given from the name backwards."""
    run = list(takewhile(_of_a_name, words))
    comma = run.index(",") if "," in run else len(run)
    near, far = run[:comma], list(takewhile(lambda word: word != ",", run[comma + 1 :]))
    pairs = pairwise([*far[::step], "of"])
    alone = any(_is_office(one) and following.lower() in _BESIDE_A_NAME for one, following in pairs)
    return near + far if alone and not any(map(_is_office, near)) else near


def _of_a_name(word: str) -> bool:
    """Whether a word may stand between a name and the body of its bearer."""
    lower = word.lower()
    return word in ",(" or word[0].isupper() or lower in _BESIDE_A_NAME or lower in listed("titles")


def in_row(attribute: str, name: str, text: str) -> bool:
    """Whether the office stands once, in the plural, before all who bear it: "Cllrs A Marsh (Chairman), B Holt"."""
    if f"{attribute}s" not in text:
        return False
    rows = re.finditer(rf"\b{re.escape(attribute)}s\b:?(?P<names>(?:[^.;:\n]|(?<=\b[A-Z])\.)*)", text)
    return any(stands(name_parts(name)[-1], row["names"]) for row in rows)


def _member(before: str) -> str | None:
    """Who belongs to what follows: "State Secretary Clara Vogt of the Ministry"; None for an office, "the mayor of"."""
    found = _BELONGING.search(before)
    if found is None or _OF.search(before[: found.start()]):
        return None  # "Director for the Western Hemisphere of the Council"
    words = found["name"].split()
    offices = [at for at, word in enumerate(words) if _is_office(word)]
    person = words[max(offices, default=-1) + 1 :]
    return " ".join(person) if len(person) >= _LEAST else None


def _is_office(word: str) -> bool:
    parts = re.split(r"\W+", word.lower())
    return any(part in listed("titles") or part in listed("openers") or part in name_words()["roles"] for part in parts)


def _bearer(before: str, after: str) -> str | None:
    left, right = _BEFORE.search(before), _AFTER.match(after)
    bracketed = left is not None and "(" in left["mark"]
    if right is not None and not bracketed and (right["comma"] is None or left is None):
        name = right["name"]
    elif left is not None:
        name = left["name"]
    else:
        return None
    if left is not None and name == left["name"] and _JOINED.search(before[: left.start()]):
        return None  # "Julie Pasquier and Bruno Keller (parents)": of both
    telling = [part for part in name_parts(name) if part not in listed("titles")]
    return name.strip() if len(name.split()) >= _LEAST and telling else None
