"""What the council is shown in a room (Raadspresentatie najaar 2024): three questions per line, few words."""

from programmalijnen.regels.begrippen import Rapportvorm

from .vorm import Deel, Kolom, Koppen, Vorm

VORM = Vorm(
    naam=Rapportvorm.RAADSPRESENTATIE,
    titel="Raadspresentatie",
    delen=(
        Deel("omschrijving"),
        Deel("toelichtingen"),
        Deel("programmadoelen", "Doelen van het hele programma"),
        Deel("lijnen"),
        Deel("los_geld", "Investering en extra middelen van het hele programma"),
        Deel("relaties", "Samenhang met andere programma’s"),
        Deel("bestuurlijke_planning", "Wanneer komt dit terug in de raad?"),
        Deel("verantwoording", "Verantwoording"),
    ),
    lijndelen=(
        Deel("afgesproken", "Wat hadden we afgesproken?"),
        Deel("resultaten", "Wat hebben we bereikt?"),
        Deel("bevindingen", "Bevindingen"),
        Deel("jaren_naast_elkaar", "Waar gaan we in {volgend} voor?"),
        Deel("geld", "Investering en extra gegenereerde middelen"),
        Deel("kosten", "Uitgaven"),
        Deel("verwijzingen", "Hoort hier ook bij"),
    ),
    kolommen=(Kolom("realisatie", "Resultaat"),),
    koppen=Koppen(
        lijn="{lijn}",
        activiteit="Activiteiten",
        realisatie="Resultaat",
        bereikt="Wat hebben we bereikt?",
        geld="Investering en extra gegenereerde middelen",
    ),
    op_soort=True,
    rustig=True,
)
