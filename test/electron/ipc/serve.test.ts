// The workbench in a browser: for this machine and whoever brought the token, for nobody else.
