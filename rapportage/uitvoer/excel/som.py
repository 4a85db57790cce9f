"""Live sums in a sheet, each beside the Rapport's own figure, with a cell that says whether they agree."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from ..geldwoorden import BEREKEND
from .blad import Waarde
from .cellen import Cel, Formule
from .stijlen import Stijl, bedragformaat

BEDRAG, RAPPORT = "D", "E"


def sum_formula(rijen: Iterable[int], kolom: str = BEDRAG) -> Formule:
    """`=SUM(D5:D6,D9)`; no rows at all is 0, as the Rapport's figure then shows whether that is right."""
    bereiken = [f"{kolom}{begin}:{kolom}{einde}" for begin, einde in join_rows(sorted(set(rijen)))]
    return Formule(f"=SUM({','.join(bereiken)})" if bereiken else "=0")


def join_rows(rijen: list[int]) -> list[tuple[int, int]]:
    """Rows that follow each other as one range, which keeps a long sum within Excel's limits."""
    if not rijen:
        return []
    begin = [rijen[0], *(b for a, b in pairwise(rijen) if b != a + 1)]
    einde = [*(a for a, b in pairwise(rijen) if b != a + 1), rijen[-1]]
    return list(zip(begin, einde, strict=True))


def check_formula(rij: int, kolom: str = BEDRAG) -> Formule:
    return compare_formula(f"{kolom}{rij}", f"{RAPPORT}{rij}")


def compare_formula(live: str, vast: str) -> Formule:
    """ "klopt", or the difference of two cells."""
    return Formule(f'=IF(ABS({live}-{vast})<0.005,"klopt","verschil "&ROUND({live}-{vast},2))')


def total_cells(
    rij: int,
    formule: Formule,
    bedrag: Decimal,
    *,
    precisie: str = "",
    gedrukt: Decimal | None,
    verschil: Decimal | None,
    stijl: Stijl,
) -> tuple[Waarde, ...]:
    """From the column Bedrag on: live sum, the Rapport's figure, the source's, the difference, the check."""
    return (
        Cel(formule, stijl, bedragformaat(bedrag, precisie)),
        Cel(bedrag, stijl, bedragformaat(bedrag, precisie)),
        Cel(BEREKEND, stijl) if gedrukt is None else Cel(gedrukt, stijl, bedragformaat(gedrukt)),
        Cel(None, stijl) if verschil is None else Cel(verschil, stijl, bedragformaat(verschil)),
        Cel(check_formula(rij), stijl),
    )
