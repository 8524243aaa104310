"""Who acts, where somebody speaks for a party: "I" is the one who speaks, "we" the party."""

import pytest
from making import document, item

from summarizer import load
from summarizer.items import Item
from summarizer.schemas import DraftCommitment, DraftDecision, DraftFollowUp, RejectionReason, Strength
from summarizer.support import check

HEARING = document(
    "Hearing of the Transport Committee, with Ada Brandt of the Ferry Authority.",
    ("CHAIR", "Will you let us have the survey, and the annex?"),
    ("Ms BRANDT", "I can send the committee the survey by Friday."),
    ("CHAIR", "And the annex?"),
    ("Ms BRANDT", "No. That's not ours to give, Chair, and I won't be sending it, in confidence or otherwise."),
    ("Ms BRANDT", "We'll repair the north pier."),
    ("Ms BRANDT", "I undertake that the pier will be lit."),
    ("Ms BRANDT", "I will see to it that the Ferry Authority pays the divers."),
    ("Ms BRANDT", "I'll ask the harbour master to move the buoys."),
    ("Ms BRANDT", "He told me that I will answer for the delay."),
)


def checked(
    action: str, *quotes: str, by: str = "Ferry Authority", said_by: str | None = "Ada Brandt", **values
) -> Item:
    claim = DraftCommitment(**({"action": action, "by": by, "said_by": said_by, "strength": Strength.INTENDS} | values))
    made = item("commitments", claim, HEARING, *quotes)
    check([made], HEARING)
    return made


@pytest.mark.parametrize(
    ("action", "quotes", "strength"),
    [
        ("send the committee the survey", ["I can send the committee the survey by Friday"], Strength.INTENDS),
        (
            "sending the annex, in confidence or otherwise",
            [
                "I won't be sending it, in confidence or otherwise",
                "And the annex?",
                "I can send the committee the survey",
            ],
            Strength.DENIED,
        ),
    ],
)
def test_who_says_that_they_will_is_who_acts(action: str, quotes: list[str], strength: Strength) -> None:
    made = checked(action, *quotes, strength=strength)
    assert made.refused is None
    assert (made.values["by"], made.values["said_by"]) == ("Ada Brandt", None)
    assert [(one.field, one.before) for one in made.changes] == [("by", "Ferry Authority"), ("said_by", "Ada Brandt")]
    assert made.support is not None
    assert made.support.checks["actor"] == "agrees"


@pytest.mark.parametrize(
    ("action", "quote"),
    [
        ("repair the north pier", "We'll repair the north pier"),
        ("light the pier", "I undertake that the pier will be lit"),
        ("pay the divers", "I will see to it that the Ferry Authority pays the divers"),
        ("move the buoys", "I'll ask the harbour master to move the buoys"),
        ("answer for the delay", "He told me that I will answer for the delay"),
    ],
)
def test_a_party_of_which_the_words_may_tell_stays(action: str, quote: str) -> None:
    made = checked(action, quote)
    assert (made.values["by"], made.values["said_by"]) == ("Ferry Authority", "Ada Brandt")


def test_nobody_is_put_in_who_is_not_said_to_speak() -> None:
    for said_by in (None, "the Chair"):
        made = checked("send the committee the survey", "I can send the committee the survey", said_by=said_by)
        assert made.values["by"] == "Ferry Authority"


READOUT = document(
    "Malta agreed to pay 40 million euros, and Cyprus undertook to build the harbour by May.",
    "It was agreed that Mr Hale would renegotiate the lease with the landlord.",
    "Ms Cruz told Mr Hale that she would not approve the overtime.",
    "Moira asked Petra to count the costumes.",
    "The board noted that the Hillside clinic has decided to close its night ward.",
    ("Joost", "Sarah told me she'd update the docs."),
    ("Renata", "Olu, please send Greg the floor plan."),
    ("Joost", "She'll have it from me at lunch."),
)


def bound(action: str, by: str, quote: str, strength: Strength = Strength.AGREED) -> Item:
    made = item("commitments", DraftCommitment(action=action, by=by, strength=strength), READOUT, quote)
    check([made], READOUT)
    return made


def owned(action: str, owner: str, quote: str) -> Item:
    made = item("follow_ups", DraftFollowUp(action=action, owner=owner, strength=Strength.INTENDS), READOUT, quote)
    check([made], READOUT)
    return made


def found(made: Item) -> str:
    assert made.support is not None
    return made.support.checks["actor"]


def test_the_second_of_two_clauses_binds_its_own_subject() -> None:
    line = "Malta agreed to pay 40 million euros, and Cyprus undertook to build the harbour by May."
    assert found(bound("build the harbour", "Cyprus", line, Strength.UNDERTOOK)) == "agrees"
    assert found(bound("pay 40 million euros", "Malta", line)) == "agrees"
    other = bound("build the harbour", "Malta", line, Strength.UNDERTOOK)
    assert other.support is not None
    assert other.support.explanation == 'The words bind "Cyprus", not "Malta".'


