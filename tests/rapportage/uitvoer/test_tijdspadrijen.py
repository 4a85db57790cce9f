"""Days in the workbook: real ones where the words name them, a word where they do not."""

from datetime import date

from rapportage.rapport import Besluitregel
from tests.rapportage.bouwers import maak, maak_lijnregel, maak_rapport
from tests.rapportage.test_tijdspaden import activiteit

from .lezen import open_boek, row_of


def test_days_that_we_read_stand_beside_the_words():
    lijn = maak_lijnregel("1", "Werk", activiteit("Tot en met 2026"), activiteit("Loopt mee in Q2 2025"))
    blad = open_boek(maak_rapport(lijnen=(lijn,)))["Verantwoording"]
    *_, van, tot, precisie, _ = filled(row_of(blad, "Tot en met 2026"))
    assert (van, tot.date(), precisie) == ("geen", date(2026, 12, 31), "jaar")
    *_, van, tot, precisie, _ = filled(row_of(blad, "Loopt mee in Q2 2025"))
    assert (van, tot, precisie) == ("geen", "geen", "onbekend")


def filled(cellen: list) -> list:
    """The last one is the sleutel, in its hidden column."""
    return [cel for cel in cellen if cel is not None]


def test_besluit_says_where_it_can_be_read():
    besluit = maak(
        Besluitregel, sleutel="visie", titel="Visie", vindplaats="regel 63", url="https://raad.nl/v"
    )
    blad = open_boek(maak_rapport(besluiten=(besluit,)))["Verantwoording"]
    assert "regel 63\nhttps://raad.nl/v" in row_of(blad, "Visie")
