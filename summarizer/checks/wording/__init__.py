"""Whether the words bear the deed: denied, taken back, conditional, attempted, decided, and how firmly it was said."""
