"""What readers may see: plans, referrals, and the card the gateway lays into the record."""
