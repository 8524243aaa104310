"""Who acts, who is bound, who is asked and who was there: whom a claim names, against the words."""
