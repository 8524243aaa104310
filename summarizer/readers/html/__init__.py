"""A page of HTML as its elements, and those in the marks of Markdown."""
