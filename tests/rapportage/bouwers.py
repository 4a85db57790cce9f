"""Rapport objects for tests: `maak` fills every field a test does not name with its empty value."""

import types
import typing
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from programmalijnen.regels.begrippen import Koers, Oordeel, Telling
from programmalijnen.regels.feiten import Waarom
from rapportage.rapport import (
    SCHEMA,
    Aannameregel,
    Activiteitregel,
    Besluitregel,
    Doelregel,
    Editiekop,
    Financien,
    Financieringregel,
    Financieringsgroep,
    Indicatorregel,
    Lijnregel,
    Metingregel,
    Mijlpaalregel,
    Programmakop,
    Rapport,
    Rondekop,
    Tegenspraakregel,
    Tel,
    Tellingen,
    Toelichtingregel,
    Uitsplitsingregel,
)

T = TypeVar("T")

PEILDATUM = date(2024, 7, 31)
T_M_JULI = "t/m juli 2024"


def maak(soort: type[T], /, **velden: Any) -> T:
    """A `soort` with `velden`; the rest gets its default, or else "", 0, None, () or 31 July 2024."""
    hints = hints_of(soort)
    ontbrekend = {
        veld.name: empty_value(hints[veld.name])
        for veld in fields(soort)
        if veld.name not in velden and veld.default is MISSING and veld.default_factory is MISSING
    }
    return soort(**ontbrekend, **velden)


hints_of = cache(typing.get_type_hints)


def empty_value(hint: Any) -> Any:
    if is_dataclass(hint):
        return maak(hint)
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return None
    if typing.get_origin(hint) is tuple:
        return ()
    return {str: "", int: 0, bool: False, Decimal: Decimal(0), date: PEILDATUM}[hint]


def maak_doelregel(
    sleutel: str, omschrijving: str, streefwaarde: int | None = None, **velden: Any
) -> Doelregel:
    """A doel; with a streefwaarde it has the form getal."""
    getal = streefwaarde is not None
    standaard = {
        "vorm": "getal" if getal else "tekst",
        "toestand": "afgesproken",
        "streefwaarde": Decimal(streefwaarde) if getal else None,
        "streefwaarde_afgedrukt": str(streefwaarde) if getal else "",
        "waarde_toestand": "niet gemeten",
        "precisie": "precies",
        "koers": Koers.NIET_BEREKEND,
        "koers_afgedrukt": Koers.NIET_BEREKEND,
        "telling": Telling.ZONDER_OORDEEL,
        "waarom": Waarom(),
    }
    return maak(Doelregel, sleutel=sleutel, omschrijving=omschrijving, **(standaard | velden))


def maak_leerwerktrajecten() -> Doelregel:
    return maak_doelregel(
        "d-leerwerktrajecten", "100 leerwerktrajecten realiseren", 100,
        indicator="i-leerwerktrajecten", eenheid="leerwerktrajecten",
        waarde=Decimal(60), waarde_afgedrukt="60", waarde_toestand="gemeten",
        periode=T_M_JULI, peildatum=PEILDATUM,
        verwacht=Decimal("58.2"), verhouding=Decimal("1.0310"), bereikt=Decimal("0.6000"),
        bereikt_afgedrukt="60%", afgedrukt="60 van 100", balk=Decimal(60), koers=Koers.OP_SCHEMA,
        verwacht_afgedrukt="58", verwacht_balk=Decimal("58.2"),
        koers_afgedrukt="op schema", telling=Telling.OP_SCHEMA, bron="Voortgangsrapportage augustus 2024",
    )  # fmt: skip


def maak_duurzame_plek() -> Doelregel:
    """The doel of which only categories are known, and nobody agreed which of them count."""
    delen = (("naar betaald werk", 14), ("meer uren of ander werk", 2), ("gestart bij Beroepentuin", 18))
    categorie = {"toestand": "gemeten", "telt_mee": None}
    return maak_doelregel(
        "d-duurzame-plek", "100 inwoners begeleiden naar een duurzame plek", 100,
        eenheid="inwoners", waarde_toestand="gemeten", periode=T_M_JULI, peildatum=PEILDATUM,
        koers=Koers.NIET_TE_BEREKENEN,
        koers_afgedrukt="niet te berekenen: niet afgesproken welke categorieën meetellen",
        reden="niet afgesproken welke categorieën meetellen",
        uitsplitsing=tuple(
            Uitsplitsingregel(categorie=naam, waarde=Decimal(aantal), afgedrukt=str(aantal), **categorie)
            for naam, aantal in delen
        ),
    )  # fmt: skip


