"""What every app shares in presentation."""

from django.apps import AppConfig


class DordtMonitorConfig(AppConfig):
    name = "dordt_monitor"
    verbose_name = "Dordt monitor"
