from datetime import date

import pytest

from programmalijnen.regels.perioden import OnleesbarePeriode, Tijdprecisie, read_meetperiode, read_tijdspad

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
    "tekst", ["", "t/m maart", "vorig jaar", "2024-2026", "Q5 2024", "2024-2023", "3 2024", "31-2024"]
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
        ("doorlopend", None, None, Tijdprecisie.DOORLOPEND),
        ("Loopt mee in nieuwe subsidieverordening", None, None, Tijdprecisie.ONBEKEND),
        ("", None, None, Tijdprecisie.ONBEKEND),
    ],
)
def test_tijdspad_is_never_refused(tekst: str, van: date | None, tot: date | None, precisie: Tijdprecisie):
    tijdspad = read_tijdspad(tekst)

    assert (tijdspad.van, tijdspad.tot, tijdspad.precisie) == (van, tot, precisie)
    assert tijdspad.tekst == tekst
