"""The pages of kostenposten, printed totals and sources, as a browser uses them."""

from decimal import Decimal

import pytest

from financien.models import (
    Financieringsbron,
    GedruktTotaal,
    Kostenpost,
    Uitgave,
)
from tests.bouwers import maak_lijn
from tests.formulier import send

from .bouwers import (
    maak_financiering,
    maak_kostenpost,
    maak_totaal,
    maak_uitgave,
)

pytestmark = pytest.mark.django_db

BASIS = "/werk/haven/financien/"


def test_kostenpost_with_lines_and_amounts_is_added_at_once(manager, programma, lijn):
    ander = maak_lijn(programma, "2")
    send(
        manager,
        f"{BASIS}nieuwe-kostenpost/",
        titel="50 jongeren",
        lijnen__0__lijn=lijn.sleutel,
        lijnen__1__lijn=ander.sleutel,
        lijnen__1__zekerheid="mogelijk",
        uitgaven__0__jaar="2024",
        uitgaven__0__soort="gerealiseerd",
        uitgaven__0__geschreven="23.000",
        uitgaven__0__tot_en_met="31 maart 2024",
        uitgaven__1__jaar="2023",
        uitgaven__1__soort="gerealiseerd",
        uitgaven__1__toestand="streepje in de bron",
    )
    post = Kostenpost.objects.get()
    assert list(post.lijnen.order_by("volgorde").values_list("lijn__code", "zekerheid")) == [
        ("1", "zeker"),
        ("2", "mogelijk"),
    ]
    assert list(Uitgave.objects.order_by("jaar").values_list("jaar", "bedrag", "toestand")) == [
        (2023, None, "streepje in de bron"),
        (2024, Decimal(23_000), "bekend"),
    ]
    assert "2024 (t/m 31 maart 2024)" in manager.get(BASIS).text


def test_onderdeel_is_typed_with_its_share_and_counts_nothing(manager, programma):
    zekerheid = maak_kostenpost(programma, "Bestaanszekerheid", sleutel="bestaanszekerheid")
    maak_uitgave(zekerheid, 2025, 135_000_000, soort="gepland", precisie="circa")
    send(
        manager,
        f"{BASIS}nieuwe-kostenpost/",
        titel="Bijstandsverlening",
        toelichting="Het grootste deel",
        onderdeel_van="bestaanszekerheid",
        geschreven_aandeel="circa 63%",
        uitgaven__0__jaar="2025",
        uitgaven__0__soort="gepland",
        uitgaven__0__geschreven="5",
    )
    post = Kostenpost.objects.get(titel="Bijstandsverlening")
    assert (post.onderdeel_van, post.aandeel, post.aandeel_precisie) == (zekerheid, 63, "circa")
    page = manager.get(BASIS)
    assert "circa 63% van Bestaanszekerheid" in page.text
    assert page.context["overzicht"].uitgaven.kolommen[0].totaal.bedrag == 135_000_000
    assert 'value="circa 63"' in manager.get(f"{BASIS}kostenposten/{post.sleutel}/").text


@pytest.mark.parametrize(
    ("aandeel", "veld"), [("63", "onderdeel_van"), ("0", "geschreven_aandeel"), ("101", "geschreven_aandeel")]
)
def test_share_is_of_another_post_and_at_most_all_of_it(manager, programma, aandeel: str, veld: str):
    page = send(manager, f"{BASIS}nieuwe-kostenpost/", titel="Bijstand", geschreven_aandeel=aandeel)
    assert list(page.context["formulier"].form.errors) == [veld]


def test_post_is_no_part_of_itself(manager, programma):
    boven = maak_kostenpost(programma, "Boven", sleutel="boven")
    onder = maak_kostenpost(programma, "Onder", sleutel="onder")
    send(manager, f"{BASIS}kostenposten/onder/", onderdeel_van="boven")
    onder.refresh_from_db()
    assert onder.onderdeel_van == boven
    page = send(manager, f"{BASIS}kostenposten/boven/", onderdeel_van="onder")
    boven.refresh_from_db()
    assert (page.status_code, boven.onderdeel_van) == (200, None)


