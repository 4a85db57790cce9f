"""The report of every August: what was agreed, what was achieved until the peildatum, and the money."""

from programmalijnen.regels.begrippen import Rapportvorm

from .vorm import Deel, Vorm

VORM = Vorm(
    naam=Rapportvorm.VOORTGANGSRAPPORTAGE,
    titel="Voortgangsrapportage",
    delen=(
        Deel("omschrijving"),
        Deel("besluiten_en_planning", "Besluiten en bestuurlijke planning"),
        Deel("toelichtingen"),
        Deel("programmadoelen", "Doelen van het hele programma"),
        Deel("omgeving", "In de omgeving van het programma"),
        Deel("lijnen"),
        Deel("los_geld", "Geld van het hele programma"),
        Deel("relaties", "Samenhang met andere programma’s"),
        Deel("vooruit", "Wat komt er?"),
        Deel("verantwoording", "Verantwoording"),
    ),
    lijndelen=(
        Deel("doelstelling", "Doelstelling", klein=True),
        Deel("voortgang"),
        Deel("activiteiten", "Activiteiten en realisatie"),
        Deel("verwijzingen", "Hoort hier ook bij"),
        Deel("geld", "Financiën"),
        Deel("kosten", "Uitgaven"),
    ),
)
