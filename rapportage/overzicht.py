"""What the dashboard shows of a Rapport and in which order: counts, never averages (rekenregels 3).

One screen has room for a few of everything; `VRAAGT_AANDACHT` and `Voorkeur` say which come first, and each
list knows how many it leaves out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from programmalijnen.regels.begrippen import Oordeel, Telling

from .greep import Greep, take
from .lijnfeiten import STIL, VRAAGT_AANDACHT, Lijnfeit, Was, feiten_of, pad_of
from .opzoeken import Doelplek, Plek, doelen_of_plek, plekken, plekken_of_lijn, with_onderdelen
from .rapport import Doelregel, Lijnregel, Mijlpaalregel, Oordeelregel, Rapport, Tel, Tellingen
from .vergelijken import Aard, Hoofdzaken, Vergelijking, find_hoofdzaken
from .vooruit import Jaarerna, make_jaarerna, next_mijlpalen

# From a third on the counts say something about the programme; below it the figures and steps lead.
DEEL_DAT_GELDT = 3

# The gravest first; what is not here asks no attention.
ERNST = (
    Oordeel.NIET_HAALBAAR,
    Telling.NIET_BEHAALD,
    Telling.VERSLECHTERD,
    Telling.ACHTER,
    Oordeel.WIJKT_AF,
    Telling.AANDACHT,
)
OORDEEL_VRAAGT_AANDACHT = frozenset({Oordeel.WIJKT_AF, Oordeel.NIET_HAALBAAR})

AANDACHTSPUNTEN, VERANDERINGEN, DOELEN_JAAR_ERNA, BETALERS = 3, 2, 2, 2
# A few lines can each say more than many, as long as nothing asks attention.
WEINIG_LIJNEN, FEITEN_BIJ_WEINIG, FEITEN_BIJ_VEEL = 4, 3, 2
# The same room serves milestones, what asks attention and the doelen of the next year.
MIJLPALEN_RUIM, MIJLPALEN_KRAP = 5, 2


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """What needs attention at a place: its doelen, or a person's verdicts.

    `pad` is its address below that of the report, "" for the programme itself.
    """

    titel: str
    pad: str
    doelen: tuple[Doelregel, ...]
    oordelen: tuple[Oordeelregel, ...]

    @property
    def ernst(self) -> int:
        """The place of its gravest verdict in ERNST."""
        waarden = (*(doel.telling for doel in self.doelen), *(oordeel.waarde for oordeel in self.oordelen))
        return min(ERNST.index(waarde) for waarde in waarden)


@dataclass(frozen=True, slots=True)
class Lijnkaart:
    """A line in a few facts; `lijn` None is the programme as a whole."""

    lijn: Lijnregel | None
    feiten: tuple[Lijnfeit, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """`stil`: the round tells of none of the activiteiten how far it is, as in a plan.

    `gewijzigd` is None without a report to compare with. `betalers` are names of who pays, the largest first.
    """

    koers_leads: bool
    stil: bool
    doelen: tuple[Tel, ...]
    oordelen: tuple[Tel, ...]
    kaarten: tuple[Lijnkaart, ...]
    aandacht: Greep[Aandachtspunt]
    gewijzigd: Hoofdzaken | None
    betalers: Greep[str]
    mijlpalen: Greep[Mijlpaalregel]
    jaar_erna: Jaarerna
    doelen_erna: Greep[Doelplek]

    @property
    def is_lang(self) -> bool:
        """Too many lines to stand side by side."""
        return len(self.kaarten) > WEINIG_LIJNEN


def make_overzicht(
    rapport: Rapport, vorige: Rapport | None = None, vergelijking: Vergelijking | None = None
) -> Overzicht:
    """`vorige` is the report before, where there is one, and `vergelijking` what changed since."""
    jaar_erna = make_jaarerna(rapport)
    aandacht = sorted(all_aandacht(rapport), key=lambda punt: punt.ernst)
    is_krap = bool(jaar_erna.lijnen or aandacht) or len(rapport.lijnen) > WEINIG_LIJNEN
    return Overzicht(
        koers_leads=koers_leads(rapport.tellingen),
        stil={rij.opgave for lijn in rapport.lijnen for rij in with_onderdelen(lijn.activiteiten)} == {STIL},
        doelen=filled(rapport.tellingen.doelen),
        oordelen=filled(rapport.tellingen.oordelen) if rapport.tellingen.beoordeeld else (),
        kaarten=make_kaarten(rapport, measured_before(vorige, vergelijking), is_rustig=not aandacht),
        aandacht=take(aandacht, AANDACHTSPUNTEN),
        gewijzigd=find_hoofdzaken(vergelijking, hoogstens=VERANDERINGEN) if vergelijking else None,
        betalers=take(find_betalers(rapport), BETALERS),
        mijlpalen=take(next_mijlpalen(rapport), MIJLPALEN_KRAP if is_krap else MIJLPALEN_RUIM),
        jaar_erna=jaar_erna,
        doelen_erna=take((plaats for _, doelen in jaar_erna.lijnen for plaats in doelen), DOELEN_JAAR_ERNA),
    )


def make_kaarten(rapport: Rapport, was: Was, *, is_rustig: bool) -> tuple[Lijnkaart, ...]:
    """Of the programme itself only when something was agreed about it."""
    dragers: tuple[Lijnregel | Rapport, ...]
    dragers = (rapport, *rapport.lijnen) if rapport.doelen or rapport.doelen_afgelopen else rapport.lijnen
    hoogstens = FEITEN_BIJ_WEINIG if is_rustig and len(dragers) <= WEINIG_LIJNEN else FEITEN_BIJ_VEEL
    return tuple(
        Lijnkaart(
            lijn=drager if isinstance(drager, Lijnregel) else None,
            feiten=tuple(feiten_of(drager, was)[:hoogstens]),
        )
        for drager in dragers
    )


def measured_before(vorige: Rapport | None, vergelijking: Vergelijking | None) -> Was:
    """By indicator, of those that were measured anew."""
    if vorige is None or vergelijking is None:
        return {}
    anders = {rij.kenmerk[1] for rij in vergelijking.veranderingen if rij.aard == Aard.CIJFER and rij.was}
    return {
        indicator.sleutel: indicator.laatste.afgedrukt
        for plek in plekken(vorige)
        for indicator in plek.drager.indicatoren
        if indicator.sleutel in anders and indicator.laatste
    }


def all_aandacht(rapport: Rapport) -> Iterator[Aandachtspunt]:
    yield from find_aandacht(Plek(None, rapport))
    for lijn in rapport.lijnen:
        for plek in plekken_of_lijn(lijn):
            yield from find_aandacht(plek)


def find_aandacht(plek: Plek) -> Iterator[Aandachtspunt]:
    doelen = tuple(plaats.doel for plaats in doelen_of_plek(plek) if plaats.doel.telling in VRAAGT_AANDACHT)
    oordelen = tuple(oordeel for oordeel in oordelen_of(plek) if oordeel.waarde in OORDEEL_VRAAGT_AANDACHT)
    if doelen or oordelen:
        yield Aandachtspunt(getattr(plek.drager, "titel", ""), pad_of(plek), doelen, oordelen)


def oordelen_of(plek: Plek) -> tuple[Oordeelregel, ...]:
    """The verdict on an activiteit, or those on a line or the programme; an ambitie has none."""
    if plek.activiteit:
        return (plek.activiteit.oordeel,)
    return tuple(rij.oordeel for rij in getattr(plek.drager, "toelichtingen", ()))


def find_betalers(rapport: Rapport) -> tuple[str, ...]:
    """Whose money of this year is known, in order of what each pays together."""
    bedragen: dict[str, Decimal] = defaultdict(Decimal)
    for groep in rapport.financien.groepen:
        for regel in groep.regels:
            if groep.telt_mee and regel.bedrag is not None:
                bedragen[regel.bron] += regel.bedrag
    return tuple(sorted(bedragen, key=lambda bron: -bedragen[bron]))


def koers_leads(tellingen: Tellingen) -> bool:
    """Whether at least a third of the doelen has a koers, or of the activiteiten an oordeel."""
    return (
        tellingen.met_koers * DEEL_DAT_GELDT >= tellingen.aantal_doelen > 0
        or tellingen.beoordeeld * DEEL_DAT_GELDT >= tellingen.aantal_activiteiten > 0
    )


def filled(tellingen: Iterable[Tel]) -> tuple[Tel, ...]:
    return tuple(tel for tel in tellingen if tel.aantal)
