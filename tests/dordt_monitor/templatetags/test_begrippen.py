"""A word is a button with its explanation the first time on a page, and plain text after that."""

import pytest
from django.template import Context, Template

KOERS = (
    '<button class="dm-begrip" type="button" popovertarget="begrip-koers">Koers</button>'
    '<span class="dm-begrip__uitleg" id="begrip-koers" popover><span>De koers zegt of er op de dag van'
    " de meting genoeg is bereikt. De computer vergelijkt het cijfer met wat er dan verwacht mocht"
    " worden.</span>"
    ' <a href="/begrippen/#koers">Alle begrippen<span class="dm-onzichtbaar">: koers</span></a></span>'
)


def render(sjabloon: str, **context: object) -> str:
    return Template("{% load begrippen %}" + sjabloon).render(Context(context))


def test_word_comes_with_its_explanation():
    assert render('{% begrip "koers" "Koers" %}') == KOERS


def test_word_is_plain_after_the_first_time():
    assert render('{% begrip "koers" "Koers" %} en {% begrip "koers" %}') == f"{KOERS} en koers"


def test_word_is_plain_after_the_first_time_in_what_the_page_includes():
    deel = Template('{% load begrippen %}{% begrip "koers" "Koers" %};')
    assert render("{% for i in 'ab' %}{% include deel only %}{% endfor %}", deel=deel) == f"{KOERS};Koers;"


def test_every_page_begins_anew():
    sjabloon = Template('{% load begrippen %}{% begrip "koers" "Koers" %}')
    assert [sjabloon.render(Context()), sjabloon.render(Context())] == [KOERS, KOERS]


def test_shown_text_is_escaped():
    assert render('{% begrip "koers" tekst %}', tekst="<b>").count("&lt;b&gt;") == 1


def test_word_that_is_not_in_the_list_is_refused():
    with pytest.raises(KeyError):
        render('{% begrip "onbekend" %}')
