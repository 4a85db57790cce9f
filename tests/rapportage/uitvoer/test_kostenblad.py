"""The sheet Kosten: years and posts, live totals, the saldo."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportage.rapport import Financien, Jaartotaal, Kostenpostregel, Saldoregel, Uitgaveregel
from tests.rapportage.bouwers import maak_lijnregel, maak_rapport

from .lezen import find_cel, open_boek, rijen, row_of

POST, LIJNEN, GEPLAND, GEREALISEERD = 0, 1, 2, 3


def maak_uitgave(bedrag: int | None, soort: str = "gepland", toestand: str = "niet vermeld") -> Uitgaveregel:
    bekend = {"bedrag": None if bedrag is None else Decimal(bedrag)}
    return Uitgaveregel(
        jaar=2024,
        soort=soort,
        precisie="precies",
        toestand=toestand if bedrag is None else "bekend",
        **bekend,
    )


def maak_post(sleutel: str, *uitgaven: Uitgaveregel, **velden) -> Kostenpostregel:
    gewoon = {"titel": sleutel, "activiteit": "", "lijnen": (), "uitgaven": uitgaven}
    return Kostenpostregel(sleutel=sleutel, **gewoon | velden)


def maak_totaal(bedrag: int, soort: str = "gepland", **velden) -> Jaartotaal:
    gewoon = {"onvolledig": "", "gedrukt": None, "verschil": None}
    return Jaartotaal(jaar=2024, soort=soort, bedrag=Decimal(bedrag), **gewoon | velden)


GEDEELD = maak_post(
    "gedeeld", maak_uitgave(400), lijnen=("1", "2"), mogelijke_lijnen=("2",), telt_in_meer_lijnen=True
)
EIGEN = maak_post("eigen", maak_uitgave(150), maak_uitgave(90, "gerealiseerd"), lijnen=("1",))
DEEL = maak_post(
    "deel", maak_uitgave(30), onderdeel_van="eigen", aandeel=Decimal(20), aandeel_precisie="circa"
)
PROGRAMMA = Financien(
    kostenposten=(GEDEELD, EIGEN, DEEL),
    jaartotalen=(
        maak_totaal(550, gedrukt=Decimal(500), verschil=Decimal(50)),
        maak_totaal(90, "gerealiseerd"),
    ),
    saldi=(
        Saldoregel(
            jaar=2024,
            dekking=Decimal(600),
            dekking_precisie="precies",
            kosten=Decimal(550),
            kosten_precisie="precies",
            bedrag=Decimal(50),
            precisie="precies",
            woorden="€ 50 overschot",
        ),
    ),
)


def kostenblad(financien: Financien = PROGRAMMA, *lijnen):
    return open_boek(maak_rapport(lijnen=lijnen, financien=financien))["Kosten"]


@pytest.fixture(scope="module")
def blad():
    return kostenblad()


def test_no_posts_no_sheet():
    assert "Kosten" not in open_boek(maak_rapport()).sheetnames


def test_years_are_columns_with_planned_beside_realised(blad):
    assert row_of(blad, "Post")[:5] == [
        "Post",
        "Lijnen",
        "2024\ngepland",
        "2024\ngerealiseerd",
        "Aantekening",
    ]


def test_post_names_its_lines_and_an_onderdeel_its_share(blad):
    assert row_of(blad, "gedeeld")[:4] == ["gedeeld", "1 en mogelijk 2", 400, None]
    assert row_of(blad, "– deel")[:5] == ["– deel", None, 30, None, "circa 20% van eigen"]


def test_total_is_live_and_leaves_an_onderdeel_out(blad):
    gedeeld, eigen = find_cel(blad, "gedeeld").row, find_cel(blad, "eigen").row
    totaal = row_of(blad, "Totaal")
    assert totaal[GEPLAND] == f"=SUM(C{gedeeld}:C{eigen})"
    assert totaal[GEREALISEERD] == f"=SUM(D{eigen}:D{eigen})"


def test_total_stands_above_that_of_report_and_source_and_is_checked(blad):
    live = find_cel(blad, "Totaal").row
    onder = [rij[POST : GEREALISEERD + 1] for rij in rijen(blad)[live : live + 4]]
    controle = [
        f'=IF(ABS({letter}{live}-{letter}{live + 1})<0.005,"klopt",'
        f'"verschil "&ROUND({letter}{live}-{letter}{live + 1},2))'
        for letter in "CD"
    ]
    assert onder == [
        ["volgens dit rapport", None, 550, 90],
        ["in de bron", None, 500, "berekend"],
        ["verschil met de bron", None, 50, None],
        ["controle van de optelling", None, *controle],
    ]


def test_saldo_is_live(blad):
    dekking, totaal = find_cel(blad, "Dekking").row, find_cel(blad, "Totaal").row
    assert row_of(blad, "Saldo (dekking min geplande kosten)")[GEPLAND] == f"=C{dekking}-C{totaal}"
    assert row_of(blad, "Saldo 2024")[1] == "€ 50 overschot"


def test_post_of_several_lines_counts_in_no_line():
    geld = Financien(kostenposten=(GEDEELD, EIGEN), jaartotalen=(maak_totaal(150),))
    blad = kostenblad(PROGRAMMA, maak_lijnregel("1", "Een", financien=geld))
    eigen = find_cel(blad, "eigen").row
    onder = [rij for rij in rijen(blad)[find_cel(blad, "1 Een").row :] if rij[POST] == "Totaal"]
    assert [rij[GEPLAND] for rij in onder] == [f"=SUM(C{eigen}:C{eigen})"]
    assert row_of(blad, "Telt alleen in het totaal van het programma")[1] == "gedeeld"


def test_amount_that_is_not_known_keeps_its_state():
    post = maak_post("a", maak_uitgave(None, toestand="streepje in de bron"))
    totaal = replace(maak_totaal(0), bedrag=None, onvolledig="a: streepje in de bron")
    blad = kostenblad(Financien(kostenposten=(post,), jaartotalen=(totaal,)))
    assert row_of(blad, "a")[GEPLAND] == "streepje in de bron"
    assert row_of(blad, "Totaal")[GEPLAND] == "geen bedrag bekend"


def test_posts_without_any_amount_still_stand_there():
    assert row_of(kostenblad(Financien(kostenposten=(maak_post("a"),))), "a")[POST] == "a"
