"""The words of a reminder: plain text, with a link straight to each field."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from ..bouwen.ophalen import ACTIVITEITEN, TOELICHTINGEN
from ..bouwen.voortgang import Gevraagd
from ..models import Invoerstaat, Rapportageronde, Teamlid
from ..regels.herinnerdagen import count_dagen

SJABLOON = "programmalijnen/mail/herinnering.txt"
URLNAMEN = {ACTIVITEITEN: "werk:activiteit", TOELICHTINGEN: "werk:toelichting"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bericht:
    """What one person is reminded of in one round, and why now; `deadline` is this person's own."""

    ronde: Rapportageronde
    teamlid: Teamlid
    deadline: date | None
    rijen: tuple[Gevraagd, ...]
    aanleiding: str = ""

    @property
    def aan(self) -> str:
        return self.teamlid.gebruiker.email

    @property
    def onderwerp(self) -> str:
        aantal = "1 tekst" if len(self.rijen) == 1 else f"{len(self.rijen)} teksten"
        # A title is one line, as a subject must be.
        return " ".join(f"{self.ronde.titel}: {aantal} van u nog niet ingediend".split())


def make_mail(bericht: Bericht, vandaag: date) -> EmailMessage:
    return EmailMessage(subject=bericht.onderwerp, body=print_bericht(bericht, vandaag), to=[bericht.aan])


def print_bericht(bericht: Bericht, vandaag: date) -> str:
    terug = [rij for rij in bericht.rijen if rij.staat == Invoerstaat.TERUGGEGEVEN]
    verder = [rij for rij in bericht.rijen if rij.staat != Invoerstaat.TERUGGEGEVEN]
    dagen = None if bericht.deadline is None else (bericht.deadline - vandaag).days
    context = {
        "bericht": bericht,
        "ronde": bericht.ronde,
        "programma": bericht.ronde.programma,
        "teruggegeven": [(rij, adres_van(bericht.ronde, rij)) for rij in terug],
        "verder": [(rij, adres_van(bericht.ronde, rij)) for rij in verder],
        "dagen": dagen,
        "in_dagen": count_dagen(abs(dagen)) if dagen else "",
        "werklijst": absolute("werk:ronde", bericht.ronde.programma.slug, bericht.ronde.slug),
    }
    return render_to_string(SJABLOON, context)


def adres_van(ronde: Rapportageronde, rij: Gevraagd) -> str:
    return absolute(URLNAMEN[rij.soort], ronde.programma.slug, ronde.slug, rij.sleutel)


def absolute(naam: str, *delen: str) -> str:
    """A mail has no page it stands on, so the site says its own address (DORDT_SITE_URL)."""
    return settings.SITE_URL + reverse(naam, args=delen)
