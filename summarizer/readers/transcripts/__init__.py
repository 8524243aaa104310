"""Subtitles, and the exports of programs that record meetings."""
