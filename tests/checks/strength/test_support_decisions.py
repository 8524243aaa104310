"""Decisions and subjects: the sentence that decides, the one that names the matter, and what a subject loses without falling."""

import pytest
from making import checked, document, item

from summarizer.documents import Document
from summarizer.items import Item
from summarizer.schemas import DraftAgendaItem, DraftDecision, Outcome, RejectionReason, Strength, Verdict
from summarizer.support import check


def decided(text: str, *lines: str, language: str = "en") -> Item:
    source = document(*lines, language=language)
    return checked("decisions", DraftDecision(text=text), source, *lines)


@pytest.mark.parametrize(
    "verdict",
    [
        "Carried by voice vote.",
        "Carried 5-0.",
        "Motion passed unanimously.",
        "The motion was carried.",
        "So ordered.",
        "Then it's so resolved.",
        "The resolution as amended was adopted, with two abstaining.",
        "Vote: 4 ayes, 1 nay.",
        "All were in favour.",
        "There were no objections.",
    ],
)
def test_the_sentence_that_decides_counts_for_the_matter_beside_it(verdict: str) -> None:
    made = decided("buy the second tram", "Roth proposed, seconded by Ade, to buy the second tram.", verdict)
    assert made.refused is None


@pytest.mark.parametrize(
    ("verdict", "reason"),
    [
        ("Motion failed 1-4.", RejectionReason.CONTRADICTED),
        ("The motion was lost.", RejectionReason.CONTRADICTED),
        ("The motion did not pass.", RejectionReason.CONTRADICTED),
        ("The proposal was not accepted.", RejectionReason.CONTRADICTED),
        ("For: 1. Against: 4.", RejectionReason.CONTRADICTED),
        ("Carried?", RejectionReason.TOO_WEAK),
        ("2 for, 2 against.", RejectionReason.TOO_WEAK),
        ("All in favour?", RejectionReason.TOO_WEAK),
        ("Not all were in favour.", RejectionReason.TOO_WEAK),
        ("The mayor thanked them both.", RejectionReason.TOO_WEAK),
        ("Passed papers lay on the table.", RejectionReason.TOO_WEAK),
        ("The motion was passed on to the works committee for advice.", RejectionReason.TOO_WEAK),
    ],
)
def test_a_motion_that_failed_or_was_not_put_is_no_decision(verdict: str, reason: RejectionReason) -> None:
    made = decided("buy the second tram", "Roth proposed, seconded by Ade, to buy the second tram.", verdict)
    assert made.refused is reason


def test_that_a_motion_failed_may_be_told_as_a_decision() -> None:
    made = decided("not to buy the second tram", "Motion by Ade to buy the second tram.", "Motion failed 1-4.")
    assert made.refused is None


