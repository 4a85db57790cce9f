"""What was agreed and what was achieved; one noun a file (ontwerp 2)."""

from .basis import Geversioneerd, MetSleutel, MetVindplaats
from .doelen import Doel, Stapmelding, Streefwaarde, Tussenwaarde
from .gebruiker import Gebruiker
from .metingen import Categorie, Indicator, Meting
from .opgave import Invoerstaat, Opgave
from .planning import Besluit, Mijlpaal, Mijlpaalstand
from .programma import Programma, Rol, Teamlid
from .relaties import Relatie
from .rondes import Onderwerp, Rapportageronde, Realisatie, Rondestaat, Toelichting
from .rondewerk import Herinnering, Uitzondering, Waarschuwingsantwoord
from .spoor import UitgegevenSleutel, Wijziging
from .structuur import Activiteit, Activiteitsoort, Ambitie, Programmalijn, Verwijzing, Zekerheid
from .verantwoording import Aanname, Tegenspraak, Tegenspraaksoort
from .vindplaats import Vindplaats

__all__ = [
    "Aanname",
    "Activiteit",
    "Activiteitsoort",
    "Ambitie",
    "Besluit",
    "Categorie",
    "Doel",
    "Gebruiker",
    "Geversioneerd",
    "Herinnering",
    "Indicator",
    "Invoerstaat",
    "MetSleutel",
    "MetVindplaats",
    "Meting",
    "Mijlpaal",
    "Mijlpaalstand",
    "Onderwerp",
    "Opgave",
    "Programma",
    "Programmalijn",
    "Rapportageronde",
    "Realisatie",
    "Relatie",
    "Rol",
    "Rondestaat",
    "Stapmelding",
    "Streefwaarde",
    "Teamlid",
    "Tegenspraak",
    "Tegenspraaksoort",
    "Toelichting",
    "Tussenwaarde",
    "UitgegevenSleutel",
    "Uitzondering",
    "Verwijzing",
    "Vindplaats",
    "Waarschuwingsantwoord",
    "Wijziging",
    "Zekerheid",
]
