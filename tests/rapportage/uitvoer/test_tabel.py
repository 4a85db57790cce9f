"""activiteiten.csv: a row per doel, for a Dutch Excel and for programs."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from rapportage.rapport import Oordeelregel, Rapport
from rapportage.uitvoer.tabel import KOLOMMEN, guard, print_waarde, render_csv
from tests.rapportage.bouwers import (
    maak_activiteitregel,
    maak_doelregel,
    maak_leerwerktrajecten,
    maak_lijnregel,
    maak_rapport,
)


def read(rapport: Rapport) -> list[dict[str, str]]:
    tekst = render_csv(rapport, sha256=None).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(tekst, newline=""), delimiter=";"))


def read_activiteit(*doelen, **velden) -> list[dict[str, str]]:
    activiteit = maak_activiteitregel("a", "Activiteit", *doelen, **velden)
    return read(maak_rapport(lijnen=(maak_lijnregel("1", "Lijn", activiteit),)))


def test_file_opens_well_in_a_dutch_excel():
    inhoud = render_csv(maak_rapport(), sha256=None)
    assert inhoud.startswith("\ufeffprogramma;ronde;editie;lijn_code;".encode())
    assert b"\r\n" in inhoud


def test_every_doel_is_a_row_and_every_activiteit_has_one():
    rijen = read(maak_rapport())
    assert [(rij["activiteit_sleutel"], rij["doel_sleutel"]) for rij in rijen] == [
        ("a-wijkaanpakken", "d-opzetten"),
        ("a-wijkaanpakken", "d-duurzame-plek"),
        ("a-leerwerktrajecten", "d-leerwerktrajecten"),
        ("a-glansrijk", ""),
        ("a-label", "d-partners"),
        ("a-label", "d-label"),
        ("a-label", "d-partners-2025"),
    ]


def test_numbers_have_a_decimal_comma_and_dates_are_iso():
    (rij,) = read_activiteit(maak_leerwerktrajecten())
    assert [rij[naam] for naam in ("streefwaarde", "waarde", "verwacht", "bereikt", "peildatum")] == [
        "100", "60", "58,2", "0,6000", "2024-07-31",
    ]  # fmt: skip


def test_every_row_says_of_what_report_it_is():
    (rij,) = read_activiteit()
    assert [rij[naam] for naam in ("programma", "ronde", "editie", "lijn_code")] == [
        "arbeidsmarkt-menselijk-kapitaal", "augustus-2024", "1", "1",
    ]  # fmt: skip


def test_concept_is_named_as_such():
    assert {rij["editie"] for rij in read(maak_rapport(editie=None))} == {"concept"}


def test_missing_value_stays_empty_and_keeps_its_state():
    (rij,) = read_activiteit(maak_doelregel("d", "Doel", 10))
    assert (rij["waarde"], rij["waarde_toestand"]) == ("", "niet gemeten")


def test_doelen_say_for_which_year_they_are():
    afgelopen, straks = maak_doelregel("d-2023", "Toen", 5), maak_doelregel("d-2025", "Straks", 9)
    rijen = read_activiteit(
        maak_doelregel("d", "Nu", 7), doelen_afgelopen=(afgelopen,), doelen_volgend_jaar=(straks,)
    )
    assert [rij["doel_voor"] for rij in rijen] == ["dit jaar", "afgelopen", "volgend jaar"]


def test_onderdeel_names_what_it_is_a_part_of():
    rijen = read_activiteit(onderdelen=(maak_activiteitregel("b", "Deel"),))
    assert [(rij["activiteit"], rij["onderdeel_van"]) for rij in rijen] == [
        ("Activiteit", ""),
        ("Deel", "Activiteit"),
    ]


def test_parts_of_a_doel_follow_it():
    heel = replace(maak_doelregel("d", "Energie en zorg"), delen=(maak_doelregel("d-1", "Energie"),))
    assert [rij["doel"] for rij in read_activiteit(heel)] == ["Energie en zorg", "Energie"]


def test_oordeel_is_given_with_its_explanation():
    oordeel = Oordeelregel(waarde="wijkt af, bij te sturen", horizon="dit jaar", oorzaak="krapte")
    (rij,) = read_activiteit(oordeel=oordeel)
    assert [rij[naam] for naam in ("oordeel", "oordeel_horizon", "oordeel_oorzaak")] == [
        "wijkt af, bij te sturen", "dit jaar", "krapte",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tekst", "bewaakt"),
    [
        ("=1+1", "'=1+1"),
        (" =cmd|' /C calc'!A0", "' =cmd|' /C calc'!A0"),
        ("-100 inwoners", "'-100 inwoners"),
        ("+31 78", "'+31 78"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("gewoon - met streepje", "gewoon - met streepje"),
        ("twee\nregels", "twee\nregels"),
        ("nul\x00byte", "nul byte"),
    ],
)
def test_text_never_becomes_a_formula(tekst: str, bewaakt: str):
    assert guard(tekst) == bewaakt


@pytest.mark.parametrize(
    ("waarde", "geschreven"),
    [
        (None, ""),
        (Decimal("-1.50"), "-1,50"),
        (Decimal("1E+3"), "1000"),
        (Decimal(0), "0"),
        (date(2024, 7, 31), "2024-07-31"),
        (2, "2"),
    ],
)
def test_values_are_written_for_reuse(waarde, geschreven: str):
    assert print_waarde(waarde) == geschreven


def test_text_with_separators_and_quotes_comes_back_whole():
    tekst = 'Met "aanhaling"; en puntkomma,\nen een tweede regel'
    (rij,) = read_activiteit(realisatie=tekst)
    assert rij["realisatie"] == tekst


def test_columns_are_the_documented_ones():
    assert list(read(maak_rapport())[0]) == list(KOLOMMEN)
