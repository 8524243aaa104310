"""Whom a title, a surname or a first name must mean, and when it is left as written."""

import time

import pytest
from making import document, item
from pydantic import BaseModel, Field

from summarizer.items import Item
from summarizer.naming import name_parties
from summarizer.schemas import (
    Actor,
    DraftCommitment,
    DraftFollowUp,
    DraftParticipant,
    Evidenced,
    Name,
    RejectionReason,
    draft_schema,
)

VISIT = document(
    "Vice President Amara Diallo met President Kenji Mori in Lagos.",
    "Minister of Fisheries Jákup Dahl and State Secretary Ingrid Aasland joined them.",
    "Idris Malik, chair of the works council, and the treasurer Tunde Adeyemi spoke.",
    "Ann Smith and Mary Smith took notes; Rosa Jordan of Jordan Steel listened.",
    "They will share the data.",
)
PEOPLE = {
    "Amara Diallo": ("Vice President", None),
    "Kenji Mori": ("President", None),
    "Jákup Dahl": ("Minister of Fisheries", "Denmark"),
    "Ingrid Aasland": ("State Secretary", "Norway"),
    "Idris Malik": ("chair", "works council"),
    "Tunde Adeyemi": ("treasurer", None),
    "Ann Smith": (None, None),
    "Mary Smith": (None, None),
    "Rosa Jordan": (None, "Jordan Steel"),
}


def person(name: str, role: str | None = None, organization: str | None = None, source=VISIT) -> Item:
    claim = DraftParticipant(name=name, role=role, organization=organization, presence="attended")
    return item("participants", claim, source, source.line_text(1))


def promise(source=VISIT, **values) -> Item:
    claim = DraftCommitment(action="share the data", strength="intends", **values)
    return item("commitments", claim, source, source.line_text(1))


def named(words: str, people=PEOPLE, source=VISIT) -> str | None:
    made = promise(source, by=words)
    name_parties([*(person(name, *said, source=source) for name, said in people.items()), made], source)
    return made.values["by"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Vice President", "Amara Diallo"),
        ("the President", "Kenji Mori"),
        ("the Minister", "Jákup Dahl"),
        ("the Danish Minister", "Jákup Dahl"),
        ("the Minister of Fisheries", "Jákup Dahl"),
        ("Minister Dahl", "Jákup Dahl"),
        ("The chair of the works council, Idris Malik", "Idris Malik"),
        ("the chairman", "Idris Malik"),
        ("the chair of the works council", "Idris Malik"),
        ("Mr. Malik", "Idris Malik"),
        ("the treasurer", "Tunde Adeyemi"),
        ("Tunde", "Tunde Adeyemi"),
        ("Aasland", "Ingrid Aasland"),
        ("Vice President Amara Diallo", "Amara Diallo"),
        ("Mary Smith", "Mary Smith"),
        ("The Vice President and the President", "Amara Diallo and Kenji Mori"),
        ("Tunde, Malik and the Minister", "Tunde Adeyemi, Idris Malik and Jákup Dahl"),
    ],
)
def test_who_can_only_be_one_participant_gets_the_full_name(words, name):
    assert named(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "they",
        "she",
        "we",
        "both sides",
        "the two delegations",
        "the leaders",
        "Smith",  # two of them
        "Jordan",  # a company's name too
        "the Secretary",  # a State Secretary is another office
        "the Permanent Secretary",
        "the Deputy Minister",
        "the Minister of Trade",
        "the Norwegian Minister",
        "a minister",
        "the ministers",
        "the works council",
        "Denmark",
        "the Dahl",
        "Dahl's office",
        "the Malik group",
        "Malik and the board",
        "Captain Dahl",
    ],
)
def test_what_might_be_somebody_else_stays_as_written(words):
    assert named(words) == words


def test_the_words_as_written_stay_in_the_change():
    made = promise(by="the Vice President")
    name_parties([person("Amara Diallo", "Vice President"), made], VISIT)
    (change,) = made.changes
    assert (change.field, change.before, change.after) == ("by", "the Vice President", "Amara Diallo")
    assert change.reason == "nobody else in the brief has that title"


def test_a_title_that_two_participants_bear_stays():
    people = {"Jákup Dahl": ("Minister of Fisheries", None), "Eva Holm": ("Minister of Trade", None)}
    assert named("the Minister", people) == "the Minister"
    assert named("the Minister of Trade", people) == "Eva Holm"


@pytest.mark.parametrize(
    "line",
    [
        "President Ilves could not come.",
        "The Estonian President could not come.",
        "The President of Estonia could not come.",
        "Both presidents spoke.",
    ],
)
def test_a_title_that_somebody_else_in_the_document_bears_stays(line):
    source = document("President Kenji Mori of Japan met the press.", line)
    assert named("the President", {"Kenji Mori": ("President", "Japan")}, source) == "the President"


@pytest.mark.parametrize(
    "line",
    [
        "Vice President Amara Diallo was there.",
        "President Mori’s visit was short.",
        "The President of Japan spoke.",
        "The Japanese President spoke.",
        "Then the President left.",
    ],
)
def test_words_that_mean_the_bearer_or_another_office_leave_the_title_certain(line):
    source = document("President Kenji Mori of Japan met the press.", line)
    assert named("the President", {"Kenji Mori": ("President", "Japan")}, source) == "Kenji Mori"


def test_a_name_that_somebody_else_in_the_document_has_stays():
    source = document("Jákup Dahl spoke.", "A letter of Eva Dahl was read.", "Tunde Ade and Tunde Bello came.")
    people = {"Jákup Dahl": (None, None), "Tunde Ade": (None, None)}
    assert named("Dahl", people, source) == "Dahl"
    assert named("Tunde", people, source) == "Tunde"
    assert named("Jákup", people, source) == "Jákup Dahl"


