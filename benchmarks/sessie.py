"""Somebody who is logged in already."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from programmalijnen.models import Gebruiker


def start_session(gebruiker: Gebruiker) -> str:
    sessie = import_module(settings.SESSION_ENGINE).SessionStore()
    sessie[SESSION_KEY] = str(gebruiker.pk)
    sessie[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    sessie[HASH_SESSION_KEY] = gebruiker.get_session_auth_hash()
    sessie.save()
    return sessie.session_key
