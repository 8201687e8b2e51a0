// A program at work, to be killed at any moment: one sequence of work drawn by chance after the other, on one file; prints what it has
// done as soon as it is done.
import { writeSync } from 'node:fs';
import { workAtRandom } from './work/sequence.ts';

const [base = '', first = '', path = '', seed = '1', steps = '1', deaths = '0'] = process.argv.slice(2);
/** Straight to the pipe: what is printed was acknowledged, whatever happens next. */
const say = (line: string): unknown => writeSync(1, `${line}\n`);

for (let next = Number(seed); ; next += 1) {
  const sequence = { base, path, seed: next, steps: Number(steps), deaths: next === Number(seed) ? Number(deaths) : 0 };
  workAtRandom(sequence, first, { onBegun: () => say(`begun ${next}`), onStep: (last) => say(`step ${last}`) });
  say(`done ${next}`);
}
