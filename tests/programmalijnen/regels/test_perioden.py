from datetime import date

import pytest

from programmalijnen.regels.momenten import Tijdprecisie
from programmalijnen.regels.perioden import OnleesbarePeriode, Tijdspad, read_meetperiode, read_tijdspad

EERSTE = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("tekst", "van", "tot", "afgeleid"),
    [
        ("31 juli 2024", None, date(2024, 7, 31), False),
        ("t/m 31 juli 2024", EERSTE, date(2024, 7, 31), False),
        ("t/m juli 2024", EERSTE, date(2024, 7, 31), True),
        ("tot en met juli 2024", EERSTE, date(2024, 7, 31), True),
        ("per Q3 2024", None, date(2024, 9, 30), True),
        ("per 30 september 2024", None, date(2024, 9, 30), False),
        ("Q3 2024", date(2024, 7, 1), date(2024, 9, 30), True),
        ("3e kwartaal 2024", date(2024, 7, 1), date(2024, 9, 30), True),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), True),
        ("2023-2024", date(2023, 8, 1), date(2024, 7, 31), True),
        ("schooljaar 2023-2024", date(2023, 8, 1), date(2024, 7, 31), True),
        ("sept. 2023", date(2023, 9, 1), date(2023, 9, 30), True),
        ("okt. 2021", date(2021, 10, 1), date(2021, 10, 31), True),
        ("februari 2024", date(2024, 2, 1), date(2024, 2, 29), True),
    ],
)
def test_meetperiode_ends_on_its_peildatum(tekst: str, van: date | None, tot: date, afgeleid: bool):
    periode = read_meetperiode(tekst)

    assert (periode.van, periode.tot, periode.afgeleid) == (van, tot, afgeleid)
    assert periode.tekst == tekst


def test_meetperiode_without_a_year_takes_that_of_the_round():
    assert read_meetperiode("t/m maart", 2024).tot == date(2024, 3, 31)
    assert read_meetperiode("t/m maart 2023", 2024).tot == date(2023, 3, 31)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "t/m maart",
        "vorig jaar",
        "2024-2026",
        "Q5 2024",
        "2024-2023",
        "3 2024",
        "31-2024",
        "voor 1 juli 2024",
    ],
)
def test_meetperiode_says_what_is_accepted(tekst: str):
    with pytest.raises(OnleesbarePeriode, match=r"Schrijf een dag \(31 juli 2024\)"):
        read_meetperiode(tekst)


@pytest.mark.parametrize(
    ("tekst", "van", "tot", "precisie"),
    [
        ("Q2 2025", date(2025, 4, 1), date(2025, 6, 30), Tijdprecisie.KWARTAAL),
        ("Gereed 1 maart 2025", date(2025, 3, 1), date(2025, 3, 1), Tijdprecisie.DAG),
        ("In 2025", date(2025, 1, 1), date(2025, 12, 31), Tijdprecisie.JAAR),
        ("maart 2025", date(2025, 3, 1), date(2025, 3, 31), Tijdprecisie.MAAND),
        ("Tot en met 2026", None, date(2026, 12, 31), Tijdprecisie.JAAR),
        ("Tot 2030", None, date(2029, 12, 31), Tijdprecisie.JAAR),
        ("vanaf 2025", date(2025, 1, 1), None, Tijdprecisie.PERIODE),
        ("2025-2028", date(2025, 1, 1), date(2028, 12, 31), Tijdprecisie.PERIODE),
        ("2024/2025", date(2024, 1, 1), date(2025, 12, 31), Tijdprecisie.PERIODE),
        ("2026 t/m 2029", date(2026, 1, 1), date(2029, 12, 31), Tijdprecisie.PERIODE),
        ("2e helft 2025", date(2025, 7, 1), date(2025, 12, 31), Tijdprecisie.PERIODE),
        ("2e helft \n2025", date(2025, 7, 1), date(2025, 12, 31), Tijdprecisie.PERIODE),
        ("Q3/Q4 2024", date(2024, 7, 1), date(2024, 12, 31), Tijdprecisie.PERIODE),
        ("voor 1 juli 2025", None, date(2025, 6, 30), Tijdprecisie.DAG),
        ("uiterlijk eind 2025", None, date(2025, 12, 31), Tijdprecisie.JAAR),
        ("schooljaar 2024-2025", date(2024, 8, 1), date(2025, 7, 31), Tijdprecisie.PERIODE),
        ("1-3-2025 t/m 31-8-2025", date(2025, 3, 1), date(2025, 8, 31), Tijdprecisie.PERIODE),
        ("doorlopend", None, None, Tijdprecisie.DOORLOPEND),
        ("", None, None, Tijdprecisie.ONBEKEND),
    ],
)
def test_tijdspad_is_never_refused(tekst: str, van: date | None, tot: date | None, precisie: Tijdprecisie):
    tijdspad = read_tijdspad(tekst)

    assert (tijdspad.van, tijdspad.tot, tijdspad.precisie) == (van, tot, precisie)
    assert tijdspad.tekst == tekst


