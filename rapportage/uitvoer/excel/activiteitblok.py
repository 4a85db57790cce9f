"""The rows of the report: an activiteit with its doelen, and beside them what was achieved."""

from collections.abc import Iterable, Iterator

from ...groeperen import make_tabel
from ...rapport import Activiteitregel, Lijnregel, Tijdspadregel
from ..woorden import GEEN_DOEL, HIER, oordeel_woorden, realisatie_woorden
from .blad import Blad, Blokrij
from .cellen import Cel
from .doelrijen import doel_rows, indent
from .stijlen import Stijl

ACTIVITEIT, REALISATIE, OORDEEL = 0, 9, 10


def write_activiteiten(blad: Blad, lijn: Lijnregel, *, op_soort: bool = False) -> None:
    """The rows of the report; `op_soort`: agreed and extra ones apart, where their groups mix them."""
    if not lijn.activiteiten:
        blad.add("Geen activiteiten in deze ronde", stijl=Stijl.BIJ)
    elif op_soort:
        tabel = make_tabel(lijn, op_soort=True)
        for groep in (*tabel.groepen, *tabel.verwant):
            blad.add_group(groep.naam or "Activiteiten")
            for rij in groep.rijen:
                write_activiteit(blad, rij.activiteit, rij.diepte)
    else:
        write_groepen(blad, lijn)


def write_groepen(blad: Blad, lijn: Lijnregel) -> None:
    """In report order, with a heading wherever the group changes."""
    groep = None
    for activiteit, diepte in walk(lijn.activiteiten):
        if activiteit.groep != groep and diepte == 0:
            groep = activiteit.groep
            blad.add_group(groep or "Activiteiten")
        write_activiteit(blad, activiteit, diepte)


def walk(activiteiten: Iterable[Activiteitregel], diepte: int = 0) -> Iterator[tuple[Activiteitregel, int]]:
    """Every row in report order, onderdelen right below their activiteit."""
    for activiteit in activiteiten:
        yield activiteit, diepte
        yield from walk(activiteit.onderdelen, diepte + 1)


def write_activiteit(blad: Blad, activiteit: Activiteitregel, diepte: int) -> None:
    geen_doel = Cel(GEEN_DOEL if diepte == 0 else None, Stijl.BIJ)
    rijen = [rij for doel in activiteit.doelen for rij in doel_rows(doel)] or [("", (geen_doel, *[None] * 7))]
    blad.add_block(
        [
            Blokrij(f"{activiteit.sleutel} {sleutel}".strip(), (None, *rij, None, None))
            for sleutel, rij in rijen
        ],
        {
            ACTIVITEIT: indent(describe_activiteit(activiteit), diepte),
            REALISATIE: realisatie_woorden(activiteit),
            OORDEEL: oordeel_of(activiteit),
        },
    )


def oordeel_of(activiteit: Activiteitregel) -> str:
    """A person's verdict; of what is reported elsewhere or not at all, no verdict is awaited."""
    if activiteit.opgave == HIER or activiteit.oordeel.waarde:
        return oordeel_woorden(activiteit.oordeel)
    return activiteit.opgave


def describe_activiteit(activiteit: Activiteitregel) -> str:
    """The title, and below it what else is known of the row."""
    regels = [
        activiteit.titel,
        "" if activiteit.soort in ("afgesproken", "") else f"({activiteit.soort})",
        f"Partners: {activiteit.partners}" if activiteit.partners else "",
        describe_tijdspad(activiteit.tijdspad),
        describe_omvang(activiteit),
    ]
    return "\n".join(regel for regel in regels if regel)


def describe_omvang(activiteit: Activiteitregel) -> str:
    if not activiteit.projectomvang_afgedrukt:
        return ""
    delen = [f"Projectomvang: {activiteit.projectomvang_afgedrukt}", activiteit.projectomvang_toelichting]
    return "; ".join([deel for deel in delen if deel] + ["telt in geen totaal mee"])


def describe_tijdspad(tijdspad: Tijdspadregel) -> str:
    if not tijdspad.actueel or tijdspad.actueel == tijdspad.oorspronkelijk:
        return f"Tijdspad: {tijdspad.oorspronkelijk}" if tijdspad.oorspronkelijk else ""
    eerst = f" (eerst: {tijdspad.oorspronkelijk})" if tijdspad.oorspronkelijk else ""
    reden = f", {tijdspad.reden}" if tijdspad.reden else ""
    return f"Tijdspad: {tijdspad.actueel}{eerst}{reden}"
