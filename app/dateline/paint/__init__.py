"""Drawing a scene with QPainter: the only code that draws a timeline, on the screen, into files and on paper alike."""
