// The checks that read the code without running it: `node build/checks.mjs lint|format|types` runs some of them, and
// `npm test` all. Each is one program; a check is red when its program ends with an error.
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captured, pinnedNode } from './processes.mjs';
import { prepare, ROOT } from './setup.mjs';

/** @typedef {{ name: string, group: 'lint' | 'format' | 'types', args: string[] }} Check */

const bin = (/** @type {string[]} */ ...path) => join(ROOT, 'node_modules', ...path);

/** Every check runs on Node: its first argument is a script. @type {Check[]} */
const CHECKS = [
  { name: 'lint', group: 'lint', args: [bin('oxlint/bin/oxlint'), '--config', '.oxlintrc.json', '--deny-warnings'] },
  { name: 'dependency rules', group: 'lint', args: [join(ROOT, 'build/check-imports.mjs')] },
  { name: 'format', group: 'format', args: [bin('@biomejs/biome/bin/biome'), 'format', '--colors=off', '.'] },
  ...['shared', 'electron', 'renderer', 'test', 'build'].map((room) => typesOf(room)),
];

/** @param {string} room @returns {Check} */
function typesOf(room) {
  return { name: `types of ${room}/`, group: 'types', args: [bin('typescript/bin/tsc'), '--project', `${room}/tsconfig.json`, '--pretty', 'false'] };
}

/**
 * Runs the checks of some groups, a few at once, and prints what each red one said.
 *
 * @param {readonly string[]} groups
 * @returns {Promise<number>} how many are red
 */
export async function runChecks(groups) {
  const waiting = CHECKS.filter((check) => groups.includes(check.group));
  let red = 0;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output } = await captured(pinnedNode(ROOT), check.args, ROOT);
      process.stdout.write(code === 0 ? `✓ ${check.name}\n` : `✗ ${check.name}\n${output.trimEnd()}\n`);
      if (code !== 0) red += 1;
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
  return red;
}

const startedScript = resolve(process.argv[1] ?? '');
if (startedScript === fileURLToPath(import.meta.url)) {
  await prepare([]);
  process.exitCode = (await runChecks(process.argv.slice(2))) === 0 ? 0 : 1;
}
