"""A reservation and what it must yield (Glansrijke toekomst): planning, progress, spending."""

from programmalijnen.regels.begrippen import Rapportvorm

from .vorm import Deel, Kolom, Koppen, Vorm

VORM = Vorm(
    naam=Rapportvorm.INVESTERINGSPROGRAMMA,
    titel="Investeringsprogramma",
    delen=(
        Deel("omschrijving", "Projectinformatie"),
        Deel("reservering", "Reservering"),
        Deel("output", "Te behalen resultaten (output)"),
        Deel("outcome", "Te behalen maatschappelijke effecten (outcome)"),
        Deel("andere_doelen", "Doelen van het hele programma"),
        Deel("relaties", "Relatie met overige beleidsdoelstellingen en beleidsprogramma’s"),
        Deel("toelichtingen", "Algemene toelichting"),
        Deel("lijnen"),
        Deel("legenda_oordelen", "Legenda"),
        Deel("monitoring", "Cijfers bij het programma"),
        Deel("planning", "Planning"),
        Deel("geld_programma", "Financiële informatie en cofinanciering"),
        Deel("kosten_programma", "Gerealiseerde en geplande uitgaven"),
        Deel("bestuurlijke_planning", "Bestuurlijke mijlpalen"),
        Deel("besluiten", "Besluiten"),
        Deel("volgend_jaar", "Doelen {volgend}"),
        Deel("verantwoording", "Verantwoording"),
    ),
    lijndelen=(
        Deel("doelstelling"),
        Deel("voortgang_met_oordeel"),
        Deel("lijndoelen", "Te behalen resultaten"),
        Deel("ambities"),
        Deel("activiteiten_zonder_ambitie", "Acties en activiteiten"),
        Deel("verwijzingen", "Valt hier ook onder"),
    ),
    kolommen=(
        Kolom("realisatie", "Voortgang", mag_weg=True),
        Kolom("tijdspad", "Tijdspad", mag_weg=True),
    ),
    koppen=Koppen(
        lijn="Stand van zaken {lijn}",
        activiteit="Actie of activiteit",
        doel="Te behalen resultaten",
        realisatie="Voortgang {label}",
        bereikt="Acties en voortgang",
        geld="Financiering en uitgaven",
        legenda="Legenda",
    ),
    bladen=("programma", "geld", "kosten", "lijnen", "indicatoren"),
)
