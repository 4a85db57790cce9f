"""Lines, ambities, explanations and references."""

from ...rapport import Ambitieregel, Lijnregel, Relatieregel, Toelichtingregel, Verwijzingregel
from ..dingen import Declaratie, Deel, Ding
from ..velden import tekst, titel, wijst_naar, woord
from ..verandering import Aard
from .doelen import DOELDELEN
from .kader import FINANCIEN, TELLINGEN, TOELICHTING
from .redenen import HERKENNING, ORDE, PLAATS_IN_BRON

ZONDER_TEKST = "nog zonder tekst"
"""What a toelichting without words says: "" would read as one that is not there."""


def name_toelichting(ding: Ding) -> str:
    waar = f" van {ding.lijnnaam}" if ding.lijn else ""
    return f"{ding.waarde('onderwerp')}{waar}".capitalize()


DECLARATIES = {
    Lijnregel: Declaratie(
        woord="lijn",
        naam=lambda ding: f"{ding.waarde('code')}. {ding.waarde('titel')}",
        lijn=lambda ding: str(ding.waarde("code")),
        pad=lambda ding: f"lijnen/{ding.waarde('code')}/",
        velden={
            "code": woord("code", "het nummer", Aard.VERPLAATST),
            "ouder": woord("ouder", "de lijn erboven", Aard.VERPLAATST),
            "titel": titel("titel"),
            "doelstelling": tekst("doelstelling", "de doelstelling"),
            "portefeuillehouder": tekst("portefeuillehouder", "de portefeuillehouder"),
        },
        delen={
            "toelichtingen": TOELICHTING,
            "ambities": Deel(soort="ambitie"),
            **DOELDELEN,
            "activiteiten": Deel(soort="activiteit"),
            "verwijzingen": Deel(soort="verwijzing"),
            "financien": FINANCIEN,
            "tellingen": TELLINGEN,
        },
        niet={"sleutel": HERKENNING},
    ),
    Ambitieregel: Declaratie(
        woord="ambitie",
        naam=lambda ding: str(ding.waarde("titel")),
        velden={"titel": titel("titel")},
        delen={"tijdspad": Deel(soort="ambitie-tijdspad", enkel=True), **DOELDELEN},
        niet={"sleutel": HERKENNING, "activiteiten": ORDE},
    ),
    Toelichtingregel: Declaratie(
        woord="toelichting",
        naam=name_toelichting,
        inhoud=lambda ding: str(ding.waarde("tekst")) or ZONDER_TEKST,
        velden={
            "onderwerp": woord("onderwerp", "het onderwerp", Aard.TEKST),
            "tekst": tekst("tekst", "de tekst"),
        },
        delen={"oordeel": Deel(soort="toelichting-oordeel", enkel=True)},
        niet={"sleutel": HERKENNING},
    ),
    Verwijzingregel: Declaratie(
        woord="verwijzing",
        naam=lambda ding: str(ding.waarde("titel")),
        velden={
            "titel": titel("titel"),
            "zekerheid": woord("zekerheid", "de zekerheid", Aard.TEKST),
            "tijdspad": woord("tijdspad", "het tijdspad", Aard.DATUM),
            "eigenaar_programma": woord(
                "eigenaar_programma", "het programma van de eigenaar", Aard.VERPLAATST
            ),
            "eigenaar_lijn": woord("eigenaar_lijn", "de lijn van de eigenaar", Aard.VERPLAATST),
            "ambitie": wijst_naar("ambitie", "ambitie", "de ambitie"),
            "doel_sleutel": wijst_naar("doel_sleutel", "activiteit", "waar het naar wijst"),
        },
        niet={
            "sleutel": HERKENNING,
            "soort": "volgt uit waar de verwijzing naar wijst",
            "eigenaar_naam": "hoort bij het programma van de eigenaar, dat wel vergeleken wordt",
            "bericht": "staat in een ander rapport of elders in dit rapport: daar wordt het vergeleken",
        },
    ),
    Relatieregel: Declaratie(
        woord="relatie",
        naam=lambda ding: str(ding.waarde("titel")),
        lijn=lambda ding: str(ding.waarde("lijn")),
        velden={
            "titel": titel("titel"),
            "tekst": tekst("tekst", "de tekst"),
            "lijn": woord("lijn", "de lijn", Aard.VERPLAATST),
            "ander_programma_naam": woord("ander_programma_naam", "het andere programma", Aard.VERPLAATST),
            "andere_lijn": woord("andere_lijn", "de lijn daar", Aard.VERPLAATST),
            "url": woord("url", "de link", Aard.TEKST),
        },
        niet={
            "sleutel": HERKENNING,
            "ander_programma": "hoort bij de naam van dat programma, die wel vergeleken wordt",
            "vindplaats": PLAATS_IN_BRON,
        },
    ),
}