def test_a_title_with_a_name_stays_where_the_brief_has_no_fuller_one():
    people = {"Biddle": ("President", None)}
    source = document("President Biddle spoke.")
    assert named("President Biddle", people, source) == "President Biddle"
    assert named("the President", people, source) == "Biddle"


def test_two_offices_of_one_person_are_one_title():
    people = {"Lena Ost": ("founder and treasurer", None)}
    source = document("Lena Ost is founder and treasurer.")
    assert named("the founder and treasurer", people, source) == "Lena Ost"
    assert named("the treasurer", people, source) == "Lena Ost"


@pytest.mark.parametrize(
    "role",
    [
        "Director, Jordan Steel",
        "Director - Jordan Steel",
        "Director (Jordan Steel)",
        "Director of Jordan Steel",
        "representing Jordan Steel",
        "for Jordan Steel",
        None,
    ],
)
@pytest.mark.parametrize("organization", ["Jordan Steel", "Jordan Steel Works Ltd", None])
def test_a_body_is_not_who_works_for_it(role, organization):
    source = document(
        "Rosa Lind came for Jordan Steel, Rosa Lind being its director.", "Jordan Steel will share the data."
    )
    people = {"Rosa Lind": (role, organization)}
    assert named("Jordan Steel", people, source) == "Jordan Steel"
    assert named("Ms Lind", people, source) == "Rosa Lind"
    if role and role.startswith("Director"):
        assert named("the director", people, source) == "Rosa Lind"


def test_a_firm_of_the_name_of_its_founder_is_not_the_founder():
    source = document("Rosa Jordan of Jordan Steel Works listened.", "Jordan Steel will share the data.")
    people = {"Rosa Jordan": (None, "Jordan Steel Works")}
    assert named("Jordan Steel", people, source) == "Jordan Steel"
    assert named("Ms Jordan", people, source) == "Rosa Jordan"


def test_an_officer_is_not_the_office_that_somebody_else_works_for():
    source = document("Prime Minister Eva Holm came with Nils Dahl of the Prime Minister's Office.")
    people = {"Eva Holm": ("Prime Minister", None), "Nils Dahl": ("adviser", "Prime Minister's Office")}
    assert named("the Prime Minister", people, source) == "Eva Holm"


@pytest.mark.parametrize(
    ("language", "line", "name", "role", "body", "title"),
    [
        (
            "fr",
            "La directrice de la Régie des eaux de Montclar, Mme Lise Aubin, a parlé.",
            "Lise Aubin",
            "directrice de la Régie des eaux de Montclar",
            "la Régie des eaux de Montclar",
            "directrice de la Régie des eaux de Montclar",
        ),
        (
            "es",
            "El ministro de Pesca y Costas, Tomás Ibarra, habló.",
            "Tomás Ibarra",
            "ministro de Pesca y Costas",
            "Ministerio de Pesca y Costas",
            "ministro de Pesca y Costas",
        ),
    ],
)
@pytest.mark.parametrize("is_told", [True, False])
def test_in_other_languages_a_body_is_not_who_heads_it(language, line, name, role, body, title, is_told):
    source = document(line, language=language)
    people = {name: (role, body if is_told else None)}
    assert named(body, people, source) == body
    assert named(title, people, source) == name


def test_a_refused_participant_lends_no_name():
    gone = person("Amara Diallo", "Vice President")
    gone.refuse(RejectionReason.UNSUPPORTED, "made up")
    made = promise(by="the Vice President")
    name_parties([gone, made], VISIT)
    assert made.values["by"] == "the Vice President"


def test_recipients_speakers_and_owners_are_named_too():
    made = promise(by="Norway", to="the President", said_by="Secretary Aasland")
    step = item("follow_ups", DraftFollowUp(action="share", owner="Tunde", strength="intends"), VISIT, "They will")
    name_parties([*(person(name, *said) for name, said in PEOPLE.items()), made, step], VISIT)
    assert (made.values["to"], made.values["said_by"]) == ("Kenji Mori", "Ingrid Aasland")
    assert step.values["owner"] == "Tunde Adeyemi"


def test_who_says_so_is_not_told_twice():
    made = promise(by="the Minister", said_by="Jákup Dahl")
    name_parties([person("Jákup Dahl", "Minister of Fisheries"), made], VISIT)
    assert made.values["said_by"] is None
    assert made.changes[-1].reason == "the one who says so is the one who acts"


class Guest(Evidenced):
    full_name: Name
    job_title: str | None = None


class Errand(Evidenced):
    text: str
    done_by: list[Actor] = Field(default_factory=list)


class Party(BaseModel):
    guests: list[Guest] = Field(default_factory=list)
    errands: list[Errand] = Field(default_factory=list)


def test_a_schema_of_ones_own_is_named_by_the_parts_of_its_fields():
    draft = draft_schema(Party).model_validate(
        {
            "guests": [{"full_name": "Amara Diallo", "job_title": "Vice President"}],
            "errands": [{"text": "share the data", "done_by": ["the Vice President", "everybody"]}],
        }
    )
    guest = item("guests", draft.guests[0], VISIT, "Amara Diallo")
    errand = item("errands", draft.errands[0], VISIT, "They will share the data.")
    name_parties([guest, errand], VISIT)
    assert errand.values["done_by"] == ["Amara Diallo", "everybody"]


def test_a_long_document_is_read_once():
    source = document(*["The President met Mr. Mori and the council of the town again."] * 5000)
    items = [
        person("Kenji Mori", "President", source=source),
        *(promise(source, by="the President") for _ in range(60)),
    ]
    started = time.perf_counter()
    name_parties(items, source)
    assert time.perf_counter() - started < 20
    assert {one.values["by"] for one in items[1:]} == {"Kenji Mori"}
