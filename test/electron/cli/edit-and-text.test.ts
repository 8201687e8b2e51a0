// The command line: edit-and-text (being written).
