"""Documents of Word, LibreOffice and RTF."""
