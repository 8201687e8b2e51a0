// Matrices over large studies: the first time, and again after a single coding changed.
import { execFile } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { addGrid } from '../../electron/commands/codebook.ts';
import { applyCategories, applyCodingTable, removeOneCoding } from '../../electron/commands/codings.ts';
import type { ResolvedCoding } from '../../electron/commands/codings.ts';
import { createCase } from '../../electron/commands/corpus.ts';
import { importSources } from '../../electron/commands/import-sources.ts';
import type { Session } from '../../electron/commands/run-command.ts';
import { readCodebook } from '../../electron/queries/codebook.ts';
import { answerMatrix } from '../../electron/queries/matrix-answers.ts';
import { PREVIEWED_QUOTES, computeMatrix, readPreviews } from '../../electron/queries/matrix.ts';
import { readOutline } from '../../electron/queries/sources.ts';
import { closeProject } from '../../electron/storage/open-project.ts';
import { withAnswer, withPreviews } from '../../renderer/matrices/shown-matrix.ts';
import type { Output } from '../../shared/contract/contract.ts';
import { packAnswer, unpackAnswer } from '../../shared/contract/wire.ts';
import type { CodingId } from '../../shared/domain/ids.ts';
import type { MatrixDefinition, MatrixHeader } from '../../shared/domain/matrix.ts';
import type { CellPreview, MatrixAnswer } from '../../shared/domain/matrix-delta.ts';
import { recogniseTurns } from '../../shared/domain/recognise-turns.ts';
import { axisTitles } from '../../shared/i18n/axes.ts';
import { chance } from '../support/seeded.ts';
import { interview } from './corpus.ts';
import { keptFile, openSession } from './kept-file.ts';
import type { Measure } from './measure.ts';

interface CodedSize {
  readonly sources: number;
  readonly words: number;
  readonly codings: number;
  readonly read: number;
  readonly reread: number;
}

/** The figures of the issue; interviews of 2,000 words, since only codings and the words they quote matter. */
export const CODED: Readonly<Record<'M' | 'L', CodedSize>> = {
  M: { sources: 300, words: 2_000, codings: 100_000, read: 500, reread: 50 },
  L: { sources: 1_000, words: 2_000, codings: 200_000, read: 2_000, reread: 100 },
};
export const CATEGORIES = 100;
const CASES = 300;
const AT_ONCE = 5_000;

function fill(session: Session, size: CodedSize): void {
  const random = chance(2019);
  const children = Array.from({ length: CATEGORIES }, (_, at) => ({ name: `Catégorie ${at + 1}` }));
  addGrid(session, { id: 'cent', title: 'Cent catégories', categories: children }, 'fr', null);
  const cases = Array.from({ length: CASES }, (_, at) => createCase(session, { name: `Cas ${at + 1}` }));
  for (let at = 0; at < size.sources; at += 1) {
    const name = `E${String(at + 1).padStart(4, '0')}`;
    const { turns } = recogniseTurns(interview(random, size.words), { kind: 'colon' });
    importSources(session, [{ name, originalName: `${name}.txt`, sha256: '0'.repeat(64), turns }], {
      caseId: cases[at % CASES] ?? null,
      kind: 'interview',
    });
  }
  const categories = readCodebook(session.project).flatMap((grid) => grid.categories);
  const turns = readOutline(session.project).filter((turn) => turn.lengthUtf16 > 80);
  const rows = Array.from({ length: size.codings }, (): ResolvedCoding => {
    const turn = random.pick(turns);
    const start = random.between(15, turn.lengthUtf16 - 42);
    const end = Math.min(turn.lengthUtf16 - 1, start + random.between(40, 300));
    const place = { start: { turnId: turn.id, offsetUtf16: start }, end: { turnId: turn.id, offsetUtf16: end } };
    return {
      sourceId: turn.sourceId,
      ...place,
      categories: [random.pick(categories).id],
      coderId: session.coderId,
      stance: random.pick(['supports', 'contrasts', null]),
    };
  });
  for (let first = 0; first < rows.length; first += AT_ONCE)
    applyCodingTable(session, { rows: rows.slice(first, first + AT_ONCE), newCategories: [], newCoders: [] });
}

