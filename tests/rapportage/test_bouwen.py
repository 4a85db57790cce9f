"""A report follows the rows of its round, in a constant number of queries."""

from datetime import date
from decimal import Decimal

import pytest

from financien.begrippen import Financieringsoort
from programmalijnen.models import Activiteitsoort, Ambitie, Doel, Opgave, Programmalijn, Rapportageronde
from programmalijnen.regels.begrippen import Koers, Soort, Vorm
from programmalijnen.services.structuur import save_rij
from rapportage.bouwen import build_rapport
from rapportage.rapport import Activiteitregel, Lijnregel
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_ambitie,
    maak_categorie,
    maak_doel,
    maak_financiering,
    maak_gedrukt_totaal,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
)

pytestmark = pytest.mark.django_db

NAJAAR = {"slug": "najaar-2024", "label": "per Q3 2024", "peildatum": date(2024, 9, 30)}
QUERIES = 29


@pytest.fixture
def lijn() -> Programmalijn:
    return maak_lijn(maak_programma())


def build_lijn(ronde: Rapportageronde) -> Lijnregel:
    return build_rapport(ronde=ronde).lijnen[0]


def build_activiteit(ronde: Rapportageronde) -> Activiteitregel:
    return build_lijn(ronde).activiteiten[0]


def fill(lijn: Programmalijn, aantal: int) -> None:
    """So many activiteiten, each with a doel, an indicator and a measurement."""
    for _ in range(aantal):
        activiteit = maak_activiteit(lijn)
        indicator = maak_indicator(lijn.programma, activiteit=activiteit)
        maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
        maak_meting(indicator)
        maak_financiering(lijn, 1000)


@pytest.mark.parametrize(("lijnen", "activiteiten"), [(1, 1), (30, 3)])
def test_build_rapport_asks_as_many_queries_for_a_small_programme_as_for_a_large_one(
    lijn, lijnen, activiteiten, django_assert_num_queries
):
    fill(lijn, activiteiten)
    for nummer in range(2, lijnen + 1):
        fill(maak_lijn(lijn.programma, str(nummer)), activiteiten)
    ronde = Rapportageronde.objects.select_related("programma").get(pk=maak_ronde(lijn.programma).pk)

    with django_assert_num_queries(QUERIES):
        rapport = build_rapport(ronde=ronde)

    assert sum(len(regel.activiteiten) for regel in rapport.lijnen) == lijnen * activiteiten


def test_build_rapport_follows_the_row_of_the_round_after_the_activiteit_moved(lijn):
    activiteit = maak_activiteit(lijn, titel="Loket")
    ronde = maak_ronde(lijn.programma)
    activiteit.titel, activiteit.lijn = "Werkplein", maak_lijn(lijn.programma, "2")
    save_rij(rij=activiteit, door=None, op=NU)

    eerste, tweede = build_rapport(ronde=ronde).lijnen
    assert [rij.titel for rij in eerste.activiteiten] == ["Loket"]
    assert tweede.activiteiten == ()


def test_build_rapport_puts_onderdelen_below_their_activiteit(lijn):
    ouder = maak_activiteit(lijn, "wijken")
    maak_activiteit(lijn, "west", onderdeel_van=ouder)

    (rij,) = build_lijn(maak_ronde(lijn.programma)).activiteiten
    assert (rij.sleutel, [deel.sleutel for deel in rij.onderdelen]) == ("wijken", ["west"])


def test_build_rapport_shows_the_doelen_of_an_activiteit_reported_in_parts_at_its_line(lijn):
    ouder = maak_activiteit(lijn, "wijken")
    maak_doel(lijn.programma, "honderd-inwoners", activiteit=ouder)
    ronde = maak_ronde(lijn.programma)
    maak_realisatie(ronde, ouder, opgave=Opgave.IN_ONDERDELEN)

    regel = build_lijn(ronde)
    assert regel.activiteiten == ()
    assert [doel.sleutel for doel in regel.doelen] == ["honderd-inwoners"]


def test_build_rapport_does_not_lose_a_doel_of_an_activiteit_without_a_row(lijn):
    ronde = maak_ronde(lijn.programma)
    maak_doel(lijn.programma, "laat", activiteit=maak_activiteit(lijn))

    assert [doel.sleutel for doel in build_lijn(ronde).doelen] == ["laat"]


