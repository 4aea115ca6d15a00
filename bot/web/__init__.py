"""The small web apps: the public face, the staff face, and the private port for Rasa."""
