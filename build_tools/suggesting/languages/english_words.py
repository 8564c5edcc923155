"""English words by what they are good for, each list in no order that matters."""

from __future__ import annotations

from build_tools.model.figure import Qualifier
from build_tools.model.term import TermKind


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _by_word(groups: dict[TermKind, str]) -> dict[str, TermKind]:
    return {word: kind for kind, words in groups.items() for word in words.split()}


FUNCTION_WORDS = _listed("""
a about above after again against all also although among an and any are around as at away be
because been before being below between both but by can could did do does down during each
either ever every few for from further had has have having he hence her here hers him his how
however i if in indeed into is it its just last less let like many may me meanwhile might mine
moreover more most much must my neither never nevertheless next no nobody nor not nothing now of
off on once one only onto or other others our out over own per perhaps rather same several she
should since so some somebody something still such than that the their them then there these
they this those though through thus to too toward towards under until unto up upon us very was
we well were what whatever when where whereas whether which while who whoever whom whose why
will with within without would yes yet you your yours despite given following according
regarding amid beyond across along among inside outside near past plus unlike versus besides
first second third fourth firstly secondly thirdly lastly finally additionally concurrently
likewise historically currently recently earlier later together today yesterday tomorrow
consider imagine ask keep take look maybe so-called dear why ideally thereby
""")
"""Words that carry no meaning of their own, and those that open sentences."""
SHORTENED = _listed("""
mr mrs ms dr prof gen col lt maj sen rep gov st jr sr vs etc no vol pp fig cf approx inc ltd co
jan feb mar apr jun jul aug sept sep oct nov dec i.e e.g u.s u.k u.n u.s.a e.u
""")
"""Words whose full stop ends no sentence."""
DEFINITE = _listed("""
the these those both his her its their our my other first last next past
""")
"""Words that point back."""
RISES = _listed("""
increas rise rising rose grow grew surg up jump climb higher more gain expand spike
""")
"""Beginnings of words for growing."""
FALLS = _listed("""
decreas declin fall fell drop reduc down shrink shrank lower fewer less cut plung
""")
"""Beginnings of words for shrinking."""
PARTICLES = _listed("""
of for the and de del da di du la le van von der al bin ibn e i on
""")
"""Small words inside names."""
TITLES = _listed("""
mr mrs ms miss dr prof professor sir dame lord lady sheikh mullah maulana imam
""")
"""Words before a person's name."""
ROLES = _listed("""
minister president senator secretary ambassador general colonel captain major judge justice
chairman chairwoman chair governor mayor spokesman spokeswoman spokesperson premier king queen
prince princess pope bishop chancellor commissioner director chief inspector commander
congressman congresswoman representative counselor counsellor adviser advisor analyst expert
scholar author poet warden head leader founder clerk editor
""")
"""Last words of an office."""
SPEAKS = _listed("""
said says say saying told tells noted notes argued argues added adds claimed claims stated
states insisted insists maintained maintains warned warns wrote writes replied replies announced
announces declared declares explained explains conceded concedes complained complains predicted
predicts assured assures reiterated reiterates acknowledged acknowledges asserted asserts
believed believes remarked remarks contended contends alleged alleges suggested suggests
observed observes recalled recalls emphasised emphasized stressed stresses demanded urged denied
denies vowed pledged called recognised recognized
""")
"""Verbs that report what somebody says."""
REPORTS = _listed("""
estimated estimates calculated calculates found finds reported reports revealed reveals recorded
records counted counts showed shows assessed assesses concluded concludes puts documented
documents states stated highlights highlighted
""")
"""Verbs that report what a document or an institute says."""
KINDS = _by_word(
    {
        TermKind.ORGANISATION: (
            "agency alliance army association authority bank board brigade bureau cabinet "
            "centre center club college commission committee company corporation council court "
            "department directorate federation force forces foundation front fund group guild "
            "institute institution league ministry movement network office organisation "
            "organization outfit outlet parliament party police secretariat senate service "
            "society team tribunal trust union university"
        ),
        TermKind.PLACE: (
            "airport base basin bay border bridge camp canal city coast cut dam district dock "
            "gate harbour harbor hill hotel island lake mountain mountains park port prison "
            "province region river road sea square state station street strait territory town "
            "valley village ward"
        ),
        TermKind.LAW: (
            "act amendment bill code constitution decree law order ordinance regulation treaty"
        ),
        TermKind.DOCUMENT: (
            "agreement charter communiqué dossier inquiry letter memorandum paper protocol "
            "report resolution review statement study survey declaration"
        ),
        TermKind.EVENT: (
            "attack attacks bombing ceasefire conference coup crisis day dialogue election "
            "elections festival massacre meeting merger protests pullout revolution siege "
            "speech strike summit talks war withdrawal"
        ),
    }
)
"""Words in a name that tell what it names."""
GENERIC = _by_word(
    {
        TermKind.ORGANISATION: (
            "group organisation organization outfit body union board agency party movement "
            "council committee institute company court militia network"
        ),
        TermKind.DOCUMENT: "report study statement letter survey paper inquiry dossier",
        TermKind.LAW: "bill law act order treaty accord amendment",
        TermKind.EVENT: (
            "attack bombing dialogue meeting talks conference summit ceasefire war merger "
            "withdrawal pullout election strike protests siege visit speech"
        ),
        TermKind.PLACE: "city town province region capital gate island airport river valley",
        TermKind.PERSON: (
            "minister president senator chairman chairwoman warden general ambassador mayor"
        ),
    }
)
"""Nouns that stand for a name given before."""
_HEDGES = {
    Qualifier.NEARLY: "nearly|almost|close to|just under|not quite|just short of|barely",
    Qualifier.ABOUT: "about|around|some|roughly|approximately|an estimated|estimated|circa",
    Qualifier.MORE_THAN: "more than|over|above|exceeding|upwards of|well over|in excess of",
    Qualifier.AT_LEAST: "at least|no fewer than|no less than|not less than|a minimum of|as many as",
    Qualifier.AT_MOST: "at most|up to|no more than|not more than|a maximum of",
    Qualifier.LESS_THAN: "less than|fewer than|under|below",
    Qualifier.EXACTLY: "exactly|precisely|only|just|a total of",
}
HEDGES = {word: key for key, words in _HEDGES.items() for word in words.split("|")}
"""Words before a number that hedge it."""
