"""What lists show of a report: counts and money without what is reported or accounted for elsewhere."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from programmalijnen.regels.begrippen import Oordeel
from rapportage.kerncijfers import (
    Deling,
    Jaarbedrag,
    Stap,
    make_kerncijfers,
    read_kerncijfers,
    to_kerncijfers,
)
from rapportage.rapport import Berichtregel, Jaartotaal, Mijlpaalregel, Tel, Verwijzingregel
from tests.rapportage.bouwers import maak, maak_activiteitregel, maak_lijnregel, maak_rapport, maak_tellingen


def test_what_is_reported_elsewhere_is_counted_apart():
    rapport = maak_rapport(
        tellingen=replace(maak_tellingen(OP_SCHEMA=1, ZONDER_OORDEEL=4, ELDERS=1), aantal_activiteiten=4)
    )

    cijfers = make_kerncijfers(rapport)
    assert (cijfers.activiteiten, cijfers.elders_activiteiten) == (3, 1)
    assert (cijfers.aantal_doelen, cijfers.elders_doelen) == (5, 1)
    assert cijfers.doelen == (
        Tel(naam="op schema", aantal=1),
        Tel(naam="loopt, zonder rekenkundig oordeel", aantal=4),
    )


def test_of_the_verdicts_of_people_only_those_that_ask_for_attention_are_kept():
    oordelen = tuple(
        Tel(naam=str(naam), aantal=aantal) for naam, aantal in zip(Oordeel, (2, 5, 1, 0, 3), strict=True)
    )
    rapport = maak_rapport(tellingen=replace(maak_tellingen(), oordelen=oordelen))

    assert make_kerncijfers(rapport).oordelen == (Tel(naam="wijkt af, bij te sturen", aantal=1),)


def test_the_money_of_the_year_is_what_is_accounted_for_here():
    cijfers = make_kerncijfers(maak_rapport())

    assert cijfers.geld_van_het_jaar == (
        Jaarbedrag(
            jaar=2024,
            soort="beschikbaar",
            bedrag=cijfers.geld[0].bedrag,
            onvolledig=cijfers.geld[0].onvolledig,
            elders=Decimal("925000.00"),
        ),
    )
    assert cijfers.geld[0].bedrag == maak_rapport().financien.totaal - 925_000


def test_spending_is_kept_per_year_with_its_partial_years():
    rapport = maak_rapport()
    uitgaven = (
        maak(Jaartotaal, jaar=2023, soort="gerealiseerd", bedrag=Decimal(298_000)),
        maak(
            Jaartotaal, jaar=2024, soort="gerealiseerd", bedrag=Decimal(58_000), tot_en_met=date(2024, 3, 31)
        ),
        maak(Jaartotaal, jaar=2025, soort="gepland", bedrag=None, onvolledig="Alles ontbreekt"),
    )
    rapport = replace(rapport, financien=replace(rapport.financien, groepen=(), jaartotalen=uitgaven))

    assert [(rij.periode, rij.soort, rij.bedrag) for rij in make_kerncijfers(rapport).geld] == [
        ("2023", "gerealiseerd", 298_000),
        ("2024 (t/m 31 maart 2024)", "gerealiseerd", 58_000),
    ]


def test_what_comes_next_is_the_first_milestone_after_the_peildatum():
    eerder = maak(Mijlpaalregel, titel="Kick-off", actueel="Q2 2024", staat="gepland", tot=date(2024, 6, 30))
    later = maak(
        Mijlpaalregel, titel="Raadsbrief", actueel="Q4 2024", staat="gepland", tot=date(2024, 12, 31)
    )

    assert make_kerncijfers(maak_rapport(mijlpalen=(later, eerder))).volgende == Stap(
        titel="Raadsbrief", wanneer="Q4 2024"
    )
    assert make_kerncijfers(maak_rapport(mijlpalen=(eerder,))).volgende is None


def test_it_names_what_is_shared_but_nothing_of_a_closed_programme():
    bericht = maak(Berichtregel, ronde="juli", sleutel="kade", titel="De kade zelf", lijn="2")
    naar_dok = maak(
        Verwijzingregel,
        soort="activiteit",
        titel="Kade",
        zekerheid="mogelijk",
        eigenaar_programma="dok",
        eigenaar_naam="Dok",
        eigenaar_lijn="2",
        doel_sleutel="kade",
        bericht=bericht,
    )
    elders = maak_activiteitregel(
        "jeugd", "Jeugd", opgave="elders gerapporteerd", elders_programma="glansrijk"
    )
    lijn = replace(
        maak_lijnregel("1", "Werk", elders), verwijzingen=(naar_dok, maak(Verwijzingregel, titel="Besloten"))
    )

    assert make_kerncijfers(maak_rapport(lijnen=(lijn,))).gedeeld == (
        Deling(
            lijn="1",
            soort="activiteit",
            titel="De kade zelf",
            eigenaar="dok",
            eigenaar_naam="Dok",
            eigenaar_lijn="2",
            ronde="juli",
            sleutel="kade",
            zekerheid="mogelijk",
        ),
        Deling(lijn="1", soort="elders gerapporteerd", titel="Jeugd", eigenaar="glansrijk"),
    )


def test_they_come_back_from_their_text_as_they_were():
    rapport = maak_rapport()

    assert read_kerncijfers(to_kerncijfers(rapport)) == make_kerncijfers(rapport)


def test_a_text_from_before_a_field_existed_still_reads():
    assert read_kerncijfers('{"jaar":2024,"label":"t/m juli 2024"}').activiteiten == 0
