// What the core's process does, without a window: opening, reading, writing, computing, printing.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { buildDemo } from '../../electron/cli/demo.ts';
import { applyRule } from '../../electron/commands/autocode.ts';
import { applyCategories, removeOneCoding } from '../../electron/commands/codings.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { redo, undo } from '../../electron/commands/undo.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import { removeSource } from '../../electron/commands/sources.ts';
import { findRuleHits } from '../../electron/exchange/find-rule-hits.ts';
import { readAsSource } from '../../electron/exchange/incoming-sources.ts';
import { readDocument } from '../../electron/exchange/reading/read-documents.ts';
import { printMatrix } from '../../electron/exchange/printing/matrix-files.ts';
import { mainMatrix } from '../../electron/exchange/sample-project.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { listCoders, listSources } from '../../electron/queries/corpus.ts';
import { computeMatrix } from '../../electron/queries/matrix.ts';
import { readStatus } from '../../electron/queries/project.ts';
import { openSource, readOutline } from '../../electron/queries/sources.ts';
import { closeProject, openProject } from '../../electron/storage/open-project.ts';
import type { CodingRule } from '../../shared/domain/coding-rule.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { interview } from './corpus.ts';
import type { CorpusSize } from './corpus.ts';
import type { Measure } from './measure.ts';
import { chance } from '../support/seeded.ts';

const ORIGIN = '00000000-0000-4000-8000-000000000001';

function openSession(path: string): Session {
  const project = openProject(path, { origin: ORIGIN });
  const coderId = listCoders(project)[0]?.id;
  if (!coderId) throw new Error('no coder');
  return { project, coderId };
}

function readingMeasures(session: Session, path: string): Measure[] {
  const { project } = session;
  const [first] = listSources(project);
  if (!first) throw new Error('no source');
  const turns = project.sqlite.prepare('SELECT * FROM turn WHERE source_id = ? ORDER BY position');
  const codings = project.sqlite.prepare('SELECT c.*, p.* FROM passage p JOIN coding c ON c.passage_id = p.id WHERE p.source_id = ?');
  const coded = project.sqlite.prepare('SELECT p.*, c.category_id, c.coder_id, c.stance FROM coding c JOIN passage p ON p.id = c.passage_id');
  const extents = project.sqlite.prepare(
    'SELECT t.id, t.source_id, t.position, t.length_utf16, s.participant_id FROM turn t LEFT JOIN speaker s ON s.id = t.speaker_id',
  );
  return [
    {
      id: 'project.open',
      what: 'open the project in the core, with its status line and list of sources',
      budget: 1000,
      run: () => {
        const opened = openProject(path, { origin: ORIGIN });
        readStatus(opened);
        listSources(opened);
        closeProject(opened);
      },
      bare: () => {
        const bare = new Database(path);
        bare.prepare('SELECT * FROM source').all();
        bare.prepare('SELECT count(*) FROM coding').get();
        bare.close();
      },
    },
    {
      id: 'source.open.core',
      what: 'read one source with its codings in the core',
      budget: null,
      run: () => void openSource(project, first.id),
      bare: () => {
        turns.all(first.id);
        codings.all(first.id);
      },
    },
    {
      id: 'matrix.read',
      what: 'dimensions × tool families × cases, counts, categories and syntheses',
      budget: 300,
      run: () => void computeMatrix(project, mainMatrix(session), axisTitles.fr, { title: '' }),
      bare: () => {
        coded.all();
        extents.all();
      },
    },
    {
      id: 'matrix.read.quotes',
      what: 'the same matrix with every verbatim',
      budget: null,
      run: () => void computeMatrix(project, mainMatrix(session), axisTitles.fr, { title: '', withQuotes: true }),
    },
  ];
}