export function codedFile(cache: string, name: 'M' | 'L'): string {
  return keptFile({ cache, name: `coded-${name}`, title: `Corpus codé ${name}` }, (session) => fill(session, CODED[name]));
}

/** The rows that a matrix with quotes is made of, as SQLite gives them. */
function bareRead({ project: { sqlite } }: Session): void {
  sqlite.prepare('SELECT p.*, c.category_id, c.coder_id, c.stance, c.weight FROM coding c JOIN passage p ON p.id = c.passage_id').all();
  sqlite
    .prepare('SELECT t.id, t.source_id, t.position, t.length_utf16, t.text, s.participant_id FROM turn t LEFT JOIN speaker s ON s.id = t.speaker_id')
    .all();
}

/** What a window of a large screen shows at once. */
const IN_VIEW = { rows: 24, columns: 12 } as const;

/** The quotes of the cells that come into view first. */
function seenOf({ project }: Session, asked: MatrixDefinition, answer: MatrixAnswer): readonly CellPreview[] {
  if (answer.kind !== 'whole') return [];
  const keysOf = (headers: readonly MatrixHeader[], count: number): string[] => headers.slice(0, count).map(({ key }) => key);
  const { rows, columns } = answer.table;
  return readPreviews(project, asked, axisTitles.fr, { rowKeys: keysOf(rows, IN_VIEW.rows), columnKeys: keysOf(columns, IN_VIEW.columns) });
}

function travelled<C extends 'matrix.read' | 'matrix.previews'>(channel: C, answer: Output<C>): Output<C> {
  return unpackAnswer(channel, JSON.parse(JSON.stringify(packAnswer(channel, answer))));
}

/** All that stands between the question and the table that the window draws. */
function inWindow(at: Session, asked: MatrixDefinition, since: string | null): void {
  const answer = travelled('matrix.read', answerMatrix(at.project, asked, axisTitles.fr, since));
  const shown = withAnswer(null, answer);
  const previews = travelled('matrix.previews', [...seenOf(at, asked, answer)]);
  const keysOf = (headers: readonly MatrixHeader[]): string[] => headers.map(({ key }) => key);
  if (shown) withPreviews(shown, { rowKeys: keysOf(shown.table.rows), columnKeys: keysOf(shown.table.columns.slice(0, IN_VIEW.columns)) }, previews);
}

interface Print {
  readonly format: 'docx' | 'xlsx' | 'pdf';
  readonly rows: number;
  readonly columns: number;
  readonly budget: number | null;
}

const MOST_PRINT_MB = 600;
const PRINTS: readonly Print[] = [
  { format: 'docx', rows: 40, columns: 15, budget: 3_000 },
  { format: 'docx', rows: 300, columns: 100, budget: 20_000 },
  { format: 'xlsx', rows: 300, columns: 100, budget: 20_000 },
  { format: 'pdf', rows: 40, columns: 15, budget: null },
];
const PRINT_WORKER = join(import.meta.dirname, 'print-worker.ts');

/** With every verbatim, in a process of its own. */
function printMeasure({ format, rows, columns, budget }: Print, folder: string, file: () => string): Measure {
  let last = { ms: 0, fileMb: 0, mostMb: 0 };
  return {
    id: `matrix.${format}.${rows}x${columns}`,
    what: `a matrix of ${rows} × ${columns} cells with every verbatim as ${format}`,
    budget,
    runs: 1,
    run: async () => {
      const copy = join(folder, `print.trame`);
      copyFileSync(file(), copy);
      const { stdout } = await promisify(execFile)(process.execPath, [
        PRINT_WORKER,
        copy,
        format,
        String(rows),
        String(columns),
        join(folder, 'print'),
      ]);
      last = JSON.parse(stdout) as typeof last;
      return last.ms;
    },
    memory: () => last.mostMb,
    note: () =>
      `${rows} × ${columns} cells with every verbatim: ${last.fileMb.toFixed(1)} MB of ${format}, ${last.mostMb} MB at most (≤ ${MOST_PRINT_MB})`,
  };
}

