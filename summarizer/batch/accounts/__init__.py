"""What a batch owes and owns: its ledger, its budget, and requests that a provider's job will answer."""
