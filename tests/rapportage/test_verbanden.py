"""What a report knows of other programmes: only what is public, adopted, and known on its peildatum."""

from datetime import date, timedelta

import pytest

from programmalijnen.models import Activiteit, Opgave, Programma, Programmalijn, Rondestaat, Zekerheid
from rapportage.bouwen import build_rapport
from rapportage.rapport import Rapport, Relatieregel, Vermeldingregel, Verwijzingregel
from rapportage.services import withdraw_editie
from tests.bouwers import (
    NU,
    PEILDATUM,
    maak_activiteit,
    maak_doel,
    maak_editie,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_relatie,
    maak_ronde,
    maak_verwijzing,
)

pytestmark = pytest.mark.django_db

QUERIES = 31
DAG = timedelta(days=1)


@pytest.fixture
def haven() -> Programmalijn:
    """A line of the programme that refers."""
    return maak_lijn(maak_programma("haven"), "1")


@pytest.fixture
def kade() -> Activiteit:
    """What another programme owns."""
    return maak_activiteit(maak_lijn(maak_programma("dok"), "2"), "kade", titel="De kade")


def build(programma: Programma, peildatum: date = PEILDATUM, vandaag: date | None = None) -> Rapport:
    ronde = maak_ronde(programma, f"ronde-{peildatum}", peildatum=peildatum, ook_eerder=True)
    return build_rapport(ronde=ronde, vandaag=vandaag)


def adopt(programma: Programma, *, tekst: str = "De kade ligt er.", peildatum: date = PEILDATUM, **velden):
    """An edition in which every activiteit of the programme says `tekst`."""
    ronde = maak_ronde(programma, f"dok-{peildatum}", titel="Dok in juli", peildatum=peildatum)
    for rij in ronde.realisaties.select_related("activiteit"):
        maak_realisatie(ronde, rij.activiteit, tekst=tekst)
    return maak_editie(ronde, **{"openbaar_vanaf": peildatum} | velden)


def only_verwijzing(rapport: Rapport) -> Verwijzingregel:
    (verwijzing,) = (rij for lijn in rapport.lijnen for rij in lijn.verwijzingen)
    return verwijzing


def bericht_tekst(rapport: Rapport) -> str | None:
    bericht = only_verwijzing(rapport).bericht
    return bericht and bericht.realisatie


# --- what the owner reports ---


def test_a_verwijzing_shows_what_its_owner_adopted(haven, kade):
    indicator = maak_indicator(kade.programma, "meters", activiteit=kade)
    maak_doel(kade.programma, activiteit=kade, indicator=indicator, omschrijving="100 meter kade")
    maak_meting(indicator, 60)
    adopt(kade.programma)
    maak_verwijzing(haven, kade, titel="Kade van het dok")

    verwijzing = only_verwijzing(build(haven.programma))
    bericht = verwijzing.bericht
    assert (verwijzing.titel, verwijzing.eigenaar_naam, verwijzing.eigenaar_lijn) == (
        "Kade van het dok",
        "Dok",
        "2",
    )
    assert (bericht.titel, bericht.realisatie, bericht.rapport, bericht.versie) == (
        "De kade",
        "De kade ligt er.",
        "Dok in juli",
        1,
    )
    assert bericht.cijfers == ("100 meter kade: 60 van 100 (60%), nog 40, t/m juli 2024",)


def test_a_verwijzing_to_an_indicator_shows_its_latest_value(haven, kade):
    indicator = maak_indicator(kade.programma, "meters", activiteit=kade, naam="Meters kade")
    maak_meting(indicator, 60)
    adopt(kade.programma)
    maak_verwijzing(haven, indicator)

    verwijzing = only_verwijzing(build(haven.programma))
    assert (verwijzing.titel, verwijzing.soort) == ("Meters kade", "indicator")
    assert verwijzing.bericht.cijfers == ("Meters kade: 60, t/m juli 2024",)


