"""Puts a verdict and the facts it rests on together into an Uitkomst."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from programmalijnen.regels.afdruk import print_koers, print_peildatum, print_waarde
from programmalijnen.regels.begrippen import Koers, Precisie, Toestand
from programmalijnen.regels.breuken import round_half_up
from programmalijnen.regels.feiten import Doelfeiten, Uitkomst, Waarom
from programmalijnen.regels.geval import Geval, to_fraction
from programmalijnen.regels.koers import TELLING
from programmalijnen.regels.waarom import explain, explain_afspraak

TOESTAND_BIJ = {
    Koers.NIET_GERAPPORTEERD: Toestand.NIET_GERAPPORTEERD,
    Koers.NIET_VAN_TOEPASSING: Toestand.NIET_VAN_TOEPASSING,
    Koers.GEEN_DOEL: Toestand.NIET_VAN_TOEPASSING,
    Koers.ELDERS: Toestand.ELDERS,
}


def answer(geval: Geval, koers: Koers, reden: str = "", **velden: Any) -> Uitkomst:
    """The verdict with everything that is shown of the case; `velden` overrule."""
    gewoon: dict[str, Any] = {
        "koers_afgedrukt": print_koers(koers, reden, geval),
        "meting": geval.meting,
        "waarde": to_waarde(geval.doel, geval.waarde),
        "toestand": geval.meting.toestand if geval.meting else geval.uitspraak,
        "precisie": geval.meting.precisie if geval.meting else Precisie.PRECIES,
        "streefwaarde": to_waarde(geval.doel, geval.streefwaarde),
        "laag": to_waarde(geval.doel, to_fraction(geval.streef.laag if geval.streef else None)),
        "hoog": to_waarde(geval.doel, to_fraction(geval.streef.hoog if geval.streef else None)),
        "start": geval.start,
        "afgedrukt": print_waarde(geval),
        "peildatum_tekst": print_peildatum(geval),
        "uitsplitsing": geval.meting.uitsplitsing if geval.meting else (),
        "waarom": explain(geval),
    }
    return Uitkomst(koers=koers, telling=TELLING[koers], reden=reden, **{**gewoon, **velden})


def answer_in_words(doel: Doelfeiten, koers: Koers, reden: str = "", **velden: Any) -> Uitkomst:
    """The verdict on a doel of which nothing is computed."""
    gewoon: dict[str, Any] = {
        "koers_afgedrukt": print_koers(koers, reden),
        "toestand": TOESTAND_BIJ.get(koers, Toestand.NIET_GEMETEN),
        "waarom": Waarom(afgesproken=explain_afspraak(doel)),
    }
    return Uitkomst(koers=koers, telling=TELLING[koers], reden=reden, **{**gewoon, **velden})


def to_decimal(waarde: Fraction | None) -> Decimal | None:
    """Four places, half up: the form in which ratios and positions enter the Rapport."""
    return None if waarde is None else round_half_up(waarde)


def to_waarde(doel: Doelfeiten, waarde: Fraction | None) -> Decimal | None:
    """In the indicator's decimals, or in four places where those would lose something."""
    if waarde is None:
        return None
    kort = round_half_up(waarde, doel.decimalen)
    return kort if Fraction(kort) == waarde else round_half_up(waarde)


def make_balk(bereikt: Fraction | None) -> Decimal | None:
    """The width of a bar, clipped to 0..100; the number itself is not."""
    return None if bereikt is None else round_half_up(min(max(bereikt * 100, Fraction(0)), Fraction(100)))
