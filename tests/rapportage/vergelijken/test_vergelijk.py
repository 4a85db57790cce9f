"""What the comparison says of one change at a time, on a report made for it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from programmalijnen.regels.begrippen import Koers
from rapportage.rapport import (
    Doelregel,
    Indicatorregel,
    Lijnregel,
    Metingregel,
    Mijlpaalregel,
    Oordeelregel,
    Rapport,
    Tellingen,
    Toelichtingregel,
    Uitsplitsingregel,
)
from rapportage.vergelijken import Aard, vergelijk
from tests.rapportage.bouwers import (
    maak,
    maak_activiteitregel,
    maak_doelregel,
    maak_geld,
    maak_groep,
    maak_rapport,
)


def meting(waarde: int | None, **velden) -> Metingregel:
    standaard = {
        "sleutel": f"m-{waarde}",
        "periode": "t/m juli 2024",
        "peildatum": date(2024, 7, 31),
        "waarde": None if waarde is None else Decimal(waarde),
        "afgedrukt": "niet gemeten" if waarde is None else str(waarde),
        "toestand": "niet gemeten" if waarde is None else "gemeten",
        "precisie": "precies",
    }
    return maak(Metingregel, **(standaard | velden))


def later(waarde: int | None, **velden) -> Metingregel:
    return meting(waarde, **({"periode": "per Q3 2024", "peildatum": date(2024, 9, 30)} | velden))


def indicator(*metingen: Metingregel, **velden) -> Indicatorregel:
    laatste = metingen[-1] if metingen else None
    standaard = {"sleutel": "partners", "naam": "Partners", "soort": "stand"}
    return maak(Indicatorregel, metingen=metingen, laatste=laatste, **(standaard | velden))


def with_lijn(**velden) -> Rapport:
    lijn = maak(Lijnregel, sleutel="lijn-1", code="1", titel="Werk", **velden)
    return replace(maak(Rapport), lijnen=(lijn,))


def with_rij(*doelen: Doelregel, **velden) -> Rapport:
    return with_lijn(activiteiten=(maak_activiteitregel("label", "Label", *doelen, **velden),))


def zinnen(oud: Rapport, nieuw: Rapport) -> list[str]:
    return [rij.zin for rij in vergelijk(oud, nieuw).veranderingen]


def test_a_report_compared_with_itself_names_nothing():
    assert zinnen(maak_rapport(), maak_rapport()) == []


# --- figures ---


def test_a_figure_says_what_it_was_what_it_is_and_how_much_more():
    oud, nieuw = indicator(meting(67)), indicator(meting(67), later(75))

    (rij,) = vergelijk(with_rij(indicatoren=(oud,)), with_rij(indicatoren=(nieuw,))).veranderingen
    assert (rij.aard, rij.zin, rij.was, rij.nu, rij.verschil, rij.pad) == (
        Aard.CIJFER,
        "Partners: van 67 naar 75 (8 meer).",
        "67 (t/m juli 2024)",
        "75 (per Q3 2024)",
        "8 meer",
        "indicatoren/partners/",
    )


def test_a_percentage_differs_in_procentpunt():
    oud = indicator(meting(37, afgedrukt="37%"), eenheid="%")
    nieuw = indicator(later(34, afgedrukt="34%"), eenheid="%")

    assert zinnen(with_rij(indicatoren=(oud,)), with_rij(indicatoren=(nieuw,)))[0] == (
        "Partners: van 37% naar 34% (3 procentpunt minder)."
    )


def test_an_unmeasured_value_is_no_number():
    oud, nieuw = indicator(meting(0)), indicator(later(None))

    assert zinnen(with_rij(indicatoren=(oud,)), with_rij(indicatoren=(nieuw,)))[0] == (
        "Partners: was 0, nu niet gemeten."
    )


def test_a_difference_is_as_vague_as_its_values():
    oud, nieuw = indicator(meting(67)), indicator(later(75, afgedrukt="circa 75", precisie="circa"))

    assert zinnen(with_rij(indicatoren=(oud,)), with_rij(indicatoren=(nieuw,)))[0] == (
        "Partners: van 67 naar circa 75 (ongeveer 8 meer)."
    )


def test_a_stroom_of_another_year_has_no_difference():
    oud = indicator(meting(60), soort="stroom")
    nieuw = indicator(meting(35, peildatum=date(2025, 7, 31), periode="t/m juli 2025"), soort="stroom")

    assert zinnen(with_rij(indicatoren=(oud,)), with_rij(indicatoren=(nieuw,)))[0] == (
        "Partners: van 60 naar 35."
    )


def test_the_same_value_measured_again_is_a_new_measurement():
    oud, nieuw = indicator(meting(67)), indicator(meting(67), later(67))

    assert zinnen(with_rij(indicatoren=(oud,)), with_rij(indicatoren=(nieuw,))) == [
        "Nieuw: meting ‘Partners, per Q3 2024’, 67 (per Q3 2024)."
    ]


def test_a_category_is_told_by_its_name():
    def begeleid(aantal: int) -> Indicatorregel:
        deel = maak(Uitsplitsingregel, categorie="betaald werk", waarde=Decimal(aantal),
                    afgedrukt=str(aantal), toestand="gemeten", telt_mee=None)  # fmt: skip
        return indicator(meting(None, afgedrukt="", uitsplitsing=(deel,)))

    assert zinnen(with_rij(indicatoren=(begeleid(14),)), with_rij(indicatoren=(begeleid(20),))) == [
        "Partners, betaald werk: van 14 naar 20 (6 meer)."
    ]


def test_a_koers_that_follows_from_the_measurement_stands_under_it():
    def doel(waarde: int, koers: str) -> Doelregel:
        return maak_doelregel("d", "75 partners", 75, indicator="partners", waarde=Decimal(waarde),
                              waarde_afgedrukt=str(waarde), koers=koers)  # fmt: skip

    oud = with_rij(doel(67, Koers.GEEN_KOERS), indicatoren=(indicator(meting(67)),))
    nieuw = with_rij(doel(75, Koers.OP_DOELNIVEAU), indicatoren=(indicator(later(75)),))

    (cijfer,) = vergelijk(oud, nieuw).veranderingen
    assert cijfer.gevolgen == ("75 partners: de koers van ‘geen koers’ naar ‘op doelniveau’.",)


def test_a_koers_that_changed_by_itself_is_told():
    def doel(koers: str) -> Doelregel:
        return maak_doelregel("d", "Een doel", koers=koers)

    assert zinnen(with_rij(doel(Koers.OP_SCHEMA)), with_rij(doel(Koers.ACHTER))) == [
        "Een doel: de koers van ‘op schema’ naar ‘achter’."
    ]


def test_a_changed_streefwaarde_says_by_how_much():
    oud, nieuw = (with_rij(maak_doelregel("d", "Trajecten", getal)) for getal in (100, 90))

    assert zinnen(oud, nieuw) == ["Trajecten: de streefwaarde van 100 naar 90 (10 minder)."]


# --- things ---


def test_what_is_new_and_what_is_gone():
    oud = with_lijn(activiteiten=(maak_activiteitregel("a", "Aanpak"),))
    nieuw = with_lijn(activiteiten=(maak_activiteitregel("b", "Bouwen"),))

    assert zinnen(oud, nieuw) == ["Nieuw: activiteit ‘Bouwen’.", "Niet meer genoemd: activiteit ‘Aanpak’."]


def test_a_long_name_is_cut_between_words():
    titel = "Scholingsfonds voor alle werkenden en niet-werkenden die in onze regio een stap willen zetten"
    nieuw = with_lijn(activiteiten=(maak_activiteitregel("fonds", titel),))

    assert zinnen(with_lijn(), nieuw) == [f"Nieuw: activiteit ‘{titel.removesuffix(' zetten')}…’."]


def test_a_new_toelichting_without_words_is_not_one_that_went():
    leeg = maak(Toelichtingregel, sleutel="t", onderwerp="voortgang", tekst="")

    (rij,) = vergelijk(with_lijn(), with_lijn(toelichtingen=(leeg,))).veranderingen
    assert (rij.was, rij.nu) == ("", "nog zonder tekst")


def test_what_came_with_an_activiteit_stands_under_it():
    nieuw = with_rij(maak_doelregel("d", "Tien doen", 10, doelperiode="2025"))

    (rij,) = vergelijk(with_lijn(), nieuw).veranderingen
    assert rij.gevolgen == ("Nieuw: doel ‘Tien doen’, bij Label, streefwaarde 10, voor 2025, afgesproken.",)


def test_an_activiteit_that_moved_to_another_line_is_not_gone_and_new():
    lijnen = tuple(maak(Lijnregel, sleutel=f"lijn-{code}", code=code, titel=f"Lijn {code}") for code in "12")
    rij = (maak_activiteitregel("label", "Label"),)
    oud, nieuw = (
        replace(
            maak(Rapport),
            lijnen=tuple(replace(lijn, activiteiten=rij) if lijn.code == waar else lijn for lijn in lijnen),
        )
        for waar in "12"
    )

    assert zinnen(oud, nieuw) == ["Activiteit ‘Label’ stond bij lijn 1 en staat nu bij lijn 2."]


def test_rows_under_another_head_are_told_together():
    def rijen(groep: str) -> Rapport:
        return with_lijn(
            activiteiten=tuple(maak_activiteitregel(naam.lower(), naam, groep=groep) for naam in ("A", "B"))
        )

    assert zinnen(rijen("Voor Stad"), rijen("Extra")) == ["Nu onder ‘Extra’, eerder onder ‘Voor Stad’: A; B."]


def test_a_row_that_is_no_longer_reported_says_so_once():
    oud = with_rij(realisatie="Klaar.", groep="Voor Stad")
    nieuw = with_rij(opgave="niet gerapporteerd in deze ronde", groep="Overig")

    (rij,) = vergelijk(oud, nieuw).veranderingen
    assert (rij.aard, rij.was, rij.nu) == (Aard.OPGAVE, "Klaar.", "niet gerapporteerd in deze ronde")


def test_a_row_that_is_approved_without_a_text_is_not_called_reported():
    oud = with_rij(opgave="niet gerapporteerd in deze ronde")

    assert zinnen(oud, with_rij()) == ["Label: was niet gerapporteerd in deze ronde, nu geen toelichting."]


# --- words ---


def test_a_new_name_is_said_as_a_name():
    oud, nieuw = (with_lijn(activiteiten=(maak_activiteitregel("a", naam),)) for naam in ("Oud", "Nieuw"))

    assert zinnen(oud, nieuw) == ["‘Oud’ heet nu ‘Nieuw’."]


def test_of_a_text_the_words_are_compared():
    def toegelicht(tekst: str) -> Rapport:
        return with_lijn(
            toelichtingen=(maak(Toelichtingregel, sleutel="t", onderwerp="voortgang", tekst=tekst),)
        )

    (rij,) = vergelijk(toegelicht("De start is in mei."), toegelicht("De start is in juni.")).veranderingen
    assert rij.zin == "Voortgang van lijn 1: de tekst van ‘De start is in mei.’ naar ‘De start is in juni.’"
    assert [(stuk.soort, stuk.tekst) for stuk in rij.woorden] == [
        ("gelijk", "De start is in"),
        ("weg", "mei."),
        ("nieuw", "juni."),
    ]


def test_an_oordeel_that_was_given_is_told_with_its_explanation_under_it():
    nieuw = with_rij(oordeel=Oordeelregel(waarde="op schema", horizon="dit jaar", oorzaak="Goed weer"))

    (rij,) = vergelijk(with_rij(), nieuw).veranderingen
    assert rij.zin == "Label: het oordeel van ‘nog niet beoordeeld’ naar ‘op schema’."
    assert rij.gevolgen == (
        "Label: waarover het oordeel gaat is erbij gekomen: dit jaar.",
        "Label: de oorzaak bij het oordeel is erbij gekomen: ‘Goed weer’.",
    )


# --- planning, money, counts ---


def test_a_milestone_says_whether_it_is_later():
    def mijlpaal(actueel: str, staat: str, maand: int) -> Rapport:
        rij = maak(Mijlpaalregel, sleutel="m", titel="Start", actueel=actueel, staat=staat,
                   van=date(2024, maand, 1), tot=date(2024, maand, 30))  # fmt: skip
        return replace(maak(Rapport), mijlpalen=(rij,))

    assert zinnen(mijlpaal("september", "gepland", 9), mijlpaal("november", "verschoven", 11)) == [
        "Start: was september, nu november (later, verschoven)."
    ]


def test_an_amount_is_told_once_with_the_totals_that_follow():
    def geld(bedrag: int) -> Rapport:
        groep = maak_groep("investering", "stad", maak_geld("f", "Kadernota", bedrag))
        leeg = with_lijn()
        (lijn,) = leeg.lijnen
        som = replace(lijn.financien, groepen=(groep,), totaal=groep.bedrag, investering=groep.bedrag)
        return replace(leeg, lijnen=(replace(lijn, financien=som),), financien=som)

    assert zinnen(geld(100), geld(120)) == [
        "Geld van het programma: het totaal van € 100 naar € 120 (€ 20 meer).",
        "Geld van lijn 1: het totaal van € 100 naar € 120 (€ 20 meer).",
        "Kadernota: van € 100 naar € 120 (€ 20 meer).",
    ]


def test_a_new_amount_is_not_lost_in_its_new_group():
    leeg = with_lijn()
    (lijn,) = leeg.lijnen
    groep = maak_groep("investering", "stad", maak_geld("f", "Kadernota", 100))
    nieuw = replace(leeg, lijnen=(replace(lijn, financien=replace(lijn.financien, groepen=(groep,))),))

    assert zinnen(leeg, nieuw) == ["Nieuw: bedrag ‘Kadernota’, € 100 (investering, stad)."]


def test_counts_are_one_sentence():
    oud, nieuw = (
        replace(maak(Rapport), tellingen=Tellingen(aantal_doelen=aantal, aantal_activiteiten=aantal))
        for aantal in (1, 2)
    )
    assert zinnen(oud, nieuw) == ["Tellingen: activiteiten van 1 naar 2; doelen van 1 naar 2."]
