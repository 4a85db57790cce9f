"""A page with nothing but charts, as the URLconf of the browser tests of charts."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import path

from tests.dordt_monitor.grafiek.bouwers import maak_alle

PAGINA = Template(
    """{% load grafieken static %}<!doctype html><html lang="nl"><head><title>Grafieken</title>
    <meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
    <link rel="stylesheet" href="{% static 'vendor/tokens.css' %}">
    <link rel="stylesheet" href="{% static thema %}">
    {% include "_grafieken_hoofd.html" %}</head>
    <body><main><h1>Grafieken</h1>{% for g in grafieken %}{% grafiek g %}{% endfor %}</main></body></html>"""
)


@login_not_required
def show_charts(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGINA.render(Context({"grafieken": maak_alle(), "thema": settings.THEMA})))


urlpatterns = [path("", show_charts)]
