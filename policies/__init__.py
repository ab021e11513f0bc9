"""Who may do and see what, in Cedar: readable by a lawyer, checked against a schema."""
