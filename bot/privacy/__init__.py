"""Keys and encrypted fields. The master key never leaves this room."""
