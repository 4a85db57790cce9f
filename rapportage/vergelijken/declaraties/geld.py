"""Money: lines of funding with their groups and totals, posts with what was spent."""

from collections.abc import Iterable

from ...rapport import (
    Financien,
    Financieringregel,
    Financieringsgroep,
    Jaartotaal,
    Kostenpostregel,
    Saldoregel,
    Standregel,
    Standtotaal,
    Uitgaveregel,
)
from ..dingen import Declaratie, Deel, Ding
from ..velden import bedrag, ja_nee, print_bedrag, tekst, titel, wijst_naar, woord
from ..verandering import Aard, Kenmerk
from .redenen import HERKENNING, PLAATS_IN_BRON, REKENING

FINANCIEN_PAD = "financien/"
TE_VERGELIJKEN_MET = "verschil met wat een document drukt; beide bedragen worden wel vergeleken"


def name_financien(ding: Ding) -> str:
    return f"Geld van {ding.lijnnaam}" if ding.lijn else "Geld van het programma"


def name_owner(ding: Ding) -> str:
    return ding.ouder.naam if ding.ouder else ""


def name_regel(ding: Ding) -> str:
    voor = ding.waarde("ten_behoeve_van")
    return f"{ding.waarde('bron')}, voor {voor}" if voor else str(ding.waarde("bron"))


def describe_regel(ding: Ding) -> str:
    """The amount or why there is none, and in which group of amounts it stands."""
    geld = print_bedrag(ding.waarde("bedrag"), ding.waarde("precisie")) or str(ding.waarde("toestand"))
    groep = ding.drager("geldgroep")
    return f"{geld} ({groep.naam})" if groep and ding.soort == "financiering" else geld


def describe_post(ding: Ding) -> str:
    """Every amount with its year: "gepland 2024 € 45.000; gepland 2025 € 50.000"."""
    return "; ".join(
        f"{uitgave.soort} {uitgave.jaar} {print_bedrag(uitgave.bedrag, uitgave.precisie) or uitgave.toestand}"
        for uitgave in ding.waarde("uitgaven") or ()
    )


def name_groep(ding: Ding) -> str:
    return ", ".join(filter(None, (ding.waarde("soort"), ding.waarde("schaal"), ding.waarde("periode"))))


def causes_of_groep(ding: Ding) -> Iterable[Kenmerk]:
    """A group is the sum of its lines."""
    for regel in ding.waarde("regels") or ():
        for veld in ("", "bedrag", "plek"):
            yield ("financiering", regel.sleutel, veld)


def causes_of_kern(ding: Ding) -> Iterable[Kenmerk]:
    yield (*ding.ref, "totaal")
    for groep in ding.waarde("groepen") or ():
        for regel in groep.regels:
            yield ("financiering", regel.sleutel, "bedrag")


def causes_of_jaartotaal(ding: Ding) -> Iterable[Kenmerk]:
    """The sum of a year follows from the posts; the amounts of the year are told one by one."""
    financien = ding.ouder
    for post in financien.waarde("kostenposten") if financien else ():
        uitgave = f"{post.sleutel}/{ding.waarde('soort')}/{ding.waarde('jaar')}"
        yield from (
            ("uitgave", uitgave, "bedrag"),
            ("uitgave", uitgave, ""),
            ("kostenpost", post.sleutel, ""),
        )


def causes_of_saldo(ding: Ding) -> Iterable[Kenmerk]:
    """A saldo follows from the lines of money and from the planned amounts of its year."""
    financien = ding.ouder
    if financien is None:
        return
    yield from causes_of_kern(financien)
    for post in financien.waarde("kostenposten") or ():
        for veld in ("bedrag", ""):
            yield ("uitgave", f"{post.sleutel}/gepland/{ding.waarde('jaar')}", veld)


def name_uitgave(ding: Ding) -> str:
    return f"{name_owner(ding)}, {ding.waarde('soort')} in {ding.waarde('jaar')}"


