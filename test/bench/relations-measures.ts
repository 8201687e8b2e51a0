// Relations between categories over large studies: how often 60 × 60 are together, follow each other, overlap.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOverlaps } from '../../electron/queries/category-overlaps.ts';
import { readSequences } from '../../electron/queries/category-sequences.ts';
import { readCoOccurrences } from '../../electron/queries/co-occurrence.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import type { RelationScope } from '../../shared/domain/relation.ts';
import { CO_UNITS } from '../../shared/domain/relation.ts';
import { codedFile } from './matrix-measures.ts';
import type { Measure } from './measure.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000000';
const CATEGORIES = 60;
const BUDGET_MS = 1_000;
const NEAR_UTF16 = 200;

export function relationsMeasures(cache: string, folder: string, name: 'M' | 'L'): Measure[] {
  let open: Project | null = null;
  const project = (): Project => {
    if (!open) {
      const copy = join(folder, `relations-${name}.trame`);
      copyFileSync(codedFile(cache, name), copy);
      open = openProject(copy, { origin: ORIGIN });
    }
    return open;
  };
  let turn = 0;
  /** Other categories each time: what was placed before does not serve again. */
  const scope = (): RelationScope => {
    const all = readCodebook(project()).flatMap((grid) => grid.categories);
    turn += 1;
    const categoryIds = Array.from({ length: CATEGORIES }, (_, at) => all[(turn + at) % all.length]?.id).filter((id) => id !== undefined);
    return { categories: { kind: 'picked', categoryIds }, coderIds: null, where: [] };
  };
  const what = `of ${CATEGORIES} × ${CATEGORIES} categories`;
  return [
    {
      id: 'cooccurrence.all',
      what: `co-occurrence ${what}, overlapping passages`,
      budget: BUDGET_MS,
      run: () => readCoOccurrences(project(), { scope: scope(), unit: { kind: 'overlap' } }),
    },
    ...CO_UNITS.filter((kind) => kind !== 'overlap').map(
      (kind): Measure => ({
        id: `cooccurrence.${kind}`,
        what: `co-occurrence ${what}, by ${kind}`,
        budget: BUDGET_MS,
        runs: 3,
        run: () => readCoOccurrences(project(), { scope: scope(), unit: kind === 'near' ? { kind, withinUtf16: NEAR_UTF16 } : { kind } }),
      }),
    ),
    {
      id: 'sequence.read',
      what: `sequences ${what}, within 3 turns`,
      budget: BUDGET_MS,
      runs: 3,
      run: () => readSequences(project(), { scope: scope(), reach: { kind: 'turns', turns: 3 } }),
    },
    { id: 'overlap.read', what: `overlaps ${what}`, budget: BUDGET_MS, runs: 3, run: () => readOverlaps(project(), scope()) },
  ];
}