@pytest.mark.parametrize(
    ("language", "text", "line"),
    [
        ("fr", "le conseil attribue la ligne à Velo et autorise la vente", "Après en avoir délibéré, le conseil attribue la ligne à Velo et autorise la vente."),
        ("fr", "le conseil approuve le bail", "Vu le rapport de M. Roy, après en avoir délibéré, le conseil approuve le bail."),
        ("it", "il comitato approva l'acquisto del tram", "Dopo ampia discussione, il comitato approva l'acquisto del tram."),
        ("es", "el pleno aprueba la compra del tranvía", "Tras deliberar, el pleno aprueba la compra del tranvía."),
        ("de", "Der Vorstand beschließt den Kauf der Bahn", "Nach eingehender Beratung beschließt der Vorstand den Kauf der Bahn."),
        ("de", "Umbau am 18.01.2025", "Umbau am 18.01.2025, von beiden Häusern so festgelegt."),
        ("en", "the committee resolved to close the pool", "Having considered the report, the committee resolved to close the pool."),
        ("en", "no strike before Monday", "Haddad agreed, no strike before Monday."),
        ("en", "no warning strike before Monday", "Haddad agreed, no strike before Monday after the warning of April."),
        ("en", "the letter is received as evidence", "There being no objection, the letter is received as evidence, without the name and address."),
        ("en", "the depot item was continued to May", "By consensus the depot item was continued to May."),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_decision_does_not_weaken_it(language: str, text: str, line: str) -> None:
    assert decided(text, line, language=language).refused is None


@pytest.mark.parametrize(
    ("language", "text", "line"),
    [
        ("fr", "le conseil attribue la ligne à Velo", "Après en avoir délibéré, le conseil examine la vente de la ligne à Velo."),
        ("fr", "le conseil approuve le bail", "Vu le bail approuvé en 2016, le conseil prend acte du rapport."),
        ("it", "il comitato approva l'acquisto del tram", "Dopo ampia discussione, il comitato rinvia l'esame dell'acquisto del tram."),
        ("de", "Umbau wie 2019 festgelegt", "Der Umbau läuft, wie 2019 von beiden Häusern festgelegt."),
        ("en", "the letter is received as evidence", "Roth asked whether the letter is received as evidence."),
        ("en", "a strike before Monday", "Haddad agreed to no strike before Monday and to no ban."),
    ],
)  # fmt: skip
def test_a_matter_that_was_only_talked_of_is_not_decided(language: str, text: str, line: str) -> None:
    assert decided(text, line, language=language).refused is not None


@pytest.mark.parametrize(
    ("language", "verdict", "stands"),
    [
        ("fr", "Adopté à l'unanimité.", True),
        ("fr", "La motion est rejetée par 4 voix contre 2.", False),
        ("it", "Approvato all'unanimità.", True),
        ("it", "La proposta è respinta.", False),
        ("es", "Se aprueba por unanimidad.", True),
        ("es", "La moción es rechazada.", False),
        ("de", "Einstimmig angenommen.", True),
        ("de", "Der Antrag wird mit 3 zu 5 Stimmen abgelehnt.", False),
        ("de", "Abstimmung: 2 ja, 5 nein.", False),
        ("de", "Dem Antrag wurde nicht zugestimmt.", False),
    ],
)
def test_the_verdict_counts_in_other_languages_too(language: str, verdict: str, stands: bool) -> None:
    matter = {"fr": "Achat du tramway", "it": "Acquisto del tram", "es": "Compra del tranvía", "de": "Kauf der Bahn"}
    made = decided(matter[language], f"{matter[language]}.", verdict, language=language)
    assert (made.refused is None) is stands


# Subjects

TALK = (
    "Shall we move the round to Fridays?",
    "Every month on Monday is fine.",
    "Asked for sixty days to pay.",
    "Said no, thirty, as always.",
    "We could paint the depot.",
    "The tender brought in three offers.",
    "Could the line run until midnight?",
    "We can give no promise about the night line.",
    "The workshop is full.",
)


def subject(topic: str, *quotes: str, source: Document | None = None, **values: str) -> Item:
    source = source or document(*TALK)
    claim = DraftAgendaItem(topic=topic, **({"outcome": "discussed", "strength": "discussed"} | values))  # type: ignore[arg-type]
    return checked("agenda_items", claim, source, *quotes)


def test_a_subject_that_was_turned_down_stands_by_the_answer() -> None:
    made = subject(
        "days to pay", TALK[2], "We won't do that.", source=document(*TALK, "We won't do that."), strength="denied"
    )
    assert made.refused is None
    assert made.values["strength"] == "denied"


def test_a_subject_called_refused_that_was_not_loses_the_strength_alone() -> None:
    made = subject("paint the depot", TALK[4], strength="denied")
    assert made.refused is None
    assert [(one.field, one.after) for one in made.changes] == [("strength", "discussed")]


def test_a_heading_in_other_words_stands_over_a_summary_that_is_borne() -> None:
    source = document(*TALK, "", "The known cost of rolling stock is a matter for May.")
    summary, topic = "The tender brought in three offers.", "known cost of rolling stock"
    assert subject(topic, TALK[5], source=source, summary=summary).refused is None
    assert subject(topic, TALK[5], source=source).refused is RejectionReason.UNSUPPORTED
    assert subject(topic, TALK[0], source=source, summary=summary).refused is RejectionReason.UNSUPPORTED
    assert subject("harbour cranes and pilots", TALK[5], summary=summary).refused is RejectionReason.UNSUPPORTED


def test_a_summary_that_denies_what_one_line_asks_and_another_denies_stays() -> None:
    made = subject(
        "night line",
        TALK[6],
        TALK[7],
        summary="It was asked for. No promise could be given that the line runs until midnight.",
    )
    assert made.values["summary"] is not None


def test_a_summary_that_denies_what_the_lines_affirm_goes() -> None:
    made = subject("tender", TALK[5], TALK[8], summary="The tender was opened. It has not brought in three offers.")
    assert made.refused is None
    assert made.values["summary"] is None


def test_a_number_ends_with_its_sentence() -> None:
    line = "I can't sell it at three eighty, so three hundred and forty stays."
    made = subject(
        "price",
        line,
        source=document(line),
        summary="Nobody can sell it at three eighty. Three hundred and forty stays.",
    )
    assert made.values["summary"] is not None


@pytest.mark.parametrize(
    ("language", "line", "text", "condition"),
    [
        ("en", "RESOLVED: to repair the roof, subject to a survey.", "repair the roof", "subject to a survey"),
        ("fr", "Le conseil approuve l'achat d'un camion, sous réserve d'un accord.", "Achat d'un camion", "accord"),
        ("de", "Der Vorstand beschließt, die Halle zu mieten, sofern die Stadt zustimmt.", "Die Halle mieten", "Stadt"),
    ],
)
def test_a_decision_told_without_its_condition_is_borne_only_partly(
    language: str, line: str, text: str, condition: str
) -> None:
    made = decided(text, line, language=language)
    assert made.refused is None
    assert made.support is not None
    assert made.support.checks["condition"] == "absent"
    assert condition in made.support.explanation
    whole = decided(line.split(":")[-1], line, language=language)
    assert whole.support is not None
    assert "condition" not in whole.support.checks


def test_a_general_heading_does_not_cost_a_summary_that_the_words_bear() -> None:
    line = "Revenue rose by 8 per cent, while costs fell by 2 per cent."
    source = document(line)
    for topic, stands in (("Results", True), ("Nuclear fusion in Belgium", False)):
        made = checked(
            "agenda_items", DraftAgendaItem(topic=topic, summary=line, outcome=Outcome.DISCUSSED), source, line
        )
        assert (made.refused is None) is stands


def test_a_resolution_that_nobody_shall_is_a_decision_and_no_mere_mention() -> None:
    line = "RESOLVED FURTHER, that no fee shall be charged for the hall."
    assert decided("no fee shall be charged for the hall", line).refused is None
    assert decided("A fee shall be charged for the hall", line).refused is not None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The pilot was funded", "The pilot was not funded."),
        ("Fund the pilot", "The pilot was not funded."),
        ("The old hall was closed", "The old hall was not closed."),
    ],
)
def test_a_short_decision_that_affirms_what_the_words_negate_is_refused(text: str, line: str) -> None:
    assert decided(text, line).refused is RejectionReason.CONTRADICTED
    assert decided(text, line.replace(" not", "")).refused is not RejectionReason.CONTRADICTED


