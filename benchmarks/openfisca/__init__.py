"""The same rule in OpenFisca, run in a Python environment of its own: never imported by the house."""