def test_kostenpost_says_a_year_that_stands_there_twice(manager, programma):
    post = maak_kostenpost(programma)
    getypt = {
        f"uitgaven__{nummer}__{naam}": waarde
        for nummer in (0, 1)
        for naam, waarde in {"jaar": "2024", "soort": "gepland", "geschreven": "5"}.items()
    }
    page = send(manager, f"{BASIS}kostenposten/{post.sleutel}/", **getypt)
    assert "Dit jaar staat er al met deze soort" in page.text
    assert list(Uitgave.objects.all()) == []


def test_end_of_a_partial_year_lies_in_that_year(manager, programma):
    post = maak_kostenpost(programma)
    page = send(
        manager,
        f"{BASIS}kostenposten/{post.sleutel}/",
        uitgaven__0__jaar="2024",
        uitgaven__0__soort="gepland",
        uitgaven__0__geschreven="5",
        uitgaven__0__tot_en_met="31-3-2025",
    )
    assert "Deze dag valt niet in 2024" in page.text


@pytest.mark.parametrize("aantal", [1, 30])
def test_kostenpost_page_makes_the_same_number_of_queries_at_any_length(
    manager, programma, aantal, django_assert_num_queries
):
    post = maak_kostenpost(
        programma, "Post", *(maak_lijn(programma, str(nummer)) for nummer in range(aantal))
    )
    for nummer in range(aantal):
        maak_uitgave(post, 2000 + nummer, 5)
    with django_assert_num_queries(11):
        manager.get(f"{BASIS}kostenposten/{post.sleutel}/")


def test_printed_total_is_added_and_changed(manager, lijn):
    send(manager, f"{BASIS}nieuw-totaal/", titel="TOTAAL BESCHIKBAAR", bedrag="710.010", lijn=lijn.sleutel)
    totaal = GedruktTotaal.objects.get()
    assert (totaal.lijn, totaal.bedrag, totaal.soort) == (lijn, 710_010, "")
    send(manager, f"{BASIS}totalen/{totaal.sleutel}/", soort="investering")
    totaal.refresh_from_db()
    assert totaal.soort == ""
    send(manager, f"{BASIS}totalen/{totaal.sleutel}/", soort="investering", schaal="stad")
    totaal.refresh_from_db()
    assert totaal.soort == "investering"


def test_printed_saldo_stands_beside_ours(manager, lijn):
    for bedrag in (50_000, 30_000, 75_000):
        maak_financiering(lijn, bedrag, jaar_van=2022, jaar_tot=2023, per_jaar=True)
    post = maak_kostenpost(lijn.programma, "Stichting")
    maak_uitgave(post, 2022, 150_000, soort="gepland", precisie="schatting")
    send(manager, f"{BASIS}nieuw-totaal/", titel="overschot", bedrag="5.000", is_saldo="on")
    page = manager.get(BASIS)
    (saldo,) = page.context["overzicht"].saldi
    assert (saldo.dekking.bedrag, saldo.kosten.bedrag, saldo.som.verschil) == (155_000, 150_000, 0)
    assert "circa € 5.000 overschot" in page.text


def test_saldo_is_of_everything(manager, lijn):
    page = send(
        manager, f"{BASIS}nieuw-totaal/", titel="overschot", bedrag="5", is_saldo="on", soort="investering",
        schaal="stad",
    )  # fmt: skip
    assert "is_saldo" in page.context["formulier"].form.errors


def test_bron_is_renamed(manager, lijn):
    bron = maak_financiering(lijn).bron
    send(manager, f"{BASIS}bronnen/{bron.sleutel}/", naam="Kadernota Dordrecht")
    assert Financieringsbron.objects.get().naam == "Kadernota Dordrecht"


def test_second_total_of_the_same_is_refused(manager, lijn):
    maak_totaal(lijn, 150_000)
    page = send(manager, f"{BASIS}nieuw-totaal/", titel="SAMEN", bedrag="5", lijn="lijn-1", jaar="2024")
    assert "‘TOTAAL’" in page.context["formulier"].form.errors["jaar"][0]


def test_total_of_the_year_goes_before_one_without_a_year(manager, lijn):
    maak_financiering(lijn)
    maak_totaal(lijn, 150_000)
    maak_totaal(lijn, 7, jaar=None)
    assert (
        manager.get(BASIS, {"jaar": "2024"}).context["overzicht"].lijnen[0].dekking.totaal.gedrukt == 150_000
    )
