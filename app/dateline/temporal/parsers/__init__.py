"""The parsers: one small file for each kind of expression. `pipeline` lists them in order."""
