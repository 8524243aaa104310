"""Numbers, dates, units, limits and shares: what a claim says of how much and when, against the words."""
