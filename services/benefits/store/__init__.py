"""Finding and keeping what benefits owns."""
