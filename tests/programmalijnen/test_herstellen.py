"""Undo through the trail: the old values as a new change."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from programmalijnen.models import (
    Activiteit,
    Invoerstaat,
    Meting,
    Realisatie,
    Rol,
    Rondestaat,
    Streefwaarde,
    Wijziging,
)
from programmalijnen.rechten import Recht
from programmalijnen.regels.feiten import Periode
from programmalijnen.services.herstelbaar import recht_for
from programmalijnen.services.herstellen import herstel_handeling, try_herstel
from programmalijnen.services.metingen import register_meting
from programmalijnen.services.schrijven import begin
from tests.bouwers import (
    NU,
    PEILDATUM,
    maak_activiteit,
    maak_doel,
    maak_indicator,
    maak_lijn,
    maak_programma,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programma():
    return maak_programma()


@pytest.fixture
def manager(programma):
    return maak_teamlid(programma, Rol.PROGRAMMAMANAGER, "Mila").gebruiker


@pytest.fixture
def activiteit(programma):
    return maak_activiteit(maak_lijn(programma), "kade", titel="Kade")


def change(rij, naam: str = "leg vast", door=None, **velden) -> None:
    """Through the one way to write, as a service does it."""
    rij = type(rij).objects.get(pk=rij.pk)
    for veld, waarde in velden.items():
        setattr(rij, veld, waarde)
    with begin(naam, door=door, op=NU) as handeling:
        handeling.save(rij)


def latest() -> list[Wijziging]:
    """The changes of the last act."""
    handeling = Wijziging.objects.latest("pk").handeling
    return list(Wijziging.objects.filter(handeling=handeling).order_by("pk"))


def undo(wijzigingen, door, reden: str = ""):
    plan = try_herstel(wijzigingen=wijzigingen, voor=door, op=NU)
    return herstel_handeling(wijzigingen=wijzigingen, gezien=plan.vingerafdruk, door=door, op=NU, reden=reden)


def test_changed_field_comes_back_as_a_new_change_that_names_the_act(activiteit, manager):
    change(activiteit, titel="Kade Oost", door=manager)
    undo(latest(), manager, reden="Verkeerde regel.")
    activiteit.refresh_from_db()
    (wijziging,) = latest()
    assert activiteit.titel == "Kade"
    assert (wijziging.naam, wijziging.velden, wijziging.door) == (
        "zet terug",
        {"titel": ["Kade Oost", "Kade"]},
        manager,
    )
    assert wijziging.reden == (
        "Zet terug: ‘Vastgelegd’ van 20 augustus 2024, 11:30 uur door Mila. Verkeerde regel."
    )


def test_looking_changes_nothing(activiteit, manager):
    change(activiteit, titel="Kade Oost")
    plan = try_herstel(wijzigingen=latest(), voor=manager, op=NU)
    assert plan.regels[0].velden == (("titel", "Kade Oost", "Kade"),)
    assert Wijziging.objects.count() == 1
    assert Activiteit.objects.get().titel == "Kade Oost"


def test_field_that_was_changed_since_stays_and_is_named(activiteit, manager):
    change(activiteit, titel="Kade Oost", groep="Voor Regio")
    wijzigingen = latest()
    change(activiteit, titel="Kade West")
    plan = undo(wijzigingen, manager)
    activiteit.refresh_from_db()
    assert (plan.regels[0].botsend, activiteit.titel, activiteit.groep) == (
        ("titel",),
        "Kade West",
        "Voor Stad",
    )


def test_what_was_changed_after_it_was_shown_is_not_put_back(activiteit, manager):
    change(activiteit, titel="Kade Oost", groep="Voor Regio")
    wijzigingen = latest()
    gezien = try_herstel(wijzigingen=wijzigingen, voor=manager, op=NU).vingerafdruk
    change(activiteit, titel="Kade West")
    with pytest.raises(ValidationError, match="intussen iets veranderd"):
        herstel_handeling(wijzigingen=wijzigingen, gezien=gezien, door=manager, op=NU)
    assert Activiteit.objects.get().groep == "Voor Regio"


def test_round_that_was_opened_keeps_its_rows(activiteit, manager):
    maak_ronde(activiteit.programma)
    plan = try_herstel(wijzigingen=latest(), voor=manager, op=NU)
    assert {regel.wijziging.soort for regel in plan.regels} == {
        "rapportageronde",
        "realisatie",
        "toelichting",
    }
    assert not plan.is_mogelijk


def test_twice_is_once(activiteit, manager):
    change(activiteit, titel="Kade Oost")
    wijzigingen = latest()
    undo(wijzigingen, manager)
    with pytest.raises(ValidationError, match="niets meer"):
        undo(wijzigingen, manager)


def test_undoing_can_be_undone(activiteit, manager):
    change(activiteit, titel="Kade Oost")
    undo(latest(), manager)
    undo(latest(), manager)
    assert Activiteit.objects.get().titel == "Kade Oost"


def test_deleted_row_comes_back_with_its_parts_under_its_own_key(programma, manager):
    doel = maak_doel(programma, "schepen")
    with begin("leg vast", door=None, op=NU) as handeling:
        kade = Activiteit(programma=programma, lijn=maak_lijn(programma), titel="Kade", sleutel="kade")
        handeling.save(kade)
    with begin("haal weg", door=None, op=NU) as handeling:
        handeling.delete(kade)
    undo(latest(), manager)
    assert Activiteit.objects.get().sleutel == "kade"
    with begin("haal weg", door=None, op=NU) as handeling:
        handeling.delete(doel.streefwaarden.get())
    undo(latest(), manager)
    assert Streefwaarde.objects.get().waarde == 100


def test_new_row_goes_when_nothing_hangs_on_it(programma, manager):
    lijn = maak_lijn(programma)
    with begin("leg vast", door=None, op=NU) as handeling:
        kade = Activiteit(programma=programma, lijn=lijn, titel="Kade", sleutel="kade")
        handeling.save(kade)
    gemaakt = latest()
    undo(gemaakt, manager)
    assert not Activiteit.objects.exists()


def test_new_row_stays_when_something_hangs_on_it_or_it_was_changed(programma, manager):
    lijn = maak_lijn(programma)
    with begin("leg vast", door=None, op=NU) as handeling:
        kade = Activiteit(programma=programma, lijn=lijn, titel="Kade", sleutel="kade")
        handeling.save(kade)
    gemaakt = latest()
    maak_indicator(programma, activiteit=kade)
    plan = try_herstel(wijzigingen=gemaakt, voor=manager, op=NU)
    assert (plan.is_mogelijk, plan.regels[0].bezwaar) == (
        False,
        "Er hangt nog iets aan, dus het gaat niet weg.",
    )
    change(kade, titel="Kade Oost")
    plan = try_herstel(wijzigingen=gemaakt, voor=manager, op=NU)
    assert plan.regels[0].bezwaar == "Dit is daarna veranderd, dus het gaat niet weg."


def test_text_of_an_adopted_round_stays_and_says_why(programma, activiteit, manager):
    ronde = maak_ronde(programma)
    change(Realisatie.objects.get(), "vul in", tekst="Klaar.", staat=Invoerstaat.CONCEPT)
    wijzigingen = latest()
    change(ronde, "stel vast", staat=Rondestaat.VASTGESTELD)
    (regel,) = try_herstel(wijzigingen=wijzigingen, voor=manager, op=NU).regels
    assert not regel.is_mogelijk
    assert "is vastgesteld" in regel.bezwaar


def test_target_that_a_report_shows_stays(programma, manager):
    ronde = maak_ronde(programma)
    streefwaarde = maak_doel(programma).streefwaarden.get()
    change(streefwaarde, waarde=Decimal(120))
    wijzigingen = latest()
    change(ronde, "stel vast", staat=Rondestaat.VASTGESTELD)
    (regel,) = try_herstel(wijzigingen=wijzigingen, voor=manager, op=NU).regels
    assert regel.bezwaar.startswith("Een vastgesteld rapport toont dit zo.")


def test_deadline_of_an_adopted_round_stays(programma, manager):
    ronde = maak_ronde(programma)
    change(ronde, deadline=PEILDATUM)
    wijzigingen = latest()
    change(ronde, "stel vast", staat=Rondestaat.VASTGESTELD)
    (regel,) = try_herstel(wijzigingen=wijzigingen, voor=manager, op=NU).regels
    assert "is vastgesteld" in regel.bezwaar


def test_text_and_state_of_an_open_round_come_back_for_who_fills_in(programma, activiteit):
    medewerker = maak_teamlid(programma, naam="Mees").gebruiker
    maak_ronde(programma)
    change(Realisatie.objects.get(), "vul in", tekst="Klaar.", staat=Invoerstaat.CONCEPT)
    assert recht_for(latest()) is Recht.INVULLEN
    undo(latest(), medewerker)
    rij = Realisatie.objects.get()
    assert (rij.tekst, rij.staat) == ("", Invoerstaat.LEEG)


def test_what_a_manager_did_asks_a_manager(activiteit, programma):
    change(activiteit, titel="Kade Oost")
    assert recht_for(latest()) is Recht.BEHEREN
    maak_ronde(programma)
    change(Realisatie.objects.get(), "geef akkoord", staat=Invoerstaat.AKKOORD)
    assert recht_for(latest()) is Recht.BEHEREN


def measure(indicator, waarde: int, reden: str = "") -> None:
    register_meting(
        indicator=indicator,
        periode=Periode(tekst="t/m juli 2024", van=date(2024, 1, 1), tot=PEILDATUM),
        waarde=Decimal(waarde),
        door=None,
        op=NU,
        reden=reden,
    )


def test_value_that_a_report_rests_on_is_put_back_by_a_successor(programma, manager):
    indicator = maak_indicator(programma)
    ronde = maak_ronde(programma)
    measure(indicator, 10)
    measure(indicator, 12)
    gewijzigd = latest()
    change(ronde, "stel vast", staat=Rondestaat.VASTGESTELD)
    undo(gewijzigd, manager)
    waarden = Meting.objects.order_by("pk").values_list("waarde", "vervangen")
    assert list(waarden) == [(12, True), (10, False)]


def test_correction_is_put_back_by_a_successor(programma, manager):
    indicator = maak_indicator(programma)
    ronde = maak_ronde(programma)
    measure(indicator, 10)
    change(ronde, "stel vast", staat=Rondestaat.VASTGESTELD)
    measure(indicator, 12, reden="Verkeerd geteld.")
    undo(latest(), manager)
    waarden = Meting.objects.order_by("pk").values_list("waarde", "vervangen")
    assert list(waarden) == [(10, True), (12, True), (10, False)]


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        ("editie", "Een vastgesteld rapport verandert niet meer. U kunt het rectificeren of intrekken."),
        ("teamlid", "Gebruikers en rollen verandert de beheerder op hun eigen pagina."),
        ("verdwenen", "Dit soort gegeven bestaat niet meer."),
    ],
)
def test_some_things_never_come_back_this_way(programma, manager, soort, zin):
    wijziging = Wijziging(programma=programma, soort=soort, sleutel="x", aard="nieuw", velden={}, op=NU)
    (regel,) = try_herstel(wijzigingen=[wijziging], voor=manager, op=NU).regels
    assert (regel.is_mogelijk, regel.bezwaar) == (False, zin)
