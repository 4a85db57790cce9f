"""What programmes share stands once, at its owner."""

from typing import Any

from rapportage.gedeeld import Noemer, find_gedeeld
from rapportage.kerncijfers import Deling, Kerncijfers

NAMEN = {"haven": "Haven", "dok": "Dok", "werf": "Werf"}


def noemt(*delingen: Deling) -> Kerncijfers:
    return Kerncijfers(jaar=2024, label="t/m juli 2024", gedeeld=delingen)


def kade(lijn: str = "1", **velden: Any) -> Deling:
    gewoon = {"soort": "activiteit", "titel": "Kade", "eigenaar": "dok", "sleutel": "kade"}
    return Deling(lijn=lijn, **gewoon | velden)


def test_a_thing_that_two_programmes_name_stands_once_with_both():
    kerncijfers = {"haven": noemt(kade()), "werf": noemt(kade("3", zekerheid="mogelijk"))}

    (rij,) = find_gedeeld(kerncijfers, NAMEN)
    assert (rij.deling.titel, rij.eigenaar) == ("Kade", "Dok")
    assert rij.noemers == (Noemer("haven", "Haven", "1", ""), Noemer("werf", "Werf", "3", "mogelijk"))


def test_it_is_called_as_its_owner_calls_it_in_a_report():
    kerncijfers = {
        "haven": noemt(kade(titel="Dat ding")),
        "werf": noemt(kade(ronde="juli", titel="Kade")),
    }

    (rij,) = find_gedeeld(kerncijfers, NAMEN)
    assert (rij.deling.titel, rij.deling.ronde) == ("Kade", "juli")


def test_what_goes_between_programmes_comes_before_what_lines_of_one_share():
    kerncijfers = {
        "dok": noemt(kade(sleutel="aak", titel="Aak")),
        "haven": noemt(kade(), Deling(lijn="2", soort="elders gerapporteerd", titel="Zeil", eigenaar="werf")),
    }

    assert [rij.deling.titel for rij in find_gedeeld(kerncijfers, NAMEN)] == ["Kade", "Zeil", "Aak"]


def test_an_owner_that_this_reader_has_no_report_of_goes_by_the_name_its_referrer_knows():
    (rij,) = find_gedeeld({"haven": noemt(kade(eigenaar="ver", eigenaar_naam="Ver weg"))}, NAMEN)

    assert (rij.eigenaar, rij.is_leesbaar) == ("Ver weg", False)


def test_a_line_that_names_its_own_thing_at_another_ambitie_shares_it_with_nobody():
    assert find_gedeeld({"dok": noemt(kade(eigenaar_lijn="1"))}, NAMEN) == []
