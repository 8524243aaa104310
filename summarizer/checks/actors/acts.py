"""Who does what in a line that tells of several acts: "Ann sends the budget, and Ben books the room"."""

import re
from collections.abc import Iterator, Sequence, Set

from ...items import Item
from ...schemas import Part
from ...words.lexicon import lexicon, tokens_of
from ...words.stems import carries_meaning, stems_of
from ..fields import Report, is_promise, is_title, texts
from ..grounds import Grounds, Line
from ..proper import known, shares_name
from ..words import listed
from .told_acts import PRONOUNS, Act, acts, deed_of

_SEVERAL_ACTS = re.compile(
    r"(?:[,;]|[.!?:] |\b(?:and|but|while|whereas|whilst|by|that)\b) ?(?:[A-Z]|[Tt]he |an? |our |their |his |her |who )"
)
"""A text in which one act may be told beside another: a joint, and behind it a name or a noun with its article."""
_SEVERAL = 2
_LITTLE = 3  # times that the words of one act outnumber those of another


def told_of(name: str, said: str, text: str, language: str | None, speaker: str | None = None) -> str | None:
    """The subject of the one act in a text that a claim speaks of; None where it is not plain which that is.

    Where it is not `name`, it is only given if `name` is the subject of another act there; where no other act has a plain
    subject, only if it is `name`. "I" is the speaker.
    """
    if language != "en":
        return None  # where a subject stands is known of English only
    ours = stems_of(said) - stems_of(name)
    if not _SEVERAL_ACTS.search(text) or not ours or ours.isdisjoint(stems_of(text)):
        return None
    deed = deed_of(said)
    if len(found := acts(text, language, deed)) < _SEVERAL:
        return next((act.subject for act in found if _does(act, deed) and shares_name(name, act.subject)), None)
    found = tuple(_spoken_by(act, speaker) for act in found)
    found = tuple(act for act in found if not _undergoes(act, ours)) or found
    best = max(found, key=lambda act: len(ours & act.words))
    met = ours & best.words
    rivals = [act for act in found if act is not best and not ours & act.words < met]
    if _SEVERAL * len(met) < len(ours) or any(
        deed not in met or not _hardly(ours & act.words, met, deed) for act in rivals
    ):
        return None
    if shares_name(name, best.subject):
        return best.subject
    elsewhere = any(shares_name(name, act.subject) and not act.undergone for act in found)
    of_it = best.undergone or not best.sure or ours & stems_of(best.subject) or best.words & stems_of(name)
    return best.subject if elsewhere and not of_it else None


def _hardly(held: Set[str], met: Set[str], deed: str) -> bool:
    """Whether an act shares little with a claim beside the one that has its verb and most of its words."""
    return deed not in held and _LITTLE * len(held) <= len(met)


def _does(act: Act, deed: str) -> bool:
    """Whether the verb of an act is that deed; in "Ann said that Ben will pay" it is not what Ann does."""
    return not act.undergone and deed_of(act.said) == deed


def _undergoes(act: Act, ours: Set[str]) -> bool:
    """Whether the subject of an act is the thing that is done, which the claim names: "the audit" in "was commissioned by"."""
    opening = act.said.split()[:1]
    return opening[0] in ("is", "are", "was", "were") and not stems_of(act.subject).isdisjoint(ours)


def check_acts(item: Item, grounds: Grounds, report: Report) -> None:
    """What a statement tells of somebody must not be told of somebody else, of whom the line beside it tells another act."""
    language = grounds.index.language
    if language != "en" or is_promise(item):
        return
    lines = [(line.text, line.speaker) for line in grounds.lines if _SEVERAL_ACTS.search(line.text)]
    if len(grounds.merged) > 1 and all(line.speaker is None for line in grounds.merged):
        lines.append(("\n".join(line.text for line in _understood(grounds.merged)), None))
    for text in list(texts(item, Part.CLAIM)) if grounds.lines else ():
        if is_title(text, item):
            continue  # "British mediation" is no act
        for act in (act for act in acts(text.value, language, bound=False) if act.subject != "I" and _tells(act)):
            if (other := _only_of(act, text.value, grounds)) is not None:
                report.note("actor", "absent", f'The quoted words say it of "{other}".')
            for line, speaker in lines:
                told = told_of(act.subject, act.said, line, language, speaker)
                if told is not None and not shares_name(act.subject, told):
                    explanation = f'The quoted words tell of "{told}" what the claim tells of "{act.subject}".'
                    if "\n" in line:  # of two lines the one may take up the other
                        report.note("actor", "absent", explanation)
                    else:
                        report.against(text, "actor", explanation)


def _tells(act: Act) -> bool:
    """Whether more is told of an act than that something was said: "Ann said that ..."."""
    words = [word for word in act.said.split() if carries_meaning(word)]
    return len(words) > 1 or not any(lexicon("en").has("reporting", word.lower()) for word in words)


def _understood(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines but for those that open with a pronoun, where the line before is not among them: "He repeated that ..."."""
    before = 0
    for line in lines:
        opening = next(iter(tokens_of(line.text, "en")), None)
        if line.number == before + 1 or opening is None or opening.word not in PRONOUNS:
            before = line.number
            yield line


def _only_of(act: Act, text: str, grounds: Grounds) -> str | None:
    """Another of whom a quoted line tells the act, where none tells it of the subject of the claim: "Ann uses it" of Ben, also
    where Ben is who says so."""
    deed, named = deed_of(act.said), is_name(act.subject)
    beside = any(shares_name(act.subject, line.text) for line in grounds.lines)
    if not known(act.subject, grounds) if named else not stems_of(act.subject).isdisjoint(grounds.stems):
        return None
    told = [
        [_spoken_by(one, line.speaker) for one in acts(line.text, "en", deed) if _does(one, deed)]
        for line in grounds.lines
    ]
    if any(shares_name(act.subject, one.subject) for found in told for one in found):
        return None
    for other in (found[0] for found in told if len(found) == 1 and found[0].sure):
        plain = is_name(other.subject) or not named
        same = _SEVERAL * len(act.words & other.words) > len(act.words)
        if plain and same and (_whom(other, act, text) or (named and not beside)):
            return other.subject
    return None


def _spoken_by(act: Act, speaker: str | None) -> Act:
    """An act with its speaker in the place of "I"."""
    is_own = speaker is not None and act.subject.split()[-1] == "I"
    return act._replace(subject=speaker) if is_own and speaker is not None else act


def _whom(told: Act, act: Act, text: str) -> bool:
    """Whether the claim names who acts in the quoted words, as another than who acts in it: "A shared it with B" of B."""
    rest = text.replace(act.subject, " ")
    return bool(stems_of(told.subject)) and not stems_of(told.subject).isdisjoint(
        stems_of(rest) - stems_of(act.subject)
    )


def is_name(subject: str) -> bool:
    """Whether a subject is one name and no office."""
    words = subject.split()
    return all(word[0].isupper() for word in words) and listed("titles").isdisjoint(subject.lower().split())
