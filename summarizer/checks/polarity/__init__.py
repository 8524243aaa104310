"""Whether a claim denies what the words affirm, or affirms what they negate, refuse, stop or take back."""
