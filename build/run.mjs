// The commands of package.json that prepare a part of the program and run one script: `node build/run.mjs trame list …`.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from './processes.mjs';
import { prepare, ROOT } from './setup.mjs';

/** @typedef {{ needs: import('./setup.mjs').Part[], script?: string, args?: string[] }} Command */

const DEMO_FOLDER = 'out/demo';

/**
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {Command}
 */
function commandNamed(name, args) {
  switch (name) {
    case 'trame':
      return { needs: args[0] === 'serve' ? ['core', 'renderer'] : ['core'], script: 'dist/core/cli.mjs', args };
    case 'demo':
      return { needs: ['core'], script: 'dist/core/cli.mjs', args: ['demo', ...(args.length > 0 ? args : [DEMO_FOLDER])] };
    case 'serve':
      return { needs: ['core', 'renderer'], script: 'dist/core/serve.mjs', args };
    case 'bench':
      return { needs: args.includes('--compare') ? [] : ['core', 'renderer'], script: 'test/bench/main.ts', args };
    case 'build':
      return { needs: ['core', 'shell', 'renderer'] };
    case 'format':
      return { needs: [], script: 'node_modules/@biomejs/biome/bin/biome', args: ['format', '--write', ...(args.length > 0 ? args : ['.'])] };
    case 'dist':
      return { needs: ['core', 'shell', 'renderer'], script: 'build/packaging/dist.mjs', args };
    default:
      throw new Error(`build/run.mjs knows no command « ${name} »`);
  }
}

/**
 * @param {string | undefined} name
 * @param {string[]} args
 */
export async function runNamed(name, args) {
  const command = commandNamed(name, args);
  await prepare(command.needs);
  if (command.script !== undefined) await become(ROOT, join(ROOT, command.script), command.args ?? []);
}

const startedScript = resolve(process.argv[1] ?? '');
if (startedScript === fileURLToPath(import.meta.url)) await runNamed(process.argv[2], process.argv.slice(3));
