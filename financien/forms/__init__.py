"""The forms of the money pages: they read and explain what people type, and save nothing."""