export function matrixMeasures(cache: string, folder: string, name: 'M' | 'L'): Measure[] {
  const { sources, codings, read, reread } = CODED[name];
  const copy = join(folder, `coded-${name}.trame`);
  let open: Session | null = null;
  const session = (): Session => {
    if (!open) {
      copyFileSync(codedFile(cache, name), copy);
      open = openSession(copy);
    }
    return open;
  };
  const definition = ({ project }: Session): MatrixDefinition => ({
    rows: [{ kind: 'case' }],
    columns: [{ kind: 'grid', gridId: readCodebook(project)[0]?.id as never, level: null }],
    join: { kind: 'overlap' },
    coderIds: null,
    contents: ['counts', 'passages'],
    hidesEmpty: false,
  });
  const what = `${CASES} × ${CATEGORIES} cells with counts and the first passages, ${sources} documents, ${codings} codings`;
  const codeOnce = (at: Session, turn: number): CodingId[] => {
    const place = readOutline(at.project).filter(({ lengthUtf16 }) => lengthUtf16 > 200)[(turn + 1) * 31];
    const category = readCodebook(at.project)[0]?.categories.at(turn);
    if (!place || !category) throw new Error('nothing to code');
    const ends = { start: { turnId: place.id, offsetUtf16: 31 }, end: { turnId: place.id, offsetUtf16: 131 } };
    return [...applyCategories(at, { sourceId: place.sourceId, ...ends, categoryIds: [category.id] }).codingIds];
  };
  /** Nothing is kept of a project that was just opened. */
  const onFresh = (work: (fresh: Session, asked: MatrixDefinition) => unknown): number => {
    const asked = definition(session());
    const fresh = openSession(copy);
    const start = performance.now();
    work(fresh, asked);
    const elapsed = performance.now() - start;
    closeProject(fresh.project);
    return elapsed;
  };
  /** After one coding; what the window knew is told before it. */
  const afterOneCoding = (turn: number, work: (at: Session, asked: MatrixDefinition, since: string) => unknown): number => {
    const at = session();
    const asked = definition(at);
    const known = answerMatrix(at.project, asked, axisTitles.fr, null);
    const codingIds = codeOnce(at, turn);
    const start = performance.now();
    work(at, asked, known.version);
    const elapsed = performance.now() - start;
    for (const codingId of codingIds) removeOneCoding(at, { codingId });
    return elapsed;
  };
  return [
    {
      id: `matrix.read.${name}`,
      what: `${what}: the first time`,
      budget: read,
      runs: 5,
      run: () => onFresh((fresh, asked) => seenOf(fresh, asked, answerMatrix(fresh.project, asked, axisTitles.fr, null))),
      bare: () => bareRead(session()),
    },
    {
      id: `matrix.read.window.${name}`,
      what: `${what}: the first time, as the window has it`,
      budget: read,
      runs: 5,
      run: () => onFresh((fresh, asked) => inWindow(fresh, asked, null)),
      bare: () => bareRead(session()),
    },
    {
      id: `matrix.read.quotes.${name}`,
      what: `${what}: the first time, with the first passages of every cell at once`,
      budget: null,
      runs: 3,
      run: () => onFresh(({ project }, asked) => computeMatrix(project, asked, axisTitles.fr, { title: '', mostQuotes: PREVIEWED_QUOTES })),
    },
    {
      id: `matrix.reread.${name}`,
      what: `${what}: again after one coding changed`,
      budget: reread,
      run: (turn) => afterOneCoding(turn, ({ project }, asked, since) => answerMatrix(project, asked, axisTitles.fr, since)),
      bare: () => bareRead(session()),
    },
    {
      id: `matrix.reread.window.${name}`,
      what: `${what}: again after one coding changed, as the window has it`,
      budget: reread,
      run: (turn) => afterOneCoding(turn, inWindow),
    },
    ...(name === 'M' ? PRINTS.map((print) => printMeasure(print, folder, () => codedFile(cache, name))) : []),
  ];
}
