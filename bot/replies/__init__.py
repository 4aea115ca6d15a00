"""What is said: each function composes replies from facts and texts. Rasa's actions and the gateway alone use the same ones."""
