"""What a form shows of a report, without a page: parts, columns and words."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.template.loader import get_template

from programmalijnen.regels.begrippen import Rapportvorm
from rapportage.rapport import (
    Ambitieregel,
    Financieringregel,
    Metingregel,
    Mijlpaalregel,
    Standregel,
    Tijdspadregel,
    Toelichtingregel,
    Uitsplitsingregel,
)
from rapportage.uitvoer.excel import BLADEN
from rapportage.uitvoer.excel.lijnvolgorde import ALLE, BLOKKEN_VAN_DEEL, order_blokken
from rapportage.vormen import VORMEN, choose_vorm, fill_rapport, find_vorm
from rapportage.vormen.inhoud import INHOUD
from rapportage.vormen.lijninhoud import LIJNINHOUD, make_lijnblok
from tests.rapportage.bouwers import (
    maak,
    maak_activiteitregel,
    maak_doelregel,
    maak_geld,
    maak_groep,
    maak_indicatorregel,
    maak_lijnregel,
    maak_rapport,
)

PRESENTATIE = find_vorm(Rapportvorm.RAADSPRESENTATIE)


def delen_van(vorm: Rapportvorm, rapport) -> dict:
    ingevuld = find_vorm(vorm).in_words(rapport)
    return {vak.deel.naam: vak.inhoud for vak in fill_rapport(ingevuld, rapport)}


def lijndelen_van(lijn, rapport=None, vorm: Rapportvorm = Rapportvorm.RAADSPRESENTATIE) -> dict:
    rapport = rapport or maak_rapport(lijnen=(lijn,))
    blok = make_lijnblok(find_vorm(vorm).in_words(rapport), rapport, lijn)
    return {vak.deel.naam: vak.inhoud for vak in blok.delen}


def test_every_form_has_its_module():
    assert set(VORMEN) == set(Rapportvorm)


@pytest.mark.parametrize("vorm", VORMEN.values(), ids=str)
def test_every_part_and_column_has_a_template_and_content(vorm):
    for onderdeel in (*vorm.delen, *vorm.lijndelen, *vorm.kolommen):
        assert get_template(onderdeel.template)
    assert {deel.naam for deel in vorm.delen} <= set(INHOUD)
    assert {deel.naam for deel in vorm.lijndelen} <= set(LIJNINHOUD)


@pytest.mark.parametrize("vorm", VORMEN.values(), ids=str)
def test_no_part_stands_twice_and_the_lines_and_the_account_are_there(vorm):
    namen = [deel.naam for deel in (*vorm.delen, *vorm.lijndelen)]
    assert len(namen) == len(set(namen))
    assert {"lijnen", "verantwoording"} <= set(namen)


@pytest.mark.parametrize("vorm", VORMEN.values(), ids=str)
def test_a_workbook_leaves_no_sheet_and_no_block_out(vorm):
    assert sorted(vorm.bladen) == sorted(BLADEN)
    assert set(ALLE) <= set(order_blokken(vorm))
    assert {deel.naam for deel in vorm.lijndelen} - {"kosten"} <= set(BLOKKEN_VAN_DEEL)


def test_words_are_filled_in_with_the_year_and_what_the_lines_are_called():
    vorm = PRESENTATIE.in_words(maak_rapport())
    assert vorm.koppen.lijn == "Programmalijn"
    assert "Waar gaan we in 2025 voor?" in [deel.kop for deel in vorm.lijndelen]


def test_what_is_no_form_gets_the_one_of_the_round():
    assert choose_vorm("actieprogramma", "raadspresentatie").naam == Rapportvorm.ACTIEPROGRAMMA
    assert choose_vorm("iets anders", "raadspresentatie").naam == Rapportvorm.RAADSPRESENTATIE


def test_what_is_empty_is_left_out_with_its_heading():
    vol = delen_van(Rapportvorm.VOORTGANGSRAPPORTAGE, maak_rapport())
    kaal = delen_van(
        Rapportvorm.VOORTGANGSRAPPORTAGE, maak_rapport(toelichtingen=(), besluiten=(), mijlpalen=())
    )
    assert set(vol) - set(kaal) == {"besluiten_en_planning", "toelichtingen"}


def test_agreed_and_extra_activiteiten_stand_apart_where_a_group_mixes_them():
    lijn = maak_lijnregel(
        "1", "Haven", maak_activiteitregel("a", "Loket", soort="extra"), maak_activiteitregel("b", "Kade")
    )
    groepen = lijndelen_van(lijn)["resultaten"].vak.tabel.groepen
    assert [(groep.naam, [rij.activiteit.titel for rij in groep.rijen]) for groep in groepen] == [
        ("Afgesproken activiteiten", ["Kade"]),
        ("Extra activiteiten", ["Loket"]),
    ]


def test_groups_that_do_not_mix_keep_the_names_of_the_round():
    lijn = maak_lijnregel(
        "1",
        "Haven",
        maak_activiteitregel("a", "Loket"),
        maak_activiteitregel("b", "Kade", groep="Erbij", soort="extra"),
    )
    groepen = lijndelen_van(lijn)["resultaten"].vak.tabel.groepen
    assert [groep.naam for groep in groepen] == ["Voor Stad", "Erbij"]


def test_doelen_of_next_year_stand_beside_those_of_this_year_on_the_same_indicator():
    nu = maak_doelregel("nu", "75 partners", 75, indicator="partners")
    straks = maak_doelregel("straks", "155 partners", 155, indicator="partners", toestand="voorgesteld")
    lijn = maak_lijnregel("1", "Haven", maak_activiteitregel("a", "Label", nu), doelen_volgend_jaar=(straks,))
    jaren = lijndelen_van(lijn)["jaren_naast_elkaar"]
    assert jaren.alle_voorgesteld
    assert [(rij.drager, rij.dit_jaar, rij.volgend_jaar) for rij in jaren.rijen] == [(None, (nu,), (straks,))]


def maak_aandelen(*percentages: int, eenheid: str = "%"):
    delen = tuple(
        Uitsplitsingregel(
            categorie=f"groep {nummer}",
            waarde=Decimal(percentage),
            afgedrukt=f"{percentage}%",
            toestand="gemeten",
            telt_mee=None,
        )
        for nummer, percentage in enumerate(percentages)
    )
    meting = maak(Metingregel, uitsplitsing=delen, waarde=None)
    return replace(
        maak_indicatorregel(), eenheid=eenheid, is_contextcijfer=True, metingen=(meting,), laatste=meting
    )


@pytest.mark.parametrize(
    ("indicator", "overlap"),
    [
        (maak_aandelen(80, 55), True),
        (maak_aandelen(60, 40), False),
        (maak_aandelen(80, 55, eenheid=""), False),
    ],
)
def test_shares_above_a_hundred_say_that_they_do_not_exclude_each_other(indicator, overlap):
    lijn = maak_lijnregel("1", "Haven", maak_activiteitregel("a", "West", indicatoren=(indicator,)))
    assert [rij.overlap for rij in lijndelen_van(lijn)["bevindingen"].rijen] == [overlap]


def test_shares_stand_as_findings_and_not_in_their_row():
    lijn = maak_lijnregel(
        "1", "Haven", maak_activiteitregel("a", "West", indicatoren=(maak_aandelen(80, 55),))
    )
    (groep,) = lijndelen_van(lijn)["resultaten"].vak.tabel.groepen
    assert [rij.metingen for rij in groep.rijen] == [()]


def test_a_column_without_content_is_left_out():
    lijn = maak_lijnregel("1", "Haven", maak_activiteitregel("a", "Loket", partners="Werkgevers"))
    vak = lijndelen_van(lijn, vorm=Rapportvorm.ACTIEPROGRAMMA)["activiteiten_zonder_ambitie"]
    assert [kolom.naam for kolom in vak.kolommen] == ["partners"]


def test_an_ambitie_holds_two_lists_and_its_activiteiten_leave_the_table():
    doel = maak_doelregel("d", "5% meer bereik")
    ambitie = maak(Ambitieregel, titel="Rondkomen", doelen=(doel,), activiteiten=("a",))
    stil = "niet gerapporteerd in deze ronde"
    lijn = maak_lijnregel(
        "1", "Inkomen", maak_activiteitregel("a", "Loket", opgave=stil), ambities=(ambitie,)
    )
    delen = lijndelen_van(lijn, vorm=Rapportvorm.UITVOERINGSPROGRAMMA)
    (rij,) = delen["ambities"].rijen
    assert (rij.doelen, [activiteit.titel for activiteit in rij.activiteiten]) == ((doel,), ["Loket"])
    assert delen["ambities"].stil
    assert "activiteiten_zonder_ambitie" not in delen


def test_a_reservation_shows_what_part_of_it_was_voted():
    gereserveerd = Standregel(stand="gereserveerd", bedrag=Decimal(100), precisie="precies")
    gevoteerd = Standregel(stand="gevoteerd", bedrag=Decimal(12), precisie="precies", waarvan="gereserveerd")
    regel: Financieringregel = maak_geld("reserve", "Agenda 2030", None, standen=(gereserveerd, gevoteerd))
    rapport = maak_rapport()
    geld = replace(rapport.financien, groepen=(maak_groep("investering", "stad", regel),))
    (reservering,) = delen_van(Rapportvorm.INVESTERINGSPROGRAMMA, replace(rapport, financien=geld))[
        "reservering"
    ]
    assert (reservering.stand, reservering.waarvan) == (gereserveerd, (gevoteerd,))


def test_output_and_outcome_stand_apart_and_the_rest_of_the_doelen_too():
    doelen = tuple(
        maak_doelregel(naam, naam, niveau=niveau)
        for naam, niveau in (("een", "resultaat"), ("twee", "maatschappelijk effect"), ("drie", ""))
    )
    delen = delen_van(Rapportvorm.INVESTERINGSPROGRAMMA, maak_rapport(doelen=doelen))
    assert [delen[naam].in_woorden for naam in ("output", "outcome", "andere_doelen")] == [
        (doel,) for doel in doelen
    ]


def test_planning_keeps_the_headings_of_the_source_in_their_order():
    mijlpalen = tuple(
        maak(Mijlpaalregel, titel=titel, groep=groep)
        for titel, groep in (("later", "Oorspronkelijk"), ("nu", "Geactualiseerd"), ("ook", "Oorspronkelijk"))
    )
    planning = delen_van(Rapportvorm.INVESTERINGSPROGRAMMA, maak_rapport(mijlpalen=mijlpalen))["planning"]
    assert [(groep.naam, len(groep.mijlpalen)) for groep in planning] == [
        ("Oorspronkelijk", 2),
        ("Geactualiseerd", 1),
    ]


def test_the_light_of_a_line_is_shown_also_when_nobody_gave_it():
    tekst = maak(Toelichtingregel, onderwerp="voortgang", tekst="Het regieteam is gestart.")
    lijn = maak_lijnregel("1", "Regie", toelichtingen=(tekst,))
    delen = lijndelen_van(lijn, vorm=Rapportvorm.INVESTERINGSPROGRAMMA)
    assert delen["voortgang_met_oordeel"] == (tekst,)


def test_a_text_about_money_is_never_lost():
    geld = maak(Toelichtingregel, onderwerp="financiën", tekst="Binnen de begroting.")
    lijn = maak_lijnregel("1", "Haven", toelichtingen=(geld,))
    for vorm in Rapportvorm:
        delen = lijndelen_van(lijn, vorm=vorm)
        assert (geld,) in (delen.get("geld"), delen.get("voortgang"), delen.get("voortgang_met_oordeel"))


def test_a_tijdspad_makes_a_column():
    tijdspad = Tijdspadregel(oorspronkelijk="Q2 2025", actueel="Q2 2025")
    lijn = maak_lijnregel("1", "Haven", maak_activiteitregel("a", "Loket", tijdspad=tijdspad))
    vak = lijndelen_van(lijn, vorm=Rapportvorm.INVESTERINGSPROGRAMMA)["activiteiten_zonder_ambitie"]
    assert [kolom.naam for kolom in vak.kolommen] == ["tijdspad"]


def test_a_column_of_nothing_but_silence_is_one_sentence():
    stil = "niet gerapporteerd in deze ronde"
    lijn = maak_lijnregel("1", "Haven", *(maak_activiteitregel(naam, naam, opgave=stil) for naam in "ab"))
    vak = lijndelen_van(lijn, vorm=Rapportvorm.INVESTERINGSPROGRAMMA)["activiteiten_zonder_ambitie"]
    assert (vak.kolommen, vak.stil) == ((), True)