def maak_activiteitregel(sleutel: str, titel: str, *doelen: Doelregel, **velden: Any) -> Activiteitregel:
    standaard = {
        "groep": "Voor Stad",
        "schaal": "stad",
        "soort": "afgesproken",
        "opgave": "hier gerapporteerd",
    }
    return maak(Activiteitregel, sleutel=sleutel, titel=titel, doelen=doelen, **(standaard | velden))


def maak_geld(sleutel: str, bron: str, bedrag: int | None, **velden: Any) -> Financieringregel:
    bekend = {"toestand": "bekend", "bedrag": Decimal(bedrag).quantize(Decimal("0.01"))} if bedrag else {}
    standaard = {"toestand": "niet vermeld", "precisie": "precies"} | bekend
    return maak(Financieringregel, sleutel=sleutel, bron=bron, **(standaard | velden))


def maak_groep(soort: str, schaal: str, *regels: Financieringregel, **velden: Any) -> Financieringsgroep:
    bedragen = [regel.bedrag for regel in regels if regel.bedrag is not None]
    standaard = {"telt_mee": True, "bedrag": sum(bedragen) if bedragen else None}
    return maak(Financieringsgroep, soort=soort, schaal=schaal, regels=regels, **(standaard | velden))


def maak_geld_lijn_1() -> Financien:
    """300.000 + 312.739 + 97.271 = 710.010, as printed in the report of August 2024."""
    groepen = (
        maak_groep(
            "investering", "stad & regio",
            maak_geld("f-kadernota-1", "Kadernota Dordrecht", 150_000),
            maak_geld("f-groeiagenda-1", "Groeiagenda Drechtsteden", 150_000),
            gedrukt=Decimal("300000.00"), verschil=Decimal("0.00"),
        ),
        maak_groep(
            "gegenereerde extra financiering", "stad",
            maak_geld("f-cdoke", "CDOKE", 100_000, ten_behoeve_van="wijkaanpak"),
            maak_geld("f-nplv-wijk", "NPLV", 100_000, ten_behoeve_van="wijkaanpak"),
            maak_geld("f-nplv-lpc", "NPLV", 12_739, ten_behoeve_van="leerpraktijkcentrum"),
            maak_geld("f-esf", "ESF REACT EU", 100_000, ten_behoeve_van="wijkaanpak"),
            gedrukt=Decimal("312739.00"), verschil=Decimal("0.00"),
        ),
        maak_groep(
            "gegenereerde extra financiering", "regio",
            maak_geld("f-deelakkoord", "Provincie ZH Deelakkoord Human capital", 76_151),
            maak_geld("f-regiodeal", "RegioDeal", 21_120, ten_behoeve_van="scholingsfonds"),
            gedrukt=Decimal("97271.00"), verschil=Decimal("0.00"),
        ),
    )  # fmt: skip
    return Financien(
        groepen=groepen,
        totaal=Decimal("710010.00"),
        totaal_gedrukt=Decimal("710010.00"),
        totaal_verschil=Decimal("0.00"),
        investering=Decimal("300000.00"),
        gegenereerd=Decimal("410010.00"),
        hefboom=Decimal("1.37"),
    )


def maak_geld_lijn_2() -> Financien:
    """925.000 that another report accounts for, and 307.000; no source prints the total."""
    return Financien(
        groepen=(
            maak_groep(
                "investering", "stad",
                maak_geld("f-glansrijk", "Agenda 2030 Dordrecht", 925_000, elders_verantwoord="Agenda 2030"),
                gedrukt=Decimal("925000.00"), verschil=Decimal("0.00"),
            ),
            maak_groep(
                "investering", "regio",
                maak_geld("f-actieplan", "Actieplan Jeugdwerkloosheid Drechtsteden", 282_000),
                maak_geld("f-groeiagenda-2", "Groeiagenda Drechtsteden", 25_000),
                gedrukt=Decimal("307000.00"), verschil=Decimal("0.00"),
            ),
        ),
        totaal=Decimal("1232000.00"),
        waarvan_elders=Decimal("925000.00"),
        investering=Decimal("1232000.00"),
    )  # fmt: skip


