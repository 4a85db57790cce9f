import re
from datetime import date

import pytest
from django.conf import settings

from programmalijnen.regels.herinnerdagen import NADERHAND, VOORAF, count_dagen, find_aanleiding

DEADLINE = date(2025, 8, 20)


@pytest.mark.parametrize(
    ("dag", "aanleiding"),
    [
        (date(2025, 8, 13), "nog 7 dagen"),
        (date(2025, 8, 19), "nog 1 dag"),
        (date(2025, 8, 20), "laatste dag"),
        (date(2025, 8, 21), "1 dag te laat"),
        (date(2025, 8, 22), ""),
        (date(2025, 9, 3), "14 dagen te laat"),
    ],
)
def test_the_reason_says_how_long_it_still_is_or_how_late(dag, aanleiding):
    assert find_aanleiding(DEADLINE, dag) == aanleiding


def test_without_a_deadline_there_is_no_reason():
    assert find_aanleiding(None, DEADLINE) == ""


def test_the_days_are_those_in_the_documentation():
    tekst = (settings.BASE_DIR / "docs" / "instellingen.md").read_text()
    vooraf = " en ".join(count_dagen(dag) for dag in VOORAF)
    *begin, laatste = NADERHAND
    naderhand = f"{', '.join(map(str, begin))} en {laatste} dagen erna"
    assert [zin for zin in (f"{vooraf} voor de deadline", naderhand) if not re.search(zin, tekst)] == []
