// The command line: project-paths (being written).
