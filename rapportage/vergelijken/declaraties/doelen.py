"""What was agreed: doelen with their streefwaarde, start and step, and the verdict on them."""

from collections.abc import Callable, Iterable
from typing import Any

from ...rapport import Doelregel, Stapregel, Startregel, Streefwaarderegel
from ..dingen import Declaratie, Deel, Ding, Veld
from ..velden import getal, tekst, wijst_naar, woord
from ..verandering import Aard, Kenmerk
from .redenen import AFDRUK, HERKENNING, PLAATS_IN_BRON, REKENING

Oorzaken = Callable[[Ding], Iterable[Kenmerk]]

DOEL = Deel(soort="doel")
DOELDELEN = {
    "doelen": DOEL,
    "doelen_volgend_jaar": DOEL,
    "doelen_afgelopen": DOEL,
    "indicatoren": Deel(soort="indicator"),
}


def own(*velden: str) -> Oorzaken:
    """Other facts of the same thing, as causes."""

    def oorzaken(ding: Ding) -> Iterable[Kenmerk]:
        yield from ((*ding.ref, veld) for veld in velden)

    return oorzaken


def of_doel(*velden: str) -> Oorzaken:
    """Facts of the doel that a part of it follows from."""

    def oorzaken(ding: Ding) -> Iterable[Kenmerk]:
        yield from (("doel", ding.sleutel.split("/")[0], veld) for veld in velden)

    return oorzaken


def causes_of_waarde(ding: Ding) -> Iterable[Kenmerk]:
    """The measurement itself is told with its indicator."""
    yield ("cijfer", str(ding.waarde("indicator")), "waarde")


def causes_of_toestand(ding: Ding) -> Iterable[Kenmerk]:
    drager = ding.drager("activiteit")
    if drager is not None:
        yield (*drager.ref, "opgave")


def causes_of_koers(ding: Ding) -> Iterable[Kenmerk]:
    yield from causes_of_waarde(ding)
    yield from own("streefwaarde", "waarde", "richting", "vorm", "doelperiode")(ding)
    yield ("stap", ding.sleutel, "stap")
    yield ("start", ding.sleutel, "waarde")
    yield from causes_of_toestand(ding)


def print_waarde(ding: Ding) -> str:
    afgedrukt = str(ding.waarde("waarde_afgedrukt") or "")
    return afgedrukt if ding.waarde("waarde") is not None else str(ding.waarde("waarde_toestand") or "")


def unit_of(ding: Ding) -> tuple[Any, ...]:
    doel = ding if ding.soort == "doel" else ding.ouder
    return (doel.waarde("eenheid") or "", doel.waarde("decimalen") or 0) if doel else ("", 0)


def describe_doel(ding: Ding) -> str:
    bij = f"bij {ding.ouder.plaats}" if ding.ouder else ""
    getal = ding.waarde("streefwaarde_afgedrukt")
    streefwaarde = f"streefwaarde {getal}" if getal else ""
    periode = ding.waarde("doelperiode")
    voor = f"voor {periode}" if periode else ""
    return ", ".join(filter(None, (bij, streefwaarde, voor, ding.waarde("toestand"))))


def describe_streefwaarde(ding: Ding) -> str:
    reden = ding.waarde("reden")
    return ", ".join(filter(None, (ding.waarde("afgedrukt"), f"reden: {reden}" if reden else "")))


def name_owner(ding: Ding) -> str:
    return ding.ouder.naam if ding.ouder else ""


def streef(naam: str, wat: str, **meer: Any) -> Veld:
    """One number of the target; they share a print."""
    eigen = {"lees": lambda ding: ding.waarde(naam)} | meer
    return getal(naam, wat, lambda ding: str(ding.waarde("streefwaarde_afgedrukt") or ""), unit_of, **eigen)


def versie(naam: str, wat: str) -> Veld:
    return getal(naam, wat, lambda ding: str(ding.waarde("afgedrukt") or ""), unit_of,
                 oorzaken=of_doel("streefwaarde", "laag", "hoog"), stil=True)  # fmt: skip


