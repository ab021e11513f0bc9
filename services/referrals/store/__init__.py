"""Finding and keeping what referrals owns; what is said of a person is sealed on the way."""
