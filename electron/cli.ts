// Entry of the command line (CLI.md).
import { runCommandLine } from './cli/program.ts';

// whoever reads only the beginning (`| head`) has what they want
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await runCommandLine(process.argv.slice(2));
