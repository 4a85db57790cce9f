"""The money of a report over the years: built, kept, and laid out again without computing anything."""

from datetime import date
from decimal import Decimal

import pytest

from financien.bouwen.overzicht import build_overzicht, fetch_geld
from financien.models import GedruktTotaal
from rapportage.bouwen import build_rapport
from rapportage.canoniek import from_json, to_json
from rapportage.geldjaren import make_geldjaren, make_jaarkosten
from tests.bouwers import maak_lijn, maak_programma, maak_ronde
from tests.financien.bouwers import maak_financiering, maak_kostenpost, maak_stand, maak_uitgave

pytestmark = pytest.mark.django_db
MAART = date(2024, 3, 31)


@pytest.fixture
def programma():
    """Two lines with a post of each and one they share, money of every year and a reservation."""
    programma = maak_programma("haven")
    een, twee = maak_lijn(programma, "1"), maak_lijn(programma, "2")
    eigen = maak_kostenpost(programma, "Regisseur", een, sleutel="regisseur")
    maak_uitgave(eigen, 2024, 85_000, soort="gepland")
    maak_uitgave(eigen, 2024, 22_000, tot_en_met=MAART)
    gedeeld = maak_kostenpost(programma, "Project", een, twee, sleutel="project")
    maak_uitgave(gedeeld, 2024, 200_000, soort="gepland", precisie="circa")
    maak_uitgave(gedeeld, 2025, None, soort="gepland", toestand="streepje in de bron")
    deel = maak_kostenpost(programma, "Deel", een, twee, sleutel="deel")
    deel.onderdeel_van, deel.aandeel = gedeeld, Decimal(63)
    deel.save()
    maak_financiering(een, 290_000, jaar_van=2024, jaar_tot=2025, per_jaar=True)
    reserve = maak_financiering(twee, None, toestand="niet van toepassing", jaar_van=2023, jaar_tot=2026)
    heel = maak_stand(reserve, "gereserveerd", 10_500_000)
    maak_stand(reserve, "gevoteerd", 1_260_000, waarvan=heel)
    GedruktTotaal.objects.create(
        programma=programma, sleutel="saldo", titel="overschot", bedrag=5_000, jaar=2024, is_saldo=True
    )
    return programma


@pytest.fixture
def rapport(programma):
    return build_rapport(ronde=maak_ronde(programma))


def test_report_tells_the_same_as_the_overview_of_the_team(programma, rapport):
    overzicht = build_overzicht(geld=fetch_geld(programma), jaar=2024)
    jaren = make_geldjaren(rapport.financien, van_lijn=False)
    assert jaren.matrix == overzicht.uitgaven
    assert jaren.standen == overzicht.totaal.standen
    assert [(saldo.jaar, saldo.woorden) for saldo in jaren.saldi] == [
        (saldo.jaar, saldo.woorden) for saldo in overzicht.saldi
    ]


def test_kept_report_is_laid_out_like_the_live_one(rapport):
    gelezen = from_json(to_json(rapport))
    assert make_geldjaren(gelezen.financien, van_lijn=False) == make_geldjaren(
        rapport.financien, van_lijn=False
    )


def test_saldo_is_circa_beside_the_printed_one(rapport):
    (saldo,) = rapport.financien.saldi
    assert (saldo.dekking, saldo.kosten, saldo.woorden) == (290_000, 285_000, "circa € 5.000 overschot")
    assert (saldo.gedrukt, saldo.verschil) == (5_000, 0)


def test_year_without_a_known_amount_has_no_saldo(rapport):
    assert [(rij.jaar, rij.bedrag) for rij in rapport.financien.jaartotalen if rij.jaar == 2025] == [
        (2025, None)
    ]


def test_standen_are_totals_of_the_programme(rapport):
    assert [(rij.stand, rij.waarvan, rij.bedrag) for rij in rapport.financien.standen] == [
        ("gereserveerd", "", 10_500_000),
        ("gevoteerd", "gereserveerd", 1_260_000),
    ]


def test_line_shows_the_post_it_shares_and_does_not_add_it(rapport):
    lijn = rapport.lijnen[0].financien
    matrix = make_geldjaren(lijn, van_lijn=True).matrix
    assert [(rij.post.titel, rij.telt_mee, rij.label) for rij in matrix.rijen] == [
        ("Regisseur", True, ""),
        ("Project", False, "telt alleen in het totaal van het programma"),
        ("Deel", False, "telt alleen in het totaal van het programma"),
    ]
    assert [rij.bedrag for rij in lijn.jaartotalen if rij.soort == "gepland"] == [85_000, None]
    assert [saldo.onvolledig for saldo in lijn.saldi] == [
        "Project: telt alleen in het totaal van het programma"
    ]


def test_kosten_of_a_year_say_that_shared_posts_are_not_in_them(rapport):
    van_lijn = make_jaarkosten(rapport.lijnen[0].financien, 2024, van_lijn=True)
    heel = make_jaarkosten(rapport.financien, 2024, van_lijn=False)
    assert ([totaal.bedrag for totaal in van_lijn.totalen], van_lijn.gedeeld) == ([85_000, 22_000], True)
    assert ([totaal.bedrag for totaal in heel.totalen], heel.gedeeld) == ([285_000, 22_000], False)
    assert make_jaarkosten(rapport.financien, 2025, van_lijn=False).totalen == ()


def test_onderdeel_keeps_its_share_and_is_in_no_total(rapport):
    deel = rapport.financien.kostenposten[-1]
    assert (deel.onderdeel_van, deel.aandeel, deel.aandeel_afgedrukt) == ("project", 63, "63%")
