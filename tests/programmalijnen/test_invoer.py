from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError

from programmalijnen.bouwen.ophalen import Plek, fetch_invoerblad
from programmalijnen.models import Meting, Rapportageronde, Rondestaat, Stapmelding, Wijziging
from programmalijnen.regels.begrippen import Soort, Vorm
from programmalijnen.services.invoer import save_invoer
from programmalijnen.services.rondes import close_ronde
from programmalijnen.services.samenvoegen import Botsing
from programmalijnen.services.schrijven import Vergrendeld
from tests.bouwers import (
    NU,
    maak_activiteit,
    maak_categorie,
    maak_doel,
    maak_gebruiker,
    maak_indicator,
    maak_lijn,
    maak_meting,
    maak_programma,
    maak_ronde,
)

pytestmark = pytest.mark.django_db

WAARDE = "meting.trajecten.2024-07-31"
BRON = "bron.trajecten.2024-07-31"


@pytest.fixture
def plek() -> Plek:
    """Leerwerktrajecten with one stroom and one oplevering, in an open round of August 2024."""
    programma = maak_programma()
    activiteit = maak_activiteit(maak_lijn(programma), "leerwerk")
    indicator = maak_indicator(programma, "trajecten", activiteit=activiteit)
    maak_doel(programma, "honderd", indicator=indicator, activiteit=activiteit)
    maak_doel(programma, "centrum", None, activiteit=activiteit, vorm=Vorm.OPLEVERING, richting="")
    return Plek(ronde=maak_ronde(programma), soort="activiteiten", sleutel="leerwerk")


@pytest.fixture
def anna():
    return maak_gebruiker("Anna")


@pytest.fixture
def vul_in(plek, anna):
    """Type `velden` into the page as it was `geladen` (now, unless said) and save it."""

    def vul_in(geladen: dict | None = None, *, door=anna, reden: str = "", **velden: str):
        blad = geladen or teksten(plek)
        ingevoerd = blad | {naam.replace("__", "."): tekst for naam, tekst in velden.items()}
        return save_invoer(plek=plek, ingevoerd=ingevoerd, geladen=blad, door=door, op=NU, reden=reden)

    return vul_in


def teksten(plek: Plek) -> dict[str, str]:
    return fetch_invoerblad(plek).teksten


def typ(**velden: str) -> dict[str, str]:
    return velden


def test_page_of_an_activiteit_has_these_fields(plek):
    assert list(teksten(plek)) == [
        "tekst",
        "oordeel",
        "oordeel_horizon",
        "oordeel_oorzaak",
        "oordeel_gevolg",
        "oordeel_bijsturing",
        WAARDE,
        BRON,
        "stap.centrum",
        "woorden.centrum",
    ]


def test_text_and_value_are_saved_in_one_handeling(plek, vul_in):
    opgeslagen = vul_in(**{"tekst": "Zestig gestart.", WAARDE: "circa 60", BRON: "SDD"})
    assert opgeslagen.gewijzigd == ("tekst", WAARDE, BRON)
    assert {naam: tekst for naam, tekst in teksten(plek).items() if tekst} == {
        "tekst": "Zestig gestart.",
        WAARDE: "circa 60",
        BRON: "SDD",
    }
    rijen = Wijziging.objects.filter(naam="vul in").order_by("pk")
    assert [(rij.soort, rij.sleutel, rij.aard) for rij in rijen] == [
        ("meting", "trajecten-2024-07-31", "nieuw"),
        ("realisatie", "augustus-2024/leerwerk", "gewijzigd"),
    ]
    assert rijen[0].handeling == rijen[1].handeling
    assert rijen[1].velden == {
        "tekst": ["", "Zestig gestart."],
        "staat": ["leeg", "concept"],
        "ingevuld_door": [None, "anna@voorbeeld.nl"],
    }


def test_value_alone_makes_the_row_a_concept(plek, vul_in):
    vul_in(**{WAARDE: "60"})
    assert fetch_invoerblad(plek).rij.staat == "concept"


def test_stroom_counts_from_the_first_of_january(vul_in):
    vul_in(**{WAARDE: "60"})
    meting = Meting.objects.get()
    assert (meting.periode, meting.periode_van, meting.peildatum) == (
        "t/m juli 2024",
        date(2024, 1, 1),
        date(2024, 7, 31),
    )


def test_stand_is_the_level_on_the_peildatum(plek, vul_in):
    indicator = fetch_invoerblad(plek).groepen[0].indicator
    indicator.soort = Soort.STAND
    indicator.save()
    vul_in(**{WAARDE: "60"})
    assert Meting.objects.get().periode_van is None


@pytest.mark.parametrize("woord", ["niet gemeten", "niet van toepassing", "elders gerapporteerd"])
def test_empty_state_stays_itself(plek, vul_in, woord):
    vul_in(**{WAARDE: woord})
    meting = Meting.objects.get()
    assert (meting.toestand, meting.waarde) == (woord, None)
    assert teksten(plek)[WAARDE] == woord


