"""What stays of a talk: how it was closed, what has to be followed up, and the record of a case of possible exploitation.

A record follows the Human Trafficking Case Data Standard 2.0 (IOM). Names and contacts are kept only with recorded consent,
and nothing is handed on that a counselor has not confirmed.
"""
