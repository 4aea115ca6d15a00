"""Tunes the sentence encoder to the hotline's subject. Not needed to run the hotline; see the README beside it."""
