"""What Django says in forms, in plainer Dutch than its own."""

import re
from gettext import GNUTranslations

import pytest
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

MAP = settings.BASE_DIR / "locale" / "nl" / "LC_MESSAGES"
ZINNEN = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', (MAP / "django.po").read_text(), re.M))


def test_compiled_sentences_are_those_of_the_source():
    with (MAP / "django.mo").open("rb") as bestand:
        vertaling = GNUTranslations(bestand)
    assert len(ZINNEN) > 10
    assert {engels: vertaling.gettext(engels) for engels in ZINNEN} == ZINNEN


@pytest.mark.parametrize(
    ("veld", "getypt"),
    [
        (forms.CharField(), ""),
        (forms.EmailField(), "anna"),
        (forms.URLField(assume_scheme="https"), "geen adres"),
        (forms.DateField(), "morgen"),
        (forms.IntegerField(max_value=5), "zes"),
        (forms.IntegerField(max_value=5), "6"),
        (forms.ChoiceField(choices=[("a", "a")]), "b"),
    ],
)
def test_a_form_speaks_these_sentences(veld, getypt):
    with pytest.raises(ValidationError) as fout:
        veld.clean(getypt)
    patronen = [re.sub(r"%\\\(\w+\\\)s", ".+", re.escape(zin)) for zin in ZINNEN.values()]
    assert any(re.fullmatch(patroon, fout.value.messages[0]) for patroon in patronen)
