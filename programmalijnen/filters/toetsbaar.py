"""The filter of the page Toetsbaar?: by line, and by the question that is answered with no."""

from django.http import QueryDict

from ..bouwen.toetsing import VRAAGNAMEN, Toetsrij, filter_toetsrijen
from .werklijst import Keuzeveld


class ToetsbaarFilter:
    """What is in the address and no choice is left out of account."""

    def __init__(self, query: QueryDict, rijen: list[Toetsrij]) -> None:
        van_lijn = sorted({rij.lijn for rij in rijen if rij.lijn}, key=lambda lijn: lijn.volgorde)
        lijnen = [(lijn.sleutel, str(lijn)) for lijn in van_lijn]
        vragen = [(naam.lower(), naam) for naam in VRAAGNAMEN]
        self.keuzes = [
            _make_keuze("lijn", "Lijn", [("", "alle"), *lijnen], query),
            _make_keuze("vraag", "Vraag met ‘nee’", [("", "alle"), *vragen], query),
        ]
        lijn, vraag = (veld.gekozen for veld in self.keuzes)
        self.is_actief = bool(lijn or vraag)
        self.gekozen = filter_toetsrijen(rijen, lijn=lijn, vraag=dict(vragen).get(vraag, ""))


def _make_keuze(naam: str, label: str, keuzes: list[tuple[str, str]], query: QueryDict) -> Keuzeveld:
    gekozen = query.get(naam, "")
    return Keuzeveld(naam, label, keuzes, gekozen if gekozen in dict(keuzes) else "")
