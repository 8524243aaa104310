"""Who is meant by the subject of a sentence: a person by the full name, or the one whom a pronoun points to."""

import re
from itertools import takewhile
from typing import NamedTuple

from ....schemas import Quote
from ..layout.page import Page, Sentence, name_words
from ..naming.offices import has_role
from ..naming.tokens import tokenize
from ..people.roster import Roster
from ..sentences.clauses import first_subject, is_plural, is_pronoun
from ..sentences.encounters import REPORTS
from .binding import ALONE, SAID_THAT, is_party

ASIDE = re.compile(r",\s(?:for|in|on|who|which|speaking|visiting|also)\b.*$", re.DOTALL)
BOTH = re.compile(r"^[Bb]oth\s(?=(?:the\s)?[^\W\d_a-z].*\sand\s)")
"""Before two names, of neither of which it is part."""
LEAD_IN = re.compile(
    r"^(?:After|Before|During|Following|At|On|In) (?:the|this|that|his|her|their) [a-z]+ (?=[Tt]he |[A-Z])"
)
"""Before a subject that no comma parts from it: "After the meeting the Ambassador"."""
NOBODY_SAYS = re.compile(r"\b(?:it|there) (?:was|is|has been|had been)\b", re.IGNORECASE)
"""Before what is reported: "It was agreed that Norway will ..."."""
TELLS_TOO = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) [a-z]{2,}ed (?:up|with|on|for|about|the|an?|to|that)\b"
)
"""A subject with an act of its own before the one that binds: "Ann followed up with Bo, offered to help"."""
TWO_CLAUSES = re.compile(r"\s(?:but|because|although|while)\s")
"""In words before a verb that are no subject: "Ursula hopes for the coach but the convent"."""
ANY = re.compile(r"(?:an?|any|every|each|no|some) ", re.IGNORECASE)
"""Before somebody of a kind, whom no "he" or "she" in a later sentence means: "An officer who works a holiday"."""
TELLS_ANOTHER = re.compile(
    r"\W*(?:then |also )?(?:asked|told|instructed|directed|requested|urged) (?:the |[A-Z])[^.;]*? to [a-z]"
)
"""Behind a subject that gives somebody else something to do: "he" in the next sentence may be either."""
SPEECH = re.compile(rf"\b(?:{REPORTS}|replied|thanked|would)\b", re.IGNORECASE)
OWN_BODY = re.compile(r"(?:his|her|their|its) ", re.IGNORECASE)


class Party(NamedTuple):
    """Who is meant, and the quotes that show it where the sentence itself only points to them."""

    name: str | None
    quotes: tuple[Quote, ...] = ()


class Actors:
    """Follows the subjects of a text, sentence by sentence, with the people of the document at hand."""

    def __init__(self, page: Page, roster: Roster) -> None:
        self.page = page
        self.roster = roster
        self.people = roster.known_words()
        self._passed: list[Sentence] = []

    def pass_on(self, sentence: Sentence) -> None:
        """Leave a sentence; a pronoun in the next one may point to its subject."""
        self._passed.append(sentence)

    def _last(self, block: int, pronoun: str) -> tuple[Sentence, tuple[int, int]] | None:
        """The last subject that was no pronoun, with its sentence, which is of this block or a later one. "He" and "she" mean
        no body: of such they go back to the one before, past sentences that name nobody."""
        for sentence in takewhile(lambda one: one.block >= block, reversed(self._passed)):
            first = first_subject(sentence.text)
            if not first or is_pronoun(sentence.text[slice(*first)]):
                continue
            if pronoun not in ALONE or self._may_mean(pronoun, sentence.text[slice(*first)]):
                return None if TWO_CLAUSES.search(sentence.text, *first) else (sentence, first)
            if not self.people.isdisjoint(name_words(sentence.text)):
                return None
        return None

    def is_of_speech(self, sentence: Sentence) -> bool:
        """Whether the sentence before it, in its paragraph, reports what somebody said."""
        before = self._passed[-1] if self._passed else None
        return before is not None and before.block == sentence.block and SPEECH.search(before.text) is not None

    def means_speaker(self, who: str, sayer: str) -> bool:
        """Whether a pronoun stands for the one who speaks."""
        if who in ALONE:
            return True
        if who in ("they", "both"):
            return self._several(sayer)
        of_a_person = self.is_person(sayer) or self.roster.person_of(sayer) is not None
        return who == "it" and not of_a_person and self.is_party(sayer)

    def is_person(self, name: str) -> bool:
        """Whether these are words for a person: a name of the document, or an office."""
        return has_role(tokenize(name)) or any(one.name == name for one in self.roster.people)

    def is_party(self, subject: str) -> bool:
        return is_party(subject, self.people, self.page.proper)

    def who(self, sentence: Sentence, subject: str) -> Party:
        """The party by name; a pronoun is followed back to the subject of this sentence or one before, which is then quoted too."""
        if not is_pronoun(subject):
            return self._named(subject)
        here = (sentence, first_subject(sentence.text))
        for source, first in (here, self._last(sentence.block - 1, subject.strip().lower()) or (sentence, None)):
            if first is None:
                continue
            words_ = source.text[slice(*first)]
            if source is not sentence and subject.lower() in ALONE and TELLS_ANOTHER.match(source.text, first[1]):
                return Party(None)
            if is_pronoun(words_) or not self._may_mean(subject.strip().lower(), words_):
                continue
            party = self._named(words_)
            shown = self.page.quote(source.start + first[0], source.start + first[1])
            return Party(party.name, (shown, *party.quotes))
        return Party(None)

    def _may_mean(self, pronoun: str, words_: str) -> bool:
        """Whether a pronoun may point to these words; "we" is the meeting, which is nobody before it."""
        if pronoun in ALONE and ANY.match(words_):
            return False
        if pronoun in ALONE:
            return self.roster.person_of(words_) is not None or has_role(tokenize(words_))
        if pronoun in ("they", "both", "the two"):
            return self._several(words_)
        return pronoun == "it"

    def _several(self, words_: str) -> bool:
        """Whether more than one is meant; a person whose name ends in s is one."""
        return is_plural(words_) and self.roster.person_of(words_) is None

    def _named(self, subject: str) -> Party:
        """A person by the full name that the document gives, which is quoted where the subject is shorter."""
        subject = BOTH.sub("", LEAD_IN.sub("", ASIDE.sub("", subject.strip(' ,"“”'))))
        subject = told["name"] if (told := TELLS_TOO.match(subject)) is not None else subject
        person = self.roster.person_of(subject)
        if person is None:
            return Party(subject)
        return Party(person.name, () if person.name in subject else tuple(person.quotes[:1]))

    def body_of(self, sayer: Party, who: str) -> Party | None:
        """Whom "his Government" means of one who says so: the side or the body that the document gives for that person."""
        person = self.roster.person_of(sayer.name or "") if OWN_BODY.match(who) else None
        body = person and (person.delegation or person.organization)
        return Party(body, tuple(person.quotes[:1])) if person and body else None

    def sayer(self, sentence: Sentence, subject: tuple[int, int] | None) -> Party:
        """Who says so, where the subject stands in what another one reports: "The minister said that Libya will ..."."""
        said = first_subject(sentence.text) if subject else None
        if subject is None or said is None or said[1] >= subject[0]:
            return Party(None)
        if not SAID_THAT.search(sentence.text, said[1], subject[0]) or NOBODY_SAYS.search(
            sentence.text, said[0], subject[0]
        ):
            return Party(None)
        return self.who(sentence, sentence.text[slice(*said)])
