"""Registers: lists of intermediaries and of reported names, imported by admins, and the search for names in a text.

Found in a list makes no offer safe, and not found makes none bad: nothing here judges, it only says what stands where.
"""
