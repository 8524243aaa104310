"""What a PDF prints, put back into paragraphs and tables."""
