"""What the quoted words only ask for, propose or promise, told as done, in other languages than English: "ha presentato" for "invita a presentare"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...items import Item
from ...ladder.readings import triggers
from ...schemas import Part, RejectionReason, Strength
from ...words.closed_classes import SEPARABLE
from ...words.scripts import folded
from ..fields import Report, is_subject, texts
from ..grounds import Grounds, Line
from .cues import kinds_in
from .done_already import told_as_done

_PLAIN = {
    "de": rf"\bzu (?P<verb>[a-zäöüß]{{3,}}n)\b|\b(?P<split>(?:{SEPARABLE})zu[a-zäöüß]{{3,}}n)\b",
    "fr": r"\b(?:de |d['’]|à )(?:(?:l[ea]s?|l['’]|lui|leur|y|en) ?)?(?P<verb>[a-zà-ÿ]{2,}(?:er|ir|re))\b",
    "es": r"\b(?:(?:a|de|que|en) )?(?P<verb>[a-zà-ÿ]{2,}[aei]r)(?:l[aeo]s?|se)?\b",
    "it": r"\b(?:a|ad|di) (?P<verb>[a-zà-ÿ]{2,}(?:[aei]r|r)(?:e|l[aeio]|si|ne))\b",
}
"""A verb in the plain form, as it hangs on another."""
_ENDING = {"de": r"e?n\Z", "fr": r"(?:er|ir|re)\Z", "es": r"[aei]r\Z", "it": r"(?:[aei]r|r)(?:e|l[aeio]|si|ne)\Z"}
_PRESENT = {"de": r"(?:e?t)", "fr": r"(?:e|ent|it|issent|d)", "es": r"(?:an?|en?)", "it": r"(?:an?o?|e|ono)"}
"""How the plain form ends, and what stands there instead where it is told of others."""
_NOUN = r"(?:l[ea]s?|un\w*|de|du|des|el|los|il|lo|gli|i|cette?|ce|leur|sa|son|su|questa?|[dn]ell[ae]|al|alla|der|die|das|eine?r?|dem|den|zur) "
"""Behind which such a word is a noun: "la demande"."""
_WEAK = frozenset((Strength.PROPOSED, Strength.INTENDS, Strength.UNDERTOOK, Strength.EXPLORED, Strength.CONDITIONAL))
_SHORT = 3  # letters of a root that tells which verb it is
_ALIKE = 5  # letters in which other words may be of the same verb
_SENTENCE = re.compile(r"[.!?] ")


class _Asked(NamedTuple):
    """A deed that a line asks for, and the words that do."""

    verb: str
    words: str


def check_asked_for(item: Item, grounds: Grounds, report: Report) -> None:
    """Refuse a summary or a decision that tells as done what the quoted words only ask for, propose or promise."""
    language = grounds.index.language or ""
    if language not in _PLAIN or not (is_subject(item) or item.kind == "decisions"):
        return
    asked = [one for line in grounds.lines for one in _asked(line, language)]
    for text in list(texts(item, Part.CLAIM)) if asked else ():
        told_so = kinds_in(text.value, language) & {"asking", "proposing", "supposing", "denying"}
        if told_so or (is_subject(item) and not text.optional):
            continue
        for one in asked:
            done = _told(one.verb, text.value, language)
            if done is not None and not _elsewhere(one.verb, grounds, language):
                explanation = f'The claim says "{done}" where the quoted words say "{one.words}".'
                report.against(text, "strength", explanation, RejectionReason.CONTRADICTED)
                break


def _asked(line: Line, language: str) -> Iterator[_Asked]:
    weak = [one for one in triggers(line.text, language) if one.strength in _WEAK and not one.negated]
    for found in re.finditer(_PLAIN[language], line.text) if weak else ():
        governing = [one for one in weak if one.end <= found.start()]
        if governing and not _SENTENCE.search(line.text, governing[-1].end, found.start()):
            verb = found["verb"] or re.sub(rf"\A({SEPARABLE})zu", r"\1", found.groupdict().get("split") or "")
            yield _Asked(verb, line.text[governing[-1].start : found.end()])


def _told(verb: str, claim: str, language: str) -> str | None:
    """The words by which a claim tells a deed as done, or as it is told of a meeting."""
    done = told_as_done(verb, claim, language)
    root = re.sub(_ENDING[language], "", verb)
    if done is not None or len(root) < _SHORT:
        return done[0] if done is not None else None
    present = re.search(rf"(?<!\w)(?P<before>\w+ )?(?P<verb>{re.escape(root)}{_PRESENT[language]})(?!\w)", claim)
    noun = present is not None and re.fullmatch(_NOUN, present["before"] or "", re.IGNORECASE)
    return present["verb"] if present is not None and not noun else None


def _elsewhere(verb: str, grounds: Grounds, language: str) -> bool:
    """Whether the quoted words have the verb in another form too."""
    root = folded(verb)[:_ALIKE]
    said = [word for line in grounds.lines for word in re.findall(r"\w+", folded(line.text))]
    return any(word.startswith(root) and word != folded(verb) for word in said)
