"""The rules of spending: years and posts with their empty states, partial years, deviations (rekenregels 5).

Pure. A post that is an onderdeel is inside the amounts of its parent, and is never added.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from dordt_monitor.opmaak import PROCENT, format_bedrag, format_datum, format_exact, format_met_precisie
from financien.begrippen import Uitgavesoort
from financien.feiten import Afwijking, Cel, Kolom, Kostenpostfeit, Rij, Som, Uitgavefeit, Uitgaventabel
from financien.regels import add_up_bedragen, reconcile

Gedrukt = Mapping[tuple[Uitgavesoort, int], Decimal]

MEERDERE_LIJNEN = "telt alleen in het totaal van het programma"
ONVOLLEDIG = "niet alle bedragen zijn bekend"
NIET_TE_VERGELIJKEN = "niet te vergelijken: {wat} is niet bekend"
HEEL_JAAR = "heel jaar"


def build_uitgaven(
    posten: Sequence[Kostenpostfeit], *, lijn: str = "", gedrukt: Gedrukt | None = None
) -> Uitgaventabel:
    """A row a post, and for each year a column gepland beside one gerealiseerd, where there is any.

    Without `lijn` every post counts once. Of one lijn (its code) the posts it shares with other lines are
    shown and not added. `gedrukt` are the totals a document prints.
    """
    van_de_lijn = [post for post in posten if not lijn or lijn in post.lijnen]
    jaren = {(uitgave.jaar, uitgave.soort) for post in van_de_lijn for uitgave in post.uitgaven}
    kolommen = [
        _make_kolom(van_de_lijn, soort, jaar, lijn, (gedrukt or {}).get((soort, jaar)))
        for jaar in sorted({jaar for jaar, _ in jaren})
        for soort in Uitgavesoort
        if (jaar, soort) in jaren
    ]
    return arrange(van_de_lijn, kolommen, van_lijn=bool(lijn))


def arrange(posten: Sequence[Kostenpostfeit], kolommen: Sequence[Kolom], *, van_lijn: bool) -> Uitgaventabel:
    """The posts below columns that are known already, each onderdeel below its parent.

    `van_lijn`: it is the table of one line, in which a post of several lines is not added.
    """
    return Uitgaventabel(
        kolommen=tuple(kolommen),
        rijen=tuple(
            _make_rij(*plek, kolommen, gedeeld=van_lijn and plek[0].telt_in_meer_lijnen)
            for plek in _order(posten)
        ),
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


def name_jaar(jaar: int, tot_en_met: date | None) -> str:
    """A partial year always carries its label."""
    return f"{jaar} (t/m {format_datum(tot_en_met)})" if tot_en_met else str(jaar)


def _make_kolom(
    posten: Sequence[Kostenpostfeit], soort: Uitgavesoort, jaar: int, lijn: str, gedrukt: Decimal | None
) -> Kolom:
    tot_en_met = find_tot_en_met(posten, soort, jaar)
    gepland = any(find_uitgave(post, Uitgavesoort.GEPLAND, jaar) for post in posten)
    vergelijk = soort is Uitgavesoort.GEREALISEERD and gepland
    return Kolom(
        jaar=jaar,
        soort=soort,
        kop=name_jaar(jaar, tot_en_met),
        tot_en_met=tot_en_met,
        totaal=reconcile(total_jaar(posten, soort, jaar, lijn=lijn), gedrukt),
        afwijking=compare_jaar(posten, jaar, lijn=lijn).woorden if vergelijk else "",
        opent_jaar=not vergelijk,
    )


def _order(
    posten: Sequence[Kostenpostfeit], ouder: Kostenpostfeit | None = None, diepte: int = 0
) -> Iterator[tuple[Kostenpostfeit, Kostenpostfeit | None, int]]:
    """Each post with its parent and depth; one whose parent is not here stands by itself."""
    sleutels = {post.sleutel for post in posten}
    for post in posten:
        boven = post.onderdeel_van if post.onderdeel_van in sleutels else ""
        if boven == (ouder.sleutel if ouder else ""):
            yield post, ouder, diepte
            if post.sleutel:
                yield from _order(posten, post, diepte + 1)


def _make_rij(
    post: Kostenpostfeit,
    ouder: Kostenpostfeit | None,
    diepte: int,
    kolommen: Sequence[Kolom],
    *,
    gedeeld: bool,
) -> Rij:
    return Rij(
        post=post,
        cellen=tuple(_make_cel(post, kolom) for kolom in kolommen),
        telt_mee=not (gedeeld or post.onderdeel_van),
        label=MEERDERE_LIJNEN if gedeeld else "",
        diepte=diepte,
        aandeel=_name_aandeel(post, ouder),
    )


def _make_cel(post: Kostenpostfeit, kolom: Kolom) -> Cel:
    uitgave = find_uitgave(post, kolom.soort, kolom.jaar)
    anders = uitgave and uitgave.bedrag is not None and uitgave.tot_en_met != kolom.tot_en_met
    if not uitgave or not anders:
        return Cel(kolom=kolom, uitgave=uitgave)
    tot = uitgave.tot_en_met
    return Cel(kolom=kolom, uitgave=uitgave, label=f"t/m {format_datum(tot)}" if tot else HEEL_JAAR)


def _name_aandeel(post: Kostenpostfeit, ouder: Kostenpostfeit | None) -> str:
    """The part as the source says it: no amount is made of it."""
    if post.aandeel is None:
        return ""
    deel = print_aandeel(post.aandeel, post.aandeel_precisie)
    return f"{deel} van {ouder.titel}" if ouder else deel


def print_aandeel(aandeel: Decimal, precisie: str) -> str:
    """ "circa 63%"."""
    return format_met_precisie(format_exact(aandeel) + PROCENT, precisie)


def _counts_in(post: Kostenpostfeit, lijn: str) -> bool:
    return not post.onderdeel_van and (not lijn or post.lijnen == (lijn,))
