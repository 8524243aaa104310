"""Who acts, to whom, and who says so, held against the sentence that binds: `actor`, `recipient`, `speaker`."""

from typing import NamedTuple

from ..items import Item
from ..lexicon import Lexicon, Token, lexicon, tokens_of
from ..schemas import OwnerBasis, Part, RejectionReason, Strength
from ..stems import content_words
from .fields import Report, Text, of_kind, roles, texts
from .firmness import Borne
from .grounds import Grounds, Line
from .proper import capitalised, known, name_parts, shares_name, stands

_UNRESOLVED = frozenset(
    """
    he she it they we you i us them both all all sides parties everyone everybody nobody someone somebody participants attendees members delegations
    delegation leaders ministers presidents group team committee meeting board council the two three four sides each other one parties
    """.split()
)
_SINGULAR = frozenset(("i", "me", "my", "'m"))
_PLURAL = frozenset(("we", "us", "our"))
_THIRD = frozenset("he she they it who which".split())
_LONGEST_SOURCE = 9  # words of a phrase that names who says something
_TRAILING = 4  # tokens from the end in which "said" stands in "..., the minister said on Friday."


class Clause(NamedTuple):
    """The words around the trigger that binds."""

    subject: str
    """What stands before it in its own clause."""
    source: str
    """Who is reported to say so; empty where nobody is."""
    after: str
    person: str
    """`singular` or `plural` for a first person, `third` for another pronoun, else empty."""
    labelled: bool
    """The line opens with a label, such as ACTION, and has no subject."""


def check_parties(item: Item, grounds: Grounds, borne: Borne, report: Report) -> None:
    """Hold actor, recipient and speaker against the sentence that binds."""
    clause = _clause(borne, grounds)
    for text in list(texts(item, Part.ACTOR)):
        _actor(item, text, grounds, borne, clause, report)
    for text in list(texts(item, Part.RECIPIENT)):
        _recipient(item, text, grounds, clause, report)
    for text in list(texts(item, Part.SPEAKER)):
        _speaker(item, text, grounds, report)
    _unseen_source(item, clause, report)
    _owner_basis(item, grounds, borne, clause, report)


# The clause


def _clause(borne: Borne, grounds: Grounds) -> Clause | None:
    reading, line = borne
    language = grounds.index.language
    if line is None or reading.start is None or reading.end is None or language is None:
        return None
    words = lexicon(language)
    if not words.lists.get("reporting"):
        return None
    tokens = tokens_of(line.text, language)
    first = next((at for at, token in enumerate(tokens) if token.start >= reading.start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= reading.end), len(tokens))
    begin = max(
        (
            at + 1
            for at in range(first)
            if tokens[at].word in (".", "?", "!", ";") and at + 1 < len(tokens) and tokens[at + 1].capital
        ),
        default=0,
    )
    source, start = _source(tokens, begin, first, words)
    subject = _slice(line.text, tokens, start, first)
    after = _slice(line.text, tokens, last, len(tokens))
    if not source:
        source = _trailing_source(line.text, tokens, last, words)
    elif isinstance(source, tuple):
        source = _slice(line.text, tokens, *source)
    telling = [token.word for token in tokens[max(start, first - 2) : last]]
    person = "singular" if _SINGULAR & set(telling) else "plural" if _PLURAL & set(telling) else ""
    near = [token.word for token in tokens[max(start, first - 3) : first]]
    if not person and set(near) & _THIRD:
        person = "third"
    return Clause(subject, source if isinstance(source, str) else "", after, person, not subject.strip(" -*•#>[]"))


def _source(tokens: tuple[Token, ...], begin: int, first: int, words: Lexicon) -> tuple[tuple[int, int] | str, int]:
    """Where the source of a report stands, and where the reported clause begins."""
    for at in range(first - 1, begin - 1, -1):
        word = tokens[at].word
        if not words.has("reporting", word):
            continue
        start = at + 1
        for place in range(at + 1, min(at + 8, first)):
            if tokens[place].word == "that":
                start = place + 1
        if word == "according":
            comma = next((place for place in range(at, first) if tokens[place].word == ","), at)
            return (at + 2, comma), comma + 1
        return (begin, at), start
    return "", begin


