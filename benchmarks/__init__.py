"""How fast the house is, measured beside a bare program that lays and reads the same rows."""