def test_build_rapport_keeps_a_line_and_an_ambitie_that_were_archived_after_the_round_opened(lijn):
    ambitie = maak_ambitie(lijn, "kans")
    maak_activiteit(lijn, "loket", ambitie=ambitie)
    ronde = maak_ronde(lijn.programma)
    Programmalijn.objects.update(gearchiveerd=True)
    Ambitie.objects.update(gearchiveerd=True)

    regel = build_lijn(ronde)
    assert [rij.sleutel for rij in regel.activiteiten] == ["loket"]
    assert [rij.activiteiten for rij in regel.ambities] == [("loket",)]


def test_build_rapport_shows_a_doel_of_an_archived_ambitie_at_its_line(lijn):
    maak_doel(lijn.programma, "banen", ambitie=maak_ambitie(lijn, gearchiveerd=True))

    assert [doel.sleutel for doel in build_lijn(maak_ronde(lijn.programma)).doelen] == ["banen"]


def test_build_rapport_shows_a_doel_of_an_archived_line_at_the_programme(lijn):
    oud = maak_lijn(lijn.programma, "2", gearchiveerd=True)
    maak_doel(lijn.programma, "banen", lijn=oud)
    maak_doel(lijn.programma, "kansen", ambitie=maak_ambitie(oud))

    rapport = build_rapport(ronde=maak_ronde(lijn.programma))
    assert [doel.sleutel for doel in rapport.doelen] == ["banen", "kansen"]


def test_a_figure_does_not_get_worse_by_not_being_measured(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit, soort=Soort.STROOM)
    maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
    maak_meting(indicator, 60)
    maak_ronde(lijn.programma)
    najaar = maak_ronde(lijn.programma, **NAJAAR)
    maak_realisatie(najaar, activiteit, opgave=Opgave.NIET_GERAPPORTEERD)

    (doel,) = build_activiteit(najaar).doelen
    assert (doel.bereikt_afgedrukt, doel.koers) == ("60%", Koers.OP_SCHEMA)
    assert doel.peildatum_tekst == "t/m 31 juli 2024, in deze ronde niet opnieuw gemeten"


def test_a_later_measurement_is_not_in_an_earlier_report(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit)
    maak_meting(indicator, 60)
    maak_meting(indicator, 90, periode="t/m sept. 2024", peildatum=date(2024, 9, 30))

    (regel,) = build_activiteit(maak_ronde(lijn.programma)).indicatoren
    assert [meting.waarde for meting in regel.metingen] == [Decimal(60)]


def test_a_replaced_measurement_is_not_read(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit)
    oud = maak_meting(indicator, 60, vervangen=True)
    maak_meting(indicator, 58, vervangt=oud)

    (regel,) = build_activiteit(maak_ronde(lijn.programma)).indicatoren
    assert [meting.afgedrukt for meting in regel.metingen] == ["58"]


def test_categories_without_telt_mee_make_no_total(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit)
    maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
    for naam, waarde in (("betaald werk", 14), ("meer uren", 2)):
        maak_meting(indicator, waarde, categorie=maak_categorie(indicator, naam))

    (doel,) = build_activiteit(maak_ronde(lijn.programma)).doelen
    assert (doel.waarde, doel.reden) == (None, "niet afgesproken welke categorieën meetellen")
    assert [(deel.categorie, deel.afgedrukt) for deel in doel.uitsplitsing] == [
        ("betaald werk", "14"),
        ("meer uren", "2"),
    ]


def test_category_keeps_its_precision_and_its_empty_state(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit)
    maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
    delen = (
        ("werk", {"waarde": 8, "precisie": "circa"}),
        ("hulp", {"waarde": None, "toestand": "niet gemeten"}),
    )
    for naam, velden in delen:
        maak_meting(indicator, categorie=maak_categorie(indicator, naam), **velden)

    (doel,) = build_activiteit(maak_ronde(lijn.programma)).doelen
    assert [(deel.categorie, deel.afgedrukt, deel.precisie) for deel in doel.uitsplitsing] == [
        ("werk", "circa 8", "circa"),
        ("hulp", "niet gemeten", "precies"),
    ]


def test_a_category_without_a_row_in_a_period_leaves_the_sum_incomplete(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit, categorieen_sluiten_uit=True)
    maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
    werk, _ = (maak_categorie(indicator, naam, telt_mee=True) for naam in ("werk", "uren"))
    maak_meting(indicator, 14, categorie=werk)

    regel = build_activiteit(maak_ronde(lijn.programma))
    (doel,), (cijfer,) = regel.doelen, regel.indicatoren
    assert (doel.waarde, doel.reden) == (None, "onvolledig: uren is niet gemeten")
    assert [(deel.categorie, deel.afgedrukt) for deel in cijfer.laatste.uitsplitsing] == [
        ("werk", "14"),
        ("uren", "niet gemeten"),
    ]


