"""The gateway of the hotline: a room for each thing the hotline knows about. Start reading at `turn.py`."""
