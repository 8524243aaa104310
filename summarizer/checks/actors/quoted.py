"""Words in quotation marks or read out, and whose they are: in '"I will try," said the minister to Mr Hale' the minister is bound;
"We will pay" in a letter of the tenant binds the tenant, not who reads it."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.scripts import folded
from ...words.stems import families_of, stems_of
from ..fields import Report, is_promise, texts
from ..grounds import Grounds
from ..proper import holds_name, shares_name
from ..quotations import Quotation
from ..words import listed
from .bearers import holds_office, names_office
from .case import AGREES, UNCHECKED, Case, Ruling, absent, against

_SAYS = {
    "en": r"(?:said|says|declare[ds]|stated|states|added|adds|replied|replies|answered|answers|insisted|insists|promised|promises|announced|announces|responded|responds|concluded|concludes|continued|continues|told [^,:;.()\"“]{2,40}?)",
    "de": r"(?:sagte?|erklärte?|antwortete?|versprach|verspricht|versicherte?|betonte?)",
    "fr": r"(?:dit|a dit|déclare|a déclaré|répond|a répondu|affirme|a affirmé|promet|a promis|assure|a assuré)",
    "es": r"(?:dijo|dice|ha dicho|afirmó|declaró|respondió|contestó|añadió|aseguró|prometió|anunció)",
    "it": r"(?:ha detto|disse|dice|ha dichiarato|dichiara|ha risposto|ha affermato|ha aggiunto|ha promesso|ha assicurato|ha annunciato)",
}
_WHO = r"(?P<who>[^,:;.()\"“”„«»]{2,50}?)"
_UNTIL = r"(?=\s*(?:[,:;.()\"“„«]|\Z)|\s(?:on|in|at|to|after|before|when|as|am|im|bei|zu|nach|à|au|en|lors|al|a|dopo|tras)\s)"
_OWN = {
    "en": r"\b(?:I|my|me)\b",
    "de": r"\b(?:[Ii]ch|mein\w*)\b",
    "fr": r"\b(?:[Jj]e\b|[Jj]['’]|m(?:on|a|es)\b)",
    "es": r"\b(?:[Yy]o|[Mm]is?|[Mm]e|\w{3,}ré)\b",
    "it": r"\b(?:[Ii]o|mi[oae]|miei|[Mm]i|\w{3,}rò)\b",
}
"""Words in which somebody speaks of themselves alone, by language."""
_ONESELF = {"en": r"\b(?:I|we|our)\b", "de": r"\b(?:ich|wir|unser\w*)\b", "fr": r"\b(?:je|j['’]|nous)"}
_PAPER = {
    "en": r"(?:letter|e-?mail|message|note|statement|reply|response|card|petition)s?",
    "de": r"(?:Brief|Schreiben|Mail|E-Mail|Nachricht|Antwort|Stellungnahme|Erklärung)e?s?",
    "fr": r"(?:lettre|courrier|courriel|message|réponse|déclaration)s?",
}
_READS = {
    "en": r"(?:read|reads) (?:out|aloud)|(?:read|reads)(?= (?:an?|the|two) )|relay(?:s|ed)|convey(?:s|ed)",
    "de": r"verliest|verlas|liest|las",
    "fr": r"lit|a lu|lut|donne lecture|a donné lecture|transmet|a transmis",
    "es": r"lee|leyó|dio lectura|da lectura|transmitió",
    "it": r"legge|ha letto|dà lettura|ha dato lettura|riferisce|riporta",
}
_READ = {
    "en": rf"{_PAPER['en']}|proposals?|requests?|motions?|amendments?",
    "de": r"\w*(?:brief|schreiben|mail|nachricht|antwort|stellungnahme|erklärung|antrag|vorschlag)(?:e?s|s)?",
    "fr": rf"{_PAPER['fr']}|proposition|demande|motion",
    "es": r"carta|correo|escrito|mensaje|nota|petición|propuesta|solicitud",
    "it": r"lettera|e-?mail|nota|messaggio|comunicazione|proposta|richiesta",
}
"""Verbs of reading out, and what is read, by language."""
_PAPERS = {**_PAPER, "es": r"carta|correo|escrito|mensaje", "it": r"lettera|e-?mail|messaggio|comunicazione"}
"""What a statement names that says itself that it stands in a paper."""
_LED_IN = re.compile(r"\W*(?:[^\W_]+[.]?\W+){1,5}")
"""The words at the head of a sentence, of which its subject is among the first."""
_GOING_ON = re.compile(r"[,\"”»“] (?:and|und|et|e|y) (?!(?:the|that|der|die|das|la|le|que|qui|che)\b)")
"""Where a sentence goes on with who reads."""
_HELD = 0.6  # of the words of a statement that stand in what is read
_OFFICE = 3  # words of a name with its article and title
_SHOWN = 6  # words of what is read that an explanation shows
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|[;\n]")
_LEAST = 2  # words of it there
_WRITER = r"(?P<who>(?!\d)[^,:;.()\"“„«]{2,60}?)"
_END = r"(?=\s*[,:;.()\"“„«]|\s(?:which|that|in which|saying|stating|dated|about|dated|vom|vor|in dem|dans)\b|\s*\Z)"
_AUTHOR = {
    "en": (
        rf"\b{_PAPER['en']} (?:\w+ )?(?:from|of|by) {_WRITER}{_END}",
        rf"\b(?P<who>(?:the |an? )(?:[\w.-]+ ){{0,2}}?[\w.-]+|(?-i:(?:[A-Z][\w.-]* ){{0,3}}[A-Z][\w.-]*))['’]s? {_PAPER['en']}\b",
        rf"\bquot(?:ed|es|ing) {_WRITER} as (?:saying|writing|stating)\b",
        r"(?:^|[.,;:] )(?P<who>(?:the |an? )?[^,:;.\"“]{2,40}?) (?:wrote|writes|has written|had written)\b",
    ),
    "de": (
        rf"\b{_PAPER['de']} (?:de[rs]|von|vom|einer|eines) {_WRITER}{_END}",
        r"(?:^|[.,;:] )(?P<who>[^,:;.\"„]{2,40}?) (?:schreibt|schrieb|hat geschrieben)\b",
    ),
    "fr": (
        rf"\b{_PAPER['fr']} (?:de la|du|des|de l['’]|de|d['’]) ?{_WRITER}{_END}",
        r"(?:^|[.,;:] )(?P<who>[^,:;.\"«]{2,40}?) (?:écrit|a écrit)\b",
    ),
}
"""Who wrote what is read, by language."""
_LONGEST = 200  # characters before a quotation that may name whose words it holds


class _Naming(NamedTuple):
    """How the words beside a quotation name who speaks it."""

    before: tuple[re.Pattern[str], ...]
    behind: tuple[re.Pattern[str], ...]


def _naming(says: str) -> _Naming:
    led_in = rf"\A(?:.*(?:[.,;:]\s|\b(?:and|und|et|y|e)\s))?{_WHO} {says}\s*[,:]?\s*\Z"
    followed, preceded = rf"{says} {_WHO}{_UNTIL}", rf"{_WHO} {says}\b"
    # '"I will pay," said Ms Roe. "I have the money."'
    going_on = (rf"[\"”“»]\s*,?\s*{tag}[^\"“”„«».;:]*[.,;:]?\s*\Z" for tag in (followed, preceded))
    return _Naming(
        tuple(re.compile(one, re.DOTALL) for one in (led_in, *going_on)),
        tuple(re.compile(rf"\A[\s,.]*{one}") for one in (followed, preceded)),
    )


_NAMINGS = {language: _naming(says) for language, says in _SAYS.items()}
_PRONOUNS = frozenset("he she er sie il elle él ella lui lei egli".split())
_ARTICLES = ("the ", "a ", "der ", "die ", "das ", "le ", "la ", "l'", "l’", "el ", "il ", "lo ")


def spoken(case: Case) -> Ruling | None:
    """The words stand in quotation marks and say "I", and who speaks them is named right beside."""
    quotation, language, value = case.quotation, case.language or "", case.text.value
    if quotation is None or language not in _SAYS or not re.search(_OWN[language], quotation.words):
        return None
    speaker = _speaker(quotation, language)
    if speaker.lower() in _PRONOUNS and holds_name(quotation.before) and not case.stands_in(quotation.before):
        return absent(f'Nothing before "{speaker}" names "{value}".')
    if not speaker or folded(speaker.split()[-1]) in listed("unresolved"):
        return None
    if not (holds_name(speaker) or _kind(speaker) == "office"):
        return None
    if case.stands_in(speaker) or holds_office(speaker, case.name, case.grounds.index):
        return AGREES
    if _kind(case.name) != _kind(speaker) or _kind(case.name) == "other":
        return UNCHECKED  # the one may be the office of the other, or speak for it
    if case.stands_in(f"{quotation.before} {quotation.behind}".replace(speaker, " ")):
        return against(f'These are words of "{speaker}", not of "{value}".')
    return absent(f'These are words of "{speaker}"; they do not name "{value}".')


def _speaker(quotation: Quotation, language: str) -> str:
    """Who is said to speak, if by a pronoun; empty where nobody is."""
    naming = _NAMINGS[language]
    tried = (
        *(one.search(quotation.before) for one in naming.before),
        *(one.match(quotation.behind) for one in naming.behind),
    )
    return next((found["who"].strip() for found in tried if found is not None), "")


def _kind(name: str) -> Literal["office", "name", "other"]:
    """What it is: an office alone, "the Prime Minister", a name, or something that a noun stands for."""
    last = name.split()[-1]
    if names_office(last):
        return "office"
    return "other" if name.lower().startswith(_ARTICLES) or not last[:1].isupper() else "name"


def check_reader(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a statement that tells of somebody what they only read out: "the Chair asks for showers" of a letter of the club."""
    language = grounds.index.language or ""
    if language not in _READS or is_promise(item):
        return
    read = [one for line in grounds.lines for one in _read(line.text, language)]
    for text in texts(item, Part.CLAIM) if read else ():
        for sentence in _SENTENCE.split(text.value):
            if re.search(rf"\b(?:{_READS[language]}|{_PAPERS[language]})\b", sentence, re.IGNORECASE):
                continue
            for who, paper in read:
                if _tells_of_reader(sentence, who, paper):
                    report.note("actor", "absent", _only_read(who, paper))
                    return


