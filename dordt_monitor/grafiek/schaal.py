"""A scale for values and one for time, each onto a stretch of the drawing."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Waardeschaal:
    """From `laag` to `hoog` with round steps between; it always holds 0."""

    laag: Decimal
    hoog: Decimal
    stap: Decimal

    @property
    def streepjes(self) -> tuple[Decimal, ...]:
        return tuple(
            self.laag + self.stap * nummer for nummer in range(int((self.hoog - self.laag) / self.stap) + 1)
        )


def choose_scale(waarden: list[Decimal]) -> Waardeschaal:
    """Round steps from 0: a scale that starts higher makes a small difference look large."""
    onder, hoogste = min(Decimal(0), *waarden), max(Decimal(0), *waarden)
    stap = _round_step((hoogste - onder) / 4 or Decimal(1))
    laag = (onder / stap).to_integral_value(ROUND_FLOOR) * stap
    hoog = (hoogste / stap).to_integral_value(ROUND_CEILING) * stap
    return Waardeschaal(laag=laag, hoog=hoog if hoog > laag else laag + stap, stap=stap)


def _round_step(ruw: Decimal) -> Decimal:
    """The first of 1, 2, 5, 10, 20, 50 ... (or 0,1, 0,2 ...) that is not smaller."""
    macht = Decimal(1).scaleb(ruw.adjusted())
    return next(macht * factor for factor in (1, 2, 5, 10) if macht * factor >= ruw)


def place_moments(momenten: tuple[date, ...], van: float, tot: float) -> tuple[float, ...]:
    """Where each moment falls between `van` and `tot`; a single moment stands in the middle."""
    eerste, laatste = min(momenten), max(momenten)
    dagen = (laatste - eerste).days
    if not dagen:
        return tuple((van + tot) / 2 for _ in momenten)
    return tuple(van + (moment - eerste).days / dagen * (tot - van) for moment in momenten)
