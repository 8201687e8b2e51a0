// Two copies of a study of 200,000 codings, each with some thousand further codings, and one merged into the other.
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyCodingTable } from '../../electron/commands/codings.ts';
import type { ResolvedCoding } from '../../electron/commands/codings.ts';
import { mergeCopy } from '../../electron/exchange/merging/merge-copy.ts';
import { planMerge } from '../../electron/exchange/merging/plan-merge.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import { chance } from '../support/seeded.ts';
import { openSession } from './kept-file.ts';
import type { Measure } from './measure.ts';

/** The figure of the issue. */
const BUDGET_MS = 10_000;
const FURTHER = 4_000;
const LENGTH_UTF16 = 60;

/** Further codings of a copy, drawn by chance. */
function codeFurther(path: string, seed: number): void {
  const session = openSession(path);
  const random = chance(seed);
  const categories = readCodebook(session.project).flatMap((grid) => grid.categories);
  const turns = readOutline(session.project).filter((turn) => turn.lengthUtf16 > 2 * LENGTH_UTF16);
  const rows = Array.from({ length: FURTHER }, (): ResolvedCoding => {
    const turn = random.pick(turns);
    const start = random.between(20, turn.lengthUtf16 - LENGTH_UTF16 - 2);
    const at = (offsetUtf16: number): ResolvedCoding['start'] => ({ turnId: turn.id, offsetUtf16 });
    return {
      sourceId: turn.sourceId,
      start: at(start),
      end: at(start + LENGTH_UTF16),
      categories: [random.pick(categories).id],
      coderId: session.coderId,
      stance: null,
    };
  });
  applyCodingTable(session, { rows, newCategories: [], newCoders: [] });
  closeProject(session.project);
}

/** Made for the first run. */
function copyOf(study: string, path: string, seed: number): string {
  if (existsSync(path)) return path;
  copyFileSync(study, path);
  codeFurther(path, seed);
  return path;
}

export function mergeMeasures(cache: string, folder: string, size: 'M' | 'L'): Measure[] {
  const study = join(cache, `coded-${size}.trame`);
  if (!existsSync(study)) return [];
  const run = async (): Promise<number> => {
    const [ours, theirs] = [copyOf(study, join(folder, 'ours.trame'), 1), copyOf(study, join(folder, 'theirs.trame'), 2)];
    const path = join(folder, 'merged.trame');
    copyFileSync(ours, path);
    const session = openSession(path);
    const start = performance.now();
    const { isChanged } = await mergeCopy(session, { path: theirs, key: null }, { choices: {}, matches: {} }, planMerge);
    const took = performance.now() - start;
    closeProject(session.project);
    rmSync(path);
    if (!isChanged) throw new Error('nothing merged');
    return took;
  };
  return [{ id: 'merge.copies', what: `merge two copies of 200,000 codings, ${FURTHER} further ones in each`, budget: BUDGET_MS, runs: 3, run }];
}
