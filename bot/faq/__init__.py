"""The answers: the store that admins edit, its seeds, and the search over it."""
