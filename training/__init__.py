"""Makes the tagger's weights from annotated corpora. Never imported by the program itself."""
