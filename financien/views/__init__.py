"""The team's pages about money, under /werk/<programma>/financien/."""
