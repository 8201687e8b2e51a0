// The command line: history-and-export (being written).