function writingMeasures(session: Session, size: CorpusSize): Measure[] {
  const { project } = session;
  const turns = readOutline(project).filter((turn) => turn.lengthUtf16 > 200);
  const category = readCodebook(project)[0]?.categories.at(-1);
  if (!category) throw new Error('no category');
  const range = (turn: number) => {
    const place = turns[(turn + 1) * 17];
    if (!place) throw new Error('no turn');
    return { sourceId: place.sourceId, start: { turnId: place.id, offsetUtf16: 21 }, end: { turnId: place.id, offsetUtf16: 121 } };
  };
  // three rows as a coding writes them (passage, coding, log) in a table without any rule; the file is a copy
  project.sqlite.exec('CREATE TABLE bare (id TEXT PRIMARY KEY, a TEXT, b TEXT, c INTEGER) STRICT');
  const insert = project.sqlite.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  const encoder = new TextEncoder();
  const text = encoder.encode(interview(chance(7), size.words));
  return [
    {
      id: 'coding.apply.core',
      what: 'apply a category in the core, durable on disk when it answers',
      budget: 50,
      run: (turn) => {
        const start = performance.now();
        const applied = applyCategories(session, { ...range(turn), categoryIds: [category.id] });
        const elapsed = performance.now() - start;
        for (const codingId of applied.codingIds) removeOneCoding(session, { codingId });
        return elapsed;
      },
      bare: (turn) => {
        project.sqlite.exec('BEGIN IMMEDIATE');
        for (const table of ['passage', 'coding', 'log']) insert.run(`${table}-${turn}-${performance.now()}`, 'x'.repeat(36), 'y'.repeat(300), turn);
        project.sqlite.exec('COMMIT');
      },
    },
    {
      id: 'history.undo',
      what: 'undo the latest coding, durable on disk',
      budget: null,
      run: (turn) => {
        applyCategories(session, { ...range(turn + 20), categoryIds: [category.id] });
        const start = performance.now();
        undo(session);
        const elapsed = performance.now() - start;
        redo(session);
        undo(session);
        return elapsed;
      },
    },
    {
      id: 'import.one',
      what: `import one interview of ${size.words} words: turns, speakers, on disk`,
      budget: null,
      run: async (turn) => {
        const start = performance.now();
        const read = await readDocument({ name: `bench-${turn}.txt`, bytes: text });
        const [imported] = importSources(session, [readAsSource(read, text)], { caseId: null, kind: 'interview' });
        const elapsed = performance.now() - start;
        if (imported) removeSource(session, imported.sourceId);
        return elapsed;
      },
    },
  ];
}

const AUTOCODED = 2000;

/** Sentences: the corpus has more than enough that hold these words. */
function autocodingMeasures(session: Session): Measure[] {
  const category = readCodebook(session.project)[0]?.categories.at(-1);
  if (!category) throw new Error('no category');
  const rule: CodingRule = {
    find: { kind: 'text', words: 'réunion, confiance', mode: 'words' },
    extend: 'sentence',
    scope: {
      sourceIds: listSources(session.project)
        .slice(0, 60)
        .map(({ id }) => id),
      caseIds: null,
      withInterviewers: true,
    },
    categoryIds: [category.id],
  };
  const apply = async (): Promise<number> => {
    const { sources } = await findRuleHits(session.project, rule);
    const places = sources.flatMap(({ hits }) => hits).slice(0, AUTOCODED);
    if (places.length < AUTOCODED) throw new Error(`only ${places.length} hits`);
    const start = performance.now();
    applyRule(session, { rule, places, excluded: [], ruleId: null, keepAs: null });
    return performance.now() - start;
  };
  const takeBack = (): number => {
    const start = performance.now();
    undo(session);
    return performance.now() - start;
  };
  const what = `${AUTOCODED} hits of a rule`;
  return [
    { id: 'autocode.apply', what: `${what} applied as one act, durable on disk`, budget: 500, run: async () => [await apply(), takeBack()][0] },
    { id: 'autocode.undo', what: `${what} undone, durable on disk`, budget: 500, run: async () => [await apply(), takeBack()][1] },
  ];
}

function printingMeasures(session: Session, folder: string): Measure[] {
  const definition = mainMatrix(session);
  const print = { title: 'Bench', figure: null, compareCaseKeys: 'all' } as const;
  return [
    {
      id: 'matrix.docx',
      what: 'the same matrix with counts, categories and syntheses as a Word file',
      budget: 3000,
      runs: 3,
      run: () => printMatrix(session.project, definition, { ...print, formats: ['docx'] }).then(() => undefined),
    },
    {
      id: 'demo.build',
      what: 'the sample project from scratch, its matrix in every format',
      budget: 10_000,
      runs: 3,
      run: async () => (await buildDemo(join(folder, 'demo'), 'fr')).seconds * 1000,
    },
  ];
}

export interface OpenBench {
  readonly measures: readonly Measure[];
  readonly close: () => void;
}

/** Measures on a copy of the corpus, so that the cached one stays as built. */
export function coreMeasures(corpus: string, folder: string, size: CorpusSize): OpenBench {
  const copy = join(folder, 'work.trame');
  copyFileSync(corpus, copy);
  const session = openSession(copy);
  return {
    measures: [
      ...readingMeasures(session, corpus),
      ...writingMeasures(session, size),
      ...autocodingMeasures(session),
      ...printingMeasures(session, folder),
    ],
    close: () => {
      closeProject(session.project);
      rmSync(copy, { force: true });
    },
  };
}
