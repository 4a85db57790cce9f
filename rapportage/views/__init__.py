"""The pages and files of the council; the team reads the same ones under `concept/`."""
