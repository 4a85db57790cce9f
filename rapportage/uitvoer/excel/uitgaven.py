"""What was spent and planned: each post once, then the totals of a year per line and for the programme."""

from collections.abc import Iterator

from dordt_monitor.opmaak import format_datum

from ...rapport import Financien, Jaartotaal, Kostenpostregel, Rapport, Uitgaveregel
from .blad import Blad, Waarde
from .cellen import Cel
from .som import sum_formula, total_cells
from .stijlen import Stijl, bedragformaat

# Where the amount of a post stands: by its sleutel, year and soort.
Plaatsen = dict[tuple[str, int, str], int]


def write_uitgaven(blad: Blad, rapport: Rapport) -> None:
    """Nothing at all when the programme keeps no kostenposten."""
    delen = [(f"{lijn.code} {lijn.titel}", lijn.financien) for lijn in rapport.lijnen]
    delen.append(("Hele programma", rapport.financien))
    posten = {post.sleutel: post for _, financien in delen for post in financien.kostenposten}
    if not posten:
        return
    blad.add_group("Uitgaven")
    plaatsen: Plaatsen = {}
    for post in posten.values():
        write_post(blad, post, plaatsen)
    for kop, financien in delen:
        if financien.jaartotalen:
            blad.add_group(f"Uitgaven: {kop}")
        for totaal in financien.jaartotalen:
            rijen = find_rows(plaatsen, financien, totaal, is_programma=financien is rapport.financien)
            write_jaartotaal(blad, totaal, [*rijen])


def write_post(blad: Blad, post: Kostenpostregel, plaatsen: Plaatsen) -> None:
    meer = "telt mee in meerdere lijnen" if post.telt_in_meer_lijnen else ""
    for uitgave in post.uitgaven:
        bedrag: Waarde = Cel(uitgave.toestand, Stijl.BIJ)
        if uitgave.bedrag is not None:
            bedrag = Cel(uitgave.bedrag, Stijl.GETAL, bedragformaat(uitgave.bedrag, uitgave.precisie))
        vooraan = (post.titel, describe_lijnen(post), describe_jaar(uitgave))
        rij = blad.add(*vooraan, bedrag, *[None] * 5, meer, sleutel=post.sleutel)
        plaatsen[post.sleutel, uitgave.jaar, uitgave.soort] = rij


def describe_lijnen(post: Kostenpostregel) -> str:
    """ "lijn 2, 3, mogelijk 4"."""
    codes = [f"mogelijk {code}" if code in post.mogelijke_lijnen else code for code in post.lijnen]
    return f"lijn {', '.join(codes)}" if codes else ""


def describe_jaar(uitgave: Uitgaveregel | Jaartotaal) -> str:
    """A partial year always carries its label (rekenregels 5)."""
    deel = f" t/m {format_datum(uitgave.tot_en_met)}" if uitgave.tot_en_met else ""
    return f"{uitgave.jaar} {uitgave.soort}{deel}"


def find_rows(
    plaatsen: Plaatsen, financien: Financien, totaal: Jaartotaal, *, is_programma: bool
) -> Iterator[int]:
    """The amounts a total is made of; a post of several lines counts in the programme only."""
    for post in financien.kostenposten:
        plaats = plaatsen.get((post.sleutel, totaal.jaar, totaal.soort))
        if plaats and (is_programma or not post.telt_in_meer_lijnen):
            yield plaats


def write_jaartotaal(blad: Blad, totaal: Jaartotaal, rijen: list[int]) -> None:
    label = Cel(f"Totaal {describe_jaar(totaal)}", Stijl.LABEL)
    if totaal.bedrag is None:
        blad.add(label, None, None, "geen bedrag bekend")
        return
    cijfers = total_cells(
        blad.rij + 1,
        sum_formula(rijen),
        totaal.bedrag,
        gedrukt=totaal.gedrukt,
        verschil=totaal.verschil,
        stijl=Stijl.SUBTOTAAL,
    )
    onvolledig = f"onvolledig: {totaal.onvolledig}" if totaal.onvolledig else ""
    woorden = "; ".join(deel for deel in (totaal.afwijking, onvolledig) if deel)
    blad.add(label, None, None, *cijfers, None, woorden)
