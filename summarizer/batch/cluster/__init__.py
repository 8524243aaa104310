"""A batch on the machines of a Ray cluster."""
