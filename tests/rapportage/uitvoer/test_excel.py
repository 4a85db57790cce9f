"""The workbook: its sheets, its page and the promise that one Rapport is one file."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rapportage.rapport import Relatieregel, Toelichtingregel, Vermeldingregel
from rapportage.uitvoer.excel import render_xlsx
from tests.rapportage.bouwers import maak, maak_doelregel, maak_lijnregel, maak_rapport

from .lezen import find_cel, open_boek, rijen, row_of

SHA = "ab" * 32


@pytest.fixture(scope="module")
def boek():
    return open_boek(maak_rapport(), SHA)


def test_sheets_stand_in_the_order_of_the_report(boek):
    assert boek.sheetnames == [
        "Overzicht",
        "1 Arbeidspotentieel van de…",
        "2 Toekomst voor de Dordtse…",
        "3 Samenwerken op banen met…",
        "Financiën",
        "Indicatoren",
        "Verantwoording",
    ]


def test_lines_below_a_line_share_its_sheet():
    lijnen = (
        maak_lijnregel("1", "Fundament"),
        maak_lijnregel("1.1", "Deel", ouder="1"),
        maak_lijnregel("2", "Twee"),
    )
    boek = open_boek(maak_rapport(lijnen=lijnen))
    assert boek.sheetnames[1:3] == ["1 Fundament", "2 Twee"]
    assert row_of(boek["1 Fundament"], "1.1 Deel")[0] == "1.1 Deel"


def test_doelen_of_the_programme_itself_have_a_sheet():
    boek = open_boek(maak_rapport(doelen=(maak_doelregel("d", "Vertrouwen", 60),)))
    assert boek.sheetnames[1] == "Hele programma"
    assert row_of(boek["Hele programma"], "Vertrouwen")[2:4] == [60, "niet gemeten"]


def test_same_rapport_gives_the_same_bytes():
    assert render_xlsx(maak_rapport(), sha256=SHA) == render_xlsx(maak_rapport(), sha256=SHA)


def test_file_carries_no_clock():
    with ZipFile(BytesIO(render_xlsx(maak_rapport(), sha256=SHA))) as archief:
        assert {vermelding.date_time for vermelding in archief.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archief.read("docProps/core.xml").count(b"2024-07-31T00:00:00Z") == 2


def test_everything_is_calculated_anew_when_opened(boek):
    assert boek.calculation.fullCalcOnLoad is True


def test_every_sheet_prints_on_the_width_of_a_lying_a4(boek):
    for blad in boek:
        pagina = blad.page_setup
        assert (pagina.orientation, pagina.paperSize, pagina.fitToWidth, pagina.fitToHeight) == (
            "landscape",
            9,
            1,
            0,
        )
        assert blad.sheet_properties.pageSetUpPr.fitToPage is True


def test_headings_stay_in_sight_and_return_on_every_page(boek):
    assert {blad.freeze_panes for blad in boek} == {"B5"}
    assert {blad.print_title_rows for blad in boek} == {"$4:$4"}


def test_sleutels_stand_in_a_hidden_column(boek):
    blad = boek["Financiën"]
    kolom = find_cel(blad, "f-cdoke").column_letter
    assert (blad[f"{kolom}4"].value, blad.column_dimensions[kolom].hidden) == ("Sleutel", True)


def test_footer_shows_an_ampersand_and_no_code(boek):
    assert boek["Overzicht"].oddFooter.left.text.startswith("Arbeidsmarkt && menselijk kapitaal – ")


def test_every_chart_shows_its_axes(boek):
    grafieken = [grafiek for blad in boek for grafiek in blad._charts]
    assert len(grafieken) == 4
    assert {(g.x_axis.delete, g.y_axis.delete) for g in grafieken} == {(False, False)}


def test_chart_draws_from_the_cells_above_it(boek):
    blad = boek["1 Arbeidspotentieel van de…"]
    rij = find_cel(blad, "100 leerwerktrajecten realiseren: 60 van 100").row
    reeksen = [reeks.val.numRef.f for reeks in blad._charts[0].series]
    assert reeksen == [f"'{blad.title}'!${kolom}${rij - 1}:${kolom}${rij}" for kolom in "CDE"]
    assert [blad[f"C{rij - 1}"].value, blad[f"C{rij}"].value] == [None, 60]


def test_concept_says_so_on_every_sheet():
    boek = open_boek(maak_rapport(editie=None))
    assert {blad["A3"].value for blad in boek} == {
        "CONCEPT: nog niet vastgesteld, de gegevens kunnen nog veranderen"
    }
    assert row_of(boek["Verantwoording"], "SHA-256 van rapport.json")[1].startswith("geen:")


def test_verantwoording_names_edition_hash_and_source(boek):
    blad = boek["Verantwoording"]
    assert row_of(blad, "SHA-256 van rapport.json")[1] == SHA
    assert row_of(blad, "Overgenomen uit")[1] == "Voortgangsrapportage augustus 2024"
    assert row_of(blad, "Vastgesteld op")[1] == "niet vermeld"
    assert row_of(blad, "Peildatum")[1].date() == maak_rapport().peildatum


def test_tegenspraak_shows_both_places(boek):
    assert row_of(boek["Verantwoording"], "Nummer van het raadsbesluit (nummer)")[:7] == [
        "Nummer van het raadsbesluit (nummer)",
        "rapportage",
        "2023-0154666",
        "raadsbrief",
        "2023-01544666",
        "2023-0154666",
        "dat nummer bestaat",
    ]


def test_relaties_and_who_names_the_programme():
    relatie = Relatieregel(
        sleutel="opgave",
        titel="Opgave Arbeidsmarkt",
        tekst="Daar wordt het uitgewerkt.",
        lijn="",
        ander_programma="arbeidsmarkt",
        ander_programma_naam="Arbeidsmarkt",
        andere_lijn="2",
        url="",
        vindplaats="Projectinformatie, regel 131",
    )
    noemer = Vermeldingregel(
        programma="zorg", naam="Zorg", lijn="1", soort="verwijzing", zekerheid="mogelijk"
    )
    blad = open_boek(maak_rapport(relaties=(relatie,), verwezen_vanuit=(noemer,)))["Verantwoording"]

    assert [cel for cel in row_of(blad, "Opgave Arbeidsmarkt") if cel] == [
        "Opgave Arbeidsmarkt",
        "Daar wordt het uitgewerkt.",
        "Arbeidsmarkt, lijn 2",
        "Projectinformatie, regel 131",
        "opgave",
    ]
    assert [cel for cel in row_of(blad, "Zorg") if cel] == ["Zorg", "1", "verwijzing (mogelijk)"]


def test_overview_shows_totals_as_values(boek):
    rij = row_of(boek["Overzicht"], "2 Toekomst voor de Dordtse jeugd")
    assert rij[5:9] == [1232000, 925000, "niet te berekenen", "berekend"]


def test_line_without_money_says_so_and_shows_no_zero(boek):
    rij = row_of(boek["Overzicht"], "3 Samenwerken op banen met impact")
    assert rij[5:9] == ["Geen bedragen bekend.", None, None, None]


def test_empty_report_has_all_its_sheets():
    leeg = maak_rapport(
        lijnen=(), toelichtingen=(), mijlpalen=(), besluiten=(), tegenspraken=(), aannames=(), legenda=()
    )
    boek = open_boek(leeg)
    assert boek.sheetnames == ["Overzicht", "Financiën", "Indicatoren", "Verantwoording"]
    assert row_of(boek["Indicatoren"], "Geen indicatoren in dit rapport")


def test_no_cell_is_merged_twice(boek):
    """Excel calls a file with overlapping merged cells damaged."""
    for blad in boek:
        cellen = [cel for bereik in blad.merged_cells.ranges for rij in bereik.rows for cel in rij]
        assert len(cellen) == len(set(cellen))


def test_long_text_is_split_over_rows_without_losing_a_letter():
    tekst = "Woorden genoeg. " * 4000
    toelichting = maak(Toelichtingregel, sleutel="inleiding", onderwerp="inleiding", tekst=tekst)
    blad = open_boek(maak_rapport(toelichtingen=(toelichting,)))["Overzicht"]
    delen = [rij[1] for rij in rijen(blad) if rij[-1] == "inleiding"]
    assert ("".join(delen), max(map(len, delen)) < 32_767, len(delen) > 1) == (tekst, True, True)
