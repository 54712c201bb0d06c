"""What a pointer does on the timeline, one class per gesture. A gesture talks to the canvas alone."""
