from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from dordt_monitor.grafiek.gegevens import Grafiek, Rol
from rapportage.grafieken import indicator_grafiek, uitsplitsing_grafiek
from rapportage.rapport import Doelregel, Indicatorregel, Metingregel, Streefwaarderegel, Uitsplitsingregel
from tests.rapportage.bouwers import maak, maak_doelregel


def maak_meting(periode: str, dag: date, waarde: int | None, **velden) -> Metingregel:
    standaard = {"afgedrukt": "niet gemeten" if waarde is None else str(waarde), "bron": "St. MBO"}
    standaard |= {"sleutel": f"m-{dag}", "precisie": "precies"}
    getal = None if waarde is None else Decimal(waarde)
    return maak(Metingregel, periode=periode, peildatum=dag, waarde=getal, **(standaard | velden))


def maak_partners(**velden) -> Indicatorregel:
    """41 in September 2023, not measured at the end of the year, 67 in July and 75 in September 2024."""
    metingen = (
        maak_meting("sept. 2023", date(2023, 9, 30), 41),
        maak_meting("eind 2023", date(2023, 12, 31), None),
        maak_meting("t/m juli 2024", date(2024, 7, 31), 67),
        maak_meting("per Q3 2024", date(2024, 9, 30), 75),
    )
    standaard = {"metingen": metingen, "laatste": metingen[-1], "soort": "stand", "eenheid": "organisaties"}
    return maak(Indicatorregel, sleutel="i-partners", naam="Partners", **(standaard | velden))


def maak_versie(waarde: int | None, vanaf: date | None = None, **velden) -> Streefwaarderegel:
    getal = None if waarde is None else Decimal(waarde)
    return maak(Streefwaarderegel, waarde=getal, vanaf=vanaf, **velden)


def maak_doel(*versies: Streefwaarderegel, **velden) -> Doelregel:
    standaard = {
        "indicator": "i-partners",
        "doelperiode": "2024",
        "doel_van": date(2024, 1, 1),
        "doel_tot": date(2024, 12, 31),
        "streefwaarden": versies,
    }
    return maak_doelregel("d-partners", "75 partners", 75, **(standaard | velden))


def draw(indicator: Indicatorregel, *doelen: Doelregel) -> Grafiek:
    grafiek = indicator_grafiek(indicator, doelen)
    assert grafiek is not None
    return grafiek


def targets(grafiek: Grafiek) -> list[dict]:
    """Of each target the days on which its value is given."""
    return [
        {
            dag: waarde
            for dag, waarde in zip(grafiek.momenten, reeks.waarden, strict=True)
            if waarde is not None
        }
        for reeks in grafiek.reeksen
        if reeks.rol is Rol.STREEFWAARDE
    ]


def test_series_keeps_the_gap_and_its_words():
    reeks = draw(maak_partners()).reeksen[0]
    assert (reeks.waarden, reeks.afgedrukt) == ((41, None, 67, 75), ("41", "niet gemeten", "67", "75"))


def test_periods_are_written_as_the_source_wrote_them():
    assert draw(maak_partners()).categorieen == ("sept. 2023", "eind 2023", "t/m juli 2024", "per Q3 2024")


def test_title_and_sentence_say_the_change():
    grafiek = draw(maak_partners())
    assert grafiek.titel == "Partners: van 41 naar 75"
    assert grafiek.zin == "Per Q3 2024: 34 hoger dan sept. 2023."


def test_change_of_a_percentage_is_in_procentpunt():
    assert draw(maak_partners(eenheid="%")).zin == "Per Q3 2024: 34 procentpunt hoger dan sept. 2023."


def test_change_of_what_is_not_precise_is_not_precise_either():
    eerste, *rest = maak_partners().metingen
    circa = maak_meting("sept. 2023", eerste.peildatum, 41, afgedrukt="circa 41", precisie="circa")
    assert draw(maak_partners(metingen=(circa, *rest))).zin == "Per Q3 2024: circa 34 hoger dan sept. 2023."