def test_a_question_that_is_resolved_with_no_is_refused() -> None:
    question = "Should we support all branches the same way?"
    assert decided("Support all branches the same way", question, "RESOLVED: No.").refused is not None
    assert decided("Not to support all branches the same way", question, "RESOLVED: No.").refused is None
    assert decided("Support all branches the same way", question, "RESOLVED: Yes.").refused is None


def test_a_subject_may_be_called_by_the_heading_over_its_words_or_by_a_name_in_them() -> None:
    source = document(
        "# Audit of EC curves",
        "The audit was discussed and needs a second reader.",
        "The focus must be on AF and its twelve empty posts.",
    )

    def subject(topic: str, quote: str, summary: str | None = None) -> Item:
        claim = DraftAgendaItem(topic=topic, summary=summary, outcome=Outcome.DISCUSSED)
        return checked("agenda_items", claim, source, quote)

    audit = "The audit was discussed and needs a second reader."
    told = [subject(topic, audit).support for topic in ("Audit of EC", "Second reader for EC", "Audit of Lyon")]
    assert [one and one.verdict for one in told] == ["supported", "partly", "partly"]
    focus = "The focus must be on AF and its twelve empty posts."
    assert subject("Staffing of AF", focus, focus).refused is None
    assert subject("Staffing of Lyon", focus, focus).refused is not None


