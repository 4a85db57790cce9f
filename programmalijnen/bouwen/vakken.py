"""The values a round asks of an indicator: of which period, of which category, and what is there now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..models import Categorie, Doel, Indicator, Meting, Rapportageronde
from ..regels.begrippen import Soort
from ..regels.feiten import Periode
from ..regels.veldnamen import name_bron, name_meting
from .metingen import make_periode, print_waarde

# A period may be "niet vermeld"; beside a value that would read as if the value was.
ONBEKEND, PERIODE_ONBEKEND = "niet vermeld", "periode niet vermeld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """One value to fill in, of the whole or of one category; `vorige` is the latest one before it.

    `naam` is that of its form field, unique on a page. The whole is not asked beside its categories.
    """

    naam: str
    indicator: Indicator
    categorie: Categorie | None
    periode: Periode
    meting: Meting | None
    vorige: Meting | None
    gevraagd: bool

    @property
    def vorige_afgedrukt(self) -> str:
        if self.vorige is None:
            return ""
        periode = self.vorige.periode
        wanneer = PERIODE_ONBEKEND if periode == ONBEKEND else periode
        return f"{print_meting(self.vorige, self.indicator)}, {wanneer}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meetgroep:
    """An indicator over one period; `eindstand_van` are the doelen whose end it is, none for the round's own.

    `is_eerder`: the round does not ask it, but a mistake in it can be corrected. The parts share one `bron`.
    """

    indicator: Indicator
    periode: Periode
    eindstand_van: tuple[Doel, ...]
    vakken: tuple[Vak, ...]
    is_eerder: bool = False

    @property
    def naam_bron(self) -> str:
        return name_bron(self.indicator.sleutel, self.periode.tot)

    @property
    def bron(self) -> str:
        return next((vak.meting.bron for vak in self.vakken if vak.meting and vak.meting.bron), "")

    @property
    def vorige_bron(self) -> str:
        bronnen = (vak.vorige.bron for vak in self.vakken if vak.vorige and vak.vorige.bron)
        return next(bronnen, self.indicator.bron)

    @property
    def is_leeg(self) -> bool:
        return all(vak.meting is None for vak in self.vakken)

    @property
    def ontbreekt(self) -> int:
        return sum(vak.gevraagd and vak.meting is None for vak in self.vakken)


def make_meetgroepen(
    ronde: Rapportageronde,
    indicator: Indicator,
    categorieen: list[Categorie],
    metingen: Iterable[Meting],
    geeindigd: Iterable[Doel],
) -> tuple[Meetgroep, ...]:
    """First the ends of the doelen that ended before the round's day, then the round's own period.

    Last the period that was measured before it, with the values that are there.
    """
    einden: dict[date, list[Doel]] = {}
    for doel in sorted(geeindigd, key=lambda doel: (doel.periode_tot, doel.pk)):
        einden.setdefault(doel.periode_tot, []).append(doel)
    van_indicator = [meting for meting in metingen if meting.indicator_id == indicator.pk]
    perioden = [(end_period(doelen[0], indicator), tuple(doelen)) for doelen in einden.values()]
    perioden.append((own_period(ronde, indicator), ()))
    groepen = [
        Meetgroep(
            indicator=indicator,
            periode=periode,
            eindstand_van=doelen,
            vakken=make_vakken(indicator, categorieen, periode, van_indicator),
        )
        for periode, doelen in perioden
    ]
    return (
        *groepen,
        *make_eerdere(indicator, categorieen, {periode.tot for periode, _ in perioden}, van_indicator),
    )


def make_eerdere(
    indicator: Indicator, categorieen: list[Categorie], gevraagd: set[date], metingen: list[Meting]
) -> Iterator[Meetgroep]:
    """The latest measured period that the round does not ask already, with what is there."""
    eerdere = [meting for meting in metingen if meting.peildatum not in gevraagd]
    if eerdere:
        periode = make_periode(max(eerdere, key=lambda meting: (meting.peildatum, meting.pk)))
        vakken = make_vakken(indicator, categorieen, periode, metingen)
        yield Meetgroep(
            indicator=indicator,
            periode=periode,
            eindstand_van=(),
            vakken=tuple(vak for vak in vakken if vak.meting),
            is_eerder=True,
        )


def own_period(ronde: Rapportageronde, indicator: Indicator) -> Periode:
    """Of a stroom everything since 1 January, of anything else the level on the peildatum (rekenregels 1)."""
    van = date(ronde.peildatum.year, 1, 1) if indicator.soort == Soort.STROOM else None
    return Periode(tekst=ronde.label, van=van, tot=ronde.peildatum, afgeleid=True)


def end_period(doel: Doel, indicator: Indicator) -> Periode:
    van = doel.periode_van if indicator.soort == Soort.STROOM else None
    return Periode(
        tekst=doel.periode or str(doel.periode_tot.year), van=van, tot=doel.periode_tot, afgeleid=True
    )


def make_vakken(
    indicator: Indicator, categorieen: list[Categorie], periode: Periode, metingen: list[Meting]
) -> tuple[Vak, ...]:
    """One a category; of the whole where there are none, or where somebody measured the whole before."""
    geheel = [None] if not categorieen or any(meting.categorie_id is None for meting in metingen) else []
    return tuple(
        make_vak(indicator, categorie, periode, metingen, gevraagd=bool(categorie or not categorieen))
        for categorie in [*categorieen, *geheel]
    )


def make_vak(
    indicator: Indicator,
    categorie: Categorie | None,
    periode: Periode,
    metingen: list[Meting],
    *,
    gevraagd: bool,
) -> Vak:
    """What is there keeps the period it was written with."""
    eigen = [meting for meting in metingen if meting.categorie_id == (categorie.pk if categorie else None)]
    nu = [meting for meting in eigen if meting.peildatum == periode.tot]
    meting = min(nu, key=lambda rij: (rij.periode_van != periode.van, rij.pk), default=None)
    return Vak(
        naam=name_meting(indicator.sleutel, periode.tot, categorie.naam if categorie else ""),
        indicator=indicator,
        categorie=categorie,
        periode=make_periode(meting) if meting else periode,
        meting=meting,
        vorige=max(
            (rij for rij in eigen if rij.peildatum < periode.tot), key=lambda rij: rij.peildatum, default=None
        ),
        gevraagd=gevraagd,
    )


def print_meting(meting: Meting, indicator: Indicator) -> str:
    return print_waarde(meting.waarde, indicator, meting.precisie, meting.toestand)
