"""The awareness quiz: invented offers, one question each. Which offers a person has met, and the round they are playing.

Nothing here speaks: the words are in `locales/<code>/quiz.yml` and are put together in `bot/replies/quiz.py`.
"""
