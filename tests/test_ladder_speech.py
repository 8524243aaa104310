"""What spoken sentences bear, which run on, have nouns that look like verbs, and arrangements without "will"."""

import pytest

from summarizer.ladder.bearing import bearing
from summarizer.ladder.readings import read, triggers
from summarizer.schemas import Strength


@pytest.mark.parametrize(
    ("said", "strength"),
    [
        ("I will email these notes Um, I'm not sure what to do about the data.", Strength.INTENDS),
        ("I will send it, I'm not sure.", Strength.PROPOSED),
        ("I'm not sure that we will pay.", Strength.PROPOSED),
        ("So if we record data I will definitely ask for it.", Strength.CONDITIONAL),
        ("Yeah, well if they come we'll pay the bill.", Strength.CONDITIONAL),
        ("We are about to publish the report.", Strength.INTENDS),
        ("We were about to publish the report.", Strength.MENTIONED),
        ("Prices are about to rise.", Strength.MENTIONED),
        ("We're visiting the three mills next week.", Strength.INTENDS),
        ("We're starting a new inspection cycle in September.", Strength.INTENDS),
        ("We're revisiting those mills very shortly.", Strength.INTENDS),
        ("We're visiting the mill.", None),
        ("Just to check.", None),
        ("Bob to check the data.", Strength.INTENDS),
        ("Hard to say what the mill costs.", None),
    ],
)
def test_speech_that_runs_on(said: str, strength: Strength | None) -> None:
    assert read(said).strength is strength


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("At the start of this grant, the money was spent on books.", []),
        ("This grants them access.", ["grants"]),
        ("It was about the dealings with adopted children.", []),
        ("It was adopted by members.", ["adopted"]),
        ("He will direct authorised agencies to act.", ["will"]),
        ("He will work there under signed contract.", ["will"]),
        ("He will get it signed by members.", ["will", "signed"]),
    ],
)
def test_nouns_and_participles_before_nouns_are_no_verbs(said: str, words: list[str]) -> None:
    assert [one.words for one in triggers(said, "en")] == words


@pytest.mark.parametrize(
    ("said", "language", "strength"),
    [
        ("We will also, of course, provide the papers.", "en", Strength.INTENDS),
        ("Officials reaffirmed the Harbour Board's commitment to the quay.", "en", Strength.INTENDS),
        ("They reaffirmed the importance of the commitment.", "en", Strength.MENTIONED),
        ("A proposal made to use the north quay.", "en", Strength.PROPOSED),
        ("Two plans need review.", "en", Strength.PROPOSED),
        ("Anna et Paul se portent volontaires pour écrire la fiche.", "fr", Strength.INTENDS),
        ("La comisión deberá fijar unos mínimos.", "es", Strength.PROPOSED),
        ("Das Protokoll der letzten Sitzung wird nach einer kurzen Diskussion genehmigt.", "de", Strength.AGREED),
        ("Der Antrag wird nächste Woche genehmigt.", "de", Strength.INTENDS),
        ("Nous avons décidée avec les personnes présentes de bloquer 400 euros.", "fr", Strength.AGREED),
        ("Une lettre de remerciement va etre rédigée par Luc.", "fr", Strength.INTENDS),
        ("It was moved, seconded and carried to close the pool.", "en", Strength.AGREED),
        ("Ann made a motion to close the pool, seconded by Ben, and it passed.", "en", Strength.AGREED),
        ("Can Geoff find out what the reserve is for?", "en", Strength.PROPOSED),
        ("The participants will read the issue before May.", "en", Strength.INTENDS),
        ("We will support the old ferries as long as possible.", "en", Strength.INTENDS),
        ("The two ministers confirmed to continue the talks.", "en", Strength.INTENDS),
    ],
)
def test_words_that_were_read_as_nothing_or_as_less(said: str, language: str, strength: Strength) -> None:
    assert read(said, language).strength is strength


@pytest.mark.parametrize("claim", ["continue their discussions on fish", "discuss fish"])
def test_what_an_act_is_on_takes_nothing_from_it(claim: str) -> None:
    assert bearing(claim, "They agreed to continue their discussions on fish in May.").strength is Strength.AGREED


@pytest.mark.parametrize(
    "words", ["Mme Elodie PEIREIRA, M. Éric VIOLLEAU", "L'amitié qu'entretiennent les deux villes"]
)
def test_a_name_with_the_ending_of_a_future_and_ties_that_are_kept_bind_nobody(words: str) -> None:
    assert triggers(words, "fr") == ()
