"""One module per form of a doel: when it is reached, and what is said before that (rekenregels 2 and 3)."""
