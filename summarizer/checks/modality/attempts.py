"""What is only tried, allowed, awaited or weighed, told as what will be done: "extend the loan" for "will try to extend the loan"."""

import re
from functools import lru_cache

from ...items import Item
from ...ladder.readings import Reading
from ...words.stems import content_words, families_of, family
from ..fields import Report, is_promise, said_of
from ..grounds import Borne, Grounds

_BETWEEN = r"\W*(?:(?:also|now|then|still|certainly|always|really|do|again|soon|in turn|all|both|be|not|to)\W+)*"
_TRIED = {
    "en": r"(?:try|trying|attempt|endeavou?r|strive|seek|aim|hope|do (?:its|his|her|my|our|their|the) (?:very |level )?best|do (?:what|all|everything|whatever) (?:\w+ ){1,4}?to|make (?:an|every) (?:effort|attempt)"
    r"|use (?:its|his|her|my|our|their) (?:best|reasonable) (?:\w+ )?(?:endeavours|efforts)|work towards?|see (?:if|whether|about|how|what)|look into|consider|explore|examine|study|investigate|discuss|find out (?:if|whether|how)"
    r"|decide (?:\w+ ){0,3}?(?:whether|if|on|how)|think about|allow(?:ed)?|permit(?:ted)?|able|entitled|enable|let|wait (?:for|until)|apply (?:for|to)|ask for|oppose|resist|delay)",
    "de": r"(?:versuch|bemüh|anstreb|strebt?|hoff|prüf|erwäg|lässt|lassen|erlaub)\w*",
    "fr": r"(?:essa[iy]er|tenter|s['’]efforcer|cherchera?|chercheront|étudiera?|envisag|examinera?|permettra?)\w*",
    "it": r"(?:cercher|tenter|prover|si adoperer|si sforzer|valuter|esaminer|permetter|consentir)\w*",
    "es": r"(?:tratar|intentar|procurar|se esforzar|estudiar|examinar|valorar|permitir)\w*",
}
"""Verbs that promise less than the one that hangs on them, by language."""
_JOINED = re.compile(r"(?<!^ )(?:\b(?:and|or|then|und|oder|et|ou|e|y)|,) (?:\w+ly )?\Z", re.IGNORECASE)
"""Before a verb of its own: "discuss the date and book the hall", but "try and fix"."""
_HANGS = {
    "de": r"(?=[^.;!?]*\bzu\b)",
    "fr": r"\W+(?:de|d['’]|à|si)(?!\w)",
    "it": r"\W+(?:di|se|a)\b",
    "es": r"\W+(?:de|si|en)\b",
}
"""By what the other verb hangs on them: in German somewhere behind, in other languages at once."""


def check_attempt(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """A promise of the deed where the words promise only to try it, to let another do it, or to weigh it."""
    line, language = borne.line, grounds.index.language or ""
    if line is None or not is_promise(item):
        return
    weak = _weak(line.text, borne.reading, line.span[0], language)
    said = said_of(item)
    if weak is None or not families_of(weak["verb"]).isdisjoint(families_of(said)):
        return
    deed = next((family(word.stem) for word in content_words(said)), "")
    first = 0 if language == "de" else weak.end()
    for word in content_words(line.text[first:]):
        if family(word.stem) == deed and not _JOINED.search(line.text[weak.end() : first + word.start]):
            report.note("strength", "absent", f'The words say only "{weak["verb"]}" of it.')
            return


def _weak(text: str, reading: Reading, begin: int, language: str) -> re.Match[str] | None:
    """The weaker verb right behind the words that bind, or that is itself what binds."""
    if language == "en":
        end = (reading.end or 0) - len("do") * (reading.words or "").endswith(" do")  # "will do its best"
        return _pattern(language).match(text, end) if reading.end is not None else None
    return (
        _pattern(language).search(text, begin if reading.start is None else reading.start)
        if language in _TRIED
        else None
    )


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    opening, hangs = (_BETWEEN, "") if language == "en" else ("", _HANGS[language])
    return re.compile(rf"{opening}\b(?P<verb>{_TRIED[language]})\b{hangs}", re.IGNORECASE)
