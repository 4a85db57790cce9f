"""The addresses of the council."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
