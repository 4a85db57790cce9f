"""Lines, activiteiten, doelen and all else that is of no round."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
