"""The addresses of the team under /werk/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
