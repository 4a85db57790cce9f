"""What the beheerder may look into at /beheer/."""

from dordt_monitor.beheer import show

from . import models

show(
    models.Programma,
    models.Teamlid,
    models.Programmalijn,
    models.Ambitie,
    models.Activiteit,
    models.Verwijzing,
    models.Relatie,
    models.Doel,
    models.Streefwaarde,
    models.Tussenwaarde,
    models.Stapmelding,
    models.Indicator,
    models.Categorie,
    models.Meting,
    models.Besluit,
    models.Mijlpaal,
    models.Mijlpaalstand,
    models.Rapportageronde,
    models.Realisatie,
    models.Toelichting,
    models.Uitzondering,
    models.Herinnering,
    models.Waarschuwingsantwoord,
    models.Wijziging,
    models.UitgegevenSleutel,
    models.Tegenspraak,
    models.Aanname,
    models.Vindplaats,
)
# The last two belong to Django's own permissions, which this house does not use (programmalijnen/rechten.py).
show(models.Gebruiker, zonder=("password", "groups", "user_permissions"))