@pytest.mark.parametrize(
    ("tekst", "van", "tot", "precisie"),
    [
        # Projectinformatie Glansrijke toekomst
        ("tot en met augustus 2022", None, date(2022, 8, 31), Tijdprecisie.MAAND),
        ("tot en met augustus 2025", None, date(2025, 8, 31), Tijdprecisie.MAAND),
        ("het derde kwartaal van 2024", date(2024, 7, 1), date(2024, 9, 30), Tijdprecisie.KWARTAAL),
        ("oktober 2024", date(2024, 10, 1), date(2024, 10, 31), Tijdprecisie.MAAND),
        ("In 2024", date(2024, 1, 1), date(2024, 12, 31), Tijdprecisie.JAAR),
        ("In april/mei 2024", date(2024, 4, 1), date(2024, 5, 31), Tijdprecisie.PERIODE),
        ("laatste kwartaal van 2024", date(2024, 10, 1), date(2024, 12, 31), Tijdprecisie.KWARTAAL),
        ("In het laatste kwartaal van 2024", date(2024, 10, 1), date(2024, 12, 31), Tijdprecisie.KWARTAAL),
        ("t/m december 2023", None, date(2023, 12, 31), Tijdprecisie.MAAND),
        (
            "Van april 2024 tot en met december 2025",
            date(2024, 4, 1),
            date(2025, 12, 31),
            Tijdprecisie.PERIODE,
        ),
        ("2025 en 2026", date(2025, 1, 1), date(2026, 12, 31), Tijdprecisie.PERIODE),
        ("in 2024 en verder", date(2024, 1, 1), None, Tijdprecisie.PERIODE),
        ("2022-2026", date(2022, 1, 1), date(2026, 12, 31), Tijdprecisie.PERIODE),
        ("Q3/Q4 2024", date(2024, 7, 1), date(2024, 12, 31), Tijdprecisie.PERIODE),
        ("maart 2023", date(2023, 3, 1), date(2023, 3, 31), Tijdprecisie.MAAND),
        ("d.d. maart 2023", date(2023, 3, 1), date(2023, 3, 31), Tijdprecisie.MAAND),
        ("30 januari 2024", date(2024, 1, 30), date(2024, 1, 30), Tijdprecisie.DAG),
        ("gepland in april/mei 2024;", date(2024, 4, 1), date(2024, 5, 31), Tijdprecisie.PERIODE),
        ("gepland in november 2024", date(2024, 11, 1), date(2024, 11, 30), Tijdprecisie.MAAND),
        ("2025/2026", date(2025, 1, 1), date(2026, 12, 31), Tijdprecisie.PERIODE),
        # Uitvoeringsprogramma Bestaanszekerheid
        ("12 maart 2024", date(2024, 3, 12), date(2024, 3, 12), Tijdprecisie.DAG),
        ("Tot en met \n2026", None, date(2026, 12, 31), Tijdprecisie.JAAR),
        ("Tot 2030", None, date(2029, 12, 31), Tijdprecisie.JAAR),
        ("in 2030", date(2030, 1, 1), date(2030, 12, 31), Tijdprecisie.JAAR),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), Tijdprecisie.JAAR),
        ("2028", date(2028, 1, 1), date(2028, 12, 31), Tijdprecisie.JAAR),
        ("2024/2025", date(2024, 1, 1), date(2025, 12, 31), Tijdprecisie.PERIODE),
        ("2023-2025", date(2023, 1, 1), date(2025, 12, 31), Tijdprecisie.PERIODE),
        ("2024-2027", date(2024, 1, 1), date(2027, 12, 31), Tijdprecisie.PERIODE),
        ("2025-2028", date(2025, 1, 1), date(2028, 12, 31), Tijdprecisie.PERIODE),
        ("2026 t/m 2029", date(2026, 1, 1), date(2029, 12, 31), Tijdprecisie.PERIODE),
        ("2026-\n2030", date(2026, 1, 1), date(2030, 12, 31), Tijdprecisie.PERIODE),
        ("2025  \noperationeel", date(2025, 1, 1), date(2025, 12, 31), Tijdprecisie.JAAR),
        ("start november 2024", date(2024, 11, 1), None, Tijdprecisie.PERIODE),
        ("Q4 2024", date(2024, 10, 1), date(2024, 12, 31), Tijdprecisie.KWARTAAL),
        ("Q1 2026", date(2026, 1, 1), date(2026, 3, 31), Tijdprecisie.KWARTAAL),
        ("Q3 2027", date(2027, 7, 1), date(2027, 9, 30), Tijdprecisie.KWARTAAL),
        ("eind Q2 2025", date(2025, 4, 1), date(2025, 6, 30), Tijdprecisie.KWARTAAL),
        ("eind 2024", date(2024, 1, 1), date(2024, 12, 31), Tijdprecisie.JAAR),
        ("Gereed 1 \nmaart \n2025", date(2025, 3, 1), date(2025, 3, 1), Tijdprecisie.DAG),
        ("doorlopend", None, None, Tijdprecisie.DOORLOPEND),
    ],
)
def test_tijdspad_reads_what_the_documents_write(
    tekst: str, van: date | None, tot: date | None, precisie: Tijdprecisie
):
    tijdspad = read_tijdspad(tekst)

    assert (tijdspad.van, tijdspad.tot, tijdspad.precisie) == (van, tot, precisie)


@pytest.mark.parametrize(
    "tekst",
    [
        "Loopt mee  in nieuwe subsidieverordening in Q2 2025",
        "Opleveren lokale nota publieke gezondheid in Q1 2025",
        "Gezond en Actief Leven akkoord tot uitvoering brengen in 2025",
        "Na een verkenningsfase van circa zes maanden komen tot een voorstel (eind Q2 2025)",
        "2023-2025 In 2025 borgen in werkcentrum",
        "2023 en begin 2024",
        "Eén keer per jaar",
        "In 2024 vier keer (één keer per kwartaal)",
        "t/m begin 2024",
        "tot eind 2025",
        "2024/2026",
        "2028-2025",
        "voor 2025",
        "eind 1 maart 2025",
        "31 april 2025",
        "Q5 2025",
        "gereed",
    ],
)
def test_tijdspad_that_says_more_or_less_than_days_keeps_its_text_only(tekst: str):
    assert read_tijdspad(tekst) == Tijdspad(tekst=tekst)