def test_it_was_agreed_that_somebody_would_binds_them_alone() -> None:
    line = "It was agreed that Mr Hale would renegotiate the lease with the landlord."
    assert found(bound("renegotiate the lease", "Mr Hale", line)) == "agrees"
    assert bound("renegotiate the lease", "the landlord", line).refused is RejectionReason.CONTRADICTED


def test_a_pronoun_stands_for_nobody_of_the_other_sex() -> None:
    line = "Ms Cruz told Mr Hale that she would not approve the overtime."
    assert bound("approve the overtime", "Cruz", line, Strength.DENIED).refused is None
    assert bound("approve the overtime", "Hale", line, Strength.DENIED).refused is RejectionReason.CONTRADICTED


def test_she_is_not_the_one_who_speaks() -> None:
    line = "Sarah told me she'd update the docs."
    assert owned("update the docs", "Joost", line).values["owner"] is None
    assert owned("update the docs", "Sarah", line).values["owner"] == "Sarah"
    assert owned("have it from Joost at lunch", "Joost", "She'll have it from me at lunch.").values["owner"] == "Joost"


def test_who_is_asked_is_to_act() -> None:
    assert found(owned("count the costumes", "Petra", "Moira asked Petra to count the costumes.")) == "agrees"
    line = "Olu, please send Greg the floor plan."
    assert found(owned("send Greg the floor plan", "Olu", line)) == "agrees"
    assert owned("send the floor plan", "Greg", line).values["owner"] is None


def test_who_only_notes_what_others_do_has_not_decided_it() -> None:
    line = "The board noted that the Hillside clinic has decided to close its night ward."
    made = item("decisions", DraftDecision(text="The board decided to close its night ward"), READOUT, line)
    check([made], READOUT)
    assert found(made) == "absent"


PROCES = document(
    "M. Morel transmettra le budget à Mme Petit avant le 30 juin.",
    "La préfecture va envoyer un expert à la commune.",
    "Les échanges se poursuivront au niveau des experts.",
    "Le maire demandera à Mme Petit de préparer le plan.",
    language="fr",
)


@pytest.mark.parametrize(
    ("action", "owner", "finding"),
    [
        ("transmettre le budget", "Morel", "agrees"),
        ("transmettre le budget", "Petit", "disagrees"),
        ("envoyer un expert", "la commune", "disagrees"),
        ("envoyer un expert", "la préfecture", "agrees"),
        ("poursuivre les échanges", "experts", "agrees"),
        ("préparer le plan", "Petit", "agrees"),
    ],
)
def test_in_other_languages_who_is_given_something_does_not_give_it(action: str, owner: str, finding: str) -> None:
    line = next(one for one in PROCES.text.splitlines() if action.split()[-1] in one)
    made = item("follow_ups", DraftFollowUp(action=action, owner=owner, strength=Strength.INTENDS), PROCES, line)
    check([made], PROCES)
    assert found(made) == finding


def test_a_surname_that_looks_like_a_verb_reports_nothing() -> None:
    line = "Governor Said agreed to provide the land."
    source = document("The Governor, Edward Said, met Ambassador Ellen Strand.", line)
    claim = DraftCommitment(action="provide the land", by="Edward Said", strength=Strength.AGREED)
    made = item("commitments", claim, source, line)
    check([made], source)
    assert (made.values["by"], made.values["said_by"]) == ("Edward Said", None)
    assert found(made) == "agrees"


PORT = document(
    "The Deputy Foreign Minister, Aram Petros, met the Mayor of Kars, Yusuf Demir, and Judge Ann Lee.",
    "The Deputy Minister promised to send the list.",
    "The Mayor said that the city would repair the quay.",
    "The judge will write to both, and so will a judge of the high court, Bo Ray.",
)


@pytest.mark.parametrize(
    ("owner", "kept"), [("Aram Petros", "Aram Petros"), ("Yusuf Demir", None), ("the Deputy Minister", "the Deputy Minister")]
)  # fmt: skip
def test_an_office_is_whoever_the_document_gives_it_to(owner: str, kept: str | None) -> None:
    line = PORT.line_text(2)
    claim = DraftFollowUp(action="send the list", owner=owner, owner_basis="assigned", strength=Strength.INTENDS)
    made = item("follow_ups", claim, PORT, line)
    check([made], PORT)
    assert made.values["owner"] == kept


@pytest.mark.parametrize(("said_by", "finding"), [("Yusuf Demir", "agrees"), ("Aram Petros", "absent")])
def test_who_speaks_may_be_named_by_the_office(said_by: str, finding: str) -> None:
    claim = DraftCommitment(action="repair the quay", by="the city", strength=Strength.INTENDS, said_by=said_by)
    made = item("commitments", claim, PORT, PORT.line_text(3))
    check([made], PORT)
    assert made.support is not None
    assert made.support.checks["speaker"] == finding


