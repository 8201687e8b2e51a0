// A project of many categories and one short interview to code with them: what the tree of the grids and the palette are measured on.
import { addGrid } from '../../electron/commands/codebook.ts';
import { applyCategories } from '../../electron/commands/codings.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { readAsSource } from '../../electron/exchange/incoming-sources.ts';
import { readDocument } from '../../electron/exchange/reading/read-documents.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import type { GridFileCategory } from '../../shared/domain/grid-file.ts';
import { chance } from '../support/seeded.ts';
import { interview } from './corpus.ts';
import { keptFileLater } from './kept-file.ts';

const WORDS = ['coopération', 'confiance', 'gouvernance', 'territoire', 'innovation', 'partage', 'règle', 'outil', 'réseau', 'décision'];
/** Per theme: itself, seven below it, and six below each of those. */
const PER_THEME = 50;
const INTERVIEW_WORDS = 2_000;
const CODED_UTF16 = 60;
const SEED = 20_191_114;

function theme(at: number): GridFileCategory {
  const word = (n: number): string => WORDS[n % WORDS.length] ?? '';
  return {
    name: `Thème ${at} : ${word(at)}`,
    children: Array.from({ length: 7 }, (_, middle) => ({
      name: `Sous-thème ${at}.${middle} : ${word(at + middle)}`,
      children: Array.from({ length: 6 }, (_leaf, leaf) => ({ name: `concept ${at}.${middle}.${leaf} ${word(at + middle + leaf)}` })),
    })),
  };
}

/** Somebody has begun to code: one passage, so that a screen that opens the interview has something to paint. */
async function addInterview(session: Session): Promise<void> {
  const bytes = new TextEncoder().encode(interview(chance(SEED), INTERVIEW_WORDS));
  importSources(session, [readAsSource(await readDocument({ name: 'E01.txt', bytes }), bytes)], { caseId: null, kind: 'interview' });
  const turn = readOutline(session.project).find(({ lengthUtf16 }) => lengthUtf16 > 2 * CODED_UTF16);
  const category = readCodebook(session.project)[0]?.categories[0];
  if (!turn || !category) throw new Error('nothing to code');
  const anchor = (offsetUtf16: number) => ({ turnId: turn.id, offsetUtf16 });
  applyCategories(session, { sourceId: turn.sourceId, start: anchor(CODED_UTF16), end: anchor(2 * CODED_UTF16), categoryIds: [category.id] });
}

/** Made once per number and kept. */
export function categoriesFile(cache: string, categories: number): Promise<string> {
  return keptFileLater({ cache, name: `categories-${categories}-and-text`, title: 'Mille catégories' }, async (session) => {
    const themes = Array.from({ length: categories / PER_THEME }, (_, at) => theme(at));
    addGrid(session, { id: 'mille', title: 'Mille catégories', categories: themes }, 'fr', null);
    await addInterview(session);
  });
}
