"""What phrases of number and of time say, apart from any report: the grammar that reading and coding share."""
