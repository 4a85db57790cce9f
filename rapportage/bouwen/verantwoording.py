"""What a report accounts for: who approved it, and the answered warnings about it (rekenregels 4)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from programmalijnen.bouwen.doelen import make_feiten
from programmalijnen.bouwen.toetsing import make_toetsfeiten
from programmalijnen.models import Doel, Invoerstaat, Realisatie, Toelichting, Waarschuwingsantwoord
from programmalijnen.regels.toetsbaar import check_toetsbaar

from ..canoniek import from_json
from ..controle import check_rapport
from ..controle.feiten import ACTIVITEITEN, TOELICHTINGEN, Controlefeiten, Punt, Totaalplek
from ..controle.plaatsen import places_of, series_of
from ..models import Editie
from ..rapport import Rapport, Waarschuwingregel
from .gegevens import Gegevens


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """A report, the warnings about it, and all answers of the round by the sleutel of their warning."""

    rapport: Rapport
    punten: tuple[Punt, ...]
    antwoorden: Mapping[str, Waarschuwingsantwoord]


def make_controle(gegevens: Gegevens, rapport: Rapport) -> Controle:
    return Controle(
        rapport=rapport,
        punten=check_rapport(rapport, make_controlefeiten(gegevens, rapport)),
        antwoorden={antwoord.waarschuwing: antwoord for antwoord in gegevens.antwoorden},
    )


def add_antwoorden(gegevens: Gegevens, rapport: Rapport) -> Rapport:
    """With the answers to warnings that still say the same; without any answer nothing needs checking."""
    if not gegevens.antwoorden:
        return rapport
    controle = make_controle(gegevens, rapport)
    regels = (
        Waarschuwingregel(sleutel=punt.sleutel, zin=punt.zin, antwoord=antwoord.antwoord)
        for punt in controle.punten
        if (antwoord := controle.antwoorden.get(punt.sleutel)) and antwoord.zin == punt.zin
    )
    return replace(rapport, antwoorden=tuple(regels))


def count_goedgekeurd(gegevens: Gegevens) -> dict[str, int]:
    """What was taken over from a document was approved by nobody here."""
    goedgekeurd = [rij for _, rij in invoer_of(gegevens) if is_goedgekeurd(rij)]
    return {"goedgekeurd": len(goedgekeurd), "zelf_goedgekeurd": sum(map(is_zelf, goedgekeurd))}


def invoer_of(gegevens: Gegevens) -> Iterator[tuple[tuple[str, str], Realisatie | Toelichting]]:
    """((soort, sleutel), row) of every text of the round."""
    for realisatie in gegevens.realisaties:
        yield (ACTIVITEITEN, realisatie.activiteit.sleutel), realisatie
    for toelichting in chain.from_iterable(gegevens.toelichtingen.values()):
        yield (TOELICHTINGEN, toelichting.sleutel), toelichting


def is_goedgekeurd(rij: Realisatie | Toelichting) -> bool:
    return rij.staat == Invoerstaat.AKKOORD and rij.akkoord_door_id is not None


def is_zelf(rij: Realisatie | Toelichting) -> bool:
    return rij.ingevuld_door_id == rij.akkoord_door_id


def make_controlefeiten(gegevens: Gegevens, rapport: Rapport) -> Controlefeiten:
    ambities = {rij.ambitie_id for rij in gegevens.realisaties}
    return Controlefeiten(
        vorige_peildatum=gegevens.vorige_peildatum,
        verteld=find_verteld(gegevens, rapport),
        sluiten_uit={doel.sleutel: doel.onderdelen_sluiten_uit for doel in gegevens.doelen},
        aanwezig={doel.sleutel: find_aanwezig(gegevens, doel, ambities) for doel in gegevens.doelen},
        zelf=frozenset(plek for plek, rij in invoer_of(gegevens) if is_goedgekeurd(rij) and is_zelf(rij)),
        totalen=find_totalen(gegevens),
    )


def find_aanwezig(gegevens: Gegevens, doel: Doel, ambities: Iterable[int | None]) -> dict[str, bool]:
    """As Toetsbaar? answers it; a start without a bron misses the bron, not the start."""
    feiten = make_feiten(gegevens, doel)
    vragen = check_toetsbaar(make_toetsfeiten(doel, feiten, set(ambities))).vragen
    nee = {vraag.naam for vraag in vragen if vraag.antwoord is False}
    heeft_start = feiten.start is not None or any(meting.nulmeting for meting in feiten.metingen)
    return {
        "start": "Start" not in nee or heeft_start,
        "bron": "Controleerbaar" not in nee and not ("Start" in nee and heeft_start),
        "eigenaar": "Eigenaar" not in nee,
        "periode": "Tijdgebonden" not in nee,
    }


def find_verteld(gegevens: Gegevens, rapport: Rapport) -> dict[tuple[str, str], Decimal]:
    """The values the last round told, from its edition; where it has none, as they are known of it now."""
    tot = gegevens.vorige_peildatum
    if tot is None:
        return {}
    bron = fetch_vorige_rapport(gegevens) or rapport
    reeksen = (
        reeks
        for plaats in places_of(bron)
        for indicator in plaats.indicatoren
        for reeks in series_of(indicator)
    )
    return {
        (reeks.indicator.sleutel, reeks.categorie): meting.waarde
        for reeks in reeksen
        for meting in reeks.metingen
        if meting.peildatum <= tot and meting.waarde is not None
    }


def fetch_vorige_rapport(gegevens: Gegevens) -> Rapport | None:
    edities = Editie.objects.filter(
        ronde__programma=gegevens.ronde.programma_id, ronde__peildatum=gegevens.vorige_peildatum
    )
    inhoud = edities.order_by("-versie").values_list("inhoud", flat=True).first()
    return from_json(inhoud) if inhoud else None


def find_totalen(gegevens: Gegevens) -> dict[Totaalplek, str]:
    codes = {lijn.pk: lijn.code for lijn in gegevens.lijnen}
    return {
        Totaalplek(
            lijn=codes.get(rij.lijn_id, ""),
            jaar=rij.jaar,
            uitgavesoort=rij.uitgavesoort,
            soort=rij.soort,
            schaal=rij.schaal,
            is_saldo=rij.is_saldo,
        ): rij.sleutel
        for rij in gegevens.gedrukte_totalen
    }