DECLARATIES = {
    Doelregel: Declaratie(
        woord="doel",
        naam=lambda ding: str(ding.waarde("omschrijving")),
        kern=describe_doel,
        inhoud=lambda ding: str(ding.waarde("omschrijving")),
        velden={
            "omschrijving": tekst("omschrijving", "de omschrijving"),
            "streefwaarde": streef("streefwaarde", "de streefwaarde"),
            "laag": streef("laag", "de ondergrens"),
            "hoog": streef("hoog", "de bovengrens", oorzaken=own("laag"), stil=True),
            "waarde": getal(
                "waarde",
                "",
                print_waarde,
                unit_of,
                lees=lambda ding: ding.waarde("waarde"),
                oorzaken=causes_of_waarde,
                zelfde=True,
                stil=True,
            ),
            "waarde_toestand": woord(
                "waarde_toestand",
                "",
                Aard.OPGAVE,
                oorzaken=lambda ding: (*own("waarde")(ding), *causes_of_koers(ding)),
                stil=True,
            ),
            "koers": woord("koers", "de koers", Aard.OORDEEL, oorzaken=causes_of_koers),
            "vorm": woord("vorm", "de vorm", Aard.TEKST),
            "richting": woord("richting", "de richting", Aard.TEKST),
            "toestand": woord("toestand", "de status", Aard.TEKST),
            "besluit": woord("besluit", "het besluit", Aard.TEKST),
            "doelperiode": woord("doelperiode", "de periode", Aard.DATUM),
            "doel_van": woord("doel_van", "het begin", Aard.DATUM, oorzaken=own("doelperiode"), stil=True),
            "doel_tot": woord("doel_tot", "het einde", Aard.DATUM, oorzaken=own("doelperiode"), stil=True),
            "indicator": wijst_naar("indicator", "indicator", "waarmee wordt gemeten"),
            "eenheid": woord("eenheid", "de eenheid", Aard.TEKST, oorzaken=own("indicator"), stil=True),
            "onderdeel_van": wijst_naar("onderdeel_van", "doel", "het doel erboven"),
            "elders": woord("elders", "waar het staat", Aard.OPGAVE),
            "elders_programma": woord("elders_programma", "het programma waar het staat", Aard.OPGAVE),
            "aanpak": tekst("aanpak", "de aanpak"),
            "niveau": woord("niveau", "of het een resultaat of een effect is", Aard.TEKST),
            "vergelijkcijfer": wijst_naar("vergelijkcijfer", "indicator", "waarmee wordt vergeleken"),
        },
        delen={
            "start": Deel(soort="start", enkel=True),
            "stap": Deel(soort="stap", enkel=True),
            "streefwaarden": Deel(soort="streefwaarde", sleutel=lambda rij: str(rij.vanaf)),
            "delen": DOEL,
        },
        niet={
            "sleutel": HERKENNING,
            "vindplaats": PLAATS_IN_BRON,
            "decimalen": AFDRUK,
            "streefwaarde_afgedrukt": AFDRUK,
            "waarde_afgedrukt": AFDRUK,
            "verwacht_afgedrukt": AFDRUK,
            "bereikt_afgedrukt": AFDRUK,
            "aandeel_afgedrukt": AFDRUK,
            "afgedrukt": AFDRUK,
            "koers_afgedrukt": AFDRUK,
            "precisie": "staat in het afgedrukte cijfer",
            "periode": "hoort bij de meting, en wordt daar genoemd",
            "peildatum": "hoort bij de meting, en wordt daar genoemd",
            "peildatum_tekst": "zegt alleen dat er niet opnieuw is gemeten",
            "bron": "hoort bij de meting, en wordt daar genoemd",
            "uitsplitsing": "de categorieën worden bij de indicator vergeleken",
            "verwacht": REKENING,
            "verhouding": REKENING,
            "bereikt": REKENING,
            "balk": REKENING,
            "verwacht_balk": REKENING,
            "reden": REKENING,
            "telling": REKENING,
            "waarom": REKENING,
            "toets": REKENING,
            "volgend_jaar": "volgt uit het jaar van de ronde",
        },
    ),
    Startregel: Declaratie(
        woord="start",
        naam=name_owner,
        velden={
            "waarde": getal("waarde", "de start", lambda ding: str(ding.waarde("afgedrukt") or ""), unit_of),
            "periode": woord("periode", "de periode van de start", Aard.DATUM, oorzaken=own("waarde")),
        },
        niet={"afgedrukt": AFDRUK, "peildatum": "volgt uit de periode"},
    ),
    Stapregel: Declaratie(
        woord="stap",
        naam=name_owner,
        velden={
            "stap": woord(
                "stap",
                "de stap",
                Aard.OORDEEL,
                afdruk=lambda ding: str(ding.waarde("stap") or "niet vermeld hoe ver dit is"),
            ),
            "woorden": tekst("woorden", "de woorden bij de stap", oorzaken=own("stap")),
        },
        niet={"peildatum": "wanneer het gemeld is; dezelfde stap nog eens melden verandert niets"},
    ),
    Streefwaarderegel: Declaratie(
        woord="streefwaarde",
        naam=name_owner,
        kern=describe_streefwaarde,
        oorzaken=of_doel("streefwaarde", "laag", "hoog"),
        velden={
            "waarde": versie("waarde", "de streefwaarde"),
            "laag": versie("laag", "de ondergrens"),
            "hoog": versie("hoog", "de bovengrens"),
            "besluit": woord("besluit", "het besluit bij de streefwaarde", Aard.TEKST),
            "reden": tekst("reden", "de reden bij de streefwaarde"),
        },
        niet={"afgedrukt": AFDRUK, "vanaf": HERKENNING},
    ),
}
