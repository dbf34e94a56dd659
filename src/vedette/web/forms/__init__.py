"""The forms of answers as OpenAPI describes them; tests hold every answer against them."""
