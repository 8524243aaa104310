"""A summary that tells without its negation what a quoted clause denies: "creates an offence" for "not creating an offence"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.lexicon import words_in
from ...words.stems import ContentWord, content_words, shared, stems_of
from ..dialogue.answers import REACH
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import listed
from .denial import denies

_NOT = re.compile(
    r"\b(?:(?:not|never)(?! (?:only|just|merely|simply|least|later|more|less|necessarily)\b)|\w+n['’]t(?! (?:only|just)\b)|cannot|(?:unable|fail(?:s|ed)?|refus(?:es?|ed)) to)\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:no(?! (?:one|longer|doubt|later|less|more|fewer|problem|objections?|matter)\b)|nothing|none(?: of)?|nobody|no one|(?:not|\w+n['’]t) (?:think|believe|feel|suppose|expect|want|see)"
    r"|disagree\w*(?: that)?|doubt\w* (?:that|whether)|impossible (?:for|to)|rather not|(?:not|never|\w+n['’]t)(?=[^.;:!?]* (?:any|anybody|anyone|anything|ever|either)\b))\b",
    re.IGNORECASE,
)
"""What negates all that follows in its clause."""
_PART = re.compile(r"\s+(?:(?:the|an?|this|that|these|those|its?|their|our|his|her)\s|(?:for|in|at|on|from|by|with|to the|because of|due to)\s)", re.IGNORECASE)  # fmt: skip
"""Behind "not", before a thing, a place or a cause."""
_WANT = re.compile(r"\b(?:lack|absence|want) of\b", re.IGNORECASE)
_BREAK = re.compile(r"[.;:!?,]|\b(?:but|because|unless|until|although|though|while|whereas|if|so|and)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\b(?:whether|ask\w*|question\w*|wonder\w*|doubt\w*|reluctan\w*|s[ck]eptic\w*|critic\w*|concern\w*|worr\w+|against|absence|un(?:able|willing|likely|clear|sure))\b",
    re.IGNORECASE,
)
"""Words by which a summary may say itself that it is not so."""
_ELLIPSIS = re.compile(
    r"\b(?:but|and|while|whereas) (?P<words>(?P<who>[^.,;:!?]{2,60}?) (?:\w+n['’]t|(?:is|are|was|were|will|do|does|did|has|have|can|could) not))(?=\s*(?:[.,;!?]|\Z))",
    re.IGNORECASE,
)
"""What is denied of another without its verb: "spaces aren't"."""
_NO = re.compile(
    r"\W*(?:(?:well|oh|uh|um|mm),? )?(?:no|nope|not (?:yet|really|at all))\b(?! (?:problem|worries|doubt))",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\bask(?:ed|s)?\b[^.;!?]*? (?:whether|if)\b", re.IGNORECASE)
_SAID_NO = re.compile(r"\b(?:said|says|answered|replied)(?: that it was)? (?:no|not)\b(?! \w)", re.IGNORECASE)
_UNDONE = re.compile(
    r"\b(?:not|never|\w+n['’]t) (?:yet |quite |even )*(?:(?:done|ready|finished|complete[d]?|started|begun|there)\b(?! (?:by|with|for)\b)"
    r"|(?:got|gotten|come|looked) (?:a?round )?(?:to|at) (?:it|that|this)\b)",
    re.IGNORECASE,
)
"""Words by which nothing has been done yet of what is spoken of: "isn't done", "haven't got to it"."""
_DONE = re.compile(
    r"\b(?:(?:has|have) (?:already |now )?\w+(?:ed|en|ne|nt|lt|de)|done|finished|completed?|ready)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_ADVERB = re.compile(r"\w+ly|even|yet|quite|always|ever|really|so|very", re.IGNORECASE)
_SAYS_NO = "The quoted words ask that, and the answer is no."
_JOINT = re.compile(r"[,;] |\b(?:because|but|while|whereas|although|though|since)\b", re.IGNORECASE)
_SHARE = 0.4  # of the words of a sentence of the summary that are quoted
_SEVERAL = 2  # words of a denial by which a sentence tells it
_FEW = 3  # words of a sentence that tells one word alone


class _Denial(NamedTuple):
    """What a quoted line denies."""

    explanation: str
    """A sentence for the reader."""
    stems: Sequence[str]
    wide: bool
    """Whether the negation reaches over all of them, not the first alone."""
    before: str
    """The stem of the last telling word before the negation."""
    asked: bool = False
    """Whether it is asked, and the answer is no."""
    part: bool = False
    """Whether it is no verb but a part of the clause: "not the lamp", "not for want of time"."""


def check_told_without(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a summary or decision that affirms what the quoted words deny, and say nowhere else."""
    stated = is_subject(item) or item.kind == "decisions"
    if grounds.index.language != "en" or not stated or "disagrees" in report.checks.values():
        return
    told = [line for line in grounds.lines if not (line.quoted.rstrip().endswith("?") or _ASKED.search(line.quoted))]
    said = [word.stem for line in told for word in content_words(line.quoted)]
    denials = [one for line in grounds.lines for one in _denials(line.quoted)]
    undone = [(line, one[0]) for line in grounds.lines if (one := _UNDONE.search(line.quoted)) is not None]
    if undone and any(_DONE.search(one.quoted) for one in grounds.lines if _UNDONE.search(one.quoted) is None):
        undone = []  # what is told as done may be told of another line
    answered = _answered_no(grounds) if is_subject(item) else ()
    denials += [_Denial(_SAYS_NO, asked, wide=True, before="", asked=True) for asked in answered]
    for text in texts(item, Part.CLAIM) if denials or undone else ():
        for sentence in map(_affirmed, _SENTENCE.split(text.value)) if text.optional or not is_subject(item) else ():
            if not sentence or _OPENS.search(sentence) or _lacks(sentence, denials):
                continue
            stems = stems_of(sentence)
            for line, words in undone if _DONE.search(sentence) is not None else ():
                points = words.endswith(("it", "that", "this"))
                spoken_of = grounds.stems if points else grounds.index.stems_at(line.number)
                if 2 * len(shared(stems, spoken_of)) >= len(stems) - 1:
                    report.note("negation", "absent", f'The quoted words deny it: "{words}".')
                    return
            if len(shared(stems, grounds.stems)) < _SHARE * len(stems):
                continue
            found = next((one for one in denials if _tells(stems, one, said)), None)
            if found is not None:
                report.note("negation", "absent", found.explanation)
                return