def maak_geld_programma() -> Financien:
    """The money of lines 1 and 2 once more, and a line of the programme itself without an amount."""
    van_lijnen = (*maak_geld_lijn_1().groepen, *maak_geld_lijn_2().groepen)
    return Financien(
        groepen=(
            *(replace(groep, gedrukt=None, verschil=None) for groep in van_lijnen),
            maak_groep("niet vermeld", "niet vermeld", maak_geld("f-eu", "Europees fonds", None)),
        ),
        totaal=Decimal("1942010.00"),
        totaal_onvolledig="zonder Europees fonds",
        waarvan_elders=Decimal("925000.00"),
        investering=Decimal("1532000.00"),
        gegenereerd=Decimal("410010.00"),
        hefboom=Decimal("0.27"),
    )


def maak_tellingen(**aantallen: int) -> Tellingen:
    """Counts with every pile present; `aantallen` are named as the members of Telling ("OP_SCHEMA")."""
    return Tellingen(
        doelen=tuple(Tel(naam=pile.value, aantal=aantallen.get(pile.name, 0)) for pile in Telling),
        oordelen=tuple(Tel(naam=o.value or "nog niet beoordeeld", aantal=0) for o in Oordeel),
        aantal_doelen=sum(aantallen.values()),
        aantal_activiteiten=1,
    )


def maak_lijnregel(code: str, titel: str, *activiteiten: Activiteitregel, **velden: Any) -> Lijnregel:
    standaard = {"sleutel": f"lijn-{code}", "financien": Financien(), "tellingen": maak_tellingen()}
    return maak(Lijnregel, code=code, titel=titel, activiteiten=activiteiten, **(standaard | velden))


def maak_indicatorregel() -> Indicatorregel:
    meting = maak(
        Metingregel,
        sleutel="m-leerwerktrajecten",
        periode=T_M_JULI,
        peildatum=PEILDATUM,
        waarde=Decimal(60),
        afgedrukt="60",
        toestand="gemeten",
        precisie="precies",
        bron="Voortgangsrapportage augustus 2024",
    )
    return maak(
        Indicatorregel,
        sleutel="i-leerwerktrajecten",
        naam="Gerealiseerde leerwerktrajecten",
        eenheid="leerwerktrajecten",
        soort="stroom",
        metingen=(meting,),
        laatste=meting,
    )


def maak_rapport(**velden: Any) -> Rapport:
    """The report of August 2024 in small: three lines, the money of lines 1 and 2, doelen of many kinds."""
    standaard: dict[str, Any] = {
        "schema": SCHEMA,
        "programma": maak(
            Programmakop,
            slug="arbeidsmarkt-menselijk-kapitaal",
            naam="Arbeidsmarkt & menselijk kapitaal",
            ondertitel="Dordrecht & Drechtsteden",
            lijn_enkelvoud="programmalijn",
            lijn_meervoud="programmalijnen",
        ),
        "ronde": Rondekop(
            slug="augustus-2024", titel="Voortgangsrapportage augustus 2024", label=T_M_JULI, jaar=2024
        ),
        "peildatum": PEILDATUM,
        "editie": Editiekop(versie=1, overgenomen_uit="Voortgangsrapportage augustus 2024"),
        "toelichtingen": (
            maak(Toelichtingregel, sleutel="inleiding", onderwerp="inleiding", tekst="Krappe arbeidsmarkt."),
        ),
        "lijnen": maak_lijnen(),
        "financien": maak_geld_programma(),
        "tellingen": maak_tellingen(OP_SCHEMA=1, ZONDER_OORDEEL=4, ELDERS=1),
        "mijlpalen": (
            maak(Mijlpaalregel, sleutel="mp-rib", titel="RIB Voortgangsrapportage", bestuurlijk=True,
                 oorspronkelijk="Q3 2024", actueel="Q4 2024", staat="verschoven", reden="agenda"),
        ),
        "besluiten": (
            maak(Besluitregel, sleutel="b-2023-0154666", nummer="2023-0154666",
                 titel="Focus van het uitvoeringsprogramma", orgaan="gemeenteraad", datum=date(2023, 12, 19)),
        ),
        "tegenspraken": (
            Tegenspraakregel(
                sleutel="t-besluit", onderwerp="Nummer van het raadsbesluit", soort="nummer",
                plaats_a="rapportage", waarde_a="2023-0154666", plaats_b="raadsbrief",
                waarde_b="2023-01544666", gebruikt="2023-0154666", reden="dat nummer bestaat",
            ),
        ),
        "aannames": (
            Aannameregel(sleutel="a-jaar", over="Kadernota", tekst="is van 2024", reden="niet vermeld"),
        ),
        "legenda": ("Verwachting: gelijkmatig over de periode, door ons berekend, niet afgesproken.",),
    }  # fmt: skip
    return maak(Rapport, **(standaard | velden))


