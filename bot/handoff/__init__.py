"""The way to a person and back: escalations, queue, claim, relay, presence. The only writer of a talk's state."""
