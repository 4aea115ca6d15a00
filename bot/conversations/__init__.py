"""People, what they wrote and what was answered; the inbox and the outbox. Rows are reached only through this room."""
