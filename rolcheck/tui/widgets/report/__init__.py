"""How a document looks in the app: its blocks drawn with the app's own tones and shades."""
