"""Checks of one claim against the words it quotes; `support` runs them and draws the verdict."""
