"""What one of those who meet holds, told of all of them: "the Board prefers the roof" for "Ms Zorn prefers the roof"."""

import re
from collections.abc import Iterator

from ...items import Item
from ...ladder.readings import read
from ...schemas import Part
from ...words.rungs import firm
from ...words.scripts import folded
from ...words.stems import carries_meaning, content_words, families_of, family
from ..fields import Report, is_promise, texts
from ..grounds import Grounds, Index, Line
from ..words import listed

_ARTICLE = r"(?:the|all|der|die|das|alle|l[ea]s?|l['’]|tous les|el|los|il|lo|gli|i|tutti i)\s?"
_OPENING = re.compile(rf"\W*{_ARTICLE}(?P<words>(?:[\w-]+ ){{1,3}})(?=[^\W\d])", re.IGNORECASE)
"""How a sentence begins that may tell of a body."""
_PERSON = re.compile(
    r"\W*(?:(?:and|but|while|und|et|e|y|mais|ma|pero|aber) )?(?P<who>(?:(?:[Tt]he|[Dd]er|[Dd]ie|[Ll][ea]|[Ll]['’]|[Ii]l|[Ee]l) ?)?"
    r"(?P<office>[\w-]+\.?)(?: (?:of|for|de|der|des|du|di|del|della) (?:the )?[A-ZÀ-Þ][\w'’-]+)?(?: [A-ZÀ-Þ][\w'’.-]+){0,3}) (?=[^\W\d_])"
)
"""How a part of a line begins that tells of one of them: an office, a country or a name."""
_PART = re.compile(r"[;:,] |[.!?]\s+|\n")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def check_whole_body(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a text that tells of the whole body what the quoted words tell of one person or side, and of no more."""
    if is_promise(item) or not grounds.lines or any(line.speaker for line in grounds.lines):
        return
    language = grounds.index.language
    sentences = (sentence for text in texts(item, Part.CLAIM) for sentence in _SENTENCE.split(text.value))
    bodies = [found for found in map(_body_of, sentences) if found[0]]
    if not bodies or any(
        _names_body(line.quoted) or firm(read(line.quoted, language).strength) for line in grounds.lines
    ):
        return
    for body, behind in bodies:
        deed = next((family(word.stem) for word in content_words(behind)), "")
        told = [who for line in grounds.lines for who in _tellers(line, deed, grounds.index)]
        if told and all(told):
            report.doubts.insert(0, f'The quoted words say it of "{told[0]}", not of the whole "{body}".')
            return


def _body_of(sentence: str) -> tuple[str, str]:
    """The body of which a sentence tells, and what it tells; empty where it tells of none."""
    opening = _OPENING.match(sentence)
    words = opening["words"].split() if opening is not None else []
    kind = next((at for at, word in enumerate(words) if folded(word) in listed("gatherings")), None)
    if opening is None or kind is None:
        return "", ""
    body = " ".join(words[: kind + 1])
    return body, sentence[opening.start("words") + len(body) :]


def _names_body(text: str) -> bool:
    """Whether a text names a body, other than in a title before a name: "Gemeinderat Brandl"."""
    words = re.findall(r"[^\W\d_]+", text)
    return any(
        folded(word) in listed("gatherings") and not (word[0].isupper() and behind[:1].isupper())
        for word, behind in zip(words, [*words[1:], ""], strict=True)
    )


def _tellers(line: Line, deed: str, index: Index) -> Iterator[str | None]:
    """Of whom each part of a line tells a deed; None where that is not plainly one of those who meet."""
    for part in _PART.split(line.text):
        if deed in families_of(part):
            who = _PERSON.match(part)
            yield who["who"] if who is not None and _is_one(who, index) else None


def _is_one(who: re.Match[str], index: Index) -> bool:
    """Whether it is an office, or a name, and no other word at the head of a sentence."""
    office = who["office"].strip(".")
    named = office[0].isupper() and carries_meaning(office) and office.lower() not in index.spellings
    return named or folded(office) in listed("titles") or _is_borne(office, index)


def _is_borne(office: str, index: Index) -> bool:
    """Whether the document gives an office to somebody: "Tomás Vega (tesorero)", "Kassier: Otto Braun"."""
    written = re.escape(office)
    beside = rf"(?-i:[A-ZÀ-Þ][\w'’-]+),? \(?{written}\b|\b{written}: (?-i:[A-ZÀ-Þ])"
    return re.search(beside, index.document.text, re.IGNORECASE) is not None