def maak_lijnen() -> tuple[Lijnregel, ...]:
    return (
        maak_lijnregel(
            "1", "Arbeidspotentieel van de beroepsbevolking benutten, ontwikkelen en behouden",
            maak_activiteitregel(
                "a-wijkaanpakken", "Wijkaanpakken", maak_doelregel("d-opzetten", "Wijkaanpakken opzetten"),
                maak_duurzame_plek(), realisatie="West loopt al.\nCentrum en Oost starten in Q3.",
            ),
            maak_activiteitregel(
                "a-leerwerktrajecten", "Leerwerktrajecten", maak_leerwerktrajecten(),
                groep="Voor Stad & Regio", schaal="stad & regio", indicatoren=(maak_indicatorregel(),),
                realisatie="60 trajecten via partners.", projectomvang=Decimal("1700000.00"),
            ),
            doelstelling="Structureel en duurzaam verbeteren van de arbeidsmarkt.",
            financien=maak_geld_lijn_1(),
            tellingen=maak_tellingen(OP_SCHEMA=1, ZONDER_OORDEEL=2),
        ),
        maak_lijnregel(
            "2", "Toekomst voor de Dordtse jeugd",
            maak_activiteitregel(
                "a-glansrijk", "Glansrijke toekomst voor de Dordtse jeugd",
                opgave="elders gerapporteerd", elders="via de lijn van Agenda 2030",
            ),
            financien=maak_geld_lijn_2(),
        ),
        maak_lijnregel("3", "Samenwerken op banen met impact", maak_label()),
    )  # fmt: skip


def maak_label() -> Activiteitregel:
    """Partners 67 of 75, of which 22 of 50 have the label; without koers, for want of a nulmeting."""
    eigen = {
        "eenheid": "organisaties",
        "waarde_toestand": "gemeten",
        "periode": T_M_JULI,
        "peildatum": PEILDATUM,
    }
    geen_koers = {"koers": Koers.GEEN_KOERS, "koers_afgedrukt": "geen koers: geen nulmeting"}
    return maak_activiteitregel(
        "a-label", "Uitrol label Ondernemen met impact",
        maak_doelregel(
            "d-partners", "75 organisaties zijn partner", 75,
            waarde=Decimal(67), waarde_afgedrukt="67", afgedrukt="67 van 75, nog 8",
            aandeel_afgedrukt="89% van de streefwaarde", **eigen, **geen_koers,
        ),
        maak_doelregel(
            "d-label", "50 daarvan hebben het label behaald", 50, onderdeel_van="d-partners",
            waarde=Decimal(22), waarde_afgedrukt="22", afgedrukt="22 van 50, nog 28",
            aandeel_afgedrukt="44% van de streefwaarde", **eigen, **geen_koers,
        ),
        doelen_volgend_jaar=(
            maak_doelregel(
                "d-partners-2025", "100 organisaties zijn partner", 100,
                toestand="voorgesteld", eenheid="organisaties", volgend_jaar=True,
            ),
        ),
    )  # fmt: skip