def _trailing_source(text: str, tokens: tuple[Token, ...], last: int, words: Lexicon) -> str:
    """The source that stands last: "..., the minister said"."""
    for at in range(len(tokens) - 1, max(len(tokens) - _TRAILING, last), -1):
        if words.has("reporting", tokens[at].word):
            comma = next((place for place in range(at - 1, last - 1, -1) if tokens[place].word == ","), at)
            relative = any(words.has("relatives", tokens[place].word) for place in range(comma, at))
            return "" if relative or at - comma > _LONGEST_SOURCE else _slice(text, tokens, comma + 1, at)
    return ""


def _slice(text: str, tokens: tuple[Token, ...], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end] if first < last else ""


# The actor


def _actor(item: Item, text: Text, grounds: Grounds, borne: Borne, clause: Clause | None, report: Report) -> None:
    name = text.value
    if _unresolved(name):
        named = clause is not None and shares_name(name, clause.subject)
        report.note("actor", "agrees" if named else "unchecked")
        return
    if missing := _unknown(name, grounds):
        _gone(item, text, f'"{missing}" does not stand in the document.', report)
        return
    if clause is None:
        finding = "agrees" if shares_name(name, grounds.whole) else "absent"
        report.note(
            "actor",
            "agrees" if finding == "agrees" else "absent",
            "" if finding == "agrees" else f'The quoted words do not name "{name}".',
        )
        return
    speaker = borne.line.speaker if borne.line else None
    if clause.person in ("singular", "plural") and speaker is not None:
        if shares_name(name, speaker):
            report.note("actor", "agrees")
        elif clause.person == "singular" and any(shares_name(name, other) for other in grounds.index.speakers):
            _conflict(item, text, f'It is {speaker} who speaks, not "{name}".', report)
        else:
            report.note("actor", "absent", f'The words are {speaker}\'s; they do not name "{name}".')
    elif shares_name(name, clause.subject) or (clause.labelled and shares_name(name, grounds.whole)):
        report.note("actor", "agrees")
    elif clause.person:
        report.note("actor", "unchecked")
    elif clause.source and shares_name(name, clause.source) and _names(clause.subject):
        _conflict(item, text, f'"{name}" only says so; the words speak of "{_short(clause.subject)}".', report)
    elif (
        _names(clause.subject)
        and shares_name(name, clause.after)
        and f" by {name_parts(name)[0]}" not in clause.after.lower()
    ):
        _conflict(item, text, f'The words bind "{_short(clause.subject)}", not "{name}".', report)
    elif shares_name(name, grounds.whole):
        report.note("actor", "agrees")
    else:
        report.note("actor", "absent", f'The quoted words do not name "{name}".')


def _unresolved(name: str) -> bool:
    """Whether a name is a pronoun or a group that no single name stands for: "they", "both sides"."""
    return all(word in _UNRESOLVED for word in name_parts(name)) and not any(True for _ in _inner_capitals(name))


def _inner_capitals(name: str) -> list[str]:
    return [
        word
        for word in capitalised(name)
        if word.lower() not in _UNRESOLVED and word.lower() not in ("the", "both", "all")
    ]


def _unknown(name: str, grounds: Grounds) -> str:
    """The first telling word of a name that the document does not hold."""
    stems = grounds.index.stems
    for part in name_parts(name):
        written = next((word for word in capitalised(name) if part in word.lower()), part)
        if not known(written, grounds) and not any(word.stem in stems for word in content_words(part)):
            return written
    return ""


def _names(subject: str) -> bool:
    """Whether a subject names somebody: it holds a word with a capital that is no pronoun."""
    return any(
        word.lower() not in _UNRESOLVED
        and word.lower() not in ("the", "this", "that", "in", "on", "at", "after", "during", "yes", "no", "ok")
        for word in capitalised(subject)
    )


def _short(words: str) -> str:
    return " ".join(words.split()[-6:])


def _gone(item: Item, text: Text, explanation: str, report: Report) -> None:
    """A party that rests on no words goes; an item that cannot be without it goes with it."""
    report.against(text, "actor", explanation, RejectionReason.UNSUPPORTED)
    _drop_basis(item, text)


def _conflict(item: Item, text: Text, explanation: str, report: Report) -> None:
    """The words name another party. A commitment stands or falls with who is bound."""
    if item.kind == "commitments":
        report.note("actor", "disagrees", explanation)
        report.refuse(RejectionReason.CONTRADICTED, explanation)
    else:
        report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)
        _drop_basis(item, text)


def _drop_basis(item: Item, text: Text) -> None:
    basis = of_kind(item, OwnerBasis)
    if basis is not None and item.values.get(text.name) is None:
        item.mend(basis, OwnerBasis.UNSTATED, "no owner, no basis")


