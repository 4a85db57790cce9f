"""The rules of spending: tables with their empty states, partial years, deviations (rekenregels 5). Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from dordt_monitor.opmaak import format_bedrag, format_datum
from financien.begrippen import Uitgavesoort
from financien.feiten import Afwijking, Kolom, Kostenpostfeit, Rij, Som, Uitgavefeit, Uitgaventabel
from financien.regels import add_up_bedragen, reconcile

MEERDERE_LIJNEN = "telt mee in meerdere lijnen"
ONVOLLEDIG = "niet alle bedragen zijn bekend"
NIET_TE_VERGELIJKEN = "niet te vergelijken: {wat} is niet bekend"


def build_uitgaven(
    posten: Sequence[Kostenpostfeit],
    soort: Uitgavesoort,
    *,
    lijn: str = "",
    gedrukt: Mapping[int, Decimal] | None = None,
) -> Uitgaventabel:
    """A row a post, a column a year. Without `lijn` every post counts once.

    Of one lijn (its code) the posts it shares with other lines are shown and not added. `gedrukt` are the
    totals a document prints, by year.
    """
    van_de_lijn = [post for post in posten if not lijn or lijn in post.lijnen]
    jaren = sorted(
        {uitgave.jaar for post in van_de_lijn for uitgave in post.uitgaven if uitgave.soort is soort}
    )
    return Uitgaventabel(
        soort=soort,
        kolommen=tuple(
            _make_kolom(van_de_lijn, soort, jaar, lijn, (gedrukt or {}).get(jaar)) for jaar in jaren
        ),
        rijen=tuple(_make_rij(post, soort, jaren, lijn) for post in van_de_lijn),
    )


def total_jaar(posten: Sequence[Kostenpostfeit], soort: Uitgavesoort, jaar: int, *, lijn: str = "") -> Som:
    """The sum of a year; a streepje or an empty cell is no 0, it makes the sum onvolledig."""
    tellend = [post for post in posten if _counts_in(post, lijn)]
    gevonden = [(post.titel, find_uitgave(post, soort, jaar)) for post in tellend]
    return add_up_bedragen(
        (titel, uitgave.bedrag, uitgave.toestand, uitgave.precisie) for titel, uitgave in gevonden if uitgave
    )


def find_uitgave(post: Kostenpostfeit, soort: Uitgavesoort, jaar: int) -> Uitgavefeit | None:
    return next(
        (uitgave for uitgave in post.uitgaven if (uitgave.soort, uitgave.jaar) == (soort, jaar)), None
    )


def compare(
    gerealiseerd: Decimal | None, gepland: Decimal | None, *, tot_en_met: date | None = None
) -> Afwijking:
    """Gerealiseerd - gepland in words; a partial year against a full-year plan carries its label."""
    if gerealiseerd is None or gepland is None:
        wat = "de realisatie" if gerealiseerd is None else "de planning"
        return Afwijking(bedrag=None, woorden=NIET_TE_VERGELIJKEN.format(wat=wat))
    verschil = gerealiseerd - gepland
    woord = "hoger dan" if verschil > 0 else "lager dan" if verschil < 0 else "gelijk aan"
    woorden = f"{format_bedrag(abs(verschil))} {woord} gepland" if verschil else f"{woord} gepland"
    if tot_en_met is not None:
        woorden += f" voor het hele jaar (gerealiseerd t/m {format_datum(tot_en_met)})"
    return Afwijking(bedrag=verschil, woorden=woorden)


def compare_jaar(posten: Sequence[Kostenpostfeit], jaar: int, *, lijn: str = "") -> Afwijking:
    """The deviation of a year over all posts; sums that miss a part say so."""
    gerealiseerd = total_jaar(posten, Uitgavesoort.GEREALISEERD, jaar, lijn=lijn)
    gepland = total_jaar(posten, Uitgavesoort.GEPLAND, jaar, lijn=lijn)
    tot_en_met = find_tot_en_met(posten, Uitgavesoort.GEREALISEERD, jaar)
    afwijking = compare(gerealiseerd.bedrag, gepland.bedrag, tot_en_met=tot_en_met)
    is_volledig = not (gerealiseerd.onvolledig or gepland.onvolledig)
    if afwijking.bedrag is None or is_volledig:
        return afwijking
    return Afwijking(bedrag=afwijking.bedrag, woorden=f"{afwijking.woorden}, {ONVOLLEDIG}")


def find_tot_en_met(posten: Sequence[Kostenpostfeit], soort: Uitgavesoort, jaar: int) -> date | None:
    """Until when a year is known, the earliest where posts differ; None for a full year."""
    uitgaven = [find_uitgave(post, soort, jaar) for post in posten]
    return min((uitgave.tot_en_met for uitgave in uitgaven if uitgave and uitgave.tot_en_met), default=None)


def _make_kolom(
    posten: Sequence[Kostenpostfeit], soort: Uitgavesoort, jaar: int, lijn: str, gedrukt: Decimal | None
) -> Kolom:
    tot_en_met = find_tot_en_met(posten, soort, jaar)
    return Kolom(
        jaar=jaar,
        kop=f"{jaar} (t/m {format_datum(tot_en_met)})" if tot_en_met else str(jaar),
        tot_en_met=tot_en_met,
        totaal=reconcile(total_jaar(posten, soort, jaar, lijn=lijn), gedrukt),
    )


def _make_rij(post: Kostenpostfeit, soort: Uitgavesoort, jaren: Sequence[int], lijn: str) -> Rij:
    telt_mee = _counts_in(post, lijn)
    return Rij(
        post=post,
        cellen=tuple(find_uitgave(post, soort, jaar) for jaar in jaren),
        telt_mee=telt_mee,
        label="" if telt_mee else MEERDERE_LIJNEN,
    )


def _counts_in(post: Kostenpostfeit, lijn: str) -> bool:
    return not lijn or post.lijnen == (lijn,)
