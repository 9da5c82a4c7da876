"""The terminal app; importing it makes Chinese input safe before Textual reads its settings."""

import os

# Textual's use of the Kitty keyboard protocol garbles what input methods commit.
os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
