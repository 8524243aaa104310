"""Mails, the threads that they quote, and whose words each line is."""