def test_what_the_owner_reports_in_parts_is_shown_in_those_parts(haven, kade):
    west = maak_activiteit(kade.lijn, "west", onderdeel_van=kade, titel="Kade west")
    ronde = maak_ronde(kade.programma)
    maak_realisatie(ronde, kade, opgave=Opgave.IN_ONDERDELEN)
    maak_realisatie(ronde, west, tekst="Ja.")
    maak_editie(ronde)
    maak_verwijzing(haven, kade, titel="Kades")

    bericht = only_verwijzing(build(haven.programma)).bericht
    assert (bericht.sleutel, bericht.opgave, bericht.realisatie) == ("", Opgave.IN_ONDERDELEN, "")
    assert [(deel.sleutel, deel.titel, deel.realisatie) for deel in bericht.onderdelen] == [
        ("west", "Kade west", "Ja.")
    ]


def test_the_newest_edition_up_to_the_peildatum_counts(haven, kade):
    maak_verwijzing(haven, kade)
    adopt(kade.programma, tekst="In maart.", peildatum=date(2024, 3, 31))
    adopt(kade.programma, tekst="In juli.")
    adopt(kade.programma, tekst="In augustus.", peildatum=PEILDATUM + DAG)

    assert bericht_tekst(build(haven.programma)) == "In juli."
    assert bericht_tekst(build(haven.programma, date(2024, 6, 30))) == "In maart."
    assert bericht_tekst(build(haven.programma, date(2024, 3, 30))) is None


def test_what_the_owner_has_not_adopted_is_never_shown(haven, kade):
    maak_ronde(kade.programma)
    Activiteit.objects.filter(pk=kade.pk).update(titel="Nog geheim")
    maak_verwijzing(haven, kade)

    verwijzing = only_verwijzing(build(haven.programma))
    assert verwijzing.bericht is None
    assert verwijzing.titel == "Een activiteit van een ander programma"


def test_what_is_public_later_is_shown_from_that_day(haven, kade):
    maak_verwijzing(haven, kade)
    adopt(kade.programma, openbaar_vanaf=PEILDATUM + DAG)

    assert bericht_tekst(build(haven.programma)) is None
    ronde = haven.programma.rondes.get()
    assert bericht_tekst(build_rapport(ronde=ronde, vandaag=PEILDATUM + DAG)) == "De kade ligt er."


def test_a_withdrawn_edition_is_not_shown(haven, kade):
    maak_verwijzing(haven, kade)
    editie = adopt(kade.programma)
    assert bericht_tekst(build(haven.programma)) == "De kade ligt er."

    withdraw_editie(editie=editie, reden="Fout", door=None, op=NU)
    assert bericht_tekst(build_rapport(ronde=haven.programma.rondes.get())) is None


def test_an_owner_that_is_not_openbaar_leaves_only_the_words_of_the_verwijzing(haven, kade):
    adopt(kade.programma)
    Programma.objects.filter(slug="dok").update(openbaar=False)
    maak_verwijzing(haven, kade, titel="Een kade")

    assert only_verwijzing(build(haven.programma)) == Verwijzingregel(
        sleutel=haven.verwijzingen.get().sleutel,
        titel="Een kade",
        zekerheid="zeker",
        tijdspad="",
        soort="activiteit",
        eigenaar_programma="",
        eigenaar_lijn="",
        doel_sleutel="",
    )


def test_a_verwijzing_is_not_in_a_report_from_before_it_was_known(haven, kade):
    maak_verwijzing(haven, kade, bekend_op=PEILDATUM)

    assert build(haven.programma, PEILDATUM - DAG).lijnen[0].verwijzingen == ()
    assert len(build(haven.programma).lijnen[0].verwijzingen) == 1


def test_within_a_programme_the_row_of_this_round_is_shown_and_where_it_counts(haven):
    sluis = maak_activiteit(haven, "sluis")
    ronde = maak_ronde(haven.programma)
    maak_realisatie(ronde, sluis, tekst="De sluis draait.")
    maak_verwijzing(maak_lijn(haven.programma, "2"), sluis, zekerheid=Zekerheid.MOGELIJK)

    rapport = build_rapport(ronde=ronde)
    verwijzing = only_verwijzing(rapport)
    assert (verwijzing.eigenaar_lijn, verwijzing.zekerheid) == ("1", "mogelijk")
    assert (verwijzing.bericht.realisatie, verwijzing.bericht.versie) == ("De sluis draait.", 0)
    assert rapport.lijnen[0].activiteiten[0].verwezen_vanuit == (
        Vermeldingregel(programma="haven", naam="Haven", lijn="2", soort="verwijzing", zekerheid="mogelijk"),
    )


