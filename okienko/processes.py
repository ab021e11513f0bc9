"""The processes of the house, by name: each has its own database, history and address."""

SERVICES = ("intake", "referrals", "benefits", "directory", "outcomes")
GATEWAY = "gateway"
PROCESSES = (*SERVICES, GATEWAY)
