// The command line: synthesis (being written).