def _affirmed(sentence: str) -> str:
    """What a sentence says before its first clause with a negation."""
    plain = _WANT.sub(lambda found: " " * len(found[0]), sentence)  # which may stand behind a negation
    if not denies(plain, "en"):
        return sentence
    ends = [one.start() for one in _JOINT.finditer(sentence)]
    return next((sentence[:end] for end in reversed(ends) if not denies(plain[:end], "en")), "")


def _answered_no(grounds: Grounds) -> Iterator[Sequence[str]]:
    """What quoted questions ask, to which the next quoted line says no."""
    lines = sorted(grounds.merged, key=lambda one: one.number)
    for line, answer in pairwise(lines):
        asked = _ASKED.search(line.quoted)
        if answer.number - line.number > REACH:
            continue
        if line.quoted.rstrip().endswith("?") and _NO.match(answer.quoted):
            yield sorted(stems_of(line.quoted))
        elif asked is not None and _SAID_NO.search(answer.quoted):
            yield sorted(stems_of(line.quoted[asked.end() :]))


def _lacks(sentence: str, denials: Sequence[_Denial]) -> bool:
    """Whether a sentence says with another word that it is not so; "remove" does not where "not remove" is quoted."""
    denied = {stem for one in denials for stem in one.stems}
    told = [word for word in words_in(sentence, "en") if stems_of(word).isdisjoint(denied)]
    if any(word.startswith("un") and not stems_of(word[2:]).isdisjoint(denied) for word in told):
        return True  # "untested"
    return not (listed("lacking") | listed("stopping") | {"without"}).isdisjoint(told)


def _denials(text: str) -> Iterator[_Denial]:
    words = content_words(text)
    for found in _ELLIPSIS.finditer(text):
        who = [word.stem for word in content_words(found["who"])]
        before = [word.stem for word in words if word.end <= found.start()]
        if who:
            explanation = f'The quoted words deny it: "{found["words"]}".'
            yield _Denial(explanation, who, wide=False, before=before[-1] if before else "")
    for pattern, wide in ((_NONE, True), (_NOT, False)):
        for found in pattern.finditer(text):
            stop = _BREAK.search(text, found.end())
            end = stop.start() if stop is not None else len(text)
            reach = [word for word in words if found.end() <= word.start < end]
            telling = list(_telling(text, reach)) if not wide else reach
            before = [word.stem for word in words if word.end <= found.start()]
            if telling:
                shown = text[found.start() : telling[min(_SEVERAL, len(telling) - 1)].end]
                explanation = f'The quoted words deny it: "{shown}".'
                part = not wide and _PART.match(text, found.end()) is not None
                yield _Denial(explanation, [one.stem for one in telling], wide, before[-1] if before else "", part=part)


def _telling(text: str, reach: Sequence[ContentWord]) -> Iterator[ContentWord]:
    """The words behind "not" without what says little before them: "not inherently permanent", "don't have to make it small"."""
    opened = False
    for word in reach:
        told = text[word.start : word.end].lower()
        opened = opened or not (_ADVERB.fullmatch(told) or told in listed("light_verbs"))
        if opened:
            yield word


def _tells(stems: frozenset[str], denial: _Denial, said: Sequence[str]) -> bool:
    """Whether a sentence tells what is denied, with a word beside it; and no quoted statement says it elsewhere."""
    once = [one for one in denial.stems if one in stems and said.count(one) <= (not denial.asked)]
    alone = (
        len(denial.stems) == 1 and (len(stems) <= _FEW or denial.wide) and bool(once)
    )  # "there were no strikes", "he won't be there"
    alone = alone or (denial.part and denial.stems[0] in once)
    if denial.wide or alone:
        first = not denial.asked and denial.stems[0] in once
        several = first and sum(one in stems for one in denial.stems) >= _SEVERAL
        return alone or several or len(once) >= _SEVERAL
    beside = {denial.before, *denial.stems[1:_SEVERAL]} - {""}
    return denial.stems[0] in once and not beside.isdisjoint(stems)
