// Entry for serving without the rest of the command line: what `npm start` falls back to, and `npm run serve`.
import { runCommandLine } from './cli/program.ts';

process.exitCode = await runCommandLine(['serve', ...process.argv.slice(2)]);