@pytest.mark.parametrize("words", ["The Minister of Health will", "During his absence the Minister of Health will"])
def test_an_office_of_something_is_its_holders(words: str) -> None:
    line = f"{words} chair the Cabinet."
    source = document(
        "Present: the Premier, Hon. Oliver Tam (Chair); the Minister of Health, Hon. Dr Ambrose Leota.", line
    )
    claim = DraftCommitment(action="chair the Cabinet", by="Ambrose Leota", strength=Strength.INTENDS)
    made = item("commitments", claim, source, line)
    check([made], source)
    assert found(made) == "agrees"


def test_an_office_that_two_people_bear_names_neither() -> None:
    claim = DraftCommitment(action="write to both", by="Ann Lee", strength=Strength.INTENDS)
    made = item("commitments", claim, PORT, "The judge will write to both")
    check([made], PORT)
    assert found(made) == "absent"


@pytest.mark.parametrize("body", ["council", "ministry", "union"])
def test_a_body_is_not_whoever_heads_it(body: str) -> None:
    line = f"The {body} will repair the weir."
    source = document(f"The state secretary of the {body}, Idris Malik, opened the meeting.", line)
    claim = DraftCommitment(action="repair the weir", by="Idris Malik", strength=Strength.INTENDS)
    made = item("commitments", claim, source, line)
    check([made], source)
    assert found(made) != "agrees"


def test_a_pronoun_behind_words_that_stand_apart_is_the_one_who_acts() -> None:
    source = document(("Ada Holm", "For those who need to know, we'll make sure a message is there."))
    claim = DraftCommitment(
        action="make sure a message is there",
        by="Ada Holm",
        to="those who need to know",
        strength=Strength.INTENDS,
    )
    made = item("commitments", claim, source, "For those who need to know, we'll make sure a message is there")
    check([made], source)
    assert made.values["to"] == "those who need to know"


TALKS = document(
    "Minister Ana Berg of Norland, Minister Tom Hale of Estrany and Karl Finn of the Rhine Bank met in Oslo.",
    "Minister Hale gave his word that Estrany would pay the pilots by Friday.",
    "Minister Hale and Minister Berg agreed that Norland would mend the lock.",
    "Minister Hale assured Minister Berg that the bank would lend the money.",
    "Minister Berg said that her Government would send two pilots.",
    "Mr Finn said that his bank would print the maps.",
    "Minister Berg requested that Estrany write to the pilots.",
)


@pytest.mark.parametrize(
    ("by", "action", "line"),
    [
        ("Estrany", "pay the pilots by Friday", 1),
        ("Norland", "mend the lock", 2),
        ("the bank", "lend the money", 3),
        ("Norland", "send two pilots", 4),
        ("Rhine Bank", "print the maps", 5),
    ],
)
def test_who_acts_is_the_one_of_whom_another_promises_agrees_or_says_it(by: str, action: str, line: int) -> None:
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    made = item("commitments", claim, TALKS, TALKS.line_text(line + 1))
    check([made], TALKS)
    assert made.refused is None
    assert made.support is not None
    assert made.support.checks["actor"] == "agrees"


@pytest.mark.parametrize(
    ("by", "action", "line"), [("Estrany", "send two pilots", 4), ("Norland", "print the maps", 5)]
)
def test_the_government_of_a_speaker_is_not_that_of_another(by: str, action: str, line: int) -> None:
    claim = DraftCommitment(action=action, by=by, strength=Strength.INTENDS)
    made = item("commitments", claim, TALKS, TALKS.line_text(line + 1))
    check([made], TALKS)
    assert made.support is not None
    assert made.support.checks["actor"] != "agrees"


def test_who_is_asked_by_that_and_a_verb_is_who_owns_it() -> None:
    claim = DraftFollowUp(action="write to the pilots", owner="Estrany", strength=Strength.PROPOSED)
    made = item("follow_ups", claim, TALKS, TALKS.line_text(7))
    check([made], TALKS)
    assert made.values["owner"] == "Estrany"


def test_she_behind_a_sentence_that_opens_with_one_person_is_nobody_else() -> None:
    source = load(b"Present: Ann Lee, Bob Roe.\n\nAnn Lee reported on the roof. She will call the builder by Friday.\n")
    quote = "She will call the builder by Friday."
    for owner, stands in (("Ann Lee", True), ("Bob Roe", False)):
        made = item(
            "follow_ups",
            DraftFollowUp(action="call the builder", owner=owner, strength=Strength.INTENDS),
            source,
            quote,
        )
        check([made], source)
        assert made.support is not None
        assert (made.support.checks["actor"] in ("agrees", "unchecked")) is stands
