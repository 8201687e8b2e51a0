// The command line: matrix (being written).
