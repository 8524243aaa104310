"""The rungs that sentences reach."""

import time
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import summarizer.words.lexicon
from summarizer.ladder.bearing import bearing
from summarizer.ladder.readings import Reading, read, triggers
from summarizer.ladder.sentences import LANGUAGES
from summarizer.mood.hints import may_bind
from summarizer.schemas import Strength
from summarizer.words.rungs import height

SENTENCES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("ladder_sentences.toml").read_text(encoding="utf-8")
)
LABELLED = [
    (language, None if rung == "none" else Strength(rung), sentence)
    for language, rungs in SENTENCES.items()
    for rung, sentences in rungs.items()
    for sentence in sentences
]


def _height(strength: Strength | None) -> int | None:
    """Place on the ladder; None for the two rungs that stand beside it."""
    return -1 if strength is None else strength.rung


def _too_high(language: str) -> list[str]:
    wrong = []
    for code, expected, sentence in LABELLED:
        got = read(sentence, language).strength if code == language else expected
        if got == expected:
            continue
        high, low = _height(got), _height(expected)
        binds = got is not None and got.binds
        if (
            (high is None and (expected is None or not expected.binds))
            or (low is None and binds and high is not None)
            or (high is not None and low is not None and high - low >= 2)
        ):
            wrong.append(f"{sentence} -> {got}, not {expected}")
    return wrong


