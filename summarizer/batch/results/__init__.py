"""What becomes of documents: their briefs, the files that tell of a run, and the view of how far it is."""