DECLARATIES = {
    Financien: Declaratie(
        woord="geld",
        naam=name_financien,
        pad=lambda ding: FINANCIEN_PAD,
        velden={
            "totaal": bedrag("totaal", "het totaal"),
            "totaal_onvolledig": tekst("totaal_onvolledig", "wat in het totaal ontbreekt"),
            "totaal_gedrukt": bedrag("totaal_gedrukt", "het totaal in het document"),
            "waarvan_elders": bedrag("waarvan_elders", "waarvan elders verantwoord", oorzaken=causes_of_kern),
            "investering": bedrag("investering", "de investering", oorzaken=causes_of_kern),
            "gegenereerd": bedrag("gegenereerd", "de gegenereerde financiering", oorzaken=causes_of_kern),
        },
        delen={
            "groepen": Deel(
                soort="geldgroep", sleutel=lambda groep: f"{groep.soort}/{groep.schaal}/{groep.periode}"
            ),
            "standen": Deel(soort="standtotaal", sleutel=lambda stand: str(stand.stand)),
            "kostenposten": Deel(soort="kostenpost"),
            "jaartotalen": Deel(
                soort="jaartotaal", sleutel=lambda totaal: f"{totaal.soort}/{totaal.jaar}/{totaal.tot_en_met}"
            ),
            "saldi": Deel(soort="saldo", sleutel=lambda saldo: str(saldo.jaar)),
        },
        niet={
            "totaal_precisie": "staat bij het afgedrukte totaal",
            "totaal_verschil": TE_VERGELIJKEN_MET,
            "hefboom": REKENING,
        },
    ),
    Financieringsgroep: Declaratie(
        woord="groep bedragen",
        naam=name_groep,
        kern=lambda ding: print_bedrag(ding.waarde("bedrag"), ding.waarde("precisie")),
        oorzaken=causes_of_groep,
        stil=True,
        draagt=False,
        velden={
            "bedrag": bedrag("bedrag", "het totaal", oorzaken=causes_of_groep),
            "onvolledig": tekst("onvolledig", "wat in het totaal ontbreekt", oorzaken=causes_of_groep),
            "gedrukt": bedrag("gedrukt", "het totaal in het document"),
            "telt_mee": ja_nee("telt_mee", "of het meetelt in dit jaar", Aard.TEKST),
        },
        delen={"regels": Deel(soort="financiering")},
        niet={
            "soort": HERKENNING,
            "schaal": HERKENNING,
            "periode": HERKENNING,
            "verschil": TE_VERGELIJKEN_MET,
            "precisie": "staat bij het afgedrukte bedrag",
        },
    ),
    Financieringregel: Declaratie(
        woord="bedrag",
        naam=name_regel,
        kern=describe_regel,
        velden={
            "bron": tekst("bron", "de bron"),
            "bedrag": bedrag("bedrag", ""),
            "ten_behoeve_van": tekst("ten_behoeve_van", "waar het voor is"),
            "activiteit": wijst_naar("activiteit", "activiteit", "de activiteit"),
            "periode": woord("periode", "de periode", Aard.DATUM),
            "in_natura": ja_nee("in_natura", "in natura", Aard.TEKST),
            "elders_verantwoord": tekst("elders_verantwoord", "waar het verantwoord wordt"),
            "elders_programma": woord("elders_programma", "het programma dat verantwoordt", Aard.TEKST),
            "toelichting": tekst("toelichting", "de toelichting"),
            "per_jaar": ja_nee("per_jaar", "of het bedrag elk jaar wordt betaald", Aard.TEKST),
        },
        delen={
            "standen": Deel(
                soort="stand", sleutel=lambda stand: f"{stand.stand}/{stand.waarvan}/{stand.periode}"
            ),
            "cofinanciering": Deel(soort="cofinanciering"),
        },
        niet={
            "sleutel": HERKENNING,
            "toestand": "staat in de plaats van het bedrag",
            "precisie": "staat bij het afgedrukte bedrag",
            "vindplaats": PLAATS_IN_BRON,
            "jaar_van": "staat in de periode zoals geschreven",
            "jaar_tot": "staat in de periode zoals geschreven",
        },
    ),
    Standregel: Declaratie(
        woord="stand",
        naam=lambda ding: f"{name_owner(ding)}, {ding.waarde('stand')}",
        kern=describe_regel,
        velden={"bedrag": bedrag("bedrag", "")},
        niet={
            "stand": HERKENNING,
            "waarvan": HERKENNING,
            "periode": HERKENNING,
            "precisie": "staat bij het afgedrukte bedrag",
        },
    ),
    Standtotaal: Declaratie(
        woord="totaal",
        naam=lambda ding: f"{name_owner(ding)}, {ding.waarde('stand')}",
        kern=lambda ding: print_bedrag(ding.waarde("bedrag")),
        velden={"bedrag": bedrag("bedrag", "het totaal")},
        niet={
            "stand": HERKENNING,
            "precisie": "staat bij het afgedrukte bedrag",
            "waarvan": "volgt uit de standen van de regels",
        },
    ),
    Kostenpostregel: Declaratie(
        woord="kostenpost",
        naam=lambda ding: str(ding.waarde("titel")),
        kern=describe_post,
        pad=lambda ding: FINANCIEN_PAD,
        velden={
            "titel": titel("titel"),
            "activiteit": wijst_naar("activiteit", "activiteit", "de activiteit"),
            "lijnen": woord("lijnen", "de lijnen", Aard.VERPLAATST),
            "mogelijke_lijnen": woord("mogelijke_lijnen", "de mogelijke lijnen", Aard.VERPLAATST),
            "toelichting": tekst("toelichting", "de toelichting"),
            "onderdeel_van": wijst_naar("onderdeel_van", "kostenpost", "de post waar dit een deel van is"),
            "aandeel_afgedrukt": woord("aandeel_afgedrukt", "het aandeel", Aard.CIJFER),
        },
        delen={
            "uitgaven": Deel(soort="uitgave", sleutel=lambda uitgave: f"{uitgave.soort}/{uitgave.jaar}"),
        },
        niet={
            "sleutel": HERKENNING,
            "telt_in_meer_lijnen": "volgt uit de lijnen",
            "aandeel": "staat in het afgedrukte aandeel",
            "aandeel_precisie": "staat in het afgedrukte aandeel",
            "vindplaats": PLAATS_IN_BRON,
        },
    ),
    Uitgaveregel: Declaratie(
        woord="bedrag",
        naam=name_uitgave,
        kern=describe_regel,
        velden={
            "bedrag": bedrag("bedrag", ""),
            "tot_en_met": woord("tot_en_met", "tot en met", Aard.DATUM),
        },
        niet={
            "jaar": HERKENNING,
            "soort": HERKENNING,
            "toestand": "staat in de plaats van het bedrag",
            "precisie": "staat bij het afgedrukte bedrag",
        },
    ),
    Jaartotaal: Declaratie(
        woord="jaartotaal",
        naam=lambda ding: f"{name_owner(ding)}, {ding.waarde('soort')} in {ding.waarde('jaar')}",
        kern=lambda ding: print_bedrag(ding.waarde("bedrag")),
        oorzaken=causes_of_jaartotaal,
        velden={
            "bedrag": bedrag("bedrag", "het totaal", oorzaken=causes_of_jaartotaal),
            "onvolledig": tekst("onvolledig", "wat in het totaal ontbreekt", oorzaken=causes_of_jaartotaal),
            "gedrukt": bedrag("gedrukt", "het totaal in het document"),
        },
        niet={
            "jaar": HERKENNING,
            "soort": HERKENNING,
            "tot_en_met": HERKENNING,
            "verschil": TE_VERGELIJKEN_MET,
            "afwijking": REKENING,
            "precisie": "staat bij het afgedrukte bedrag",
        },
    ),
    Saldoregel: Declaratie(
        woord="saldo",
        naam=lambda ding: f"{name_owner(ding)}, saldo van {ding.waarde('jaar')}",
        kern=lambda ding: str(ding.waarde("woorden")),
        oorzaken=causes_of_saldo,
        velden={
            "dekking": bedrag("dekking", "de dekking", oorzaken=causes_of_saldo),
            "kosten": bedrag("kosten", "de geplande kosten", oorzaken=causes_of_saldo),
            "bedrag": bedrag("bedrag", "het saldo", oorzaken=causes_of_saldo),
            "onvolledig": tekst("onvolledig", "wat in het saldo ontbreekt", oorzaken=causes_of_saldo),
            "gedrukt": bedrag("gedrukt", "het saldo in het document"),
        },
        niet={
            "jaar": HERKENNING,
            "dekking_precisie": "staat bij het afgedrukte bedrag",
            "kosten_precisie": "staat bij het afgedrukte bedrag",
            "precisie": "staat bij het afgedrukte bedrag",
            "woorden": "is het saldo in woorden",
            "verschil": TE_VERGELIJKEN_MET,
        },
    ),
}
