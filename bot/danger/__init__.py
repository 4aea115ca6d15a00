"""The emergency check: before Rasa, without Rasa. Tuned for recall: a false alarm costs a minute, a miss may cost a life."""
