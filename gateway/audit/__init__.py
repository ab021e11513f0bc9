"""The audit log: who saw and did what, on which basis, with proof that nothing was altered."""