def test_no_change_is_said():
    dezelfde = tuple(maak_meting(str(jaar), date(jaar, 12, 31), 5) for jaar in (2022, 2023))
    assert draw(maak_partners(metingen=dezelfde)).zin == "Tussen 2022 en 2023 is er geen verschil."


def test_target_holds_from_the_begin_to_the_end_of_the_doel():
    assert targets(draw(maak_partners(), maak_doel(maak_versie(75)))) == [
        {date(2024, 1, 1): 75, date(2024, 12, 31): 75}
    ]


def test_changed_target_is_a_step_on_the_day_it_took_effect():
    grafiek = draw(maak_partners(), maak_doel(maak_versie(75), maak_versie(80, date(2024, 7, 1))))
    assert targets(grafiek) == [{date(2024, 1, 1): 75, date(2024, 7, 1): 80, date(2024, 12, 31): 80}]


def test_band_has_a_lower_and_an_upper_bound():
    band = maak_versie(None, laag=Decimal(60), hoog=Decimal(80))
    grafiek = draw(maak_partners(), maak_doel(band))
    assert [reeks.naam for reeks in grafiek.reeksen] == ["gemeten", "ondergrens", "bovengrens"]


def test_target_of_another_indicator_or_a_lapsed_one_is_not_drawn():
    ander = maak_doel(maak_versie(75), indicator="i-label")
    vervallen = maak_doel(maak_versie(75), toestand="vervallen")
    assert targets(draw(maak_partners(), ander, vervallen)) == []


def test_doel_without_end_holds_until_the_last_measurement():
    grafiek = draw(maak_partners(), maak_doel(maak_versie(75), doel_van=None, doel_tot=None))
    assert targets(grafiek) == [{date(2023, 9, 30): 75, date(2024, 9, 30): 75}]


def test_stroom_begins_again_each_year_and_is_not_one_line():
    grafiek = draw(maak_partners(soort="stroom"))
    assert [reeks.waarden for reeks in grafiek.reeksen] == [(41, None, None, None), (None, None, 67, 75)]
    assert grafiek.titel == "Partners: 75 per Q3 2024"


def test_table_has_measurements_and_targets():
    assert draw(maak_partners(), maak_doel(maak_versie(75))).tabel.rijen == (
        ("sept. 2023", "41", "St. MBO"),
        ("eind 2023", "niet gemeten", "St. MBO"),
        ("t/m juli 2024", "67", "St. MBO"),
        ("per Q3 2024", "75", "St. MBO"),
        ("streefwaarde, vanaf 1 januari 2024", "75 (2024)", ""),
    )


def maak_landelijk(*eigen: Metingregel) -> Indicatorregel:
    metingen = eigen or (
        maak_meting("sept. 2023", date(2023, 9, 30), 20, bron="CBS"),
        maak_meting("eind 2024", date(2024, 12, 31), 25, bron="CBS"),
        maak_meting("2025", date(2025, 12, 31), None, bron="CBS"),
    )
    return maak(Indicatorregel, sleutel="i-landelijk", naam="Landelijk gemiddelde", metingen=metingen)


def test_figures_it_is_held_against_are_a_series_of_their_own():
    grafiek = indicator_grafiek(maak_partners(), (), [maak_landelijk()])
    assert grafiek is not None
    assert [(reeks.naam, reeks.rol, reeks.waarden) for reeks in grafiek.reeksen] == [
        ("gemeten", Rol.WAARDE, (41, None, 67, 75, None)),
        ("vergelijkingscijfer", Rol.TWEEDE, (20, None, None, None, 25)),
    ]
    assert grafiek.tabel.rijen[-1] == ("vergelijkingscijfer, eind 2024", "25", "CBS")
    assert grafiek.bron.endswith("CBS")


