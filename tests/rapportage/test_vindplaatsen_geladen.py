"""What the search finds of the shipped programmes: everything that people wrote."""

import json
from collections.abc import Iterator

import pytest
from django.db import models, transaction
from django.utils.timezone import localdate

from programmalijnen.bouwen.vindplaatsen import all_vindbaar, model_of
from programmalijnen.models import Programma, Rapportageronde, Rondestaat, Vindplaats
from programmalijnen.regels.zoekwoorden import normalise
from rapportage.models import Editie
from rapportage.services.vindplaatsen import rebuild
from rapportage.zoeken import fetch_leesbaar
from tests.bouwers import maak_gebruiker
from tests.programmas import laad_programmas
from tests.rapportage.test_vindplaatsen import rebuilt, snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def geladen(django_db_setup, django_db_blocker):
    """The shipped programmes; each test rolls back what it did to them."""
    with django_db_blocker.unblock(), transaction.atomic():
        laad_programmas()
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("geladen")
def test_loaded_programmes_are_found_as_a_rebuild_finds_them():
    na = snapshot()
    assert {slug for slug, *_ in na} == set(Programma.objects.values_list("slug", flat=True))
    assert na == rebuilt()


# What a Rapport says with these keys are marks and choices, figures, or sentences made of them by us.
GEEN_WOORDEN_VAN_MENSEN = {
    *("sleutel", "slug", "doel_sleutel", "ronde", "activiteit", "activiteiten", "ambitie", "indicator"),
    *("onderdeel_van", "ander_programma", "elders_programma", "eigenaar_programma", "programma"),
    *("vorm", "soort", "schaal", "opgave", "toestand", "waarde_toestand", "precisie", "niveau", "horizon"),
    *("zekerheid", "staat", "stand", "stap", "richting", "waarvan", "naam", "telling", "koers"),
    *("peildatum", "peildatum_tekst", "van", "tot", "doel_van", "doel_tot", "datum", "vanaf", "tot_en_met"),
    *("vastgesteld_op", "periode", "bedrag", "waarde", "aandeel", "reden", "legenda", "onvolledig"),
    *("koers_afgedrukt", "afgedrukt", "afgesproken", "waarde_afgedrukt", "aandeel_afgedrukt"),
    *("projectomvang", "projectomvang_afgedrukt", "streefwaarde", "streefwaarde_afgedrukt", "afwijking"),
    *("bereikt", "bereikt_afgedrukt", "verwacht", "verwacht_afgedrukt", "verhouding", "balk"),
    *("verwacht_balk", "berekend", "formule", "ingevuld", "totaal", "totaal_gedrukt", "totaal_precisie"),
    *("totaal_onvolledig", "gedrukt", "investering", "gegenereerd", "hefboom", "waarvan_elders"),
    *("aandeel_precisie", "woorden", "dekking", "dekking_precisie", "kosten", "kosten_precisie"),
    *("totaal_verschil", "verschil", "laag", "hoog", "cijfers", "rapport", "vergelijkcijfer"),
}


@pytest.mark.usefixtures("geladen")
def test_every_text_of_an_edition_is_found():
    for editie in Editie.objects.select_related("ronde__programma"):
        rijen = Vindplaats.objects.filter(programma=editie.programma, editie=editie.spoorsleutel)
        gevonden = "\n".join(rijen.values_list("genormaliseerd", flat=True))
        teksten = {
            naam for naam, tekst in walk_json(json.loads(editie.inhoud)) if normalise(tekst) not in gevonden
        }
        assert teksten <= GEEN_WOORDEN_VAN_MENSEN


def walk_json(inhoud, naam: str = "") -> Iterator[tuple[str, str]]:
    """(key, text) of every text; those of a list have the key of the list."""
    if isinstance(inhoud, str):
        yield naam, inhoud
    delen = (
        inhoud.items()
        if isinstance(inhoud, dict)
        else ((naam, deel) for deel in inhoud)
        if isinstance(inhoud, list)
        else ()
    )
    for dieper, deel in delen:
        yield from walk_json(deel, dieper)


GEHEIM = "geheimwoord"


@pytest.mark.usefixtures("geladen")
def test_a_raadslid_finds_no_text_that_no_edition_holds_whatever_is_written_now():
    raadslid, beheerder = maak_gebruiker("Raad", is_raadslid=True), maak_gebruiker("B", is_beheerder=True)
    eerst = found_by(raadslid)
    write_everywhere()
    for programma in Programma.objects.all():
        rebuild(programma)

    assert found_by(raadslid) == eerst
    assert {soort for soort, tekst in found_by(beheerder) if GEHEIM in tekst} == set(all_vindbaar())


def found_by(lezer) -> set[tuple[str, str]]:
    """(soort, words) of every place this person may find."""
    rijen = fetch_leesbaar(lezer, localdate()).vindplaatsen
    return set(rijen.values_list("soort", "genormaliseerd"))


def write_everywhere() -> None:
    """Every live text that the search reads says something else now, and no round is adopted any more."""
    for soort in all_vindbaar().values():
        model = model_of(soort)
        velden = [model._meta.get_field(naam) for naam in soort.eigen_velden - {soort.programma, "pk"}]
        woorden = {veld.name: GEHEIM for veld in velden if is_tekst(veld)}
        model._base_manager.update(**woorden)
    Rapportageronde.objects.update(staat=Rondestaat.OPEN)


def is_tekst(veld: models.Field) -> bool:
    is_vrij = isinstance(veld, models.CharField | models.TextField) and not veld.choices
    return is_vrij and not veld.unique and veld.name not in ("sleutel", "slug", "code")