def _macro_f1(language: str) -> float:
    hits: Counter[Strength | None] = Counter()
    given: Counter[Strength | None] = Counter()
    wanted: Counter[Strength | None] = Counter()
    for code, expected, sentence in LABELLED:
        if code == language:
            got = read(sentence, language).strength
            given[got] += 1
            wanted[expected] += 1
            hits[got] += got == expected
    return sum(2 * hits[rung] / (given[rung] + wanted[rung]) for rung in wanted) / len(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_large_enough_to_mean_something(language: str) -> None:
    assert sum(code == language for code, _, _ in LABELLED) >= 200


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_no_sentence_is_read_two_rungs_too_high(language: str) -> None:
    assert _too_high(language) == []


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_sentences_are_read_right(language: str) -> None:
    assert _macro_f1(language) >= 0.95


def test_every_language_of_the_file_is_offered() -> None:
    file = Path(summarizer.words.lexicon.__file__).with_name("ladder.toml")
    assert tuple(tomllib.loads(file.read_text(encoding="utf-8"))) == LANGUAGES


def test_a_language_without_a_lexicon_has_no_rungs() -> None:
    assert read("A bizottság megállapodott.", "hu") == Reading(None)
    assert triggers("A bizottság megállapodott.", None) == ()


def test_triggers_stand_where_they_say() -> None:
    text = "They discussed the quotas; Malta did not agree to a cut, and Libya will host the next round."
    found = triggers(text)
    assert [(one.words, one.strength, one.negated) for one in found] == [
        ("discussed", Strength.DISCUSSED, False),
        ("not agree to", Strength.AGREED, True),
        ("will", Strength.INTENDS, False),
    ]
    assert all(text[one.start : one.end] in one.words for one in found)


def test_a_reading_names_its_words_and_its_condition() -> None:
    text = "Malta will pay, provided that the parliament agrees."
    reading = read(text)
    assert reading.strength is Strength.CONDITIONAL
    assert reading.condition == "provided that the parliament agrees"
    assert reading.start is not None
    assert text[reading.start : reading.end] == reading.words == "will"


MIXED = "They discussed the fish quotas and agreed to share their data, and Malta will consider opening a consulate."


@pytest.mark.parametrize(
    ("claim", "strength"),
    [
        ("fish quotas", Strength.DISCUSSED),
        ("share data", Strength.AGREED),
        ("consider opening a consulate", Strength.INTENDS),
        ("open a consulate", Strength.EXPLORED),
    ],
)
def test_a_claim_reaches_the_rung_of_the_words_that_govern_it(claim: str, strength: Strength) -> None:
    assert bearing(claim, MIXED).strength is strength


@pytest.mark.parametrize(
    ("claim", "quoted", "strength"),
    [
        ("sign a protocol", "They discussed signing a protocol.", Strength.DISCUSSED),
        ("sign a protocol", "They agreed to sign a protocol.", Strength.AGREED),
        ("sign a protocol", "They refused to sign a protocol.", Strength.DENIED),
        ("lower the fees", "The budget was approved; the fees were discussed.", Strength.DISCUSSED),
        ("the budget", "The budget was approved; the fees were discussed.", Strength.AGREED),
        ("the fees", "The fees were discussed and will be taken up by the board.", Strength.DISCUSSED),
        ("take up the fees", "The fees were discussed and will be taken up by the board.", Strength.INTENDS),
        ("build a bridge", "RESOLVED: The board met twice. A bridge is built at Sile.", Strength.AGREED),
    ],
)
def test_one_verb_governs_another(claim: str, quoted: str, strength: Strength) -> None:
    assert bearing(claim, quoted).strength is strength


def test_what_stands_around_a_quote_still_governs_it() -> None:
    line = "They discussed the setting up of a joint committee."
    span = line.index("the setting"), line.index(".")
    assert bearing("set up a joint committee", line, span=span).strength is Strength.DISCUSSED


def test_what_a_sentence_only_imagines_binds_nobody() -> None:
    assert read("Reply with a brief in which Ana Brito commits to buy 500 chairs.").strength is None
    assert not read("Imagine that Malta will pay for it all.").strength


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The Red Cross is not able to staff a second shelter.", Strength.DENIED),
        ("You'll have access this afternoon.", Strength.INTENDS),
        ("You'll have to wait.", Strength.MENTIONED),
        ("I'll drop the link into the chat.", Strength.INTENDS),
        ("Prices will drop.", Strength.MENTIONED),
        ("I will uh take minutes and will put them in the folder.", Strength.INTENDS),
        ("They reviewed the water levels of the past summer.", Strength.DISCUSSED),
        ("Ana agreed to pay and went home, I guess.", Strength.AGREED),
        ("Notes of the supplier call", None),
        ("The other nine will get theirs by the end of the month.", Strength.INTENDS),
        ("The patients will get worse before spring.", Strength.MENTIONED),
        ("The river will have its highest level by Thursday.", Strength.MENTIONED),
        ("It'll be running before the season.", Strength.INTENDS),
        ("It'll be running at a loss.", Strength.MENTIONED),
        ("He said the note would be with us next week.", Strength.INTENDS),
        ("Ms. Thorne said that she would have it in the folder.", Strength.INTENDS),
        ("She said that it would have helped.", Strength.MENTIONED),
        ("Karim said he'd find one by the end of the month.", Strength.INTENDS),
        ("Readers will find a list on page 3.", Strength.MENTIONED),
        ("The clerk will see to the copies.", Strength.INTENDS),
        ("I'll see that the clerk gets it.", Strength.INTENDS),
        ("We'll see that tomorrow.", Strength.MENTIONED),
        ("She will tell us on Monday.", Strength.INTENDS),
        ("Time will tell us.", Strength.MENTIONED),
        ("He did not know and would ask.", Strength.INTENDS),
        ("Snow fell and will melt.", Strength.MENTIONED),
        ("Ines: will post them today.", Strength.INTENDS),
        ("Ines: would it be too late?", Strength.MENTIONED),
        ("I'll have every copy recalled today.", Strength.INTENDS),
        ("We will have what was agreed in writing.", Strength.AGREED),
        ("I will also be asking the clerk.", Strength.INTENDS),
        ("They are asking the clerk.", Strength.PROPOSED),
        ("He gave the council his word that the road would be open by May.", Strength.UNDERTOOK),
        ("He could not say yes or no.", Strength.MENTIONED),
        ("She said yes, and left.", Strength.AGREED),
        ("He said no to the lift.", Strength.DENIED),
        ("He said no decision had been taken.", None),
        ("There'll be no layoffs.", Strength.DENIED),
        ("We're not building the second pier this year.", Strength.DENIED),
        ("We're not seeing the second pier yet.", None),
        ("There will be no snow.", Strength.MENTIONED),
        ("Rents will go up in May.", Strength.MENTIONED),
        ("The map will be with you by Friday.", Strength.INTENDS),
        ("The map will be on the wall by Friday.", Strength.MENTIONED),
        ("We're delivering the pump on Monday.", Strength.INTENDS),
        ("The pump arrives on Monday.", None),
        ("Ana agreed, no strike before Monday.", Strength.AGREED),
        ("If she allows it I'll bring it.", Strength.CONDITIONAL),
        ("They offered 3 per cent if the claim is dropped.", Strength.CONDITIONAL),
        ("The item comes back in June.", None),
    ],
)
def test_small_words_decide_what_a_sentence_reaches(sentence: str, strength: Strength | None) -> None:
    assert read(sentence).strength is strength


