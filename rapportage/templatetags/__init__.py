"""Template tags of the pages of a report."""
