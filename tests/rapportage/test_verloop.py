"""What became of one activiteit or indicator over the rounds."""

from dataclasses import dataclass, replace

from rapportage.rapport import Activiteitregel, Rapport
from rapportage.verloop import follow_activiteit, follow_indicator
from tests.rapportage.bouwers import maak_activiteitregel, maak_lijnregel, maak_rapport

INDICATOR = "i-leerwerktrajecten"


@dataclass(frozen=True)
class Ronde:
    rapport: Rapport


def round_with(*activiteiten: Activiteitregel, code: str = "1") -> Ronde:
    lijn = replace(maak_lijnregel(code, f"Lijn {code}"), sleutel=f"lijn-{code}", activiteiten=activiteiten)
    return Ronde(replace(maak_rapport(), lijnen=(lijn,)))


KADE = maak_activiteitregel("kade", "Kade")


def test_activiteit_that_moved_is_named_otherwise_and_is_split_says_so():
    delen = (maak_activiteitregel("a", "Oost"), maak_activiteitregel("b", "West"))
    nieuw = replace(KADE, titel="Kademuur", onderdelen=delen, soort="extra")

    eerste, tweede = follow_activiteit([round_with(KADE), round_with(nieuw, code="2")], "kade")

    assert (eerste.pad, eerste.anders) == ("activiteiten/kade/", ())
    assert tweede.anders == (
        "Stond bij programmalijn 1, staat nu bij programmalijn 2.",
        "Heette eerst ‘Kade’.",
        "Gesplitst in: ‘Oost’, ‘West’.",
        "Was afgesproken, is nu extra.",
    )


def test_activiteit_that_came_under_another_says_so():
    geheel = replace(maak_activiteitregel("haven", "Haven"), onderdelen=(KADE,))

    los, onder, weer_los = follow_activiteit([round_with(KADE), round_with(geheel), round_with(KADE)], "kade")

    assert (los.anders, onder.anders, weer_los.anders) == (
        (),
        ("Is nu een onderdeel van ‘Haven’.",),
        ("Was een onderdeel van ‘Haven’.",),
    )


def test_rounds_before_the_first_are_left_out_and_one_in_between_says_it_has_none():
    rondes = [round_with(), round_with(KADE), round_with(), round_with(KADE)]

    assert [rij.pad for rij in follow_activiteit(rondes, "kade")] == [
        "activiteiten/kade/",
        "",
        "activiteiten/kade/",
    ]


def test_indicator_shows_what_was_measured_then_and_what_was_mended():
    rapport = maak_rapport()
    eerste, tweede = follow_indicator([Ronde(rapport), Ronde(mend(rapport, "58"))], INDICATOR)

    assert (eerste.laatste.afgedrukt, tweede.laatste.afgedrukt) == ("60", "58")
    assert [doel.sleutel for doel in eerste.doelen] == ["d-leerwerktrajecten"]
    assert tweede.anders == ("t/m juli 2024 was 60, is hersteld: 58.",)


def mend(rapport: Rapport, afgedrukt: str) -> Rapport:
    """The same report with another value of the one measurement of INDICATOR."""
    lijn, *andere = rapport.lijnen
    rijen = tuple(
        replace(rij, indicatoren=tuple(mend_indicator(deel, afgedrukt) for deel in rij.indicatoren))
        for rij in lijn.activiteiten
    )
    return replace(rapport, lijnen=(replace(lijn, activiteiten=rijen), *andere))


def mend_indicator(indicator, afgedrukt: str):
    if indicator.sleutel != INDICATOR:
        return indicator
    hersteld = replace(indicator.laatste, afgedrukt=afgedrukt)
    return replace(indicator, metingen=(hersteld,), laatste=hersteld)
