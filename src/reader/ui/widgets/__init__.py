"""The parts the main screen is made of."""
