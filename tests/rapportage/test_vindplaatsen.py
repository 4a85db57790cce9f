"""What the search finds is at every moment what a rebuild would find."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from financien.services.vastleggen import save_financiering
from programmalijnen.bouwen.spoortitels import models_by_soort
from programmalijnen.bouwen.vindplaatsen import all_vindbaar, model_of
from programmalijnen.models import Besluit, Invoerstaat, Programma, Realisatie, Vindplaats
from programmalijnen.services.schrijven import begin
from programmalijnen.services.structuur import delete_rij, save_rij
from rapportage.services import open_rectificatie
from rapportage.services.vindplaatsen import rebuild
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_categorie,
    maak_doel,
    maak_editie,
    maak_financiering,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
)
from tests.spoorproeven import PROEVEN, edit, make_wereld

pytestmark = pytest.mark.django_db

KOLOMMEN = (
    "programma__slug",
    "editie",
    "soort",
    "sleutel",
    "titel",
    "tekst",
    "genormaliseerd",
    "pad",
    "naar",
)


def snapshot() -> set[tuple]:
    return set(Vindplaats.objects.values_list(*KOLOMMEN))


def rebuilt() -> set[tuple]:
    """What there is to find, made anew."""
    for programma in Programma.objects.all():
        rebuild(programma)
    return snapshot()


def titels(**waar) -> list[str]:
    return list(Vindplaats.objects.filter(**waar).order_by("pk").values_list("titel", flat=True))


@pytest.mark.parametrize("naam", PROEVEN)
def test_every_service_leaves_an_index_as_a_rebuild_makes_it(naam):
    wereld = make_wereld()
    doe = PROEVEN[naam](wereld)
    rebuilt()
    doe()
    na = snapshot()
    assert na == rebuilt()


def test_a_rebuild_twice_is_the_same():
    maak_editie(maak_ronde(maak_lijn(maak_programma()).programma))
    assert rebuilt() == rebuilt()


# What no search leads to, and why.
NIET_GEVONDEN = {
    "gebruiker": "people are found by nobody but the beheerder, in a list of their own",
    "teamlid": "the same",
    "editie": "found by what it says",
    "lotgeval": "says nothing that its edition does not",
    "gedrukttotaal": "a figure",
    "kostenpostlijn": "has no words",
    "uitzondering": "is about one person",
    "herinnering": "the same",
    "waarschuwingsantwoord": "found in the edition, live on the page that checks the round",
}


def test_every_kind_of_thing_is_found_or_there_is_a_reason():
    delen = {
        model_of(soort)._meta.get_field(deel).related_model._meta.model_name
        for soort in all_vindbaar().values()
        for deel in soort.delen
    }
    assert all_vindbaar().keys() | delen | NIET_GEVONDEN.keys() == models_by_soort().keys()


def test_a_part_is_found_at_its_row():
    indicator = maak_indicator(maak_programma(), "schepen")
    with begin("leg vast", programma=indicator.programma, door=None, op=NU) as handeling:
        categorie = maak_categorie(indicator, "Tankers")
        categorie.naam = "Containers"
        handeling.save(categorie)
        meting = maak_meting(indicator)
        meting.bron = "Havenmonitor"
        handeling.save(meting)
    assert Vindplaats.objects.get().tekst.split("\n") == ["Containers", "Havenmonitor"]

    with begin("haal weg", programma=indicator.programma, door=None, op=NU) as handeling:
        handeling.delete(categorie)
    assert Vindplaats.objects.get().tekst == "Havenmonitor"


def test_what_goes_is_not_found_any_more():
    doel = maak_doel(maak_programma())
    rebuilt()
    delete_rij(rij=doel, door=None, op=NU)
    assert titels() == ["Haven"]


def test_another_name_of_a_bron_is_found_at_its_money():
    geld = maak_financiering(maak_lijn(maak_programma()), 5)
    bron = geld.bron
    bron.naam = "Regiodeal"
    save_rij(rij=bron, door=None, op=NU)
    assert titels(soort="financiering") == ["Regiodeal"]
    save_financiering(invoer=edit(geld, toelichting="x"), nieuwe_bron="Fonds", door=None, op=NU)
    assert titels(soort="financiering") == ["Fonds"]


def test_what_the_owner_calls_it_now_is_not_found_at_the_verwijzing_of_another_programme():
    hier, daar = maak_lijn(maak_programma()), maak_lijn(maak_programma("dok"))
    activiteit = maak_activiteit(hier, "kade")
    activiteit.verwijzingen.create(programma=daar.programma, lijn=daar, sleutel="elders")
    activiteit.titel = "Kade Oost"
    save_rij(rij=activiteit, door=None, op=NU)
    rebuild(daar.programma)
    (rij,) = Vindplaats.objects.filter(soort="verwijzing")
    assert (rij.programma.slug, rij.titel, rij.naar) == (
        "dok",
        "Verwijzing naar kade",
        "haven/activiteit/kade",
    )
    assert "oost" not in rij.genormaliseerd


def test_a_row_of_a_round_is_found_when_it_says_something():
    maak_activiteit(maak_lijn(maak_programma()), "kade")
    maak_ronde(Programma.objects.get())
    assert titels(soort="realisatie") == []
    rij = Realisatie.objects.get()
    for tekst, gevonden in (("De kade is af.", ["Kade, Voortgangsrapportage augustus 2024"]), ("", [])):
        rij.tekst = tekst
        save_rij(rij=rij, door=None, op=NU)
        rij.refresh_from_db()
        assert titels(soort="realisatie") == gevonden


def test_a_text_of_a_round_is_found_until_its_edition_has_it():
    wereld = make_wereld()
    wereld.put(tekst="De kade is af.", staat=Invoerstaat.AKKOORD)
    rebuilt()
    assert titels(soort="realisatie") == ["Kade, Voortgangsrapportage augustus 2024"]
    wereld.adopt()
    assert titels(soort="realisatie") == []
    assert Vindplaats.objects.filter(genormaliseerd__contains="kade is af").get().editie == "augustus-2024/v1"
    wereld.ronde.refresh_from_db()
    open_rectificatie(ronde=wereld.ronde, reden="Fout.", **wereld.wie)
    assert titels(soort="realisatie") == ["Kade, Voortgangsrapportage augustus 2024"]


def test_a_very_long_title_is_found_whole():
    doel = maak_doel(maak_programma(), omschrijving="x")
    doel.omschrijving = f"{'lang ' * 120}einde"
    save_rij(rij=doel, door=None, op=NU)
    rij = Vindplaats.objects.get(soort="doel")
    assert (len(rij.titel), rij.tekst.split("\n")[0]) == (500, doel.omschrijving)
    assert rij.genormaliseerd.split("\n")[0] == doel.omschrijving


def test_a_besluit_is_found_by_its_number():
    besluit = Besluit(
        programma=maak_programma(), sleutel="kadernota", titel="Kadernota", nummer="RIS-2024/12"
    )
    save_rij(rij=besluit, door=None, op=NU)
    assert Vindplaats.objects.get(genormaliseerd__contains="ris2024/12").titel == "Kadernota"


def test_an_edition_is_found_by_what_it_says_and_not_by_what_is_said_now():
    lijn = maak_lijn(maak_programma(), titel="Toen")
    maak_editie(maak_ronde(lijn.programma))
    lijn.titel = "Nu"
    save_rij(rij=lijn, door=None, op=NU)
    assert titels(soort="programmalijn", editie="augustus-2024/v1") == ["1 Toen"]
    assert titels(soort="programmalijn", editie="") == ["1 Nu"]
    rebuilt()
    assert titels(soort="programmalijn", editie="augustus-2024/v1") == ["1 Toen"]


def test_opening_a_round_asks_no_more_of_the_index_with_more_activities():
    lijn = maak_lijn(maak_programma())
    maak_activiteit(lijn)
    een = count_index(lambda: maak_ronde(lijn.programma))
    for _ in range(5):
        maak_activiteit(lijn)
    assert count_index(lambda: maak_ronde(lijn.programma, "later", peildatum=date(2025, 7, 31))) == een == 1


def count_index(doe) -> int:
    with CaptureQueriesContext(connection) as vragen:
        doe()
    return sum("programmalijnen_vindplaats" in vraag["sql"] for vraag in vragen)
