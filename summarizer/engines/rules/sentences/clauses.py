"""Who does what in a sentence of a report: the subject before a verb, and the clause after it."""

import re

from .encounters import MEETS, REPORTS

ADVERBIAL = re.compile(
    r"(?:(?:in|on|at|during|following|after|before|to|as|with|by|for|earlier|later|meanwhile|finally|lastly|today|yesterday|separately|additionally|"
    r"furthermore|moreover|also|then|building|looking|given|under|through|while|when|this|last|ahead|regarding|concerning|contrary|if|once|unless|until|should (?!be\b)|provided|as soon as|asked (?:by|if|whether|about))\b[^,]*|date [\d-]+[^–—]*[–—]),?\s*",
    re.IGNORECASE,
)
VERBS = (
    f"{MEETS}|{REPORTS}|reviewed|reinforced|addressed|came|went|gave|began|knew|saw|spoke|wrote|chose|drew|rose|asked|wanted|focused|explored|exchanged|touched|consulted|considered|examined|took|made|heard|did|does|updated|shared|looked|"
    "described|talked|denied|rejected|refused|declined|doubted|agreed|committed|pledged|undertook|promised|vowed|signed|decided|affirmed|called|listened|is|are|am|was|were|has|have|had|will|would|shall"
)
VERB = re.compile(rf"\b(?!(?<=[\w.,] )(?-i:[A-Z][a-z]))(?:{VERBS})\b", re.IGNORECASE)
"""With a capital inside a sentence it is a name: "Mr Said reported"."""
BORDERS = re.compile(
    r"(?:;\s|,?\s(?:and|but|while|whereas)\s|\bthat\s|,\s(?:(?:during|at|in|after|under|following|for) )?(?:which|who|whom)\s|:\s|—)",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?:they|both|he|she|we|it|the two|each|all)", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[;]|[.!?]\s+(?=[^\W\d_a-z]|[\"“])|\s(?:and|but) (?:also )?(?:decided|agreed|pledged|undertook|promised|resolved|instructed|ruled out|refused|declined)\b|,\s(?:but|whereas|although)\s|,?\s(?:and|but|while|as)\s(?=(?:they|he|she|it|we|the (?:two|leaders?|parties|sides|delegations?|participants|president|vice president|minister|secretary)|both)\b)|,\sand (?:ended|noted|thanked|underscored|reaffirmed|discussed|welcomed|that)\b"
    r"|\s(?:and|but) (?:also )?(?:exchanged|discussed|expressed|noted|welcomed|stressed|emphasi[sz]ed|reviewed|reaffirmed|reiterated|underscored|underlined|affirmed|thanked|praised|commended|condemned|congratulated|signed|touched (?:on|upon)|called (?:for|on|upon))\b"
    r"|,\s(?:he|she|they|it|(?:the|a|his|her|its) [\w’'-]+(?: [\w’'-]+){0,3}|(?-i:[A-Z])[\w’'.-]*(?: (?-i:[A-Z])[\w’'.-]*){0,4}) (?:said|says|stated|added|noted|read|reads|reported|announced|told|explained|confirmed)\b"
    r"|,?\swhile (?:meeting|receiving|hosting|addressing|visiting|attending|speaking|talking|delivering|holding|opening|chairing)\b"
    r"|,\s(?:among (?:other things|others)|inter alia|and so on|etc)\b",
    re.IGNORECASE,
)
PLURAL = re.compile(
    r"\b(?:they|both|we|two|and|all|\w{3,}(?:s|men|women|people)|sides?|team|board|committee|council|group|parties)\b",
    re.IGNORECASE,
)
INSERTED = re.compile(r",\s(?:he|she|they|it|we)$")
"""What is left of words put in between: "Oslo, he added, will ..."."""
HOWEVER = re.compile(
    r",\s(?:however|though|therefore|moreover|meanwhile|in turn|(?:for|on) (?:its|his|her|their|our) (?:own )?(?:part|side))$"
)
"""A small word put in behind a subject: "the union, however, will ..."."""
OPENING = re.compile(
    r"(?:instead|rather|therefore|thus|hence|still|so|but|and|yet|finally|eventually|again|otherwise"
    r"|(?:after|following|upon|on) (?:(?!the\b)\w+ ){0,3}?(?:discussion|debate|deliberation|consideration|reflection|review|consultation)s?(?:\[\d+\])?(?= (?:the|all|both|we|they|it|members)\b)) ",
    re.IGNORECASE,
)
"""Before a subject without a comma: "Instead we agreed", "After some discussion the Board agreed"."""
_NAME = r"(?:he\b|she\b|they\b|(?:the|his|her|its|our|their)\s[a-z][\w'’-]*(?![\w'’-])|(?:[Tt]he\s)?[A-ZÀ-Þ][\w.'’-]*(?:\s(?:(?:of|for|de|da|del|la|van|von|al)\s(?:the\s)?)?[A-ZÀ-Þ][\w.'’-]*)*)"
NAMES = re.compile(rf"(?:\b[Bb]oth\s)?(?<![\w.'’-]){_NAME}(?:,\s{_NAME})*,?$")
"""Names in a row, before "and" and the last one."""
TELLS = "said|says|stated|states|announced|confirmed|reported|reports|added|noted|declared|indicated|explained|recalled|replied"
"""Verbs behind which a clause may stand without "that"."""
THAT = re.compile(r"\bthat\s")
NAMES_IN_A_ROW = re.compile(rf"(?:both\s)?{_NAME}(?:(?:,\s|,?\sand\s){_NAME})*")
JOINED = re.compile(r"\s(?:and|but)$")
SAYS = re.compile(rf"\b(?:that|how|{TELLS})$", re.IGNORECASE)
ADVERBS = re.compile(
    r"[\s,]*\b(?:also|then|first|never|further|furthermore|jointly|therefore|today|again|formally|unanimously|kindly|gladly|readily|willingly|reluctantly|both|all|each|have|has|himself|herself|itself|themselves)\b[\s,]*$",
    re.IGNORECASE,
)


