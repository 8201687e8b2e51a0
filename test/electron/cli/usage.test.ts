// The command line: usage (being written).
