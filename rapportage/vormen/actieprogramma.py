"""What partners set out to do together (brief Ondernemen met impact): aims, cost and cover, evaluation."""

from programmalijnen.regels.begrippen import Rapportvorm

from .vorm import Deel, Kolom, Koppen, Vorm

VORM = Vorm(
    naam=Rapportvorm.ACTIEPROGRAMMA,
    titel="Actieprogramma",
    delen=(
        Deel("omschrijving", "Onze ambitie"),
        Deel("partners", "Partners"),
        Deel("toelichtingen"),
        Deel("programmadoelen", "Doelen van het hele programma"),
        Deel("lijnen"),
        Deel("monitoring", "Cijfers bij het programma"),
        Deel("geld_programma", "Dekking"),
        Deel("kosten_programma", "Kosten"),
        Deel("looptijd", "Looptijd"),
        Deel("planning", "Evaluatie en planning"),
        Deel("bestuurlijke_planning", "Bestuurlijke planning"),
        Deel("relaties", "Samenhang met andere programma’s"),
        Deel("besluiten", "Besluiten"),
        Deel("volgend_jaar", "Doelen {volgend}"),
        Deel("verantwoording", "Verantwoording"),
    ),
    lijndelen=(
        Deel("doelstelling"),
        Deel("voortgang"),
        Deel("lijndoelen", "Wat willen we bereiken?"),
        Deel("ambities"),
        Deel("activiteiten_zonder_ambitie", "Wat gaan we doen?"),
        Deel("verwijzingen", "Hoort hier ook bij"),
    ),
    kolommen=(
        Kolom("doel", "Doel {jaar}", mag_weg=True),
        Kolom("realisatie", "Stand {label}", mag_weg=True),
        Kolom("partners", "Partners", mag_weg=True),
        Kolom("tijdspad", "Tijdspad", mag_weg=True),
    ),
    koppen=Koppen(
        lijn="{lijn}",
        realisatie="Stand {label}",
        bereikt="Wat gaan we doen?",
        kosten="Kosten en dekking",
        geld="Kosten en dekking",
    ),
)