def test_a_heading_that_is_only_called_notes_says_nothing_of_the_lines_below() -> None:
    source = document("# Notes", "Ready to paint the hall.")
    made = checked("decisions", DraftDecision(text="paint the hall"), source, "Ready to paint the hall.")
    assert made.support is not None
    assert "notes" not in made.support.explanation.lower()


@pytest.mark.parametrize(
    ("topic", "summary", "line", "stands"),
    [
        (
            "Too late",
            "Ada personally agrees but thinks it too late.",
            "I personally agree with this, but it is too late.",
            True,
        ),
        ("Who could pay", "Ada agrees to pay.", "I personally agree with what was said of who could pay.", False),
        ("Too late", "The board agreed on this.", "I personally agree with this, but it is too late.", False),
        (
            "List of decisions",
            "Ada asked for a list of the decisions. Ben said yes.",
            "Yes, let's make a list of the decisions.",
            True,
        ),
    ],
)
def test_what_one_says_may_be_told_as_what_one_says(topic: str, summary: str, line: str, stands: bool) -> None:
    made = subject(topic, line, source=document(line), summary=summary)
    assert made.refused is None
    assert (made.values["summary"] is not None) is stands


def test_an_ordinary_word_of_a_title_is_no_name() -> None:
    source = document("The general spoke of the next move.", "The situation is grave.")
    spoke = "The general spoke of the next move."
    made = subject("General Situation", spoke, source=source, summary=spoke)
    assert made.support is not None
    assert "names" not in made.support.checks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("permission be granted", "**RESOLVED** (4 for, 1 against, 1 abstention) that permission be GRANTED."),
        ("sell the hall", "We voted, 5 for and 2 against (Orr was away), to sell the hall to the club in spring."),
        ("Mrs Pike was re-elected for a year", "Mrs Pike was re-elected for a year."),
        ("the bridge is closed to all traffic", "The warden ordered the bridge closed to all traffic."),
        (
            "the council went into closed session",
            "On a motion by Ade, carried 5-0, the council went into closed session.",
        ),
        ("the item is continued to May", "By consensus the item was continued to the meeting in May."),
        ("move the fair to the first of May", "We've moved the fair to the first of May, and that's the date."),
    ],
)
def test_a_sentence_may_tell_of_a_decision_in_many_words(text: str, line: str) -> None:
    made = decided(text, line)
    assert made.refused is None
    assert made.support is not None
    assert made.support.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    "line",
    [
        "The tests were slow last week.",
        "The budget of the club is 40 euros.",
        "He was ordered from the hall by Orr.",
        "She ordered a lunch for the guests.",
        "Two men carried, by hand, the box to the shed.",
    ],
)
def test_a_statement_that_is_called_a_decision_is_doubted(line: str) -> None:
    made = decided(line, line)
    assert made.support is not None
    assert made.support.verdict is Verdict.PARTLY
    assert made.support.checks["strength"] == "absent"


def test_a_vote_that_was_lost_decides_against_it() -> None:
    lost = "We voted, 2 for and 5 against (Orr was away), to sell the hall to the club in spring."
    assert decided("sell the hall", lost).refused is RejectionReason.CONTRADICTED


@pytest.mark.parametrize(("line", "strength"), [("The fair was moved by order of Orr: that's final.", "agreed"), ("The fair was wet.", "proposed")])  # fmt: skip
def test_a_subject_is_as_firm_as_a_decision_on_it_whose_words_decide(line: str, strength: str) -> None:
    source = document("Should the fair be moved?", line)
    made = item("agenda_items", DraftAgendaItem(topic="the fair", outcome=Outcome.DECIDED, strength=Strength.AGREED), source, source.line_text(1))  # fmt: skip
    made.children["decisions"] = [item("decisions", DraftDecision(text=line), source, line)]
    check([made], source)
    assert made.values["strength"] == strength


