"""From rows of money to the facts of the money rules, for a report and for the team's page alike."""
