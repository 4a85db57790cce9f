"""The lines of a report with their activiteiten, each in the place its Realisatie gives it."""

from collections import defaultdict
from dataclasses import dataclass

from dordt_monitor.opmaak import format_bedrag, format_met_precisie
from programmalijnen.bouwen.doelen import ended_since, is_of_year
from programmalijnen.models import (
    Activiteit,
    Ambitie,
    Indicator,
    Opgave,
    Programmalijn,
    Realisatie,
    Toelichting,
)
from programmalijnen.regels.perioden import read_tijdspad

from ..rapport import (
    Activiteitregel,
    Ambitieregel,
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Oordeelregel,
    Tijdspadregel,
    Toelichtingregel,
)
from .anderen import make_verwijzing
from .doelen import make_doelregels
from .gegevens import Gegevens
from .geld import make_financien
from .metingen import make_indicatorregel
from .plaatsen import Plaatsing, Plek
from .tellen import tel_lijn
from .verbanden import visible_slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Gehangen:
    """What hangs on one place, as lines of the report."""

    doelen: tuple[Doelregel, ...]
    doelen_volgend_jaar: tuple[Doelregel, ...]
    doelen_afgelopen: tuple[Doelregel, ...]
    indicatoren: tuple[Indicatorregel, ...]

    def as_velden(self) -> dict:
        return {naam: getattr(self, naam) for naam in self.__slots__}


def hang(gegevens: Gegevens, plaatsing: Plaatsing, plek: Plek, *, stil: bool = False) -> Gehangen:
    """The doelen of this year, of next year and ended since the last round, and the indicatoren of a place.

    `stil`: the round said nothing of it. An indicator without doel and without a measurement yet is left out.
    """
    doelen = plaatsing.doelen[plek]
    jaar = gegevens.ronde.jaar
    dit_jaar = [doel for doel in doelen if is_of_year(doel, jaar)]
    ander_jaar = [doel for doel in doelen if not is_of_year(doel, jaar)]
    return Gehangen(
        doelen=make_doelregels(gegevens, dit_jaar, niet_gerapporteerd=stil),
        doelen_volgend_jaar=make_doelregels(
            gegevens, [doel for doel in ander_jaar if is_of_year(doel, jaar + 1)]
        ),
        doelen_afgelopen=make_doelregels(
            gegevens,
            [
                doel
                for doel in ander_jaar
                if ended_since(doel, gegevens.vorige_peildatum, gegevens.ronde.peildatum)
            ],
            niet_gerapporteerd=stil,
        ),
        indicatoren=make_indicatoren(gegevens, plaatsing.indicatoren[plek]),
    )


def make_indicatoren(gegevens: Gegevens, indicatoren: list[Indicator]) -> tuple[Indicatorregel, ...]:
    met_doel = {doel.indicator_id for doel in gegevens.doelen}
    return tuple(
        make_indicatorregel(gegevens, indicator, is_contextcijfer=indicator.pk not in met_doel)
        for indicator in indicatoren
        if indicator.pk in met_doel or gegevens.metingen.get(indicator.pk)
    )


def make_lijnen(gegevens: Gegevens, plaatsing: Plaatsing) -> tuple[Lijnregel, ...]:
    return tuple(make_lijn(gegevens, plaatsing, lijn) for lijn in gegevens.lijnen)


def make_lijn(gegevens: Gegevens, plaatsing: Plaatsing, lijn: Programmalijn) -> Lijnregel:
    activiteiten = make_activiteiten(gegevens, plaatsing, lijn)
    ambities = tuple(
        make_ambitie(gegevens, plaatsing, ambitie, activiteiten)
        for ambitie in gegevens.ambities.get(lijn.pk, [])
    )
    gehangen = hang(gegevens, plaatsing, ("lijn", lijn.pk))
    return Lijnregel(
        sleutel=lijn.sleutel,
        code=lijn.code,
        ouder=lijn.ouder.code if lijn.ouder else "",
        titel=lijn.titel,
        doelstelling=lijn.doelstelling,
        portefeuillehouder=lijn.portefeuillehouder,
        toelichtingen=make_toelichtingen(gegevens.toelichtingen.get(lijn.pk, [])),
        ambities=ambities,
        activiteiten=activiteiten,
        verwijzingen=tuple(make_verwijzing(gegevens, rij) for rij in gegevens.verwijzingen.get(lijn.pk, [])),
        financien=make_financien(gegevens, lijn),
        tellingen=tel_lijn(gehangen.doelen, ambities, activiteiten),
        **gehangen.as_velden(),
    )


