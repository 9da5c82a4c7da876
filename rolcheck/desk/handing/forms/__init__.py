"""Handouts as plain text, for mail and editors; the rules are those of HotCRP's review forms."""
