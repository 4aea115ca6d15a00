"""The guided check: after a text, or without one, at most five questions about what is still unknown and matters.

Nothing here speaks: what is asked and said is put together in `bot/replies/guided.py`. Answers can only add warning signs to
those of the text; the verdict follows the same rule (`bot/offers/verdict.py`).
"""