@pytest.mark.parametrize(
    ("topic", "reason"), [("Accounts 2023/24", None), ("Accounts 2022/23", RejectionReason.UNSUPPORTED)]
)
def test_a_subject_may_be_called_as_the_agenda_calls_it_with_a_year_that_the_quoted_words_lack(
    topic: str, reason: RejectionReason | None
) -> None:
    talk = [
        f"Mr Orr spoke of the hall, and then of the roof, for the {number} time."
        for number in ("fifth", "sixth", "seventh", "eighth")
    ]
    source = document("1. Accounts 2023/24", *talk, "The treasurer explained the accounts.")
    made = checked(
        "agenda_items",
        DraftAgendaItem(topic=topic, outcome=Outcome.DISCUSSED, strength=Strength.MENTIONED),
        source,
        source.line_text(6),
    )
    assert made.refused is reason


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("start with three templates", "RESOLVED We can start with three templates"),
        ("close issue 841, will not change the date", "Resolution #2: Close issue 841, will not change the date"),
        ("add a note on the lift", "Resolution #5: Close issue 15, add a note on the lift"),
    ],
)
def test_a_label_says_that_a_line_was_decided_whatever_its_words_bear(text: str, line: str) -> None:
    assert decided(text, line).refused is None
    source = document(line)
    values = {"outcome": Outcome.DECIDED, "strength": Strength.AGREED}
    made = checked("agenda_items", DraftAgendaItem(topic=text, **values), source, line)
    assert (made.refused, made.values["strength"]) == (None, Strength.AGREED)


@pytest.mark.parametrize(
    "line",
    [
        "It was proposed by Cllr Dunn, seconded by Cllr Frost, and RESOLVED that the payments be approved.",
        "Proposed by A. Dunn, seconded by the Chair and agreed to approve the payments.",
        "It was moved, seconded and unanimously resolved to approve the payments.",
        "A motion to approve the payments was proposed by Lee, seconded by Ray and passed.",
    ],
)
def test_who_proposed_it_does_not_weaken_what_was_resolved(line: str) -> None:
    assert decided(line.rstrip("."), line).refused is None
    assert decided("The payments are approved", line).refused is None


@pytest.mark.parametrize(
    "line",
    [
        "It was proposed by Cllr Dunn, seconded by Cllr Frost, to buy a mower.",
        "It was proposed by Ann Dunn to buy a mower and agreed to paint the hall.",
        "A motion to buy a mower was proposed by Lee, seconded by Ray and defeated.",
    ],
)
def test_what_was_proposed_and_seconded_is_not_yet_decided(line: str) -> None:
    assert decided("Buy a mower", line).refused is not None


@pytest.mark.parametrize(
    ("line", "text", "language"),
    [
        ("The board discussed the budget and approved it.", "The board approved the budget", "en"),
        (
            "The budget was proposed by Ann and, after a debate, approved by all.",
            "The budget was approved by all",
            "en",
        ),
        ("The treasurer's report was read and accepted.", "The treasurer's report was accepted", "en"),
        ("Le conseil a examiné le budget et l'a approuvé.", "Le conseil a approuvé le budget", "fr"),
        ("La junta debatió el presupuesto y lo aprobó.", "La junta aprobó el presupuesto", "es"),
        ("Il consiglio ha discusso il bilancio e lo ha approvato.", "Il consiglio ha approvato il bilancio", "it"),
        (
            "Der Beisitzer wird vorgeschlagen und bei der Abstimmung mit zwei Stimmen und einer Enthaltung angenommen.",
            "Der Beisitzer wird mit zwei Stimmen und einer Enthaltung angenommen",
            "de",
        ),
    ],
)
def test_a_second_act_on_the_same_thing_decides_it(line: str, text: str, language: str) -> None:
    assert decided(text, line, language=language).refused is None