def test_nought_is_a_value(plek, vul_in):
    vul_in(**{WAARDE: "0"})
    assert Meting.objects.get().waarde == 0
    assert teksten(plek)[WAARDE] == "0"


def test_emptied_value_is_gone_from_an_open_round(plek, vul_in):
    vul_in(**{WAARDE: "60"})
    vul_in(**{WAARDE: ""})
    assert not Meting.objects.exists()
    assert Wijziging.objects.filter(soort="meting").latest("pk").aard == "verwijderd"


def test_nothing_typed_writes_nothing(vul_in):
    assert vul_in().gewijzigd == ()
    assert not Wijziging.objects.filter(naam="vul in").exists()


def test_categories_are_values_of_their_own(plek, vul_in):
    indicator = fetch_invoerblad(plek).groepen[0].indicator
    for naam in ("naar betaald werk", "meer uren"):
        maak_categorie(indicator, naam)
    eerste, tweede = (vak.naam for vak in fetch_invoerblad(plek).groepen[0].vakken)
    vul_in(**{eerste: "14", tweede: "2", BRON: "Werkshop"})
    metingen = Meting.objects.order_by("pk").values_list("categorie__naam", "waarde", "bron")
    assert list(metingen) == [("naar betaald werk", 14, "Werkshop"), ("meer uren", 2, "Werkshop")]


def test_source_without_a_value_is_refused(vul_in):
    with pytest.raises(ValidationError) as fout:
        vul_in(**{BRON: "SDD"})
    assert list(fout.value.message_dict) == [BRON]


def test_step_needs_its_words(plek, vul_in):
    with pytest.raises(ValidationError) as fout:
        vul_in(stap__centrum="gereed")
    assert list(fout.value.message_dict) == ["woorden.centrum"]
    vul_in(stap__centrum="gereed", woorden__centrum="Open sinds 1 mei")
    stap = Stapmelding.objects.get()
    assert (stap.stap, stap.woorden, stap.peildatum) == ("gereed", "Open sinds 1 mei", date(2024, 7, 31))


def test_emptied_step_is_gone(vul_in):
    vul_in(stap__centrum="gereed", woorden__centrum="Open sinds 1 mei")
    vul_in(stap__centrum="", woorden__centrum="")
    assert not Stapmelding.objects.exists()


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        (typ(oordeel="op schema"), "oordeel_horizon"),
        (typ(oordeel_horizon="dit jaar"), "oordeel"),
        (typ(oordeel="wijkt af, bij te sturen", oordeel_horizon="dit jaar"), "oordeel_oorzaak"),
    ],
)
def test_oordeel_needs_its_horizon_and_explanation(vul_in, velden, veld):
    with pytest.raises(ValidationError) as fout:
        vul_in(**velden)
    assert list(fout.value.message_dict) == [veld]


def test_one_mistake_saves_nothing_of_the_page(plek, vul_in):
    voor = teksten(plek)
    with pytest.raises(ValidationError) as fout:
        vul_in(**{"tekst": "Goed", WAARDE: "60", "stap.centrum": "gereed", "oordeel": "op schema"})
    assert sorted(fout.value.message_dict) == ["oordeel_horizon", "woorden.centrum"]
    assert teksten(plek) == voor
    assert not Wijziging.objects.filter(naam="vul in").exists()


def test_different_fields_of_two_people_merge(plek, vul_in):
    geladen = teksten(plek)
    vul_in(geladen, tekst="Van Anna", door=maak_gebruiker("Bram"))
    opgeslagen = vul_in(geladen, **{WAARDE: "60"})
    assert (opgeslagen.gewijzigd, opgeslagen.overgenomen) == ((WAARDE,), ("tekst",))
    assert {naam: teksten(plek)[naam] for naam in ("tekst", WAARDE)} == {"tekst": "Van Anna", WAARDE: "60"}


def test_same_field_of_two_people_is_a_conflict_and_saves_nothing(plek, vul_in):
    geladen = teksten(plek)
    vul_in(geladen, tekst="Van Bram")
    with pytest.raises(Botsing) as botsing:
        vul_in(geladen, **{"tekst": "Van Anna", WAARDE: "60"})
    (samen,) = botsing.value.uitkomsten
    assert [(c.veld, c.ingevoerd, c.huidig) for c in samen.conflicten] == [("tekst", "Van Anna", "Van Bram")]
    assert not Meting.objects.exists()


def test_same_change_of_two_people_is_no_conflict(plek, vul_in):
    geladen = teksten(plek)
    vul_in(geladen, **{WAARDE: "60"})
    assert vul_in(geladen, **{WAARDE: "60"}).gewijzigd == ()
    assert Meting.objects.count() == 1


