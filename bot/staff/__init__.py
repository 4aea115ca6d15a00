"""Accounts of the staff: sign-in, sessions, permissions, audit. Nothing about the people who write."""
