"""What the team's pages show of the state of their input."""

from django import template

from ..services.sloten import print_moment
from ..tables import print_antwoord, print_stand

register = template.Library()
register.filter("stand", print_stand)
register.filter("antwoord", print_antwoord)
register.filter("moment", print_moment)
