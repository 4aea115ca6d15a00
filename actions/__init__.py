"""Rasa's custom actions: thin calls into `bot/replies`. They read and compose; what changes is carried out by the turn."""
