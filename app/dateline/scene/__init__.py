"""What is drawn, as numbers: columns of events, the scale of time, lanes, rows, labels, clusters, ticks and hit tests.

No Qt and no colours here: the width of a text comes from a `Measure` that is handed in, and pixels are logical ones.
"""
