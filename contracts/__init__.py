"""What crosses a boundary: value types, sections, events. No behaviour, no I/O but its own code lists."""
