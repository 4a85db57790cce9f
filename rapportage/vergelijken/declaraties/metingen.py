"""What was measured: indicatoren with their latest figure, and each measurement with its categories."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...rapport import Indicatorregel, Metingregel, Uitsplitsingregel
from ..dingen import Declaratie, Deel, Ding
from ..velden import getal, ja_nee, tekst, woord
from ..verandering import Aard, Kenmerk
from .redenen import AFDRUK, HERKENNING, VAN_ANDEREN

ALLEEN_DELEN, GEEN_METING = "alleen per categorie", "niet gemeten"


def print_meting(ding: Ding) -> str:
    if ding.regel is None:
        return GEEN_METING
    if ding.waarde("waarde") is None and ding.waarde("uitsplitsing"):
        return ALLEEN_DELEN
    return str(ding.waarde("afgedrukt") or ding.waarde("toestand"))


def print_meting_lang(ding: Ding) -> str:
    periode = ding.waarde("periode")
    return f"{print_meting(ding)} ({periode})" if periode else print_meting(ding)


def print_met_delen(ding: Ding) -> str:
    """The figure, or its categories when only those are known."""
    delen = [f"{deel.categorie} {deel.afgedrukt}" for deel in ding.waarde("uitsplitsing") or ()]
    return "; ".join(delen) if ding.waarde("waarde") is None and delen else print_meting(ding)


def describe_meting(ding: Ding) -> str:
    periode = ding.waarde("periode")
    return print_met_delen(ding) if periode == "niet vermeld" else f"{print_met_delen(ding)} ({periode})"


def describe_indicator(ding: Ding) -> str:
    laatste = ding.boek.dingen.get(("cijfer", ding.sleutel))
    return describe_meting(laatste) if laatste else GEEN_METING


def unit_of(ding: Ding) -> tuple[Any, ...]:
    indicator = ding.drager("indicator")
    return (indicator.waarde("eenheid"), indicator.waarde("decimalen")) if indicator else ("", 0)


def subtract(oud: Ding, nieuw: Ding) -> str:
    """A stroom of another year counts again from nought: no difference (rekenregels 1)."""
    indicator, dagen = nieuw.drager("indicator"), (oud.waarde("peildatum"), nieuw.waarde("peildatum"))
    is_stroom = indicator is not None and indicator.waarde("soort") == "stroom"
    if is_stroom and None not in dagen and dagen[0].year != dagen[1].year:
        return ""
    return GETAL.verschil(oud, nieuw)


def told_as_latest(ding: Ding) -> Iterable[Kenmerk]:
    """A new or corrected measurement that is the latest figure is told there already."""
    if ding.soort != "meting" or ding.ouder is None:
        return
    yield ("cijfer", ding.ouder.sleutel, "waarde")
    cijfer = ding.ouder.boek.dingen.get(("cijfer", ding.ouder.sleutel))
    for deel in cijfer.waarde("uitsplitsing") if cijfer else ():
        yield ("categorie", f"{ding.ouder.sleutel}/{deel.categorie}", "waarde")
        yield ("categorie", f"{ding.ouder.sleutel}/{deel.categorie}", "")


def total_of(ding: Ding) -> Iterable[Kenmerk]:
    """The total it is a part of; of a measurement that is not the latest also the category of the latest."""
    meting = ding.ouder
    if meting is not None:
        yield (*meting.ref, "waarde")
    if meting is not None and meting.soort == "meting" and meting.ouder is not None:
        yield ("categorie", f"{meting.ouder.sleutel}/{ding.waarde('categorie')}", "waarde")


def name_owner(ding: Ding) -> str:
    return ding.ouder.naam if ding.ouder else ""


def name_meting(ding: Ding) -> str:
    """The latest figure goes by the name of its indicator; another says its period."""
    return name_owner(ding) if ding.soort == "cijfer" else f"{name_owner(ding)}, {ding.waarde('periode')}"


def print_categorie(ding: Ding) -> str:
    return str(ding.waarde("afgedrukt") or ding.waarde("toestand"))


GETAL = getal("waarde", "", print_meting, unit_of)

DECLARATIES = {
    Indicatorregel: Declaratie(
        woord="cijfer",
        naam=lambda ding: str(ding.waarde("naam")),
        pad=lambda ding: f"indicatoren/{ding.sleutel}/",
        kern=describe_indicator,
        aard_nieuw=Aard.CIJFER,
        velden={
            "naam": tekst("naam", "de naam"),
            "eenheid": woord("eenheid", "de eenheid", Aard.TEKST),
            "soort": woord("soort", "stroom of stand", Aard.TEKST),
            "bron": tekst("bron", "de bron"),
            "toelichting": tekst("toelichting", "de toelichting"),
        },
        delen={
            "laatste": Deel(soort="cijfer", enkel=True, alleen=frozenset({"waarde", "uitsplitsing"})),
            "metingen": Deel(soort="meting", sleutel=lambda rij: f"{rij.peildatum}/{rij.periode}"),
        },
        niet={
            "sleutel": HERKENNING,
            "decimalen": AFDRUK,
            "is_contextcijfer": "volgt uit de doelen die met deze indicator gemeten worden",
            "verwezen_vanuit": VAN_ANDEREN,
        },
    ),
    Metingregel: Declaratie(
        woord="meting",
        naam=name_meting,
        kern=describe_meting,
        oorzaken=told_as_latest,
        stil=True,
        velden={
            "waarde": replace(
                GETAL,
                kolom=print_meting_lang,
                verschil=subtract,
                oorzaken=told_as_latest,
                zelfde=True,
                stil=True,
            ),
            "is_nulmeting": ja_nee("is_nulmeting", "nulmeting", Aard.TEKST),
            "bron": tekst("bron", "de bron"),
            "opmerking": tekst("opmerking", "de opmerking"),
        },
        delen={"uitsplitsing": Deel(soort="categorie", sleutel=lambda rij: str(rij.categorie))},
        niet={
            "sleutel": "een verbeterde meting krijgt een nieuwe sleutel en blijft het cijfer van die periode",
            "periode": HERKENNING,
            "peildatum": HERKENNING,
            "afgedrukt": AFDRUK,
            "toestand": "staat in het afgedrukte cijfer",
            "precisie": "staat in het afgedrukte cijfer",
        },
    ),
    Uitsplitsingregel: Declaratie(
        woord="categorie",
        naam=lambda ding: f"{name_owner(ding)}, {ding.waarde('categorie')}",
        kern=lambda ding: str(ding.waarde("afgedrukt")),
        aard_nieuw=Aard.CIJFER,
        oorzaken=total_of,
        velden={
            "waarde": getal("waarde", "", print_categorie, unit_of, oorzaken=total_of),
            "telt_mee": woord(
                "telt_mee",
                "of het meetelt",
                Aard.TEKST,
                afdruk=lambda ding: {True: "ja", False: "nee"}.get(
                    ding.waarde("telt_mee"), "niet vastgelegd"
                ),
            ),
        },
        niet={
            "categorie": HERKENNING,
            "afgedrukt": AFDRUK,
            "toestand": "staat in het afgedrukte cijfer",
            "precisie": "staat in het afgedrukte cijfer",
        },
    ),
}
