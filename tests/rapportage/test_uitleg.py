"""The pages for everyone about the site itself."""

import re
from html import unescape

import pytest

from dordt_monitor.begrippenlijst import THEMAS, UITLEG, anchor_of

pytestmark = pytest.mark.django_db


def test_every_word_stands_under_its_subject_by_name_with_an_address_of_its_own(client):
    tekst = unescape(client.get("/begrippen/").text)
    rijen = re.findall(r'<dt id="([^"]+)">[^<]+</dt>\s*<dd>([^<]+)</dd>', tekst)
    assert rijen == [
        (anchor_of(woord), UITLEG[woord]) for woorden in THEMAS.values() for woord in sorted(woorden)
    ]


def test_statement_claims_no_audit_and_says_whom_to_tell(client, settings):
    settings.CONTACT = "griffie@voorbeeld.nl"
    tekst = client.get("/toegankelijkheid/").text
    assert "Voldoet gedeeltelijk" in tekst
    assert "Geen onafhankelijk bureau heeft dat gedaan" in tekst
    assert "mailto:griffie@voorbeeld.nl" in tekst
