from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from programmalijnen.bouwen.keuring import Gezien, gezien_van, read_gezien
from programmalijnen.bouwen.ophalen import ACTIVITEITEN, TOELICHTINGEN, Plek, fetch_invoerblad
from programmalijnen.models import Invoerstaat, Onderwerp, Opgave, Realisatie, Rol, Toelichting, Wijziging
from programmalijnen.services.invoer import save_invoer
from programmalijnen.services.invoerstaten import (
    approve_invoer,
    approve_rest,
    blocking_realisaties,
    blocking_toelichtingen,
    return_invoer,
    skip_invoer,
    submit_invoer,
    unskip_invoer,
)
from programmalijnen.services.overgangen import NOG_NIETS, approving, submitting
from programmalijnen.services.rondes import close_ronde
from programmalijnen.services.schrijven import Vergrendeld
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_realisatie,
    maak_ronde,
    maak_teamlid,
)

pytestmark = pytest.mark.django_db

LATER = NU + timedelta(hours=1)


@pytest.fixture
def programma():
    programma = maak_programma()
    lijn = maak_lijn(programma, "1")
    for sleutel in ("kade", "kraan", "sluis"):
        maak_activiteit(lijn, sleutel)
    return programma


@pytest.fixture
def ronde(programma):
    return maak_ronde(programma)


@pytest.fixture
def anna(programma):
    return maak_teamlid(programma, naam="Anna").gebruiker


@pytest.fixture
def bram(programma):
    return maak_teamlid(programma, Rol.PROGRAMMAMANAGER, naam="Bram").gebruiker


def row(ronde, sleutel: str = "kade") -> Realisatie:
    return Realisatie.objects.select_related("activiteit").get(ronde=ronde, activiteit__sleutel=sleutel)


def put(ronde, sleutel: str, staat: Invoerstaat, tekst: str = "Gestart.", **velden) -> Realisatie:
    return maak_realisatie(ronde, row(ronde, sleutel).activiteit, staat=staat, tekst=tekst, **velden)


def seen(ronde, *sleutels: str) -> list[Gezien]:
    return [gezien_van(row(ronde, sleutel)) for sleutel in sleutels or ("kade",)]


def fill_in(ronde, door, *, overgang=None, gezien=None, op=NU, **getypt: str):
    plek = Plek(ronde=ronde, soort=ACTIVITEITEN, sleutel="kade")
    geladen = fetch_invoerblad(plek).teksten
    return save_invoer(
        plek=plek,
        ingevoerd=geladen | getypt,
        geladen=geladen,
        door=door,
        op=op,
        overgang=overgang,
        gezien=gezien,
    )


def test_a_text_goes_from_empty_to_approved_and_every_step_is_known(ronde, anna, bram):
    fill_in(ronde, anna, tekst="Zestig gestart.")
    assert (row(ronde).staat, row(ronde).ingevuld_door) == (Invoerstaat.CONCEPT, anna)
    submit_invoer(ronde=ronde, gezien=seen(ronde), door=anna, op=NU)
    assert (row(ronde).staat, row(ronde).ingediend_door) == (Invoerstaat.INGEDIEND, anna)
    return_invoer(ronde=ronde, gezien=seen(ronde), reden="Noem het aantal.", door=bram, op=NU)
    assert (row(ronde).staat, row(ronde).teruggeefreden) == (Invoerstaat.TERUGGEGEVEN, "Noem het aantal.")
    fill_in(ronde, anna, tekst="Zestig jongeren gestart.", overgang=submitting())
    approve_invoer(ronde=ronde, gezien=seen(ronde), door=bram, op=LATER)
    rij = row(ronde)
    assert (rij.staat, rij.akkoord_door, rij.akkoord_op, rij.teruggeefreden) == ("akkoord", bram, LATER, "")


