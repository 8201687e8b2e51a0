// Words of large studies: read once, then counted, compared and learned from, again after every decision.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../../electron/commands/run-command.ts';
import { decideSuggestion } from '../../electron/commands/suggestions.ts';
import { undo } from '../../electron/commands/undo.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { readCoverage } from '../../electron/queries/coverage.ts';
import { readStudy } from '../../electron/queries/matrix-study.ts';
import { readOverview } from '../../electron/queries/overview.ts';
import { readSaturation } from '../../electron/queries/saturation.ts';
import { readSimilarPassages } from '../../electron/queries/similar-passages.ts';
import { readSuggestionPrecision, readSuggestions } from '../../electron/queries/suggestions.ts';
import { readSpecificities, readWordFrequencies } from '../../electron/queries/word-counts.ts';
import { readWordTree } from '../../electron/queries/word-sequences.ts';
import { readWordStore } from '../../electron/queries/word-store.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import type { CategoryId, PassageId } from '../../shared/domain/ids.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { isUndefined } from '../../shared/statistics/undefined.ts';
import type { Undefined } from '../../shared/statistics/undefined.ts';
import type { CorpusSize } from './corpus.ts';
import { openSession } from './kept-file.ts';
import { longestWait } from './measure.ts';
import type { Measure } from './measure.ts';

const COUNTING = { unit: 'stem', withInterviewers: false, withFillers: true, keepsStopWords: false, leastCount: 3, part: null } as const;
/** Another call, waiting behind an analysis. */
const WAIT_MS = 300;
/** Of the issue: a model learned anew from one decision more. */
const TRAIN_MS = 1000;

export interface OpenWordsBench {
  readonly measures: readonly Measure[];
  close(): void;
}

function defined<T>(value: T | Undefined): T {
  if (isUndefined(value)) throw new Error(value.because);
  return value;
}

/** Each analysis in turn, on a project that nothing was read of before. */
async function waitsBehind({ project, coderId }: Session): Promise<{ readonly who: string; readonly ms: number }[]> {
  const categoryId = readCodebook(project)[0]?.categories[1]?.id as CategoryId;
  const passageId = project.sqlite.prepare('SELECT id FROM passage LIMIT 1').pluck().get() as PassageId;
  const analyses: Readonly<Record<string, () => unknown>> = {
    'word frequencies': () => readWordFrequencies(project, { ...COUNTING, by: { kind: 'source' } }),
    specificities: () => readSpecificities(project, { ...COUNTING, by: { kind: 'case' } }),
    'word tree': () => readWordTree(project, { words: 'projet', unit: 'form', side: 'after', withInterviewers: false, leastCount: 2 }),
    suggestions: () => readSuggestions(project, { categoryId, coderId, embedder: null }),
    precision: () => readSuggestionPrecision(project, { categoryId, embedder: null }),
    'similar passages': () => readSimilarPassages(project, { passageId, categoryId: null, coderId, embedder: null }),
    study: () => readStudy(project),
    saturation: () => readSaturation(project, null, 'import'),
    coverage: () => readCoverage(project, axisTitles.fr),
    overview: () => readOverview(project),
  };
  const waits: { who: string; ms: number }[] = [];
  for (const [who, read] of Object.entries(analyses)) waits.push({ who, ms: await longestWait(async () => read()) });
  return waits;
}

/** On the whole corpus: what it takes grows with its words, not with its codings. */
export function wordsMeasures(corpus: string, folder: string, name: string, { sources, words, codings }: CorpusSize): OpenWordsBench {
  const copy = join(folder, `words-${name}.trame`);
  let open: Session | null = null;
  let slowest = '';
  const session = (): Session => {
    if (open) return open;
    copyFileSync(corpus, copy);
    return (open = openSession(copy));
  };
  // headings of a grid are never coded, and nothing is learned of them
  const categoryIds = (): CategoryId[] =>
    (readCodebook(session().project)[0]?.categories ?? []).filter(({ parentId }) => parentId !== null).map(({ id }) => id);
  const suggestions = async (turn: number) => {
    const { project, coderId } = session();
    const ids = categoryIds();
    return defined(await readSuggestions(project, { categoryId: ids.at(turn % ids.length) as CategoryId, coderId, embedder: null }));
  };
  const what = `${sources} documents of ${words} words, ${codings} codings`;
  return {
    measures: [
      {
        id: `words.read.${name}`,
        what: `the corpus read as words, the first time; ${what}`,
        budget: null,
        runs: 2,
        run: async () => {
          const fresh = openSession((session(), copy));
          const start = performance.now();
          await readWordStore(fresh.project);
          const elapsed = performance.now() - start;
          closeProject(fresh.project);
          return elapsed;
        },
      },
      {
        id: `words.frequencies.${name}`,
        what: `word frequencies by source; ${what}`,
        budget: null,
        run: async () => {
          await readWordStore(session().project);
          const start = performance.now();
          defined(await readWordFrequencies(session().project, { ...COUNTING, by: { kind: 'source' } }));
          return performance.now() - start;
        },
      },
      {
        id: `words.specificities.${name}`,
        what: `specificities by case; ${what}`,
        budget: null,
        run: async () => defined(await readSpecificities(session().project, { ...COUNTING, by: { kind: 'case' } })),
      },
      {
        id: `words.tree.${name}`,
        what: `what follows a common word; ${what}`,
        budget: null,
        run: async () =>
          defined(await readWordTree(session().project, { words: 'projet', unit: 'form', side: 'after', withInterviewers: false, leastCount: 2 })),
      },
      {
        id: `suggestions.train.${name}`,
        what: `a category learned anew after a decision, passages proposed; ${what}`,
        budget: TRAIN_MS,
        run: async (turn) => {
          const before = await suggestions(turn);
          const [first] = before.suggestions;
          if (!first) throw new Error('nothing was proposed');
          const { sourceId, turnId, start: from, end, text, score, reasons } = first;
          const ends = { start: { turnId, offsetUtf16: from }, end: { turnId, offsetUtf16: end } };
          const { categoryId, method } = before;
          decideSuggestion(session(), { categoryId, sourceId, ...ends, words: text, decision: 'accepted', method, score, reasons });
          const start = performance.now();
          await suggestions(turn);
          const elapsed = performance.now() - start;
          undo(session());
          return elapsed;
        },
      },
      {
        id: `suggestions.similar.${name}`,
        what: `passages like a passage; ${what}`,
        budget: null,
        run: async (turn) => {
          const { project, coderId } = session();
          const passageId = project.sqlite
            .prepare('SELECT id FROM passage LIMIT 1 OFFSET ?')
            .pluck()
            .get(1000 + turn) as PassageId;
          return defined(await readSimilarPassages(project, { passageId, categoryId: null, coderId, embedder: null }));
        },
      },
      {
        id: `analysis.wait.${name}`,
        what: `the longest that another call waits behind an analysis of words, a proposal, or one of the study as a whole; ${what}`,
        budget: WAIT_MS,
        runs: 1,
        run: async () => {
          const fresh = openSession((session(), copy));
          const waits = await waitsBehind(fresh);
          closeProject(fresh.project);
          const [longest] = waits.sort((a, b) => b.ms - a.ms);
          slowest = waits.map(({ who, ms }) => `${who} ${Math.round(ms)}`).join(', ');
          return longest?.ms ?? 0;
        },
        note: () => slowest,
      },
    ],
    close: () => open && closeProject(open.project),
  };
}
