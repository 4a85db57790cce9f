"""What was agreed and what was achieved."""

from django.apps import AppConfig


class ProgrammalijnenConfig(AppConfig):
    name = "programmalijnen"
    verbose_name = "Programmalijnen"
