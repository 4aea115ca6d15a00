"""Red flags in an offer: normalise, match, cancel what is denied, combine into a verdict."""
