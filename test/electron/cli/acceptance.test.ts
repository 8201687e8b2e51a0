// The main job from the command line on a real corpus: every cell is exactly what the coding table implies.