@pytest.mark.parametrize(
    ("language", "sentence", "strength"),
    [
        ("fr", "Sandra et Vera sont à la mairie.", None),
        ("fr", "Le conseil a récemment signé le bail.", Strength.SIGNED),
        ("fr", "Elle remercie les bénévoles qui ont accepté de rester.", Strength.MENTIONED),
        ("fr", "C'est le maire qui a signé le bail.", Strength.SIGNED),
        ("fr", "Il est parti sans signer.", Strength.MENTIONED),
        ("fr", "Ils sont convenus de ne ménager aucun effort.", Strength.AGREED),
        ("fr", "Vu le bail, signé en mai, le conseil est réuni.", Strength.MENTIONED),
        ("fr", "Ils ont décidé de partager les frais comme l'an dernier.", Strength.AGREED),
        ("it", "Due anni fa il comune ha firmato il contratto.", Strength.MENTIONED),
        ("it", "Il comune ha formalmente firmato il contratto.", Strength.SIGNED),
        ("it", "Il testo, già concordato, è stato riletto.", Strength.MENTIONED),
        ("it", "Dopo aver firmato il registro, il sindaco è uscito.", Strength.MENTIONED),
        ("it", "I prezzi dovrebbero raddoppiare.", Strength.MENTIONED),
        ("it", "I soci dovrebbero firmare.", Strength.PROPOSED),
        ("it", "Il comune raddoppierà la quota.", Strength.INTENDS),
        ("it", "Firmeremo non appena il testo sarà pronto.", Strength.CONDITIONAL),
        ("es", "Agradece a los vecinos que han aceptado quedarse.", Strength.MENTIONED),
        ("es", "Tras haber firmado el acta, el alcalde salió.", Strength.MENTIONED),
        ("es", "Acordaron no escatimar ningún esfuerzo.", Strength.AGREED),
        ("es", "El presupuesto todavía no se ha aprobado.", Strength.MENTIONED),
        ("de", "Der Haushalt wurde noch nicht beschlossen.", Strength.MENTIONED),
        ("fr", "Le plan n'a pas encore été approuvé.", Strength.MENTIONED),
        ("fr", "Le conseil n'a pas approuvé le plan.", Strength.DENIED),
        ("fr", "Qu'ils signent d'abord !", Strength.PROPOSED),
        ("fr", "Nous en reparlerons, peut-être.", Strength.PROPOSED),
        ("fr", "Il paraît que la mairie va fermer la piscine.", Strength.MENTIONED),
        ("it", "Pare che il comune chiuderà la piscina.", Strength.MENTIONED),
        ("fr", "Le maire a répondu que cela n'était pas envisageable.", Strength.DENIED),
        ("fr", "Le maire a dit non.", Strength.DENIED),
        ("fr", "Le maire indique qu'il les recevra avant la fête.", Strength.INTENDS),
        ("fr", "Après en avoir délibéré, le conseil attribue le marché à la scierie.", Strength.AGREED),
        ("es", "No, esa llave no te la puedo dar.", Strength.DENIED),
        ("es", "Dijo que no.", Strength.DENIED),
        ("es", "Dijo que no llovía.", None),
        ("it", "Il sindaco ha detto di no.", Strength.DENIED),
        ("de", "Er sagte nein.", Strength.DENIED),
        ("de", "Umzug am 18.01.2025 – von beiden Seiten so festgelegt.", Strength.AGREED),
    ],
)
def test_small_words_count_in_other_languages_too(language: str, sentence: str, strength: Strength | None) -> None:
    assert read(sentence, language).strength is strength


