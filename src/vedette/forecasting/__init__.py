"""What may come: forecasts as draws, models that make them, and scores of what they said."""
