"""Writing money: what is kept, what is merged, what asks a reason, what is archived."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from financien.begrippen import Bedragtoestand, GeschrevenBedrag
from financien.models import Financiering, Financieringsbron, Financieringsstand, Kostenpost, Uitgave
from financien.services.vastleggen import save_financiering
from programmalijnen.models import Rondestaat, Wijziging
from programmalijnen.regels.begrippen import Precisie
from programmalijnen.services.samenvoegen import Bewerking, Botsing
from programmalijnen.services.schrijven import begin
from programmalijnen.services.vastleggen import Rijinvoer, save_invoerrij
from programmalijnen.services.weghalen import must_be_kept, remove_rij, restore_rij
from tests.bouwers import NU, maak_lijn, maak_programma, maak_ronde

from .bouwers import maak_bron, maak_financiering, maak_kostenpost, maak_stand, maak_uitgave

pytestmark = pytest.mark.django_db

WIE = {"door": None, "op": NU}


@pytest.fixture
def lijn():
    return maak_lijn(maak_programma())


def change(rij, versie: int | None = None, **velden) -> Bewerking:
    """What a form sends that was shown when the row was as it is here."""
    geladen = {naam: getattr(rij, naam) for naam in velden}
    kopie = type(rij).objects.get(pk=rij.pk)
    return Bewerking(rij=kopie, versie=versie or rij.versie, geladen=geladen, ingevoerd=velden)


def add(rij, **velden) -> Bewerking:
    return Bewerking(rij=rij, ingevoerd=velden)


def adopt(programma) -> None:
    """Adopt a round after everything that exists now was made."""
    ronde = maak_ronde(programma)
    with begin("stel vast", **WIE) as handeling:
        ronde.staat = Rondestaat.VASTGESTELD
        handeling.save(ronde)


def test_new_financiering_gets_a_key_and_a_place_at_the_end(lijn):
    maak_financiering(lijn, volgorde=7)
    bron = maak_bron(lijn.programma, "RegioDeal")
    nieuw = Financiering(programma=lijn.programma, lijn=lijn)
    velden = {
        "bron": bron,
        "ten_behoeve_van": "scholingsfonds",
        "geschreven": GeschrevenBedrag(Decimal(21_120)),
    }
    save_financiering(invoer=Rijinvoer(hoofd=add(nieuw, **velden)), **WIE)
    rij = Financiering.objects.get(sleutel="regiodeal-scholingsfonds")
    assert (rij.bedrag, rij.precisie, rij.volgorde) == (Decimal(21_120), "precies", 8)


def test_new_bron_is_made_with_its_financiering(lijn):
    nieuw = Financiering(programma=lijn.programma, lijn=lijn)
    invoer = Rijinvoer(hoofd=add(nieuw, bron=None, geschreven=GeschrevenBedrag(Decimal(5))))
    save_financiering(invoer=invoer, nieuwe_bron="Actieplan Jeugd", **WIE)
    assert Financiering.objects.get().bron == Financieringsbron.objects.get(naam="Actieplan Jeugd")
    assert len(set(Wijziging.objects.values_list("handeling", flat=True))) == 1


def test_amount_and_state_that_contradict_each_other_are_refused(lijn):
    rij = maak_financiering(lijn)
    with pytest.raises(ValidationError, match="kies waarom er geen bedrag is"):
        save_financiering(invoer=Rijinvoer(hoofd=change(rij, toestand=Bedragtoestand.STREEPJE)), **WIE)
    assert Financiering.objects.get().toestand == Bedragtoestand.BEKEND


def test_standen_are_saved_with_their_waarvan_at_once(lijn):
    rij = maak_financiering(lijn, 10_500_000)
    gereserveerd, gevoteerd = Financieringsstand(), Financieringsstand()
    delen = (
        add(
            gevoteerd,
            stand="gevoteerd",
            geschreven=GeschrevenBedrag(Decimal(1_260_000)),
            waarvan=gereserveerd,
        ),
        add(
            gereserveerd, stand="gereserveerd", geschreven=GeschrevenBedrag(Decimal(10_500_000)), waarvan=None
        ),
    )
    save_financiering(invoer=Rijinvoer(hoofd=change(rij), delen=delen), **WIE)
    assert list(Financieringsstand.objects.order_by("bedrag").values_list("stand", "waarvan__stand")) == [
        ("gevoteerd", "gereserveerd"),
        ("gereserveerd", None),
    ]


def test_an_existing_stand_becomes_a_part_of_a_new_one(lijn):
    rij = maak_financiering(lijn)
    gevoteerd, nieuw = maak_stand(rij, "gevoteerd", 5), Financieringsstand()
    delen = (
        change(gevoteerd, waarvan=nieuw),
        add(nieuw, stand="gereserveerd", geschreven=GeschrevenBedrag(Decimal(9))),
    )
    save_financiering(invoer=Rijinvoer(hoofd=change(rij), delen=delen), **WIE)
    gevoteerd.refresh_from_db()
    assert gevoteerd.waarvan.stand == "gereserveerd"


def test_two_people_who_change_the_amount_and_its_precision_clash(lijn):
    rij = maak_financiering(lijn, 100)
    circa = change(rij, geschreven=GeschrevenBedrag(Decimal(100), Precisie.CIRCA))
    hoger = change(rij, geschreven=GeschrevenBedrag(Decimal(200)))
    save_financiering(invoer=Rijinvoer(hoofd=circa), **WIE)
    with pytest.raises(Botsing):
        save_financiering(invoer=Rijinvoer(hoofd=hoger), **WIE)
    assert Financiering.objects.get().geschreven == (Decimal(100), Precisie.CIRCA)


def test_a_clash_in_a_stand_saves_nothing_of_the_line_either(lijn):
    rij = maak_financiering(lijn)
    stand = maak_stand(rij, "toegekend", 5)
    mijn = change(stand, geschreven=GeschrevenBedrag(Decimal(6)))
    save_financiering(
        invoer=Rijinvoer(hoofd=change(rij), delen=(change(stand, geschreven=GeschrevenBedrag(Decimal(7))),)),
        **WIE,
    )
    with pytest.raises(Botsing):
        save_financiering(invoer=Rijinvoer(hoofd=change(rij, periode="2025"), delen=(mijn,)), **WIE)
    assert Financiering.objects.get().periode == "2024"


def test_different_fields_of_two_people_merge_and_are_told(lijn):
    rij = maak_financiering(lijn)
    eerste, tweede = (
        change(rij, periode="2025", toelichting=""),
        change(rij, periode="2024", toelichting="50%"),
    )
    save_financiering(invoer=Rijinvoer(hoofd=eerste), **WIE)
    (uitkomst,) = save_financiering(invoer=Rijinvoer(hoofd=tweede), **WIE)
    opgeslagen = Financiering.objects.get()
    assert (opgeslagen.periode, opgeslagen.toelichting, uitkomst.overgenomen) == ("2025", "50%", ("periode",))


def test_removed_stand_is_in_the_trail(lijn):
    rij = maak_financiering(lijn)
    stand = maak_stand(rij, "toegekend", 5)
    save_financiering(invoer=Rijinvoer(hoofd=change(rij), weg=(change(stand),)), **WIE)
    assert list(Financieringsstand.objects.all()) == []
    assert list(Wijziging.objects.values_list("aard", "sleutel")) == [("verwijderd", stand.sleutel)]


def test_stand_that_a_colleague_changed_is_not_removed_unseen(lijn):
    rij = maak_financiering(lijn)
    stand = maak_stand(rij, "toegekend", 5)
    weg = change(stand)
    save_financiering(
        invoer=Rijinvoer(hoofd=change(rij), delen=(change(stand, geschreven=GeschrevenBedrag(Decimal(7))),)),
        **WIE,
    )
    with pytest.raises(ValidationError, match="veranderde"):
        save_financiering(invoer=Rijinvoer(hoofd=change(rij), weg=(weg,)), **WIE)
    assert Financieringsstand.objects.get().bedrag == 7


def test_kostenpost_keeps_streepje_leeg_and_zero_apart(lijn):
    nieuw = Kostenpost(programma=lijn.programma)
    toestanden = [("bekend", Decimal(0)), ("streepje in de bron", None), ("leeg in de bron", None)]
    delen = tuple(
        add(
            Uitgave(),
            jaar=2021 + nummer,
            soort="gerealiseerd",
            toestand=toestand,
            geschreven=GeschrevenBedrag(bedrag),
        )
        for nummer, (toestand, bedrag) in enumerate(toestanden)
    )
    save_invoerrij(invoer=Rijinvoer(hoofd=add(nieuw, titel="Monitoring"), delen=delen), **WIE)
    assert list(Uitgave.objects.order_by("jaar").values_list("toestand", "bedrag")) == toestanden


def test_amount_of_a_year_that_exists_already_is_refused_in_dutch(lijn):
    post = maak_kostenpost(lijn.programma)
    maak_uitgave(post, 2024, 5)
    dubbel = add(
        Uitgave(), jaar=2024, soort="gerealiseerd", toestand="bekend", geschreven=GeschrevenBedrag(Decimal(6))
    )
    with pytest.raises(ValidationError, match="Voor deze post en dit jaar staat al een bedrag"):
        save_invoerrij(invoer=Rijinvoer(hoofd=change(post), delen=(dubbel,)), **WIE)


def test_change_of_what_a_report_shows_asks_a_reden(lijn):
    rij = maak_financiering(lijn)
    adopt(lijn.programma)
    invoer = Rijinvoer(hoofd=change(rij, periode="2025"))
    with pytest.raises(ValidationError, match="Zeg waarom u het verandert"):
        save_financiering(invoer=invoer, **WIE)
    save_financiering(invoer=Rijinvoer(hoofd=change(rij, periode="2025")), reden="Besluit van juni", **WIE)
    assert Wijziging.objects.get(soort="financiering").reden == "Besluit van juni"


def test_saving_without_a_change_asks_no_reden(lijn):
    rij = maak_financiering(lijn)
    adopt(lijn.programma)
    save_financiering(invoer=Rijinvoer(hoofd=change(rij, periode="2024")), **WIE)
    assert list(Wijziging.objects.filter(soort="financiering")) == []


def test_line_made_after_the_adoption_asks_no_reden_and_may_be_deleted(lijn):
    adopt(lijn.programma)
    nieuw = Financiering(programma=lijn.programma, lijn=lijn)
    invoer = Rijinvoer(
        hoofd=add(nieuw, bron=maak_bron(lijn.programma), geschreven=GeschrevenBedrag(Decimal(5)))
    )
    save_financiering(invoer=invoer, **WIE)
    save_financiering(invoer=Rijinvoer(hoofd=change(nieuw, periode="2025")), **WIE)
    assert must_be_kept(nieuw) is False


def test_line_that_only_later_rounds_know_is_not_shown_by_an_earlier_one(lijn):
    rij = maak_financiering(lijn, bekend_op=NU.date())
    adopt(lijn.programma)
    assert must_be_kept(rij) is False


def test_removing_deletes_the_line_with_its_standen(lijn):
    rij = maak_financiering(lijn)
    heel = maak_stand(rij, "gereserveerd", 9)
    maak_stand(rij, "gevoteerd", 5, waarvan=heel)
    remove_rij(rij=rij, versie=1, **WIE)
    assert (list(Financiering.objects.all()), list(Financieringsstand.objects.all())) == ([], [])
    assert [w.soort for w in Wijziging.objects.order_by("pk")] == ["financieringsstand"] * 2 + [
        "financiering"
    ]


@pytest.mark.parametrize("reden", ["getoond", "cofinanciering"])
def test_removing_archives_what_must_be_kept(lijn, reden):
    rij = maak_financiering(lijn)
    if reden == "getoond":
        adopt(lijn.programma)
    else:
        maak_financiering(lijn, cofinanciering_van=rij)
    remove_rij(rij=rij, versie=1, reden="Hoort bij een ander programma", **WIE)
    rij.refresh_from_db()
    assert rij.gearchiveerd is True
    restore_rij(rij=rij, versie=2, **WIE)
    rij.refresh_from_db()
    assert rij.gearchiveerd is False


def test_removing_what_a_colleague_changed_since_is_refused(lijn):
    rij = maak_financiering(lijn)
    save_financiering(invoer=Rijinvoer(hoofd=change(rij, periode="2025")), **WIE)
    with pytest.raises(ValidationError, match="veranderde"):
        remove_rij(rij=rij, versie=1, **WIE)


def test_bron_in_use_is_not_removed(lijn):
    bron = maak_financiering(lijn).bron
    with pytest.raises(ValidationError, match="wordt nog gebruikt"):
        remove_rij(rij=bron, versie=1, **WIE)
    assert list(Financieringsbron.objects.all()) == [bron]


def test_bron_is_renamed_for_all_its_lines(lijn):
    bron = maak_financiering(lijn).bron
    save_invoerrij(invoer=Rijinvoer(hoofd=change(bron, naam="Kadernota Dordrecht")), **WIE)
    assert Financiering.objects.get().bron.naam == "Kadernota Dordrecht"


def test_lines_that_accompany_each_other_are_refused(lijn):
    eerste = maak_financiering(lijn)
    tweede = maak_financiering(lijn, cofinanciering_van=eerste)
    with pytest.raises(ValidationError, match="onder zichzelf"):
        save_financiering(invoer=Rijinvoer(hoofd=change(eerste, cofinanciering_van=tweede)), **WIE)


def test_stands_that_are_parts_of_each_other_are_refused(lijn):
    rij = maak_financiering(lijn)
    een, twee = Financieringsstand(), Financieringsstand()
    delen = (
        add(een, stand="gevoteerd", geschreven=GeschrevenBedrag(Decimal(5)), waarvan=twee),
        add(twee, stand="gereserveerd", geschreven=GeschrevenBedrag(Decimal(5)), waarvan=een),
    )
    with pytest.raises(ValidationError, match="onder zichzelf"):
        save_financiering(invoer=Rijinvoer(hoofd=change(rij), delen=delen), **WIE)
