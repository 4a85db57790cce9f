"""The money of a report over the years: its own figures, laid out as the tables of the money rules."""

from dataclasses import dataclass

from financien.begrippen import Bedragtoestand, Standsoort, Uitgavesoort
from financien.feiten import (
    Jaarsaldo,
    Kolom,
    Kostenpostfeit,
    Som,
    Standsom,
    Uitgavefeit,
    Uitgaventabel,
)
from financien.uitgaven import arrange, name_jaar
from programmalijnen.regels.begrippen import Precisie

from .rapport import Financien, Jaartotaal, Kostenpostregel, Saldoregel, Standtotaal


@dataclass(frozen=True, slots=True)
class Geldjaren:
    """Of a line or of the programme; each part may be empty."""

    matrix: Uitgaventabel
    saldi: tuple[Jaarsaldo, ...]
    standen: tuple[Standsom, ...]


@dataclass(frozen=True, slots=True)
class Jaarkosten:
    """What was planned and realised in one year; `gedeeld` says that posts of several lines are not in it."""

    totalen: tuple[Jaartotaal, ...]
    gedeeld: bool


def make_jaarkosten(financien: Financien, jaar: int, *, van_lijn: bool) -> Jaarkosten:
    return Jaarkosten(
        totalen=tuple(
            totaal for totaal in financien.jaartotalen if totaal.jaar == jaar and totaal.bedrag is not None
        ),
        gedeeld=van_lijn and any(post.telt_in_meer_lijnen for post in financien.kostenposten),
    )


def make_geldjaren(financien: Financien, *, van_lijn: bool) -> Geldjaren:
    """`van_lijn`: a post of several lines is shown and was not added. No figure is computed here."""
    return Geldjaren(
        matrix=make_matrix(financien, van_lijn=van_lijn),
        saldi=tuple(map(make_saldo, financien.saldi)),
        standen=tuple(map(make_standsom, financien.standen)),
    )


def make_matrix(financien: Financien, *, van_lijn: bool) -> Uitgaventabel:
    volgorde = list(Uitgavesoort)
    totalen = sorted(
        financien.jaartotalen, key=lambda rij: (rij.jaar, volgorde.index(Uitgavesoort(rij.soort)))
    )
    gepland = {totaal.jaar for totaal in totalen if totaal.soort == Uitgavesoort.GEPLAND}
    kolommen = [make_kolom(totaal, gepland) for totaal in totalen]
    return arrange([make_feit(post) for post in financien.kostenposten], kolommen, van_lijn=van_lijn)


def make_kolom(totaal: Jaartotaal, gepland: set[int]) -> Kolom:
    return Kolom(
        jaar=totaal.jaar,
        soort=Uitgavesoort(totaal.soort),
        kop=name_jaar(totaal.jaar, totaal.tot_en_met),
        tot_en_met=totaal.tot_en_met,
        totaal=make_som(totaal),
        afwijking=totaal.afwijking,
        opent_jaar=totaal.soort == Uitgavesoort.GEPLAND or totaal.jaar not in gepland,
    )


def make_feit(post: Kostenpostregel) -> Kostenpostfeit:
    return Kostenpostfeit(
        sleutel=post.sleutel,
        titel=post.titel,
        lijnen=post.lijnen,
        mogelijk=post.mogelijke_lijnen,
        toelichting=post.toelichting,
        onderdeel_van=post.onderdeel_van,
        aandeel=post.aandeel,
        aandeel_precisie=Precisie(post.aandeel_precisie),
        uitgaven=tuple(
            Uitgavefeit(
                jaar=uitgave.jaar,
                soort=Uitgavesoort(uitgave.soort),
                bedrag=uitgave.bedrag,
                toestand=Bedragtoestand(uitgave.toestand),
                precisie=Precisie(uitgave.precisie),
                tot_en_met=uitgave.tot_en_met,
            )
            for uitgave in post.uitgaven
        ),
    )


def make_saldo(saldo: Saldoregel) -> Jaarsaldo:
    return Jaarsaldo(
        jaar=saldo.jaar,
        dekking=Som(bedrag=saldo.dekking, precisie=Precisie(saldo.dekking_precisie)),
        kosten=Som(bedrag=saldo.kosten, precisie=Precisie(saldo.kosten_precisie)),
        som=make_som(saldo),
        woorden=saldo.woorden,
    )


def make_som(rij: Jaartotaal | Saldoregel) -> Som:
    return Som(
        bedrag=rij.bedrag,
        precisie=Precisie(rij.precisie),
        onvolledig=rij.onvolledig,
        gedrukt=rij.gedrukt,
        verschil=rij.verschil,
        is_berekend=rij.gedrukt is None,
    )


def make_standsom(totaal: Standtotaal) -> Standsom:
    return Standsom(
        stand=Standsoort(totaal.stand),
        som=Som(bedrag=totaal.bedrag, precisie=Precisie(totaal.precisie)),
        waarvan=totaal.waarvan,
    )
