"""The parts of `make bench-relay` and `make kill-relay`: people, counselors and the real program between them.

Everybody here speaks HTTP as a real client does: nothing looks into the program or its database.
"""
