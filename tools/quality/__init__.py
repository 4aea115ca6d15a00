"""The parts of `make bench-quality`: sets, measures, figures and the page. The way through them is in `tools/bench_quality.py`.

The sets must stay unseen by whoever tunes: nothing here prints a message. Errors go to a file under var/.
"""
