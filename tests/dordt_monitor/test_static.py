"""A missing file would only break in production, where names are looked up in a manifest."""

import re

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
STATIC = re.compile(r"""\{% static ["']([^"']+)["']""")
NAMES = sorted({name for template in TEMPLATES for name in STATIC.findall(template.read_text())})


@pytest.mark.parametrize("name", NAMES)
def test_file_that_a_template_names_exists(name):
    assert finders.find(name)


def test_templates_name_every_file_through_the_tag():
    assert len(NAMES) > 1
    assert [t.name for t in TEMPLATES if re.search(r"""(?:src|href)=["']/static/""", t.read_text())] == []


@pytest.mark.django_db
def test_page_is_drawn_with_the_theme_that_is_set(client, settings):
    settings.THEMA = "css/afdruk.css"
    page = client.get("/inloggen/").content.decode()
    assert '<link rel="stylesheet" href="/static/css/afdruk.css">' in page
    assert "css/thema.css" not in page
