"""Files that a batch writes into its folder besides the briefs, by the names that stand in the documentation."""

LEDGER = "ledger.sqlite"
MANIFEST = "manifest.json"
FAILED = "failed.jsonl"
DOCUMENTS = "documents.jsonl"
BRIEFS = "briefs.jsonl"
