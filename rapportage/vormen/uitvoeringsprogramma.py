"""What will be done, per ambitie in four columns, and its monitoring (Bestaanszekerheid)."""

from programmalijnen.regels.begrippen import Rapportvorm

from .vorm import Deel, Kolom, Koppen, Vorm

VORM = Vorm(
    naam=Rapportvorm.UITVOERINGSPROGRAMMA,
    titel="Uitvoeringsprogramma",
    delen=(
        Deel("omschrijving"),
        Deel("toelichtingen"),
        Deel("programmadoelen", "Doelen van het hele programma"),
        Deel("lijnen"),
        Deel("monitoring", "Monitoring"),
        Deel("geld_programma", "Financiën"),
        Deel("kosten_programma", "Kosten"),
        Deel("relaties", "Samenhang met andere programma’s"),
        Deel("planning", "Planning"),
        Deel("besluiten_en_planning", "Besluiten en bestuurlijke planning"),
        Deel("volgend_jaar", "Doelen {volgend}"),
        Deel("verantwoording", "Verantwoording"),
    ),
    lijndelen=(
        Deel("doelstelling"),
        Deel("voortgang"),
        Deel("lijndoelen", "Doelen"),
        Deel("ambities"),
        Deel("activiteiten_zonder_ambitie", "Activiteiten"),
        Deel("verwijzingen", "Hoort hier ook bij"),
    ),
    kolommen=(
        Kolom("doel", "Wat zijn de beoogde resultaten?", mag_weg=True),
        Kolom("realisatie", "Stand {label}", mag_weg=True),
        Kolom("tijdspad", "Wat is het tijdspad?", mag_weg=True),
    ),
    koppen=Koppen(
        lijn="{lijn}",
        activiteit="Wat gaan we hiervoor doen?",
        doel="Wat zijn de beoogde resultaten?",
        realisatie="Stand {label}",
        resultaat="Wat zijn de beoogde resultaten?",
        bereikt="Resultaten, activiteiten en tijdspad",
    ),
    bladen=("lijnen", "indicatoren", "programma", "geld", "kosten"),
)
