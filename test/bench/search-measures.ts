// Searching words over the whole corpus: what a user waits for after typing, and a regular expression read through every turn.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runFirstSearch, runSearch } from '../../electron/exchange/run-search.ts';
import { readHits } from '../../electron/exchange/search-pages.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { Project } from '../../electron/storage/open-project.ts';
import { plainSearch } from '../../shared/domain/search.ts';
import type { SearchSetting } from '../../shared/domain/search.ts';
import { longestWait } from './measure.ts';
import type { Measure } from './measure.ts';

/** Each run looks for another word: an answer that is kept would be no figure. */
const WORDS = ['écouter', 'équipe', 'décision', 'métier', 'réseau', 'région', 'règle', 'réunion', 'réponse', 'problème', 'idée', 'année'];
const FIRST_LINES = 100;
/** Of the issue. */
const FIRST_MS = 150;
const EVERYWHERE = { sourceId: null, caseId: null };
const TURNS_INDEX = `SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'turn_words%' OR name LIKE '%indexed_turn%'`;

async function firstLines(project: Project, setting: SearchSetting): Promise<number> {
  const found = await runSearch(project, setting);
  if (found.kind === 'undefined') throw new Error(found.because);
  await readHits(project, { setting, within: EVERYWHERE, order: 'place', from: 0, count: FIRST_LINES });
  return found.summary.total;
}

/** Until the first lines are there, ms; what is looked for beyond them is waited for, but not counted. */
async function untilFirstLines(project: Project, setting: SearchSetting): Promise<number> {
  const start = performance.now();
  const first = await runFirstSearch(project, setting);
  if (first.kind === 'undefined') throw new Error(first.because);
  await readHits(project, { setting, within: EVERYWHERE, order: 'place', from: 0, count: FIRST_LINES });
  const elapsed = performance.now() - start;
  await runSearch(project, setting);
  return elapsed;
}

export interface SearchMeasures {
  readonly measures: readonly Measure[];
  readonly close: () => void;
}

export function searchMeasures(corpus: string, folder: string): SearchMeasures {
  const path = join(folder, 'searched.trame');
  copyFileSync(corpus, path);
  const project = openProject(path);
  let total = 0;
  const wordAt = (turn: number): string => WORDS[(turn + 1) % WORDS.length] ?? '';
  const indexed = (): string => {
    const bytes = project.sqlite.prepare<[], number>(TURNS_INDEX).pluck().get() ?? 0;
    const text = project.sqlite.prepare<[], number>('SELECT sum(length(CAST(text AS BLOB))) FROM turn').pluck().get() ?? 1;
    return `${total} hits; index ${(bytes / text).toFixed(2)} × the text`;
  };
  const exactly = (turn: number): SearchSetting => ({ ...plainSearch(wordAt(turn)), isExact: true });
  const uncoded = (turn: number): SearchSetting => {
    const setting = plainSearch(wordAt(turn));
    return { ...setting, filter: { ...setting.filter, coded: 'uncoded' } };
  };
  const coded = (turn: number): SearchSetting => {
    const setting = plainSearch(wordAt(turn));
    return { ...setting, filter: { ...setting.filter, coded: 'coded' } };
  };
  const measures: Measure[] = [
    {
      id: 'search.word',
      what: 'search a word with accents in all its forms: counts by source and case, and the first lines',
      budget: FIRST_MS,
      run: async (turn) => {
        total = await firstLines(project, plainSearch(wordAt(turn)));
      },
      bare: (turn) =>
        project.sqlite.prepare('SELECT count(*) FROM turn_words WHERE turn_words MATCH ?').get(
          wordAt(turn)
            .normalize('NFD')
            .replace(/\p{Mn}/gu, ''),
        ),
      note: indexed,
    },
    {
      id: 'search.phrase',
      what: 'search a phrase of two words',
      budget: null,
      run: async (turn) => {
        total = await firstLines(project, plainSearch(`"${wordAt(turn)} ${wordAt(turn + 1)}"`));
      },
    },
    {
      id: 'search.exact',
      what: 'search a frequent word exactly as written: every place is read',
      budget: null,
      run: async (turn) => {
        total = await firstLines(project, exactly(turn));
      },
    },
    {
      id: 'search.uncoded',
      what: 'search a frequent word in what is not coded',
      budget: null,
      run: async (turn) => {
        total = await firstLines(project, uncoded(turn));
      },
    },
    {
      id: 'search.first',
      what: 'the first lines of a frequent word exactly as written, in what is coded, and in what is not: the slowest of the three',
      budget: FIRST_MS,
      runs: 3,
      run: async (turn) => {
        const times: number[] = [];
        for (const setting of [exactly(turn), coded(turn), uncoded(turn)]) times.push(await untilFirstLines(project, setting));
        return Math.max(...times);
      },
    },
    {
      id: 'search.wait',
      what: 'the longest that anybody else waits for an answer while a word is searched in all forms, exactly, and in what is not coded',
      budget: 50,
      runs: 3,
      run: async (turn) => {
        const waits: number[] = [];
        for (const setting of [plainSearch(wordAt(turn)), exactly(turn), uncoded(turn)])
          waits.push(await longestWait(() => firstLines(project, setting)));
        return Math.max(...waits);
      },
    },
    {
      id: 'search.regex',
      what: 'a regular expression over the whole corpus',
      budget: 3000,
      runs: 3,
      run: async (turn) => {
        total = await firstLines(project, plainSearch(`/\\b${wordAt(turn)}\\w* [aeiou]\\w+ing/`));
      },
    },
  ];
  return {
    measures,
    close: () => {
      closeProject(project);
      rmSync(path, { force: true });
    },
  };
}
