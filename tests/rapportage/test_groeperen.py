"""The rows of a line under their heads."""

from programmalijnen.regels.begrippen import Koers
from rapportage.groeperen import make_rij, make_tabel
from tests.rapportage.bouwers import (
    maak_activiteitregel,
    maak_doelregel,
    maak_leerwerktrajecten,
    maak_lijnregel,
)


def test_rows_stand_under_their_group_in_report_order_with_onderdelen_deeper():
    onderdeel = maak_activiteitregel("a-west", "West")
    tabel = make_tabel(
        maak_lijnregel(
            "1", "Lijn",
            maak_activiteitregel("a-wijken", "Wijken", onderdelen=(onderdeel,)),
            maak_activiteitregel("a-fonds", "Fonds", groep="Voor Stad & Regio"),
            maak_activiteitregel("a-park", "Leerpark", groep="Daarbij", soort="verwant"),
        )
    )  # fmt: skip

    assert [
        (groep.naam, [(rij.activiteit.sleutel, rij.diepte) for rij in groep.rijen]) for groep in tabel.groepen
    ] == [
        ("Voor Stad", [("a-wijken", 0), ("a-west", 1)]),
        ("Voor Stad & Regio", [("a-fonds", 0)]),
    ]
    assert [rij.activiteit.sleutel for groep in tabel.verwant for rij in groep.rijen] == ["a-park"]


def test_a_doel_in_words_adds_no_figure_to_its_row():
    in_woorden = maak_doelregel("d-woord", "Versterken", koers=Koers.NIET_BEREKEND)
    rij = make_rij(maak_activiteitregel("a", "Activiteit", in_woorden, maak_leerwerktrajecten()))

    assert [doel.sleutel for doel in rij.cijfers] == ["d-leerwerktrajecten"]
