#!/usr/bin/env node
// The program `trame` of package.json's "bin": the command line, set up like every other command.
import { runNamed } from './run.mjs';

await runNamed('trame', process.argv.slice(2));
