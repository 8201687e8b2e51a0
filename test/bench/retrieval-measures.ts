// Coded passages called back by an expression out of two hundred thousand codings: counted, and the first of them read.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { updateCoding } from '../../electron/commands/codings.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readFacets, readRetrieval, readRetrievedPage } from '../../electron/queries/retrieval.ts';
import type { CodingId } from '../../shared/domain/ids.ts';
import { NEW_RETRIEVAL } from '../../shared/domain/retrieval.ts';
import type { RetrievalQuery } from '../../shared/domain/retrieval.ts';
import { openSession } from './kept-file.ts';
import { CATEGORIES, CODED, codedFile } from './matrix-measures.ts';
import type { Measure } from './measure.ts';

/** The figure of the issue. */
const BUDGET_MS = 300;
/** What a window shows of the results at once. */
const SHOWN = 50;

export function retrievalMeasures(cache: string, folder: string, name: 'M' | 'L'): Measure[] {
  let open: ReturnType<typeof openSession> | null = null;
  const session = (): ReturnType<typeof openSession> => {
    if (!open) {
      const copy = join(folder, `retrieved-${name}.trame`);
      copyFileSync(codedFile(cache, name), copy);
      open = openSession(copy);
    }
    return open;
  };
  /** Another category each time: nothing that was found before is found again. */
  const path = (turn: number): string => readCodebook(session().project)[0]?.categories.at(turn % CATEGORIES)?.name ?? '';
  const ask = (expression: string, changes: Partial<RetrievalQuery> = {}): void => {
    const { project } = session();
    const query = { ...NEW_RETRIEVAL, expression, ...changes };
    readRetrieval(project, query);
    readRetrievedPage(project, query, 0, SHOWN);
  };
  const what = `${CODED[name].codings} codings: counts and the first ${SHOWN} passages`;
  return [
    {
      id: 'retrieve.category',
      what: `two categories or a third, not by stance, out of ${what}`,
      budget: BUDGET_MS,
      run: (turn) => ask(`("${path(turn + 1)}" OR "${path(turn + 20)}" OR "${path(turn + 40)}") AND NOT stance = "contrasts"`),
    },
    {
      id: 'retrieve.relation',
      what: `a category near another and in the turn of a third, out of ${what}`,
      budget: BUDGET_MS,
      run: (turn) => ask(`"${path(turn + 1)}" NEAR/200 "${path(turn + 20)}" OR "${path(turn + 1)}" SAME TURN "${path(turn + 40)}"`),
    },
    {
      id: 'retrieve.arranged',
      what: `every coded passage, sorted by speaker and grouped by category, out of ${what}`,
      budget: null,
      // an expression of its own each time that keeps everything
      run: (turn) => ask(`NOT weight = ${turn + 1000}`, { sort: { by: 'speaker', isDescending: false }, group: { by: 'category' } }),
    },
    {
      id: 'retrieve.facets',
      what: `how often every category, case, speaker and coder occurs among every coded passage, out of ${CODED[name].codings} codings`,
      budget: null,
      run: () => void readFacets(session().project, ''),
    },
    {
      id: 'retrieve.again',
      what: `a category once more after one coding changed, out of ${what}`,
      budget: BUDGET_MS,
      run: (turn) => {
        const { project } = session();
        const coding = project.sqlite.prepare<[], { id: string }>(`SELECT id FROM coding LIMIT 1 OFFSET ${turn + 1}`).get();
        updateCoding(session(), { codingId: coding?.id as CodingId, stance: turn % 2 === 0 ? 'mentions' : 'supports' });
        const start = performance.now();
        ask(`"${path(3)}"`);
        return performance.now() - start;
      },
    },
  ];
}