def test_two_that_it_is_held_against_do_not_become_one_line():
    regionaal = maak_landelijk(maak_meting("sept. 2023", date(2023, 9, 30), 30))
    grafiek = indicator_grafiek(maak_partners(), (), [maak_landelijk(), regionaal])
    assert grafiek is not None
    assert [reeks.waarden for reeks in grafiek.reeksen if reeks.rol == Rol.TWEEDE] == [
        (20, None, None, None, 25),
        (30, None, None, None, None),
    ]


@pytest.mark.parametrize("aantal", [0, 1])
def test_no_series_of_fewer_than_two_measured_values(aantal):
    assert indicator_grafiek(maak_partners(metingen=maak_partners().metingen[: aantal * 2])) is None


def maak_deel(categorie: str, waarde: int | None, telt_mee: bool | None) -> Uitsplitsingregel:
    getal = None if waarde is None else Decimal(waarde)
    afgedrukt = "niet gemeten" if waarde is None else str(waarde)
    vast = {"toestand": "gemeten", "telt_mee": telt_mee}
    return maak(Uitsplitsingregel, categorie=categorie, waarde=getal, afgedrukt=afgedrukt, **vast)


def maak_uitsplitsing(*delen: Uitsplitsingregel, waarde: int | None = None) -> Indicatorregel:
    meting = maak_meting("t/m juli 2024", date(2024, 7, 31), waarde, uitsplitsing=delen)
    return maak_partners(metingen=(meting,), laatste=meting, eenheid="inwoners")


def test_categories_of_which_nobody_agreed_whether_they_count_say_so():
    grafiek = uitsplitsing_grafiek(
        maak_uitsplitsing(maak_deel("werk", 14, None), maak_deel("hulp", 83, None))
    )
    assert grafiek is not None
    assert grafiek.titel == "Grootste groep: hulp, 83 inwoners"
    assert grafiek.zin == "Niet is afgesproken welke categorieën meetellen. Daarom is er geen totaal."


def test_percentage_is_printed_with_one_sign():
    indicator = maak_uitsplitsing(
        maak_deel("vrouw", 55, None), replace(maak_deel("werkend", 20, None), afgedrukt="20%")
    )
    grafiek = uitsplitsing_grafiek(replace(indicator, eenheid="%"))
    assert grafiek is not None
    assert (grafiek.titel, grafiek.eenheid) == ("Grootste groep: vrouw, 55", "t/m juli 2024")


def test_period_that_no_source_names_is_not_a_unit():
    indicator = maak_uitsplitsing(maak_deel("vrouw", 55, None), maak_deel("werkend", 20, None))
    meting = replace(indicator.metingen[0], periode="niet vermeld")
    grafiek = uitsplitsing_grafiek(replace(indicator, laatste=meting))
    assert grafiek is not None
    assert grafiek.eenheid == "inwoners, periode niet vermeld"


def test_what_counts_and_what_does_not_are_two_series():
    grafiek = uitsplitsing_grafiek(
        maak_uitsplitsing(maak_deel("werk", 14, True), maak_deel("hulp", 83, False), waarde=14)
    )
    assert grafiek is not None
    assert {reeks.naam: reeks.waarden for reeks in grafiek.reeksen} == {
        "telt mee": (14, None),
        "telt niet mee": (None, 83),
    }
    assert grafiek.zin == "Samen 14: alleen wat meetelt."


def test_category_that_was_not_measured_leaves_a_gap_with_the_words():
    delen = (maak_deel("werk", 14, None), maak_deel("hulp", 0, None), maak_deel("Oost", None, None))
    grafiek = uitsplitsing_grafiek(maak_uitsplitsing(*delen))
    assert grafiek is not None
    assert grafiek.reeksen[0].waarden == (14, 0, None)
    assert grafiek.waardetekst == ("14", "0", "")


def test_no_chart_of_a_measurement_without_categories():
    assert uitsplitsing_grafiek(maak_partners()) is None
