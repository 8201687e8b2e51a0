// Agreement of four coders over sixty interviews: all coefficients, per category, per source and overall, with their intervals.
import { addGrid } from '../../electron/commands/codebook.ts';
import { applyCodingTable } from '../../electron/commands/codings.ts';
import type { ResolvedCoding } from '../../electron/commands/codings.ts';
import { createCoder } from '../../electron/commands/corpus.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { readAgreement } from '../../electron/queries/agreement.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { coderIds } from '../../electron/queries/corpus.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import type { AgreementUnit } from '../../shared/domain/agreement.ts';
import type { CoderId } from '../../shared/domain/ids.ts';
import { recogniseTurns } from '../../shared/domain/recognise-turns.ts';
import { USUAL_DRAWING } from '../../shared/statistics/agreement-bootstrap.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import { chance } from '../support/seeded.ts';
import { interview } from './corpus.ts';
import { keptFile, openSession } from './kept-file.ts';
import type { Measure } from './measure.ts';

const [CATEGORIES, SOURCES, CODERS, CODINGS, WORDS] = [60, 60, 4, 10_000, 10_000];
/** The figure of the issue. */
const BUDGET_MS = 2_000;
/** How often a second coder takes a passage of another, at ends of their own. */
const TAKEN_OVER = 0.6;

function fill(session: Session): void {
  const random = chance(1960);
  const children = Array.from({ length: CATEGORIES }, (_, at) => ({ name: `Catégorie ${at + 1}` }));
  addGrid(session, { id: 'soixante', title: 'Soixante catégories', categories: children }, 'fr', null);
  for (let at = 0; at < SOURCES; at += 1) {
    const name = `E${String(at + 1).padStart(2, '0')}`;
    const { turns } = recogniseTurns(interview(random, WORDS), { kind: 'colon' });
    importSources(session, [{ name, originalName: `${name}.txt`, sha256: '0'.repeat(64), turns }], { caseId: null, kind: 'interview' });
  }
  const coders: CoderId[] = [session.coderId];
  for (let at = 1; at < CODERS; at += 1) coders.push(createCoder(session, { name: `Codeur ${at + 1}` }));
  const categories = readCodebook(session.project).flatMap((grid) => grid.categories);
  const turns = readOutline(session.project).filter((turn) => turn.lengthUtf16 > 80);
  const rows: ResolvedCoding[] = [];
  while (rows.length < CODINGS) {
    const turn = random.pick(turns);
    const category = random.pick(categories).id;
    const [from, length] = [random.between(15, turn.lengthUtf16 - 45), random.between(20, 200)];
    for (const coderId of coders) {
      if (random.between(0, 99) >= TAKEN_OVER * 100) continue;
      const start = Math.max(15, from + random.between(-5, 5));
      const end = Math.min(turn.lengthUtf16 - 1, start + length + random.between(-5, 5));
      const place = { start: { turnId: turn.id, offsetUtf16: start }, end: { turnId: turn.id, offsetUtf16: end } };
      rows.push({ sourceId: turn.sourceId, ...place, categories: [category], coderId, stance: null });
    }
  }
  applyCodingTable(session, { rows, newCategories: [], newCoders: [] });
}

export function comparedFile(cache: string): string {
  return keptFile({ cache, name: 'compared', title: 'Quatre codeurs' }, fill);
}

export function agreementMeasures(cache: string): Measure[] {
  let session: Session | null = null;
  const read = (unit: AgreementUnit): void => {
    session ??= openSession(comparedFile(cache));
    const setting = { coderIds: [...coderIds(session.project)], gridIds: null, unit, coefficient: 'alpha' as const, ...USUAL_DRAWING };
    if (isUndefined(readAgreement(session.project, setting))) throw new Error('nothing compared');
  };
  const what = `of ${CODERS} coders, ${CATEGORIES} categories, ${SOURCES} sources, ${CODINGS} codings`;
  return [
    { id: 'agreement.all', what: `all coefficients ${what}, by characters`, budget: BUDGET_MS, runs: 5, run: () => read('character') },
    { id: 'agreement.all.sentences', what: `all coefficients ${what}, by sentences`, budget: BUDGET_MS, runs: 5, run: () => read('sentence') },
  ];
}
