"""The article of a web page, without what stands around it."""
