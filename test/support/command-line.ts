// The command line as a terminal sees it, run inside the test: what it printed where, and how it ended.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, vi } from 'vitest';
import { runCommandLine } from '../../electron/cli/program.ts';
import { aFolder } from './project.ts';

export interface Ended {
  /** The exit code. */
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

type Write = typeof process.stdout.write;

/** Keeps what is written, and tells the writer that it is written. */
function keeping(chunks: Buffer[]): Write {
  return ((chunk: string | Uint8Array, ...more: unknown[]): boolean => {
    chunks.push(Buffer.from(chunk as string));
    const written = more.find((item) => typeof item === 'function') as ((error?: Error | null) => void) | undefined;
    written?.(null);
    return true;
  }) as Write;
}

/** `trame` with these arguments. */
export async function trame(...args: readonly string[]): Promise<Ended> {
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keeping(out)),
    vi.spyOn(process.stderr, 'write').mockImplementation(keeping(err)),
  ];
  try {
    const code = await runCommandLine(args);
    return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A command that must succeed. */
export async function done(...args: readonly string[]): Promise<Ended> {
  const ended = await trame(...args);
  expect(ended, args.join(' ')).toMatchObject({ code: 0 });
  return ended;
}

/** What a command prints with `--json`: one document on stdout and nothing else there. */
export async function json<T>(...args: readonly string[]): Promise<T> {
  return JSON.parse((await done(...args, '--json')).out) as T;
}

/** A command that must be refused: exit code 1, nothing on stdout, one line on stderr, which this answers with. */
export async function refused(...args: readonly string[]): Promise<string> {
  const ended = await trame(...args);
  expect(ended, args.join(' ')).toMatchObject({ code: 1, out: '' });
  expect(ended.err).toMatch(/^[^\r\n]+\n$/);
  return ended.err.trimEnd();
}

/** A command that must be told how it is used: exit code 2, nothing on stdout. */
export async function misused(...args: readonly string[]): Promise<string> {
  const ended = await trame(...args);
  expect(ended, args.join(' ')).toMatchObject({ code: 2, out: '' });
  expect(ended.err).not.toBe('');
  return ended.err;
}

/** For the tests of a file: messages in English, settings and projects in a folder of their own. */
export function onThisTerminal(): void {
  beforeAll(() => {
    const home = aFolder();
    Object.assign(process.env, { TRAME_LANG: 'en', TRAME_SETTINGS: join(home, 'settings'), TRAME_HOME: home });
  });
}

/** A project made from the command line, in a folder whose path has a space and an accent. */
export interface StudyFile {
  /** The project. */
  readonly path: string;
  readonly folder: string;
  /** Writes a file beside the project; answers with its path. */
  readonly file: (name: string, content: string | Uint8Array) => string;
}

/** `sources` by case, then by name; Anne Berger is the first coder. */
export async function aStudyFile(
  sources: Readonly<Record<string, Readonly<Record<string, string>>>>,
  grids: readonly string[] = [],
): Promise<StudyFile> {
  const study = inFolder(aFolder());
  const { path, file } = study;
  await done('new', path, '--title', 'Deux pôles', '--coder', 'Anne Berger', ...grids.flatMap((id) => ['--grid', id]));
  for (const [caseName, texts] of Object.entries(sources)) {
    const files = Object.entries(texts).map(([name, text]) => file(`${name}.txt`, text));
    await done('import', path, ...files, '--case', caseName);
  }
  return study;
}

/** The same study in a folder of the test's own: quicker than making it again. */
export function copyOf(study: StudyFile): StudyFile {
  const copy = inFolder(aFolder());
  copyFileSync(study.path, copy.path);
  return copy;
}

function inFolder(folder: string): StudyFile {
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return { path: join(folder, 'étude de cas.trame'), folder, file };
}

/** A table as spreadsheets write it, every field quoted. */
export function csv(rows: readonly (readonly (string | number)[])[], separator = ','): string {
  return rows.map((row) => `${row.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(separator)}\r\n`).join('');
}

/** A coding as `list codings --json` prints it. */
export interface PrintedCoding {
  readonly id: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly category: string;
  readonly coder: string;
  readonly memo: string | null;
  readonly weight: number | null;
  readonly stance: string | null;
  readonly createdAt: string;
}

export function codingsOf(path: string): Promise<PrintedCoding[]> {
  return json<PrintedCoding[]>('list', path, 'codings');
}

/** A matrix as `matrix --json` prints it (CLI.md). */
export interface PrintedMatrix {
  readonly rows: readonly PrintedHeader[];
  readonly columns: readonly PrintedHeader[];
  readonly cells: readonly (readonly PrintedCell[])[];
  readonly totals: { readonly codings: number; readonly passages: number; readonly sources: number };
}

export interface PrintedHeader {
  readonly key: string;
  readonly label: string;
  readonly path: readonly string[];
}

export interface PrintedCell {
  readonly codings: number;
  readonly passages: number;
  readonly sources: number;
  readonly cases: number;
  readonly categories: readonly string[];
  readonly quotes: readonly { readonly source: string; readonly start: number; readonly end: number; readonly text: string }[];
  readonly synthesis: string | null;
  readonly rating: null;
  readonly stance: { readonly supports: number; readonly contrasts: number; readonly mentions: number };
}

/** The study that matrices are counted on by hand: two poles, two interviews, two small grids, two coders. */
export const A =
  'Enquêtrice : Qui décide ?\nDirectrice : Le comité réunit tout le monde. La charte fixe la règle.\nEnquêtrice : Et ensuite ?\nDirectrice : On vote en assemblée.\n';
export const B = 'Enquêtrice : Qui décide ?\nPrésident : Le comité décide seul.\nPrésident : Le salon rassemble.\n';
const DIMENSIONS = { id: 'dimensions', title: 'Dimensions', categories: [{ name: 'Gouvernance' }, { name: 'Territoire' }] };
const TOOLS = {
  id: 'outils',
  title: 'Outils, au sens large',
  categories: [
    { name: 'Coordination', children: [{ name: 'comité' }, { name: 'salon' }] },
    { name: 'Régulation', children: [{ name: 'charte' }] },
  ],
};

export async function aCodedStudyFile(): Promise<StudyFile> {
  const study = await aStudyFile({ 'Pôle 1': { A }, 'Pôle 2': { B } });
  for (const grid of [DIMENSIONS, TOOLS]) await done('grid', study.path, 'import', study.file(`${grid.id}.json`, JSON.stringify(grid)));
  const rows = [
    { source: 'A', quote: 'Le comité réunit tout le monde', category: 'Gouvernance|comité', coder: 'Anne Berger' },
    { source: 'A', quote: 'La charte fixe la règle', category: 'Gouvernance', coder: 'Anne Berger' },
    { source: 'A', quote: 'charte', category: 'charte', coder: 'Anne Berger' },
    { source: 'A', quote: 'tout le monde', category: 'Territoire', coder: 'Chloé Dumas' },
    { source: 'B', quote: 'Le comité décide seul', category: 'comité', coder: 'Anne Berger' },
    { source: 'B', quote: 'Le salon rassemble', category: 'Gouvernance|salon', coder: 'Chloé Dumas', stance: 'contrasts' },
  ];
  await done('code', study.path, study.file('table.json', JSON.stringify(rows)));
  return study;
}