# Recipient and speaker


def _recipient(item: Item, text: Text, grounds: Grounds, clause: Clause | None, report: Report) -> None:
    name = text.value
    if _unresolved(name):
        report.note("recipient", "unchecked")
    elif missing := _unknown(name, grounds):
        report.against(text, "recipient", f'"{missing}" does not stand in the document.', RejectionReason.UNSUPPORTED)
    elif (
        clause and _names(clause.subject) and shares_name(name, clause.subject) and not shares_name(name, clause.after)
    ):
        report.against(
            text,
            "recipient",
            f'"{name}" is the one who acts, not the one it is done for.',
            RejectionReason.CONTRADICTED,
        )
    elif shares_name(name, grounds.whole):
        report.note("recipient", "agrees")
    else:
        report.note("recipient", "absent", f'The quoted words do not name "{name}".')


def _speaker(item: Item, text: Text, grounds: Grounds, report: Report) -> None:
    name = text.value
    if _unresolved(name):
        report.note("speaker", "unchecked")
    elif missing := _unknown(name, grounds):
        report.against(text, "speaker", f'"{missing}" does not stand in the document.', RejectionReason.UNSUPPORTED)
    elif shares_name(name, grounds.whole):
        report.note("speaker", "agrees")
    else:
        report.note("speaker", "absent", f'The quoted words do not name "{name}".')


def _unseen_source(item: Item, clause: Clause | None, report: Report) -> None:
    """Words that one party says of another must show who says them."""
    field = next((role.name for role in roles(type(item.claim)) if role.part is Part.SPEAKER), None)
    actor = next((text.value for text in texts(item, Part.ACTOR)), None)
    if field is None or actor is None or clause is None or not clause.source or item.values.get(field) is not None:
        return
    source = clause.source.strip(" ,")
    own = shares_name(actor, source) or clause.person or _unresolved(actor)
    if not own and _names(source) and len(source.split()) <= _LONGEST_SOURCE and not _names_pronoun(source):
        reason = "The words are reported speech of another party."
        report.note("speaker", "absent", reason)
        item.mend(field, source, reason)


def _names_pronoun(source: str) -> bool:
    return source.split()[-1].lower() in _THIRD


# Why somebody owns a step


def _owner_basis(item: Item, grounds: Grounds, borne: Borne, clause: Clause | None, report: Report) -> None:
    field = of_kind(item, OwnerBasis)
    if field is None:
        return
    owner = next((text for text in texts(item, Part.ACTOR)), None)
    claimed = OwnerBasis(item.values.get(field) or OwnerBasis.UNSTATED)
    if owner is None:
        item.mend(field, OwnerBasis.UNSTATED, "no owner, no basis")
        return
    speakers = [line.speaker for line in grounds.lines if line.speaker]
    if claimed is OwnerBasis.VOLUNTEERED and not _volunteers(owner.value, borne, clause):
        item.mend(field, OwnerBasis.ASSIGNED, "the quoted words do not show the owner offering it")
    elif claimed is OwnerBasis.ACCEPTED and not (_volunteers(owner.value, borne, clause) or len(grounds.lines) > 1):
        item.mend(field, OwnerBasis.ASSIGNED, "the quoted words do not show the owner's answer")
    elif claimed is OwnerBasis.UNSTATED and report.checks.get("actor") in ("agrees", "unchecked"):
        volunteered = (
            clause is not None
            and clause.person == "singular"
            and bool(speakers)
            and _volunteers(owner.value, borne, clause)
        )
        basis = OwnerBasis.VOLUNTEERED if volunteered else OwnerBasis.ASSIGNED
        item.mend(field, basis, "the quoted words name the owner")
    elif claimed is OwnerBasis.UNSTATED:
        explanation = f'Nothing in the quoted words makes "{owner.value}" the owner.'
        report.against(owner, "actor", explanation, RejectionReason.UNSUPPORTED)


def _volunteers(owner: str, borne: Borne, clause: Clause | None) -> bool:
    """Whether the owner takes it on: in the first person, or as the subject of words that bind."""
    line: Line | None = borne.line
    if line is None or clause is None:
        return False
    if line.speaker is not None:
        return shares_name(owner, line.speaker)
    firm = borne.reading.strength not in (Strength.PROPOSED, None)
    return (
        firm
        and not clause.labelled
        and (stands(owner, clause.subject) or shares_name(owner, clause.subject) or clause.person == "third")
    )
