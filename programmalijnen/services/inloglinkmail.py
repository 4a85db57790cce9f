"""The e-mail with which somebody sets a password."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

from ..models import Gebruiker

ONDERWERP = "Uw inloglink voor Dordt monitor"
TEKST = """Beste {naam},

Met deze link kiest u een wachtwoord voor Dordt monitor van {organisatie}:

{adres}

De link werkt één keer, en {dagen} dagen lang. Daarna logt u in met uw e-mailadres en uw wachtwoord.
Hebt u hier niet om gevraagd? Dan hoeft u niets te doen.
"""


def mail_inloglink(gebruiker: Gebruiker, adres: str) -> bool:
    """Whether it went out; False as well where no mail server is set."""
    if not settings.POST_AAN:
        return False
    tekst = TEKST.format(
        naam=gebruiker.naam,
        organisatie=settings.ORGANISATIE,
        adres=adres,
        dagen=settings.PASSWORD_RESET_TIMEOUT // 86_400,
    )
    try:
        return EmailMessage(subject=ONDERWERP, body=tekst, to=[gebruiker.email]).send() == 1
    except (SMTPException, OSError):
        return False
