"""Finding and keeping clients and what was declared about them; sealing what is delicate."""
