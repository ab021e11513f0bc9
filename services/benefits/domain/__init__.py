"""The rules of benefits: dated parameters, small pure functions, and the award."""