def test_every_reason_stays_in_the_trail(ronde, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    return_invoer(ronde=ronde, gezien=seen(ronde), reden="Noem het aantal.", door=bram, op=NU)
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    return_invoer(ronde=ronde, gezien=seen(ronde), reden="En de bron.", door=bram, op=NU)
    redenen = Wijziging.objects.filter(naam="geef terug").order_by("pk").values_list("reden", flat=True)
    assert list(redenen) == ["Noem het aantal.", "En de bron."]


def test_many_at_once_are_one_handeling_and_what_cannot_be_is_named(ronde, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    put(ronde, "kraan", Invoerstaat.CONCEPT)
    put(ronde, "sluis", Invoerstaat.AKKOORD, akkoord_door=bram)
    Toelichting.objects.filter(onderwerp=Onderwerp.INLEIDING).update(
        staat=Invoerstaat.INGEDIEND, tekst="Vooraf."
    )
    keuze = [
        *seen(ronde, "kade", "kraan", "sluis"),
        Gezien(soort=TOELICHTINGEN, sleutel="inleiding", versie=1),
    ]
    uitslag = approve_invoer(ronde=ronde, gezien=keuze, door=bram, op=NU)
    assert uitslag.zin("akkoord") == (
        "1 realisatie en 1 toelichting akkoord; 2 niet: ‘Kraan’ (is nog niet ingediend); "
        "‘Sluis’ (is al akkoord van Bram)."
    )
    rijen = Wijziging.objects.filter(naam="geef akkoord")
    assert sorted(rij.sleutel for rij in rijen) == ["augustus-2024/inleiding", "augustus-2024/kade"]
    assert rijen.values("handeling").distinct().count() == 1


def test_what_changed_after_it_was_shown_is_not_approved_unseen(ronde, anna, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    keuze = seen(ronde)
    fill_in(ronde, anna, tekst="Toch anders.", op=LATER)
    uitslag = approve_invoer(ronde=ronde, gezien=keuze, door=bram, op=LATER)
    assert uitslag.zin("akkoord").startswith("Niets akkoord: ‘Kade’ (veranderd nadat u de pagina opende")
    assert row(ronde).staat == Invoerstaat.INGEDIEND


def test_a_figure_that_changed_counts_as_a_change_too(ronde, anna, bram, programma):
    maak_indicator(programma, "schepen", activiteit=row(ronde).activiteit)
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    keuze = seen(ronde)
    fill_in(ronde, anna, op=LATER, **{"meting.schepen.2024-07-31": "60"})
    assert approve_invoer(ronde=ronde, gezien=keuze, door=bram, op=LATER).gelukt == ()
    assert row(ronde).ingediend_op == LATER


def test_what_is_gone_from_the_round_is_named(ronde, bram):
    keuze = [Gezien(soort=ACTIVITEITEN, sleutel="weg", versie=1)]
    uitslag = approve_invoer(ronde=ronde, gezien=keuze, door=bram, op=NU)
    assert uitslag.overgeslagen == (("weg", "staat niet meer in deze ronde"),)


def test_sending_back_asks_a_reason(ronde, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    with pytest.raises(ValidationError) as fout:
        return_invoer(ronde=ronde, gezien=seen(ronde), reden=" ", door=bram, op=NU)
    assert list(fout.value.message_dict) == ["teruggeefreden"]


@pytest.mark.parametrize("doe", [approve_invoer, lambda **op: return_invoer(reden="Nee.", **op)])
def test_only_the_manager_approves_and_sends_back(ronde, anna, doe):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    with pytest.raises(Vergrendeld, match="doet de programmamanager"):
        doe(ronde=ronde, gezien=seen(ronde), door=anna, op=NU)


def test_an_empty_row_is_not_submitted(ronde, anna):
    uitslag = submit_invoer(ronde=ronde, gezien=seen(ronde), door=anna, op=NU)
    assert uitslag.overgeslagen == (("Kade", NOG_NIETS),)


def test_what_is_reported_elsewhere_is_not_submitted(ronde, anna):
    put(ronde, "kade", Invoerstaat.CONCEPT, opgave=Opgave.ELDERS)
    assert submit_invoer(ronde=ronde, gezien=seen(ronde), door=anna, op=NU).gelukt == ()


def test_an_edit_leaves_a_submitted_or_returned_text_in_its_state(ronde, anna):
    for staat in (Invoerstaat.INGEDIEND, Invoerstaat.TERUGGEGEVEN):
        put(ronde, "kade", staat)
        fill_in(ronde, anna, tekst=f"Anders, {staat}.")
        assert row(ronde).staat == staat


def test_approved_text_is_locked_for_who_fills_in_but_not_for_the_manager(ronde, anna, bram):
    put(ronde, "kade", Invoerstaat.AKKOORD, akkoord_door=anna, akkoord_op=NU)
    with pytest.raises(Vergrendeld, match=r"Anna gaf akkoord op 20 augustus 2024 om 11\.30 uur"):
        fill_in(ronde, anna, tekst="Toch nog iets.")
    fill_in(ronde, bram, tekst="Zonder typfout.", op=LATER)
    rij = row(ronde)
    assert (rij.staat, rij.akkoord_door, rij.akkoord_op) == (Invoerstaat.AKKOORD, bram, LATER)


def test_figures_of_an_approved_row_are_locked_by_every_door(ronde, anna, programma):
    maak_indicator(programma, "schepen", activiteit=row(ronde).activiteit)
    put(ronde, "kade", Invoerstaat.AKKOORD)
    plek = Plek(ronde=ronde, soort="indicatoren", sleutel="schepen")
    geladen = fetch_invoerblad(plek).teksten
    getypt = geladen | {"meting.schepen.2024-07-31": "60"}
    with pytest.raises(Vergrendeld, match="gaf akkoord"):
        save_invoer(plek=plek, ingevoerd=getypt, geladen=geladen, door=anna, op=NU)


def test_manager_saves_and_approves_in_one_handeling(ronde, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    fill_in(ronde, bram, tekst="Zonder typfout.", overgang=approving(), gezien=row(ronde).versie)
    velden = Wijziging.objects.get(naam="geef akkoord").velden
    assert velden["tekst"] == ["Gestart.", "Zonder typfout."]
    assert velden["staat"] == ["ingediend", "akkoord"]


def test_manager_who_saw_an_older_versie_does_not_approve(ronde, anna, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    fill_in(ronde, anna, tekst="Toch anders.", op=LATER)
    with pytest.raises(ValidationError, match="veranderde dit nadat u de pagina opende"):
        fill_in(ronde, bram, overgang=approving(), gezien=1)


def test_geen_opgave_is_set_with_a_reason_and_undone(ronde, anna):
    skip_invoer(ronde=ronde, gezien=seen(ronde), reden="Begint in 2025.", door=anna, op=NU)
    assert (row(ronde).staat, row(ronde).geen_opgave_reden) == (Invoerstaat.GEEN_OPGAVE, "Begint in 2025.")
    unskip_invoer(ronde=ronde, gezien=seen(ronde), door=anna, op=NU)
    assert (row(ronde).staat, row(ronde).geen_opgave_reden) == (Invoerstaat.LEEG, "")


def test_geen_opgave_never_hides_a_text(ronde, anna):
    put(ronde, "kade", Invoerstaat.CONCEPT)
    uitslag = skip_invoer(ronde=ronde, gezien=seen(ronde), door=anna, op=NU)
    assert uitslag.overgeslagen == (("Kade", "er staat al tekst; maak die eerst leeg"),)


def test_who_writes_a_text_ends_geen_opgave(ronde, anna):
    put(ronde, "kade", Invoerstaat.GEEN_OPGAVE, tekst="", geen_opgave_reden="Begint later.")
    fill_in(ronde, anna, tekst="Toch begonnen.")
    assert (row(ronde).staat, row(ronde).geen_opgave_reden) == (Invoerstaat.CONCEPT, "")


def test_a_closed_round_takes_no_submission_but_can_still_be_approved(ronde, anna, bram):
    put(ronde, "kade", Invoerstaat.INGEDIEND)
    close_ronde(ronde=ronde, door=bram, op=NU)
    with pytest.raises(Vergrendeld, match="gesloten op 20 augustus 2024"):
        submit_invoer(ronde=ronde, gezien=seen(ronde, "kraan"), door=anna, op=NU)
    assert len(approve_invoer(ronde=ronde, gezien=seen(ronde), door=bram, op=NU).gelukt) == 1


@pytest.mark.parametrize(
    ("staat", "opgave", "blokkeert"),
    [
        (Invoerstaat.LEEG, Opgave.HIER, True),
        (Invoerstaat.CONCEPT, Opgave.HIER, True),
        (Invoerstaat.INGEDIEND, Opgave.HIER, True),
        (Invoerstaat.TERUGGEGEVEN, Opgave.HIER, True),
        (Invoerstaat.AKKOORD, Opgave.HIER, False),
        (Invoerstaat.GEEN_OPGAVE, Opgave.HIER, False),
        (Invoerstaat.LEEG, Opgave.ELDERS, False),
    ],
)
def test_which_realisatie_stops_adoption(ronde, staat, opgave, blokkeert):
    rij = put(ronde, "kade", staat, opgave=opgave)
    assert (rij in blocking_realisaties(ronde)) is blokkeert


@pytest.mark.parametrize(
    ("staat", "tekst", "blokkeert"),
    [
        ("leeg", "", False),
        ("concept", "", False),
        ("concept", "Vooraf.", True),
        ("akkoord", "Vooraf.", False),
    ],
)
def test_which_toelichting_stops_adoption(ronde, staat, tekst, blokkeert):
    Toelichting.objects.filter(onderwerp=Onderwerp.INLEIDING).update(staat=staat, tekst=tekst)
    rij = Toelichting.objects.get(onderwerp=Onderwerp.INLEIDING)
    assert (rij in blocking_toelichtingen(ronde)) is blokkeert


def test_approving_the_rest_leaves_nothing_that_stops_adoption(ronde, bram, programma):
    maak_meting(maak_indicator(programma, activiteit=row(ronde, "kraan").activiteit))
    put(ronde, "kade", Invoerstaat.CONCEPT)
    uitslag = approve_rest(ronde=ronde, door=bram, op=NU)
    assert len(uitslag.gelukt) == 3
    assert [row(ronde, naam).staat for naam in ("kade", "kraan", "sluis")] == [
        "akkoord",
        "akkoord",
        "geen opgave",
    ]
    assert not blocking_realisaties(ronde).exists()
    assert Wijziging.objects.filter(naam="geef de rest akkoord").values("handeling").distinct().count() == 1


@pytest.mark.parametrize("tekst", ["", "activiteiten:x:kade", "activiteiten:1:", "indicatoren:1:kade", "x"])
def test_a_choice_that_no_page_of_ours_sent_is_nothing(tekst):
    assert read_gezien(tekst) is None


def test_a_choice_reads_back_as_it_was_written():
    keuze = Gezien(soort=TOELICHTINGEN, sleutel="1.1-voortgang", versie=12)
    assert read_gezien(str(keuze)) == keuze