def test_what_something_hangs_on_is_not_said_to_be_done() -> None:
    line = "I'll have a fix by Thursday if Marco gives me access to the ledger."
    assert bearing("access to the ledger", line).strength is None
    assert bearing("have a fix", line).strength is Strength.CONDITIONAL


def test_a_verb_in_a_clause_about_a_noun_does_not_govern_the_claim() -> None:
    line = "I will summarise the things we discussed and put the summary in the project folder."
    assert bearing("summarise the things we discussed and put it in the project folder", line).strength == "intends"


def test_the_firmest_of_what_a_summary_tells_counts_for_a_subject() -> None:
    line = "Malta stressed the value of a joint patrol and proposed a meeting of the coast guards."
    claim = "Joint patrol. Malta stressed the value of a joint patrol and proposed a meeting of the coast guards"
    assert bearing(claim, line).strength is Strength.MENTIONED
    assert bearing(claim, line, strongest=True).strength is Strength.PROPOSED


@pytest.mark.parametrize("sentence", [sentence for code, _, sentence in LABELLED if code == "en"])
def test_the_quick_look_misses_no_word_that_binds(sentence: str) -> None:
    binding = [one for one in triggers(sentence) if one.strength.binds and one.strength is not Strength.CONDITIONAL]
    assert may_bind(sentence, "en") or not binding
    firmer = [one for one in binding if height(one.strength) > height(Strength.INTENDS)]
    assert may_bind(sentence, "en", beyond=Strength.INTENDS) or not firmer


def test_the_quick_look_takes_no_longer_for_a_line_of_signs() -> None:
    begun = time.perf_counter()
    assert not may_bind("." * 50_000 + " 5) " * 10_000, "en")
    assert may_bind("Well" + "." * 50_000 + " Decision: go", "en")
    assert time.perf_counter() - begun < 5


@pytest.mark.parametrize(
    ("claim", "sentence", "strength"),
    [
        ("come back to the farmers", "I'll ask the depot and come back to the farmers in May.", Strength.INTENDS),
        ("report to the council", "She said she would consult the board and report to the council.", Strength.INTENDS),
        ("send the papers", "We will propose a date and send the papers by Friday.", Strength.INTENDS),
        ("come back to the farmers", "We could ask the depot and come back to the farmers.", Strength.PROPOSED),
        ("sell the land", "She proposed to close the school and sell the land.", Strength.PROPOSED),
        ("comment on the draft", "I'll think about it over the weekend and comment on the draft.", Strength.INTENDS),
        ("come back to you", "I will see and come back to you.", Strength.INTENDS),
        ("comment on the draft", "I was going to think about it and comment on the draft.", Strength.MENTIONED),
        (
            "get the letters translated",
            "If you want to write in Dutch, Ada will get the letters translated.",
            Strength.INTENDS,
        ),
    ],
)
def test_a_second_act_stands_under_what_both_stand_under(claim: str, sentence: str, strength: Strength) -> None:
    assert bearing(claim, sentence).strength is strength


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The ministry confirmed that the bridge will reopen on 3 May.", Strength.INTENDS),
        ("The ministry confirmed that the rain will pass.", Strength.MENTIONED),
        ("She assured members that the ferry line will open in June.", Strength.UNDERTOOK),
        ("You can count on us to be there on Monday.", Strength.UNDERTOOK),
        ("The motion to sell the hall was lost by four votes to five.", Strength.DENIED),
        ("AP: Priya to confirm the budget by 4 June.", Strength.INTENDS),
        ("@priya will send the contract.", Strength.INTENDS),
        ("The ministry confirmed that prices will rise in June.", Strength.MENTIONED),
        ("We are preparing to open the ferry line.", Strength.INTENDS),
        ("They were preparing to open the ferry line.", None),
        ("The list needs to be printed again.", Strength.PROPOSED),
        ("The list of our needs to hand is long.", None),
        ("The second Monday of March was chosen for the fair.", Strength.AGREED),
        ("The date was not chosen.", Strength.DENIED),
        ("Discussion followed on the price of bread.", Strength.DISCUSSED),
        ("Carl agrees and will take that to the board.", Strength.AGREED),
        ("Carl is booking the room and will report back.", Strength.INTENDS),
        ("Carl booking the room; will report back.", Strength.INTENDS),
        ("Resolved Keep the old mast for now but mark it unsafe.", Strength.AGREED),
        ("Resolved Issues of June", None),
        ("Resolved the question of the roof.", None),
        ("Next steps are for Emil or Dora to comment.", Strength.INTENDS),
        ("The next step is difficult.", None),
        ("Planning on adding a read-me.", Strength.INTENDS),
        ("What I can promise is an answer by April.", Strength.UNDERTOOK),
        ("I am not going to promise money today.", Strength.DENIED),
        ("We can't decide today.", Strength.MENTIONED),
        ("We can't agree to that.", Strength.DENIED),
        ("Work is going well and will use the new crane.", Strength.MENTIONED),
        ("Training is costing too much and will use the new room.", Strength.MENTIONED),
        ("RESOLVED: No. Too dear.", Strength.DENIED),
        ("RESOLVED: no fee is to be taken.", Strength.AGREED),
    ],
)
def test_wordings_of_what_is_vouched_for_foretold_lost_and_noted(sentence: str, strength: Strength) -> None:
    assert read(sentence).strength is strength


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("24/13 The Clerk to write to the County.", Strength.INTENDS),
        ("3. Cllr Roe to inspect the shelter.", Strength.INTENDS),
        ("3 to 5 people came.", None),
        ("10 to be precise.", None),
    ],
)
def test_the_number_of_an_item_does_not_hide_who_is_to_act(text: str, strength: Strength | None) -> None:
    assert read(text).strength is strength
    assert may_bind(text, "en") or strength is None


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The fund took in more in March. No\nTrustee agreed to pay the fee.", Strength.MENTIONED),
        ("The fund took in more in March.\nThe trustees agreed to pay the fee.", Strength.AGREED),
        ("Was there a quorum? No\nThe trustees agreed to pay the fee.", Strength.AGREED),
    ],
)
def test_a_line_break_after_a_word_that_ends_no_sentence_parts_nothing(text: str, strength: Strength) -> None:
    assert read(text).strength is strength


