"""What it costs and who pays."""

from django.apps import AppConfig


class FinancienConfig(AppConfig):
    name = "financien"
    verbose_name = "Financiën"
