"""How the command line says no."""


class Trouble(Exception):
    """Something the operator must put right; the text is the whole sentence she reads."""
