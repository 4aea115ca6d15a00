"""What we add to Rasa: features, its training data, its memory, and the way in. Runs in Rasa's Python 3.10."""
