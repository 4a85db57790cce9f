"""The report itself and the head of its programme."""

from ...rapport import Programmakop, Rapport
from ..dingen import Declaratie, Deel, Ding
from ..velden import tekst
from .doelen import DOELDELEN
from .redenen import HERKENNING, KOP, REKENING, VAN_ANDEREN, WERKWIJZE

TOELICHTING = Deel(soort="toelichting")
FINANCIEN = Deel(soort="financien", enkel=True)
TELLINGEN = Deel(soort="tellingen", enkel=True)


def name_programma(ding: Ding) -> str:
    return str(ding.waarde("programma").naam)


DECLARATIES = {
    Rapport: Declaratie(
        woord="programma",
        naam=name_programma,
        lijn=lambda ding: "",
        pad=lambda ding: "",
        delen={
            "programma": Deel(soort="programmakop", enkel=True),
            "toelichtingen": TOELICHTING,
            **DOELDELEN,
            "lijnen": Deel(soort="lijn"),
            "financien": FINANCIEN,
            "tellingen": TELLINGEN,
            "mijlpalen": Deel(soort="mijlpaal"),
            "besluiten": Deel(soort="besluit"),
            "tegenspraken": Deel(soort="tegenspraak"),
            "aannames": Deel(soort="aanname"),
            "antwoorden": Deel(soort="antwoord"),
            "relaties": Deel(soort="relatie"),
        },
        niet={
            "schema": "vorm van het bestand, geen inhoud",
            "ronde": KOP,
            "peildatum": KOP,
            "editie": KOP,
            "goedgekeurd": WERKWIJZE,
            "zelf_goedgekeurd": WERKWIJZE,
            "legenda": REKENING,
            "verwezen_vanuit": VAN_ANDEREN,
        },
    ),
    Programmakop: Declaratie(
        woord="programma",
        naam=lambda ding: str(ding.waarde("naam")),
        velden={
            "naam": tekst("naam", "de naam"),
            "ondertitel": tekst("ondertitel", "de ondertitel"),
            "omschrijving": tekst("omschrijving", "de omschrijving"),
            "lijn_enkelvoud": tekst("lijn_enkelvoud", "het woord voor een lijn"),
            "lijn_meervoud": tekst("lijn_meervoud", "het woord voor de lijnen"),
            "partners": tekst("partners", "de partners"),
            "looptijd": tekst("looptijd", "de looptijd"),
        },
        niet={"slug": HERKENNING},
    ),
}
