"""What those who talk to each other decide: "So we agreed: no party", "Let's go with the second one" - "Agreed", "Ten it is"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....mood.asserted import is_asserted
from ..layout.found import Decided
from ..layout.page import Page, Sentence
from ..sentences.spoken import LEAD, told, trail

_SAID = re.compile(
    rf"{LEAD}(?:(?:so )?we(?:['’]ve| have)? (?:all |now )?(?:agreed|decided)|(?:(?:it|that)(?:['’]s| is) )?(?:all )?(?:decided|agreed|settled)|decision)(?: then)?\s*(?::|,? [–—-])\s+(?=\S+ \S)",
    re.IGNORECASE,
)
"""A label that somebody speaks: "decided: the old mode is gone"."""
_SO_WE = re.compile(
    rf"{LEAD}(?<=so )(?P<what>we(?:['’]ve| have)? (?:all |now )?(?:agreed|decided) (?:that|to|on|not to)\b)(?! (?:disagree|look|talk|discuss)\b)",
    re.IGNORECASE,
)
_LETS = re.compile(
    rf"{LEAD}(?:let['’]s|let us) (?:just |all )?(?=(?:go with|stick (?:with|to)|stay with|settle on|opt for|choose|pick|keep|drop|cancel|skip|make (?:him|her|them) an offer|meet (?:on|at))\b)(?!\w+ (?:going|it|that|this|moving|talking)\b)",
    re.IGNORECASE,
)
"""A choice that is put to the others."""
_ALL_RIGHT = re.compile(
    r"\W*(?:(?:is )?every(?:one|body)|is that|are (?:we|you)(?: all)?|all|any) (?:okay|ok|fine|happy|good|agreed|objections?|in favou?r)\b[^?]{0,30}\?",
    re.IGNORECASE,
)
_ASSENT = re.compile(
    r"\W*(?:agreed|yes|yeah|yep|yup|fine with me|fine by me|works for me|okay with me|ok with me|i agree|me too|same here)\b(?![^.!?]{0,30}\b(?:but|not|n['’]t|if|though|although|except|already)\b)",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    r"(?:ok|okay|right|alright|all right|fine)[,.]? (?:then )?(?P<what>(?:(?!(?:I|you|we|it|is|as|where|what|how|so|that|this|know|think|not|there|here)\b)[\w.:’-]+ ){1,3}it is)(?: then)?[.! ]*",
    re.IGNORECASE,
)
_THEN_WE = re.compile(
    r"(?P<lead>(?:fine|ok|okay|right|alright|all right|agreed),? (?:so |then )+)?we(?:['’]ll| will)? (?:launch|drop|cancel|go with|postpone|keep|stick (?:with|to)|skip|publish|buy) (?!going\b|it\b|that\b|this\b)",
    re.IGNORECASE,
)
"""What follows from what was said: "Fine, then we launch in June", or after "Agreed."."""
_AGREED = re.compile(r"\W*agreed\W*", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last (?:week|month|year|meeting|call|time|sprint)|yesterday|ago|back (?:in|then|when)|at the time|when|once|if)\b",
    re.IGNORECASE,
)
_LONGEST = 300
_LAST = 2  # sentences of a turn among which a choice is put


def said_decisions(page: Page) -> Iterator[Decided]:
    """Each decision that a speaker or the writer of a mail states, or that one puts to the others and the next one agrees to."""
    if page.document.kind != "transcript":
        for sentence in page.running:
            message = page.document.segment(sentence.line).message
            if message and message.writer and not message.frame and not page.addresses_reader(sentence.start):
                yield from _stated(sentence, None)
        return
    turn: list[Sentence] = []
    put: list[Sentence] = []
    for sentence in page.running:
        if sentence.speaker is None or page.addresses_reader(sentence.start):
            continue
        if turn and turn[-1].speaker != sentence.speaker:
            put, turn = _put(turn), []
            if put and _ASSENT.match(sentence.text):
                yield _agreed_to(put[0], sentence)
        turn.append(sentence)
        yield from _stated(sentence, turn[-2] if len(turn) > 1 else None)


def _stated(sentence: Sentence, before: Sentence | None) -> Iterator[Decided]:
    text = sentence.text
    if len(text) > _LONGEST or text.rstrip().endswith("?") or _EARLIER.search(text):
        return
    said = _SAID.match(text) or _SO_WE.match(text)
    if said is not None and is_asserted(text, said.end(), None):
        start = said.end() if said.re is _SAID else said.start("what")
        yield _decided(sentence, start, len(text), "said to be decided")
    elif (it_is := _IT_IS.fullmatch(text)) is not None:
        yield _decided(sentence, it_is.start("what"), it_is.end("what"), "said to be decided")
    elif (then := _THEN_WE.match(text)) is not None:
        agreed = before if before is not None and _AGREED.fullmatch(before.text) else None
        one = _decided(sentence, then.end("lead") if then["lead"] else 0, len(text), "said to be decided")
        if agreed is not None:
            yield replace(one, answer=(agreed.start, agreed.start + len(agreed.text)))
        elif then["lead"]:
            yield one


def _put(turn: Sequence[Sentence]) -> list[Sentence]:
    """The sentence near the end of a turn that puts a choice to the others; only "is everybody fine with that?" follows."""
    last = [one for one in turn[-_LAST:] if not _ALL_RIGHT.match(one.text)][-1:]
    return [one for one in last if _LETS.match(one.text) and not one.text.rstrip().endswith("?")]


def _agreed_to(put: Sentence, answer: Sentence) -> Decided:
    found = _LETS.match(put.text)
    assert found is not None, "it puts a choice"
    one = _decided(put, found.end(), trail(put.text, found.end()), "put and agreed to")
    return replace(one, answer=(answer.start, answer.start + len(answer.text)))


def _decided(sentence: Sentence, start: int, end: int, basis: str) -> Decided:
    words = told(sentence.text[start:end]).rstrip(" .!").removesuffix(" then")
    whole = (sentence.start, sentence.start + len(sentence.text))
    return Decided(words, sentence.start + start, sentence.start + end, whole, basis)
