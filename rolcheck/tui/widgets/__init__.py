"""What screens are made of: each draws plain values and posts messages, none knows the desk."""