@lru_cache(maxsize=256)
def _read(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """Who reads something out in a text, and what is read."""
    reads = rf"\b(?:{_READS[language]})\s(?P<paper>(?:[\w'’-]+ ){{0,4}}?(?:\w+['’])?(?:{_READ[language]})\b.*)"
    read = []
    for sentence in _SENTENCE.split(text):
        found = re.search(reads, sentence, re.IGNORECASE)
        head = _LED_IN.match(sentence)
        if found is not None and head is not None:
            who = sentence[: min(head.end(), found.start())].split()[:_OFFICE]
            while len(who) > _LEAST and who[-1].islower() and folded(who[-1]) not in listed("titles"):
                who.pop()
            read.append((" ".join(who), _GOING_ON.split(found["paper"])[0]))
    return tuple(read)


def _tells_of_reader(sentence: str, who: str, paper: str) -> bool:
    """Whether a sentence begins with who reads, and tells what is read."""
    head = families_of(" ".join(sentence.split()[:_OFFICE]))
    told = families_of(sentence) - families_of(who)
    held = told & families_of(paper)
    return bool(head & families_of(who)) and len(held) >= max(_LEAST, _HELD * len(told))


def only_read_out(case: Case) -> Ruling | None:
    """Who is named only reads the words out, and these put it to nobody, or to another."""
    line, language = case.line, case.language or ""
    for who, paper in _read(line.text, language) if line is not None and language in _READS else ():
        if case.stands_in(who) and not case.stands_in(paper) and stems_of(case.said) & stems_of(paper):
            return against(_only_read(case.text.value, paper))
    return None


def _only_read(who: str, paper: str) -> str:
    return f'"{who}" only read that out: "{" ".join(paper.split()[:_SHOWN])} ...".'


def read_out(case: Case) -> Ruling | None:
    """The words that bind are read out, of an author who is named: the author is bound, and nobody else."""
    value, quotation = case.text.value, case.quotation
    before = quotation.before[-_LONGEST:] if quotation is not None else ""
    author = _author(quotation, before, case.language or "") if quotation is not None else None
    if author is None:
        return None
    if shares_name(value, author):
        return AGREES
    own = case.speaker is not None and shares_name(value, case.speaker)
    if not own and not shares_name(value, before):
        return None
    return against(f'These are words of "{author}", not of "{value}".')


def _author(quotation: Quotation, before: str, language: str) -> str | None:
    """Who wrote it, where that is said and the words speak in the first person."""
    if language not in _AUTHOR or not re.search(_ONESELF[language], quotation.words, re.IGNORECASE):
        return None
    patterns = (re.search(one, before, re.IGNORECASE) for one in _AUTHOR[language])
    return next((one["who"] for one in patterns if one is not None), None)
