// The command line: coding (being written).