def test_categories_of_one_day_are_one_measurement_also_when_one_says_when_its_period_began(lijn):
    indicator = maak_indicator(lijn.programma, lijn=lijn)
    maak_meting(indicator, 14, categorie=maak_categorie(indicator, "werk"), periode_van=None)
    maak_meting(indicator, 2, categorie=maak_categorie(indicator, "uren"))

    (cijfer,) = build_lijn(maak_ronde(lijn.programma)).indicatoren
    assert [[deel.afgedrukt for deel in meting.uitsplitsing] for meting in cijfer.metingen] == [["14", "2"]]


@pytest.mark.parametrize(
    ("opmerkingen", "samen"),
    [
        (("Zonder stages.", "", "Ook hulp."), "werk: Zonder stages. zorg: Ook hulp."),
        (("Van de wijk.", "Van de wijk.", "Van de wijk."), "Van de wijk."),
    ],
)
def test_every_remark_of_a_measurement_is_kept(lijn, opmerkingen, samen):
    indicator = maak_indicator(lijn.programma, lijn=lijn)
    for naam, opmerking in zip(("werk", "uren", "zorg"), opmerkingen, strict=True):
        maak_meting(indicator, 5, categorie=maak_categorie(indicator, naam), opmerking=opmerking)

    (cijfer,) = build_lijn(maak_ronde(lijn.programma)).indicatoren
    assert cijfer.laatste.opmerking == samen


def test_a_measured_nought_is_not_the_same_as_niet_gemeten(lijn):
    nul, niets = (maak_activiteit(lijn) for _ in range(2))
    for activiteit, waarde in ((nul, 0), (niets, None)):
        indicator = maak_indicator(lijn.programma, activiteit=activiteit)
        maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
        if waarde is not None:
            maak_meting(indicator, waarde)

    rijen = build_lijn(maak_ronde(lijn.programma)).activiteiten
    assert [rij.doelen[0].waarde_afgedrukt for rij in rijen] == ["0", "niet gemeten"]
    assert [rij.doelen[0].waarde for rij in rijen] == [Decimal(0), None]


def test_a_round_shows_the_doelen_of_its_year_and_those_of_the_next_apart(lijn):
    activiteit = maak_activiteit(lijn)
    maak_doel(lijn.programma, "dit-jaar", activiteit=activiteit)
    volgend = {"periode_van": date(2025, 1, 1), "periode_tot": date(2025, 12, 31)}
    maak_doel(lijn.programma, "volgend-jaar", activiteit=activiteit, **volgend)

    rij = build_activiteit(maak_ronde(lijn.programma))
    assert [doel.sleutel for doel in rij.doelen] == ["dit-jaar"]
    assert [doel.sleutel for doel in rij.doelen_volgend_jaar] == ["volgend-jaar"]


def test_a_doel_that_became_known_later_is_not_in_an_earlier_report(lijn):
    activiteit = maak_activiteit(lijn)
    maak_doel(lijn.programma, activiteit=activiteit, bekend_op=date(2024, 9, 30))

    assert build_activiteit(maak_ronde(lijn.programma)).doelen == ()


def test_a_round_asks_for_the_eindstand_of_doelen_that_ended_since_the_last(lijn):
    activiteit = maak_activiteit(lijn)
    maak_doel(lijn.programma, "doel-2024", activiteit=activiteit)
    maak_ronde(lijn.programma)
    ronde = maak_ronde(lijn.programma, "augustus-2025", peildatum=date(2025, 7, 31), jaar=2025)

    rij = build_activiteit(ronde)
    assert [doel.sleutel for doel in rij.doelen_afgelopen] == ["doel-2024"]
    assert rij.doelen == ()


def test_the_parts_of_a_samengesteld_doel_are_counted_once(lijn):
    activiteit = maak_activiteit(lijn)
    geheel = maak_doel(lijn.programma, "geheel", None, activiteit=activiteit, vorm=Vorm.SAMENGESTELD)
    for sleutel in ("energie", "zorg"):
        maak_doel(
            lijn.programma, sleutel, None, activiteit=activiteit, vorm=Vorm.OPLEVERING, onderdeel_van=geheel
        )

    rapport = build_rapport(ronde=maak_ronde(lijn.programma))
    (doel,) = rapport.lijnen[0].activiteiten[0].doelen
    assert [deel.sleutel for deel in doel.delen] == ["energie", "zorg"]
    assert rapport.tellingen.aantal_doelen == 1


