"""Counts by month, without people in them: they stay when the talks that they count are long erased."""