def test_new_value_of_two_people_is_a_conflict(plek, vul_in):
    geladen = teksten(plek)
    vul_in(geladen, **{WAARDE: "60"})
    with pytest.raises(Botsing):
        vul_in(geladen, **{WAARDE: "61"})


def test_step_and_its_words_conflict_together(plek, vul_in):
    vul_in(stap__centrum="bezig", woorden__centrum="Vergunning verleend")
    geladen = teksten(plek)
    vul_in(geladen, stap__centrum="gereed")
    with pytest.raises(Botsing) as botsing:
        vul_in(geladen, woorden__centrum="Vergunning geweigerd")
    assert [c.veld for c in botsing.value.uitkomsten[0].conflicten] == ["stap.centrum", "woorden.centrum"]


def test_typed_text_of_a_field_that_is_gone_is_said(plek, vul_in):
    geladen = teksten(plek) | {"meting.weg.2024-07-31": ""}
    with pytest.raises(ValidationError) as fout:
        vul_in(geladen, **{"tekst": "Goed", "meting.weg.2024-07-31": "12"})
    assert "‘12’" in fout.value.messages[0]


def test_closed_round_takes_nothing(plek, vul_in):
    close_ronde(ronde=plek.ronde, door=None, op=NU)
    with pytest.raises(Vergrendeld, match="gesloten"):
        vul_in(tekst="Te laat")


def test_value_of_an_adopted_round_asks_a_reason(plek, vul_in):
    vul_in(**{WAARDE: "60"})
    adopt(plek)
    with pytest.raises(ValidationError) as fout:
        vul_in(**{WAARDE: "61"})
    assert list(fout.value.message_dict) == ["reden"]
    vul_in(**{WAARDE: "61"}, reden="Eén dossier was vergeten")
    waarden = Meting.objects.order_by("pk").values_list("waarde", "vervangen")
    assert list(waarden) == [(60, True), (61, False)]


def test_value_of_an_adopted_round_cannot_be_emptied(plek, vul_in):
    vul_in(**{WAARDE: "60"})
    adopt(plek)
    with pytest.raises(ValidationError) as fout:
        vul_in(**{WAARDE: ""}, reden="Weg ermee")
    assert list(fout.value.message_dict) == [WAARDE]


def test_next_round_asks_the_end_of_a_doel_that_ended(plek):
    volgende = maak_ronde(
        plek.ronde.programma, "augustus-2025", label="t/m juli 2025", peildatum=date(2025, 7, 31), jaar=2025
    )
    maak_meting(fetch_invoerblad(plek).groepen[0].indicator, 60)
    blad = fetch_invoerblad(Plek(ronde=volgende, soort=plek.soort, sleutel=plek.sleutel))
    einde, eigen, eerder = blad.groepen
    assert [doel.sleutel for doel in einde.eindstand_van] == ["honderd"]
    assert (einde.periode.tekst, einde.periode.van, einde.periode.tot) == (
        "2024",
        date(2024, 1, 1),
        date(2024, 12, 31),
    )
    assert eigen.eindstand_van == ()
    assert [groep.vakken[0].vorige_afgedrukt for groep in (einde, eigen)] == ["60, t/m juli 2024"] * 2
    assert (eerder.is_eerder, eerder.periode.tekst, eerder.ontbreekt) == (True, "t/m juli 2024", 0)


def test_page_that_the_round_does_not_have(plek):
    for soort in ("activiteiten", "toelichtingen", "indicatoren"):
        with pytest.raises(ObjectDoesNotExist):
            fetch_invoerblad(Plek(ronde=plek.ronde, soort=soort, sleutel="bestaat-niet"))


def test_toelichting_of_a_line_has_an_oordeel_and_its_money_has_none(plek):
    def namen(sleutel: str) -> list[str]:
        return list(teksten(Plek(ronde=plek.ronde, soort="toelichtingen", sleutel=sleutel)))

    assert namen("1-financien") == ["tekst"]
    assert namen("1-voortgang")[:2] == ["tekst", "oordeel"]


def test_indicator_has_a_page_of_its_own(plek, anna):
    los = maak_indicator(plek.ronde.programma, "werkloosheid", soort=Soort.STAND, eenheid="%", decimalen=1)
    eigen = Plek(ronde=plek.ronde, soort="indicatoren", sleutel="werkloosheid")
    leeg = teksten(eigen)
    veld = "meting.werkloosheid.2024-07-31"
    save_invoer(plek=eigen, ingevoerd=leeg | {veld: "3,5%"}, geladen=leeg, door=anna, op=NU)
    assert los.metingen.get().waarde == 3.5
    assert teksten(eigen)[veld] == "3,5"


def adopt(plek: Plek) -> None:
    """A later round that rests on the value is adopted; the page's own stays open."""
    maak_ronde(plek.ronde.programma, "najaar-2024", peildatum=date(2024, 9, 30))
    Rapportageronde.objects.filter(slug="najaar-2024").update(staat=Rondestaat.VASTGESTELD)
