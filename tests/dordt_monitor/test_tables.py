from dataclasses import dataclass

import pytest
from django.http import QueryDict
from django.utils.safestring import SafeString

from dordt_monitor.tables import RIJEN_PER_BLAD, Kolom, Tabel


@dataclass
class Ding:
    naam: str
    aantal: int = 0
    deel: "Ding | None" = None


class Dingen(Tabel):
    naam = Kolom(rijkop=True)
    aantal = Kolom(klasse="getal")
    deel = Kolom(accessor="deel__naam", orderable=False)


def maak(*dingen: Ding, query: str = "") -> Dingen:
    return Dingen(list(dingen), QueryDict(query))


def test_row_is_escaped_unless_its_column_made_html():
    class Vet(Kolom):
        def render(self, value, record=None):
            return SafeString(f"<b>{value}</b>")

    class MetVet(Tabel):
        naam = Kolom(rijkop=True)
        aantal = Vet(klasse="getal")

    assert MetVet([Ding("<i>", 3)], QueryDict()).lichaam() == (
        '<tr class="utrecht-table__row">'
        '<th class="utrecht-table__cell" scope="row">&lt;i&gt;</th>'
        '<td class="utrecht-table__cell getal" data-kolom="Aantal"><b>3</b></td>'
        "</tr>\n"
    )


def test_missing_part_of_a_path_is_an_empty_cell():
    assert 'data-kolom="Deel"></td>' in maak(Ding("a")).lichaam()
    assert 'data-kolom="Deel">b</td>' in maak(Ding("a", deel=Ding("b"))).lichaam()


def test_nought_is_shown():
    assert ">0</td>" in maak(Ding("a", 0)).lichaam()


def test_header_offers_the_other_order():
    assert [(kop.tekst, kop.sorteer, kop.aria) for kop in maak(query="sort=naam").koppen()] == [
        ("Naam", "-naam", "ascending"),
        ("Aantal", "aantal", ""),
        ("Deel", "", ""),
    ]


@pytest.mark.parametrize("sort", ["onzin", "-", "deel", "naam,aantal", "%00"])
def test_order_that_is_not_offered_is_left_out_of_account(sort):
    tabel = maak(Ding("b"), Ding("a"), query=f"sort={sort}&page=1")
    assert [ding.naam for ding in tabel.blad.object_list] in (["b", "a"], ["a", "b"])


@pytest.mark.parametrize("blad", ["0", "-1", "3", "abc", "", "%00", "9" * 5000])
def test_page_that_is_not_there_is_the_first_one(blad):
    dingen = [Ding(str(nummer)) for nummer in range(RIJEN_PER_BLAD + 1)]
    assert maak(*dingen, query=f"page={blad}").blad.number == 1