def make_activiteiten(
    gegevens: Gegevens, plaatsing: Plaatsing, lijn: Programmalijn
) -> tuple[Activiteitregel, ...]:
    """The rows of a line in report order, each with its onderdelen below it."""
    rijen = [
        rij for rij in gegevens.realisaties if rij.lijn_id == lijn.pk and rij.opgave != Opgave.IN_ONDERDELEN
    ]
    aanwezig = {rij.activiteit_id for rij in rijen}
    onderdelen = defaultdict(list)
    for rij in rijen:
        onderdelen[rij.onderdeel_van_id if rij.onderdeel_van_id in aanwezig else None].append(rij)

    def make(rij: Realisatie) -> Activiteitregel:
        delen = tuple(map(make, onderdelen[rij.activiteit_id]))
        return make_activiteit(gegevens, plaatsing, rij, delen)

    return tuple(map(make, onderdelen[None]))


def make_activiteit(
    gegevens: Gegevens, plaatsing: Plaatsing, rij: Realisatie, onderdelen: tuple[Activiteitregel, ...]
) -> Activiteitregel:
    activiteit: Activiteit = rij.activiteit
    stil = rij.opgave == Opgave.NIET_GERAPPORTEERD
    return Activiteitregel(
        sleutel=activiteit.sleutel,
        titel=rij.titel,
        groep=rij.groep,
        schaal=rij.schaal,
        soort=rij.soort,
        opgave=rij.opgave,
        elders=rij.elders_waar,
        elders_programma=visible_slug(rij.elders_programma, gegevens.ronde.programma_id),
        ambitie=rij.ambitie.sleutel if rij.ambitie else "",
        realisatie=rij.tekst,
        oordeel=make_oordeel(rij),
        onderdelen=onderdelen,
        partners=activiteit.partners,
        projectomvang=activiteit.projectomvang,
        projectomvang_afgedrukt=print_omvang(activiteit),
        projectomvang_toelichting=activiteit.projectomvang_toelichting,
        tijdspad=make_tijdspad(activiteit),
        vindplaats=rij.vindplaats,
        verwezen_vanuit=gegevens.verbanden.vermeldingen.get(("activiteit", activiteit.pk), ()),
        **hang(gegevens, plaatsing, ("activiteit", activiteit.pk), stil=stil).as_velden(),
    )


def make_ambitie(
    gegevens: Gegevens, plaatsing: Plaatsing, ambitie: Ambitie, activiteiten: tuple[Activiteitregel, ...]
) -> Ambitieregel:
    return Ambitieregel(
        sleutel=ambitie.sleutel,
        titel=ambitie.titel,
        tijdspad=make_tijdspad(ambitie),
        activiteiten=tuple(rij.sleutel for rij in activiteiten if rij.ambitie == ambitie.sleutel),
        **hang(gegevens, plaatsing, ("ambitie", ambitie.pk)).as_velden(),
    )


def make_oordeel(rij: Realisatie | Toelichting) -> Oordeelregel:
    return Oordeelregel(
        waarde=rij.oordeel,
        horizon=rij.oordeel_horizon,
        oorzaak=rij.oordeel_oorzaak,
        gevolg=rij.oordeel_gevolg,
        bijsturing=rij.oordeel_bijsturing,
    )


def make_toelichtingen(rijen: list[Toelichting]) -> tuple[Toelichtingregel, ...]:
    return tuple(
        Toelichtingregel(
            sleutel=rij.sleutel, onderwerp=rij.onderwerp, tekst=rij.tekst, oordeel=make_oordeel(rij)
        )
        for rij in rijen
    )


def make_tijdspad(rij: Activiteit | Ambitie) -> Tijdspadregel:
    geschreven = rij.tijdspad_actueel or rij.tijdspad_oorspronkelijk
    gelezen = read_tijdspad(geschreven)
    return Tijdspadregel(
        oorspronkelijk=rij.tijdspad_oorspronkelijk,
        actueel=rij.tijdspad_actueel,
        reden=rij.tijdspad_reden,
        van=gelezen.van,
        tot=gelezen.tot,
        precisie=str(gelezen.precisie) if geschreven else "",
    )


def print_omvang(activiteit: Activiteit) -> str:
    if activiteit.projectomvang is None:
        return ""
    return format_met_precisie(format_bedrag(activiteit.projectomvang), activiteit.projectomvang_precisie)
