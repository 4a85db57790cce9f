"""Who may get an account: nobody by themselves. A beheerder makes users, who choose their own password."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse


class GeslotenAanmelding(DefaultAccountAdapter):
    # The translation that comes with it says "jou", and is not plain.
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "Dit e-mailadres en dit wachtwoord horen niet bij elkaar.",
        "too_many_login_attempts": "Er is te vaak een verkeerd wachtwoord gegeven. Probeer het straks weer.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Who has work finds it at once; who only reads comes to the programmes."""
        if request.user.teamleden.filter(actief=True).exists():
            return reverse("werk:mijn-werk")
        return super().get_login_redirect_url(request)


class LangGenoeg(MinimumLengthValidator):
    """Says in Dutch what Django's translation of this version leaves in English."""

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) < self.min_length:
            raise ValidationError(f"Dit wachtwoord is te kort. {self.get_help_text()}", "password_too_short")

    def get_help_text(self) -> str:
        return f"Gebruik minstens {self.min_length} tekens."
