"""From the text that a model wrote to a draft: what fits the schema stands, what does not is mended or named."""
