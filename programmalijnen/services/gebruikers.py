"""People: their account, their password and the link with which they set it themselves.

A password never stands in the trail; that it changed does, as `wachtwoord_gewijzigd_op`.
"""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError

from ..models import Gebruiker
from ..regels.samenvoegen import Samengevoegd
from .samenvoegen import VERDWENEN, Bewerking, save_met_samenvoegen
from .schrijven import begin

NIET_ZELF = "U kunt uw eigen beheer niet weghalen. Vraag een andere beheerder."
LAATSTE = "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."
LINK_WERKT_NIET = "Deze link werkt niet meer. Vraag de beheerder om een nieuwe."
NIET_ACTIEF = "Dit account is niet actief. Zet het eerst weer open."


def create_gebruiker(
    *, email: str, naam: str, wachtwoord: str | None, door: Gebruiker | None, op: datetime, **velden
) -> Gebruiker:
    """A new account; without wachtwoord nobody can log in with it yet. Raises ValidationError."""
    gebruiker = Gebruiker(email=email.strip().lower(), naam=naam, **velden)
    gebruiker.set_password(wachtwoord)
    gebruiker.wachtwoord_gewijzigd_op = op if wachtwoord else None
    with begin("maak gebruiker", door=door, op=op) as handeling:
        handeling.save(gebruiker)
    return gebruiker


def save_gebruiker(*, bewerking: Bewerking, door: Gebruiker | None, op: datetime) -> Samengevoegd:
    """Change name, address or what holds for the whole installation; says what a colleague changed meanwhile.

    Raises Botsing, and ValidationError (in Dutch, by field) also when the change would leave the installation
    or `door` without a beheerder.
    """
    with begin("verander gebruiker", door=door, op=op) as handeling:
        beheerders = lock_beheerders()
        (uitkomst,) = save_met_samenvoegen(handeling, [bewerking])
        require_beheer(bewerking.rij, beheerders, door, "is_beheerder")
    return uitkomst


def set_actief(*, gebruiker: Gebruiker, actief: bool, door: Gebruiker | None, op: datetime) -> Gebruiker:
    """Close or open an account. Closing throws the password away, so that no session or link lives on.

    Who comes back gets a new link to log in. Raises ValidationError for oneself and the last beheerder.
    """
    with begin("heropen account" if actief else "sluit account", door=door, op=op) as handeling:
        beheerders = lock_beheerders()
        rij = lock_gebruiker(gebruiker)
        if rij.is_active == actief:
            return rij
        rij.is_active = actief
        if not actief:
            rij.set_unusable_password()
            rij.wachtwoord_gewijzigd_op = None
        handeling.save(rij)
        require_beheer(rij, beheerders, door, None)
    return rij


def set_wachtwoord(
    *, gebruiker: Gebruiker, wachtwoord: str, door: Gebruiker | None, op: datetime
) -> Gebruiker:
    """Store a new password, which ends the other sessions of this person. The caller checked its strength."""
    with begin("wijzig wachtwoord", door=door, op=op) as handeling:
        rij = lock_gebruiker(gebruiker)
        rij.set_password(wachtwoord)
        rij.wachtwoord_gewijzigd_op = op
        handeling.save(rij)
    return rij


def make_inloglink(*, gebruiker: Gebruiker, door: Gebruiker | None, op: datetime) -> str:
    """A token with which this person sets a password, once; that it was made stands in the trail.

    It lives for PASSWORD_RESET_TIMEOUT and dies when the password is set or the person logs in. Raises
    ValidationError for an account that is closed.
    """
    with begin("geef inloglink", door=door, op=op) as handeling:
        rij = lock_gebruiker(gebruiker)
        if not rij.is_active:
            raise ValidationError(NIET_ACTIEF)
        rij.inloglink_op = op
        handeling.save(rij)
    return default_token_generator.make_token(rij)


def use_inloglink(*, gebruiker: Gebruiker | None, token: str, wachtwoord: str, op: datetime) -> Gebruiker:
    """Set the password that somebody chose with a link. Raises ValidationError when the link is spent.

    The token is checked under the lock, so that of two at once only one gets in.
    """
    with begin("wijzig wachtwoord", door=gebruiker, op=op) as handeling:
        rij = lock_gebruiker(gebruiker) if gebruiker else None
        if not is_inloglink(rij, token):
            raise ValidationError(LINK_WERKT_NIET)
        validate_password(wachtwoord, rij)
        rij.set_password(wachtwoord)
        rij.wachtwoord_gewijzigd_op = op
        handeling.save(rij)
    return rij


def is_inloglink(gebruiker: Gebruiker | None, token: str) -> bool:
    return bool(gebruiker and gebruiker.is_active and default_token_generator.check_token(gebruiker, token))


def lock_gebruiker(gebruiker: Gebruiker) -> Gebruiker:
    """The account as it is stored now, locked. Raises ValidationError when it is not there."""
    rij = Gebruiker.objects.select_for_update(of=("self",), no_key=True).filter(pk=gebruiker.pk).first()
    if rij is None:
        raise ValidationError(VERDWENEN)
    return rij


def lock_beheerders() -> set[int]:
    """The keys of all who are beheerder now; locked, so that two who take each other's away take turns."""
    rijen = Gebruiker.objects.select_for_update(of=("self",), no_key=True).filter(
        is_beheerder=True, is_active=True
    )
    return {rij.pk for rij in rijen.order_by("pk")}


def require_beheer(
    gebruiker: Gebruiker, beheerders: set[int], door: Gebruiker | None, veld: str | None
) -> None:
    """After a change that may have taken it away; raises ValidationError, which rolls that back."""
    if gebruiker.pk not in beheerders or (gebruiker.is_beheerder and gebruiker.is_active):
        return
    melding = NIET_ZELF if door is not None and gebruiker.pk == door.pk else ""
    if not melding and len(beheerders) == 1:
        melding = LAATSTE
    if melding:
        raise ValidationError({veld: melding} if veld else melding)