def test_every_doel_lies_in_exactly_one_pile(lijn):
    activiteit = maak_activiteit(lijn)
    for vorm in (Vorm.TEKST, Vorm.OPLEVERING, Vorm.ELDERS):
        maak_doel(lijn.programma, f"doel-{vorm}", None, activiteit=activiteit, vorm=vorm)

    tellingen = build_rapport(ronde=maak_ronde(lijn.programma)).tellingen
    assert sum(tel.aantal for tel in tellingen.doelen) == tellingen.aantal_doelen == Doel.objects.count()


def test_what_is_verwant_is_not_counted(lijn):
    maak_activiteit(lijn, soort=Activiteitsoort.VERWANT)

    assert build_rapport(ronde=maak_ronde(lijn.programma)).tellingen.aantal_activiteiten == 0


def test_money_of_a_line_reconciles_with_what_the_document_prints(lijn):
    maak_financiering(lijn, 150_000)
    maak_financiering(lijn, 140_000)
    maak_gedrukt_totaal(lijn, 300_000)

    financien = build_lijn(maak_ronde(lijn.programma)).financien
    assert (financien.totaal, financien.totaal_gedrukt) == (Decimal("290000.00"), Decimal("300000.00"))
    assert financien.totaal_verschil == Decimal("-10000.00")


def test_a_total_that_no_source_prints_has_no_printed_total(lijn):
    maak_financiering(lijn, 150_000)

    assert build_lijn(maak_ronde(lijn.programma)).financien.totaal_gedrukt is None


def test_money_of_another_year_is_shown_beside_the_total(lijn):
    maak_financiering(lijn, 100_000)
    maak_financiering(lijn, 340_000, periode="vanaf 2025", jaar_van=2025, jaar_tot=None)

    financien = build_lijn(maak_ronde(lijn.programma)).financien
    assert financien.totaal == Decimal("100000.00")
    assert [(groep.periode, groep.telt_mee) for groep in financien.groepen] == [
        ("", True),
        ("vanaf 2025", False),
    ]


def test_no_light_is_invented(lijn):
    maak_activiteit(lijn)

    assert build_activiteit(maak_ronde(lijn.programma)).oordeel.waarde == ""


def test_a_hefboom_is_of_a_line_and_not_of_the_programme(lijn):
    maak_financiering(lijn, 300_000)
    maak_financiering(lijn, 410_010, soort=Financieringsoort.GEGENEREERD)

    rapport = build_rapport(ronde=maak_ronde(lijn.programma))
    assert rapport.lijnen[0].financien.hefboom == Decimal("1.37")
    assert rapport.financien.hefboom is None


def test_a_value_just_below_the_target_has_not_reached_it(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit, decimalen=0)
    maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator)
    maak_meting(indicator, "99.6")

    (doel,) = build_activiteit(maak_ronde(lijn.programma)).doelen
    assert (doel.bereikt_afgedrukt, doel.waarde) == ("99%", Decimal("99.6000"))
    assert doel.koers != Koers.BEHAALD


def test_the_start_of_a_doel_is_the_measurement_it_points_to(lijn):
    activiteit = maak_activiteit(lijn)
    indicator = maak_indicator(lijn.programma, activiteit=activiteit, soort=Soort.STAND)
    eind = {"peildatum": date(2023, 12, 31)}
    maak_meting(indicator, 10, periode="2023", periode_van=date(2023, 1, 1), **eind)
    start = maak_meting(indicator, 40, periode="31 december 2023", periode_van=None, **eind)
    maak_doel(lijn.programma, activiteit=activiteit, indicator=indicator, start=start)
    maak_meting(indicator, 60)

    (doel,) = build_activiteit(maak_ronde(lijn.programma)).doelen
    assert doel.start.waarde == Decimal(40)


def test_a_printed_total_of_one_scale_is_not_that_of_the_table(lijn):
    maak_financiering(lijn, 100)
    maak_gedrukt_totaal(lijn, 40, schaal="regio")

    assert build_lijn(maak_ronde(lijn.programma)).financien.totaal_gedrukt is None