def subject_before(sentence: str, verb: int) -> tuple[int, int] | None:
    """The words of the subject of the verb that begins at `verb`; None where they cannot be told."""
    end = len(HOWEVER.sub("", ADVERBS.sub("", sentence[:verb]).rstrip(" ,")))
    start = main_start(sentence)
    if end <= start:
        return None
    segment = sentence[start:end]
    if VERB.search(segment) is None:
        start += segment.rfind(": ") + 2 if ": " in segment else 0  # "Budget: we"
        return _alone(sentence, start, end)
    for border in reversed(list(BORDERS.finditer(sentence, start, verb))):
        candidate = sentence[border.end() : end].strip(" ,")
        if (
            candidate
            and VERB.search(candidate) is None
            and re.match(r"(?:the |both |all |each |these |those )|[A-Z]|they|he\b|she\b|we\b|it\b", candidate)
        ):
            start = _row_start(sentence, start, border) if "and" in border[0] else border.end()
            return start, end
        if candidate:
            break
    if sentence[:verb].rstrip().endswith((",", "and", "but")) or ADVERBS.search(sentence[:verb]):
        # "officials thanked the groups, committed to ...": one subject, several verbs
        return _subject_of_report(sentence, start, verb) or first_subject(sentence)
    return None


def _subject_of_report(sentence: str, start: int, verb: int) -> tuple[int, int] | None:
    """The subject of what somebody is said to say: "told reporters that Ann and Bo talked and agreed to stop"."""
    said = [that.end() for that in THAT.finditer(sentence, start, verb)]
    first = VERB.search(sentence, said[-1], verb) if said else None
    if first is None:
        return None
    begin, end = said[-1], len(sentence[: first.start()].rstrip(' ,"“'))
    return (begin, end) if NAMES_IN_A_ROW.fullmatch(sentence, begin, end) else None


def _row_start(sentence: str, begin: int, border: re.Match[str]) -> int:
    """Where a subject begins whose last name stands behind an "and": "said that Peru, Chile and Bolivia agreed"."""
    row = NAMES.search(sentence, begin, border.start())
    if row is None:
        return border.end()
    lead = sentence[begin : row.start()].rstrip()
    says = SAYS.search(lead) is not None
    return row.start() if not lead or says or lead.endswith((":", ";", "—")) else border.end()


def first_subject(sentence: str) -> tuple[int, int] | None:
    """The words before the sentence's first verb."""
    start = main_start(sentence)
    verb = VERB.search(sentence, start)
    if verb is None or verb.start() == start:
        return None
    end = len(HOWEVER.sub("", INSERTED.sub("", ADVERBS.sub("", sentence[: verb.start()]).rstrip(" ,"))))
    return _alone(sentence, start, end) if start < end else None


def _alone(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """The subject, without what a verb of no list tells of it: "They adopted the charter and" is "They"."""
    if JOINED.search(sentence, start, end):
        pronoun = PRONOUN.match(sentence, start, end)
        return pronoun.span() if pronoun and sentence[pronoun.end()] == " " else None
    return (start, end) if end - start <= 160 else None


def main_start(sentence: str) -> int:
    """Where a sentence begins behind what it opens with: "During the talks, ...", "Instead ..."."""
    lead = ADVERBIAL.match(sentence)
    stated = lead and lead.end() < len(sentence) and sentence[lead.end() - 1 : lead.end()] in ", " and "," in lead[0]
    start = lead.end() if lead and stated else 0
    opening = OPENING.match(sentence, start)
    return opening.end() if opening else start


def clause_end(sentence: str, start: int) -> int:
    """Where what was said at `start` ends: before a second statement, or at the end of the sentence."""
    border = CLAUSE_END.search(sentence, start)
    end = border.start() if border else len(sentence)
    return len(sentence[:end].rstrip(" .,;!"))


def is_pronoun(words: str) -> bool:
    """Whether a subject only points to another one."""
    return PRONOUN.fullmatch(words.strip()) is not None


def is_plural(words: str) -> bool:
    """Whether more than one party is meant."""
    return PLURAL.search(words) is not None
