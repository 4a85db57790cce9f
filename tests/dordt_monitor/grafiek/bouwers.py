"""Charts for tests, small and of every kind."""

from datetime import date
from decimal import Decimal
from typing import Any

from dordt_monitor.grafiek.gegevens import Grafiek, Reeks, Rol, Soort, Tabel


def maak_reeks(rol: Rol, *waarden: int | str, naam: str = "") -> Reeks:
    """A series of numbers; a text stands where there is no number ("niet gemeten", or "" for nothing)."""
    return Reeks(
        naam=naam or rol.value,
        rol=rol,
        waarden=tuple(Decimal(waarde) if isinstance(waarde, int) else None for waarde in waarden),
        afgedrukt=tuple(str(waarde) for waarde in waarden),
    )


def maak_grafiek(soort: Soort, *reeksen: Reeks, **velden: Any) -> Grafiek:
    """Rows a, b, c ... with these series."""
    categorieen = tuple("abcdef"[: len(reeksen[0].waarden)])
    standaard: dict[str, Any] = {
        "sleutel": f"grafiek-{soort}",
        "titel": "Van 25 doelen zijn er 4 op schema",
        "eenheid": "aantal doelen",
        "categorieen": categorieen,
        "zin": "Elk doel telt één keer.",
        "bron": "Voortgangsrapportage augustus 2024",
        "tabel": Tabel(
            kop=("Stand", "Aantal"),
            rijen=tuple(zip(categorieen, reeksen[0].afgedrukt, strict=True)),
            getalkolommen=(1,),
        ),
    }
    return Grafiek(soort=soort, reeksen=reeksen, **(standaard | velden))


def maak_bullet() -> Grafiek:
    """60 of 100 where 58 was expected, and a row of which only words are known."""
    return maak_grafiek(
        Soort.BULLET,
        maak_reeks(Rol.WAARDE, 60, "niet gemeten", naam="gerealiseerd"),
        maak_reeks(Rol.NULMETING, 0, "", naam="nulmeting"),
        maak_reeks(Rol.VERWACHT, 58, "", naam="verwacht"),
        maak_reeks(Rol.STREEFWAARDE, 100, "", naam="streefwaarde"),
        eenheid="",
        categorieen=("Leerwerktrajecten", "Inwoners"),
        waardetekst=("60 van 100 (60%), nog 40", ""),
        bijschriften=("op schema, verwacht 58", "niet gemeten"),
    )


def maak_staven() -> Grafiek:
    return maak_grafiek(
        Soort.STAVEN,
        maak_reeks(Rol.WAARDE, 4, "", "niet gemeten", 2, naam="met oordeel"),
        maak_reeks(Rol.RUSTIG, "", 0, "", "", naam="zonder oordeel"),
        waardetekst=("4", "0", "", "2"),
    )


def maak_gestapeld() -> Grafiek:
    return maak_grafiek(
        Soort.GESTAPELD,
        maak_reeks(Rol.WAARDE, 300, 100, naam="investering"),
        maak_reeks(Rol.TWEEDE, 100, "", naam="extra"),
        eenheid="€",
        waardetekst=("€ 400", "€ 100"),
    )


def maak_lijn() -> Grafiek:
    """41, then nothing, then 67 and 75; the target is 75 over 2024."""
    return maak_grafiek(
        Soort.LIJN,
        maak_reeks(Rol.WAARDE, 41, "niet gemeten", "", 67, 75, "", naam="gemeten"),
        maak_reeks(Rol.STREEFWAARDE, "", "", 75, "", "", 75, naam="streefwaarde"),
        eenheid="organisaties",
        categorieen=(
            "sept. 2023",
            "eind 2023",
            "1 januari 2024",
            "t/m juli 2024",
            "per Q3 2024",
            "eind 2024",
        ),
        momenten=(
            date(2023, 9, 30),
            date(2023, 12, 31),
            date(2024, 1, 1),
            date(2024, 7, 31),
            date(2024, 9, 30),
            date(2024, 12, 31),
        ),
    )


def maak_alle() -> tuple[Grafiek, ...]:
    return maak_bullet(), maak_staven(), maak_gestapeld(), maak_lijn()
