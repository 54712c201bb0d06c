"""The refiners: drafts in, drafts out. `pipeline` lists them in order."""
