"""Money across programmes: each amount counts where it is accounted for."""

from dataclasses import replace
from decimal import Decimal

from rapportage.geldtotalen import accounted_here, accounted_in_other_years
from rapportage.rapport import Financien, Standregel
from tests.rapportage.bouwers import maak_geld, maak_groep, maak_rapport


def accounted(*groepen):
    return accounted_here(replace(maak_rapport(), financien=Financien(groepen=groepen)))


def test_money_is_split_in_here_and_elsewhere():
    verantwoord = accounted(
        maak_groep("investering", "stad", maak_geld("a", "Agenda 2030", 925_000, elders_verantwoord="A2030")),
        maak_groep("investering", "regio", maak_geld("b", "B", 282_000), maak_geld("c", "C", 25_000)),
    )
    assert (verantwoord.hier.bedrag, verantwoord.elders.bedrag) == (307_000, 925_000)


def test_money_of_other_or_several_years_is_in_neither():
    later = maak_groep("investering", "stad", maak_geld("a", "A", 340_000), telt_mee=False)
    assert accounted(later).hier.bedrag is None


def test_what_is_not_known_is_named_and_no_zero():
    verantwoord = accounted(
        maak_groep("investering", "stad", maak_geld("a", "A", None), maak_geld("b", "B", 5, precisie="circa"))
    )
    assert (verantwoord.hier.bedrag, verantwoord.hier.precisie) == (5, "circa")
    assert verantwoord.hier.onvolledig == "A: niet vermeld"
    assert verantwoord.elders.bedrag is None


def test_line_with_only_standen_misses_no_amount():
    stand = Standregel(stand="gereserveerd", bedrag=Decimal(10_500_000), precisie="precies")
    reserve = maak_geld("a", "Reserve", None, standen=(stand,))
    assert accounted(maak_groep("investering", "stad", reserve)).hier.onvolledig == ""


def test_money_of_another_year_counts_in_every_year_that_it_is_paid_in():
    jaarlijks = maak_geld("a", "A", 75_000, per_jaar=True, jaar_van=2024, jaar_tot=2025)
    later = maak_geld("b", "B", 5_000, jaar_van=2025, jaar_tot=2025)
    elders = maak_geld("c", "C", 900, jaar_van=2025, jaar_tot=2025, elders_verantwoord="A2030")
    samen = maak_geld("d", "D", 12_000, jaar_van=2024, jaar_tot=2026)
    vanaf = maak_geld("e", "E", 340_000, jaar_van=2025)
    groep = maak_groep("investering", "stad", jaarlijks, later, elders, samen, vanaf)
    rapport = replace(maak_rapport(), financien=Financien(groepen=(groep,)))

    jaren = [(geld.jaar, geld.hier.bedrag, geld.elders.bedrag) for geld in accounted_in_other_years(rapport)]
    assert jaren == [(2025, 80_000, 900), (2026, None, None)]
