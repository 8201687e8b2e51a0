// A program at work, to be killed at any moment: applies codings to the project named on its command line, one after the other,
// and prints the id of each as soon as the command has answered.
import { writeSync } from 'node:fs';
import { applyCategories } from '../../electron/commands/codings.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import { openProject } from '../../electron/storage/open-project.ts';

const [path = '', start = '0'] = process.argv.slice(2);
const project = openProject(path);
const [coderId] = coderIds(project);
const categories = readCodebook(project).flatMap((grid) => grid.categories);
const turns = readOutline(project).filter((turn) => turn.lengthUtf16 > 30);
if (!coderId) throw new Error('no coder');

for (let count = Number(start); ; count += 1) {
  const turn = turns[count % turns.length];
  const category = categories[Math.floor(count / turns.length) % categories.length];
  if (!turn || !category) throw new Error('nothing to code');
  const offset = count % 20;
  const range = { sourceId: turn.sourceId, start: { turnId: turn.id, offsetUtf16: offset }, end: { turnId: turn.id, offsetUtf16: offset + 5 } };
  const { codingIds } = applyCategories({ project, coderId }, { ...range, categoryIds: [category.id] });
  // straight to the pipe: what is printed was acknowledged, whatever happens next
  for (const id of codingIds) writeSync(1, `${id}\n`);
}
