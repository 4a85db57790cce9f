"""Everything that writes money."""
