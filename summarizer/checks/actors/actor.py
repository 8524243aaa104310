"""Who acts, held against the clause that binds: the check of `actor`, as rules in their order."""

from ..fields import Report
from .bound import (
    acts_by_office,
    agent,
    bound_is_another,
    joined_to_another,
    not_in_the_line,
    only_behind,
    only_reports,
    only_says_so,
    own_body,
    subject,
    without_a_subject,
)
from .case import Case, Rule, Ruling, enter, whether_told_of, without_a_clause
from .doers import addressed, asks_another, sent_to, served, whose_intention
from .elsewhere import bound_elsewhere, office_elsewhere, told_of_another
from .exchanged_people import of_the_other
from .known_names import pronoun_or_unknown
from .namesakes import body_of_that_kind, of_a_namesake, of_a_titled_namesake
from .of_several import either_of, has_it_done, only_receives, only_told, open_to_all, set_against, told_beside
from .quoted import only_read_out, read_out, spoken
from .speaking import (
    asks_who_answers,
    given_to_another,
    meant_by_the_speaker,
    offer_declined,
    only_advises,
    says_yes,
    taken_on_by_another,
)
from .spoken_of import (
    meant_by_who,
    not_who_speaks,
    of_other_sex,
    others_than_who_speaks,
    subject_is_a_pronoun,
    the_two,
    they_are_several,
)
from .subjects import other_doer


def held(case: Case) -> Ruling:
    """Where no rule tells more: whether the quoted lines hold the name."""
    return whether_told_of(case)


_RULES: tuple[Rule, ...] = (
    # who only says or asks it, and names that settle themselves
    only_reports,
    asks_another,
    asks_who_answers,
    offer_declined,
    given_to_another,
    pronoun_or_unknown,
    # words in quotation marks
    read_out,
    only_read_out,
    spoken,
    # the words speak of another
    of_a_namesake,
    of_a_titled_namesake,
    whose_intention,
    bound_is_another,
    meant_by_who,
    served,
    set_against,
    open_to_all,
    told_beside,
    of_the_other,
    only_receives,
    has_it_done,
    either_of,
    agent,
    addressed,
    told_of_another,
    sent_to,
    acts_by_office,
    taken_on_by_another,
    own_body,
    # no clause is read
    other_doer,
    body_of_that_kind,
    without_a_clause(held),
    # who speaks
    says_yes,
    meant_by_the_speaker,
    only_advises,
    # the subject, where it is a name or a pronoun
    the_two,
    they_are_several,
    subject,
    of_other_sex,
    not_who_speaks,
    only_told,
    others_than_who_speaks,
    subject_is_a_pronoun,
    # other lines, and what the subject may stand for
    bound_elsewhere,
    office_elsewhere,
    # the subject is another
    only_says_so,
    joined_to_another,
    without_a_subject,
    only_behind,
    not_in_the_line,
)
"""The first that finds something settles the name. What is plain of the words comes before what is only likely."""


def check_actor(case: Case, report: Report) -> None:
    """Hold one name that a claim gives as the actor against the words that bear the claim."""
    found = (ruling for rule in _RULES if (ruling := rule(case)) is not None)
    enter(next(found, None) or held(case), case.text, "actor", report)
