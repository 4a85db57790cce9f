"""The team's pages under /werk/."""
