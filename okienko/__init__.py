"""The command line: up, migrate, doctor and what else one does with a house of one's own."""
