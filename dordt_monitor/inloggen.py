"""Who may get an account: nobody by themselves. A beheerder makes users."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class GeslotenAanmelding(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