@pytest.mark.parametrize(
    ("line", "text", "language"),
    [
        ("The board discussed the budget and approved the minutes.", "The board approved the budget", "en"),
        ("The board considered the plan and the county approved it.", "The board approved the plan", "en"),
        ("The board considered the plan and rejected it.", "The board adopted the plan", "en"),
        ("La junta debatió el presupuesto y aprobó el acta.", "La junta aprobó el presupuesto", "es"),
        ("Der Antrag wird vorgestellt und nach einer Aussprache abgelehnt.", "Der Antrag wird angenommen", "de"),
    ],
)
def test_a_second_act_on_another_thing_or_by_another_decides_nothing(line: str, text: str, language: str) -> None:
    assert decided(text, line, language=language).refused is not None


@pytest.mark.parametrize(
    ("lead", "line", "language"),
    [
        ("The board, after a debate, resolved as follows:", "- each candidate will have five minutes;", "en"),
        ("Il direttivo, dopo ampio confronto, così dispone:", "- ciascun candidato avrà cinque minuti;", "it"),
    ],
)
def test_what_stands_below_a_line_that_decides_is_decided(lead: str, line: str, language: str) -> None:
    source = document(lead, "", "- The roof is mended.", line, language=language)
    text = line[2:].rstrip(";")
    assert checked("decisions", DraftDecision(text=text), source, text).refused is None


@pytest.mark.parametrize(
    "line",
    [
        "Orr moved to sell the hall. Ayes: Orr, Hale, Finn. Nays: none.",
        "Orr moved to sell the hall. Yes: 3. No: Hale.",
        "On motion of Orr, seconded by Hale, the hall was to be sold in spring.",
        "Consensus of the board was to sell the hall.",
        "The plan to sell the hall was read for the second time and passed 3-0.",
        "The board was unanimous that the hall should be sold.",
        "Members backed the sale of the hall by 12 votes to 3.",
        "Orr's proposal to sell the hall found a majority.",
    ],
)
def test_a_vote_by_name_and_a_consensus_decide(line: str) -> None:
    made = decided("sell the hall", line)
    assert made.refused is None
    assert made.support is not None
    assert made.support.checks["strength"] == "agrees"


@pytest.mark.parametrize(
    "line",
    [
        "Orr moved to sell the hall. Ayes: Orr. Nays: Hale, Finn.",
        "The motion to sell the hall failed by 3 votes to 12.",
        "The sale of the hall was defeated by 12 votes to 3.",
        "The board was unanimous in opposing the sale of the hall.",
        "Members voted by 12 votes to 3 against the sale of the hall.",
    ],
)
def test_a_vote_that_went_against_it_by_name_or_in_figures_decides_against_it(line: str) -> None:
    assert decided("sell the hall", line).refused is not None


@pytest.mark.parametrize(
    ("line", "recommended", "done", "language"),
    [
        (
            "The Committee resolved, by 3 votes to 1, to recommend to Full Council that the hall be sold.",
            "Full Council is to be recommended to sell the hall.",
            "The hall is sold.",
            "en",
        ),
        (
            "The Panel recommends that Full Council sell the hall.",
            "It is recommended that Full Council sell the hall.",
            "Full Council sells the hall.",
            "en",
        ),
        (
            "Der Ausschuss empfiehlt dem Stadtrat den Ankauf der Sammlung.",
            "Dem Stadtrat wird empfohlen, die Sammlung anzukaufen.",
            "Der Ankauf der Sammlung wurde beschlossen.",
            "de",
        ),
    ],
)
def test_what_a_body_decides_may_be_to_recommend(line: str, recommended: str, done: str, language: str) -> None:
    assert decided(recommended, line, language=language).refused is None
    assert decided(done, line, language=language).refused is not None


def test_what_one_member_recommends_is_no_decision() -> None:
    line = "Ms Hale recommends that the hall be sold."
    assert decided("It is recommended that the hall be sold.", line).refused is RejectionReason.TOO_WEAK
