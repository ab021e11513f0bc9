"""What the gateway prints: templates, and the Polish words for names that stand in cards."""
