"""What phrases of number and of time say by themselves, apart from any report: the grammar that reading and coding share."""
