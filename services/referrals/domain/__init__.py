"""The rules of referrals; how everything that has states moves between them is drawn in docs/states.md."""
