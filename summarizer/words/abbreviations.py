"""Words around a full stop that tell whether it ends a sentence: English, French, Italian, Spanish, German, Portuguese."""

TITLES = frozenset(
    """
    mr mrs ms mx messrs mme mlle mm dr drs prof profs rev fr sr sra srta sres srs dra dras drª sr.ª exmo exma excmo excma ilmo ilma lic engº engª eng dña dott dott.ssa sig sig.ra avv ing arch geom amm
    herr hr hrn frl stv dipl dhr mevr mw rt hon pres sec secy gov sen rep reps amb min del cllr supt insp atty
    gen lt lieut maj capt cpt cmdr cdr comdr sgt cpl pvt adm brig fld
    st ste mt ft vs cf i.e e.g z.b u.a d.h p.ej viz esp incl excl ref rtd retd resp asst eg ie re aka a.k.a
    """.split()
)
"""A name or its like follows, so that no sentence ends there: `Gen. Haftar`, `St. Julian's`, `e.g.`"""

TITLES_OF = {"it": frozenset("rag on int mill".split())}
"""Those of one language that are words of others, and what stands before numbers there."""

REFERENCES = frozenset(
    """
    no nos nr nrs núm num nº n° art arts para paras par sec secs fig figs vol vols p pp pg ch chap cap app ann reg regs
    res doc docs ser ziff op ext tel ca approx circa
    jan feb mar apr jun jul aug sep sept oct nov dec gen genn janv févr avr juil déc ene abr ago dic okt dez
    """.split()
)
"""No sentence ends there when a number follows: `No. 5`, `Art. 12`, `Sept. 6`."""

SHORTENED = frozenset(
    """
    inc ltd co corp llc plc bros cie jr etc al dept depts govt est esq ave blvd rd gmbh bzw usw ecc s.p.a col
    tues wed thu thur thurs fri jan feb aug sep sept oct nov dec
    mio mrd tsd млн млрд тыс руб гг approx mtg mgmt intl natl assn assoc univ vgl ggf evtl inkl zzgl misc
    """.split()
)
"""May end a sentence; it does before a word that opens sentences: `Acme Inc. The deal was`."""

STARTERS = frozenset(
    """
    the this that these those it its he his she her they their we our you your i a an there here what when
    where which who why how if in on at by for from with without after before during since until while as although
    because but and or so then thus however moreover meanwhile nevertheless also not nobody none nothing
    all both each every some most many several one two another others such is are was were do does did has have
    had can could will would shall should must please let to only any yes yeah okay ok hey well sure cool so thank
    thanks
    le la les un une il elle ils elles nous vous ce cette ces mais et dans pour
    el los las una ella ellos pero y en del lo gli i uno essa ma e nel nella
    der die das ein eine er sie es wir aber und im am
    """.split()
)
"""Words that open sentences and are seldom names; they settle whether an ambiguous full stop ends one."""

INTERJECTIONS = frozenset("hm hmm mm mmm mhm mmhm tsk shh psst pfft brr".split())
"""Words without a vowel that are no shortenings."""

ZONES = frozenset("gmt utc cet cest bst est edt cst cdt mst mdt pst pdt et pt ct mt local eastern pacific".split())
"""What may follow `a.m.` and `p.m.` within a sentence, besides weekdays and months."""

ORDINAL_LANGUAGES = frozenset("de da no nb fi cs sk hu pl sl hr sr et lv tr".split())
"""Languages that write `3.` for `third`."""

_UNFINISHED = frozenset(
    """
    the a an no every our their its my your of to and or than whose neither nor
    le la les un une des du au aux aucun aucune et ou
    el los las una del y ningún ninguna lo gli uno della dei degli nessuna
    der die das den dem des ein eine einen einem einer kein keine und oder
    """.split()
)


def is_unfinished(above: str, following: str) -> bool:
    """Whether a sentence goes on below a line that ends with `above`, whatever letter the word `following` begins with.

    So after `No`, with `Trustee` below it; but `Vote: no` is an answer where `The` follows, `Annex A` and `5 pm ET` are
    names, and `; and` ends an entry of a list.
    """
    *before, word = above.split() or [""]
    if (before and before[-1].endswith(";")) or word.isupper():
        return False
    key = word.casefold()
    return key in _UNFINISHED and not (key == "no" and following.casefold() in STARTERS)
