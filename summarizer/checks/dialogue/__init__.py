"""What a line of a conversation does to another one: it answers, takes on, refuses, orders or consents."""