# --- the way back ---


def test_the_owner_says_who_names_it(haven, kade):
    indicator = maak_indicator(kade.programma, activiteit=kade)
    maak_meting(indicator)
    maak_verwijzing(haven, kade)
    maak_verwijzing(haven, indicator)

    (rij,) = build(kade.programma).lijnen[0].activiteiten
    van_haven = Vermeldingregel(
        programma="haven", naam="Haven", lijn="1", soort="verwijzing", zekerheid="zeker"
    )
    assert rij.verwezen_vanuit == rij.indicatoren[0].verwezen_vanuit == (van_haven,)


def test_a_programme_that_is_not_openbaar_is_named_nowhere(haven, kade):
    maak_verwijzing(haven, kade)
    maak_relatie(haven.programma, ander_programma=kade.programma)
    Programma.objects.filter(slug="haven").update(openbaar=False)

    rapport = build(kade.programma)
    assert rapport.lijnen[0].activiteiten[0].verwezen_vanuit == ()
    assert rapport.verwezen_vanuit == ()


def test_who_names_it_later_is_not_in_an_earlier_report(haven, kade):
    maak_verwijzing(haven, kade, bekend_op=PEILDATUM)
    maak_relatie(haven.programma, ander_programma=kade.programma, bekend_op=PEILDATUM)

    eerder, nu = build(kade.programma, PEILDATUM - DAG), build(kade.programma)
    assert (eerder.lijnen[0].activiteiten[0].verwezen_vanuit, eerder.verwezen_vanuit) == ((), ())
    assert (len(nu.lijnen[0].activiteiten[0].verwezen_vanuit), len(nu.verwezen_vanuit)) == (1, 1)


def test_who_reports_through_this_programme_is_named_once_it_is_adopted(haven, kade):
    sluis = maak_activiteit(haven, "sluis")
    ronde = maak_ronde(haven.programma)
    maak_realisatie(ronde, sluis, opgave=Opgave.ELDERS, elders_programma=kade.programma)
    dok = maak_ronde(kade.programma)
    assert build_rapport(ronde=dok).verwezen_vanuit == ()

    ronde.staat = Rondestaat.VASTGESTELD
    ronde.save()
    assert build_rapport(ronde=dok).verwezen_vanuit == (
        Vermeldingregel(programma="haven", naam="Haven", lijn="1", soort="elders gerapporteerd"),
    )


# --- relations ---


def test_a_relatie_names_the_other_programme_and_its_line(haven, kade):
    maak_relatie(
        haven.programma, "Samen bouwen", sleutel="samen", lijn=haven, andere_lijn=kade.lijn, tekst="Eén plan."
    )

    assert build(haven.programma).relaties == (
        Relatieregel(
            sleutel="samen",
            titel="Samen bouwen",
            tekst="Eén plan.",
            lijn="1",
            ander_programma="dok",
            ander_programma_naam="Dok",
            andere_lijn="2",
            url="",
            vindplaats="",
        ),
    )


def test_a_relatie_does_not_name_a_programme_that_is_not_openbaar(haven, kade):
    Programma.objects.filter(slug="dok").update(openbaar=False)
    maak_relatie(haven.programma, ander_programma=kade.programma, andere_lijn=kade.lijn)

    (relatie,) = build(haven.programma).relaties
    assert (relatie.ander_programma, relatie.ander_programma_naam, relatie.andere_lijn) == ("", "", "")


# --- how much it asks ---


@pytest.mark.parametrize("aantal", [1, 20])
def test_it_takes_as_many_queries_for_one_other_programme_as_for_many(
    haven, aantal, django_assert_num_queries
):
    for nummer in range(aantal):
        ander = maak_lijn(maak_programma(f"ander-{nummer}"))
        maak_verwijzing(haven, maak_activiteit(ander))
        maak_verwijzing(ander, maak_activiteit(haven))
        maak_relatie(haven.programma, ander_programma=ander.programma)
        adopt(ander.programma)
    ronde = maak_ronde(haven.programma)

    with django_assert_num_queries(QUERIES):
        rapport = build_rapport(ronde=ronde)
    assert all(rij.bericht for rij in rapport.lijnen[0].verwijzingen)
    assert len(rapport.lijnen[0].verwijzingen) == aantal
