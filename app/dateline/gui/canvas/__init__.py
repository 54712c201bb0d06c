"""The timeline on the screen: a plain widget that paints a scene, one class per gesture, keys as a table."""