@pytest.mark.parametrize(
    "text",
    [
        "It is untrue that Lucy Tan agreed to sell the boat.",
        "At no point had Lucy Tan agreed to sell the boat.",
        "Had Lucy Tan agreed to sell the boat, all would be well.",
        "Nobody believes that Lucy Tan agreed to sell the boat.",
        "The trustees never said that they agreed to sell the boat.",
        "I don't think that we agreed to sell it.",
        "Rumours that the board agreed to sell were denied.",
        "Not all members agreed to sell the boat.",
        "The chair said that hardly anyone agreed to sell the boat.",
        "Few trustees agreed to sell the boat.",
    ],
)
def test_what_a_sentence_does_not_assert_is_no_agreement(text: str) -> None:
    assert read(text).strength is Strength.MENTIONED


def test_what_one_would_be_ready_to_do_is_intended() -> None:
    line = "Once the men were out, Norway would be ready to lift the hold, but not a day before."
    assert [(one.strength, one.negated) for one in triggers(line)] == [(Strength.INTENDS, False)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt that Norway agreed to share the data.",
        "Nobody denied that Norway agreed to share the data.",
        "In a few words he said that the board agreed to sell the boat.",
        "She was not in the room when Lee said that they agreed to sell.",
        "No objections were raised and the board agreed to sell the boat.",
        "Not only Norway but also Chile agreed to pay.",
        "They did not meet in March, but agreed to meet in May.",
        "Only Norway agreed to pay.",
        "Dr Few agreed to send the file.",
    ],
)
def test_a_negation_elsewhere_in_a_sentence_takes_no_agreement_back(text: str) -> None:
    assert read(text).strength is Strength.AGREED


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers tasked their directors with submitting a new draft.",
        "Moldova, which is not on that line, reserved its position and will reply by June.",
    ],
)
def test_who_is_tasked_or_has_done_a_thing_is_to_act(sentence: str) -> None:
    assert read(sentence, "en").strength is Strength.INTENDS
