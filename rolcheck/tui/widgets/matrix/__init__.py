"""The heat map of submissions x indicators, drawn by line."""
