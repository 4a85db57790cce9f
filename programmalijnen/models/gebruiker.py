"""The account; its e-mail address is the log-in (ontwerp 7)."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models


class GebruikerManager(BaseUserManager):
    """Makes nobody: `services.gebruikers.create_gebruiker` does, with its trail."""

    use_in_migrations = True

    def get_by_natural_key(self, email: str) -> "Gebruiker":
        return self.get(email__iexact=email)


class Gebruiker(AbstractBaseUser, PermissionsMixin):
    """A person. Raadslid (also griffie) and beheerder hold for the whole installation, Teamlid for one
    programme.

    People are deactivated (`is_active`), never deleted.
    """

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField(max_length=120)
    is_raadslid = models.BooleanField("raadslid of griffie", default=False)
    is_beheerder = models.BooleanField("beheerder", default=False)
    is_active = models.BooleanField("actief", default=True)
    # The trail never holds a password, so this is what it shows of a new one.
    wachtwoord_gewijzigd_op = models.DateTimeField(null=True, blank=True, editable=False)
    # And this of a link with which somebody sets one: who made it could use it too.
    inloglink_op = models.DateTimeField("inloglink gemaakt op", null=True, blank=True, editable=False)
    versie = models.PositiveIntegerField(default=1, editable=False)

    objects = GebruikerManager()

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"

    def __str__(self) -> str:
        return self.naam

    @property
    def is_staff(self) -> bool:
        """The Django admin, where domain models are read-only, is for the beheerder."""
        return self.is_beheerder

    @property
    def spoorsleutel(self) -> str:
        return self.email
