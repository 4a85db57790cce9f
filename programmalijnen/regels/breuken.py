"""Exact ratios: verdicts are decided on Fractions and only then rounded half up (rekenregels, opening)."""

from decimal import Decimal
from fractions import Fraction


def round_half_up(waarde: Fraction, plaatsen: int = 4) -> Decimal:
    """A Decimal with `plaatsen` places; a tie goes away from zero."""
    geschaald = abs(waarde) * 10**plaatsen
    geheel = int(geschaald + Fraction(1, 2))
    return Decimal(geheel if waarde >= 0 else -geheel).scaleb(-plaatsen)


def aggregate_percentage(delen: list[tuple[Decimal | None, Decimal | None]]) -> Decimal | None:
    """The percentage of (teller, noemer) pairs together: sum(teller) / sum(noemer) x 100, four places.

    None where it is *niet gemeten*: a part without teller or noemer, or 0/0 (rekenregels 1).
    """
    if any(teller is None or noemer is None for teller, noemer in delen):
        return None
    tellers = sum((Fraction(teller) for teller, _ in delen if teller is not None), Fraction(0))
    noemers = sum((Fraction(noemer) for _, noemer in delen if noemer is not None), Fraction(0))
    return round_half_up(100 * tellers / noemers) if noemers else None
