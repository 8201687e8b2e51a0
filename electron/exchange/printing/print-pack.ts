// The thesis pack: every chosen piece in its formats, numbered, behind an index that says what each file is.
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { PrintFormat, PrintOrder, PrintPack, PrintPiece, PrintStyle } from '../../../shared/domain/print.ts';
import { pieceSentence, pieceTitle } from '../../../shared/i18n/piece-sentence.ts';
import type { PieceNames } from '../../../shared/i18n/piece-sentence.ts';
import { printIndexText } from '../../../shared/i18n/print-index.ts';
import { formatDate } from '../../../shared/i18n/date.ts';
import type { Session } from '../../commands/run-command.ts';
import { readCodebook } from '../../queries/codebook.ts';
import { listCoders, listSources, readStudyParts } from '../../queries/corpus.ts';
import { listGuides } from '../../queries/guide.ts';
import { readProject } from '../../queries/project.ts';
import { heading, paragraph, plainColumns, printedWords } from './formats/document-words.ts';
import { fileNameOf } from './file-names.ts';
import { PieceWriter } from './print-piece.ts';
import type { Inline, PrintedDocument, TableRow } from './formats/printed-document.ts';
import type { Tell } from './formats/progress.ts';
import { writeDocument } from './formats/write-document.ts';
import { writeZip } from './formats/zip-writer.ts';

type Project = Session['project'];

export interface PackWatch {
  /** In files; a file that takes long is told of in parts of one. */
  readonly onProgress: (done: number, total: number, label: string) => void;
  readonly isCancelled: () => boolean;
}

export interface PackFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is written of one order. */
interface PlannedOrder {
  readonly order: PrintOrder;
  readonly title: string;
  /** In the order of the formats. */
  readonly files: readonly string[];
}

/** Every order's files, numbered in the pack's order: `01 Matrice … .docx`. */
function planOf({ orders, style }: PrintPack): PlannedOrder[] {
  const digits = Math.max(2, String(orders.length).length);
  return orders.map((order, at) => {
    const title = pieceTitle(order.piece, style.language);
    const name = `${String(at + 1).padStart(digits, '0')} ${fileNameOf(title)}`;
    return { order, title, files: [...new Set(order.formats)].map((format) => `${name}.${format}`) };
  });
}

const named = (items: readonly { readonly id: string; readonly name: string }[]): Map<string, string> =>
  new Map(items.map(({ id, name }) => [id, name]));
const titled = (items: readonly { readonly id: string; readonly title: string }[]): Map<string, string> =>
  new Map(items.map(({ id, title }) => [id, title]));

function namesIn(project: Project): PieceNames {
  const { cases, attributes } = readStudyParts(project);
  return {
    grids: titled(readCodebook(project)),
    cases: named(cases),
    sources: named(listSources(project)),
    coders: named(listCoders(project)),
    guides: titled(listGuides(project)),
    attributes: named(attributes),
  };
}

function indexDocument(project: Project, { style }: PrintPack, name: string, plan: readonly PlannedOrder[]): PrintedDocument {
  const { language, author, reference, links } = style;
  const words = printIndexText[language];
  const names = namesIn(project);
  const set = (text: string): string => printedWords(text, language);
  const day = formatDate(language, new Date().toISOString().slice(0, 10));
  const who =
    reference.who === 'attribute' ? words.reference.attribute(names.attributes.get(reference.attributeId) ?? '') : words.reference[reference.who];
  const rows = plan.map(({ order, title, files }, at): TableRow => {
    const listed = files.flatMap((file, index): Inline[] => [
      ...(index === 0 ? [] : [{ kind: 'break' } as const]),
      { kind: 'link', to: encodeURIComponent(file), inlines: [{ kind: 'text', text: file }] },
    ]);
    const sentence = pieceSentence(order.piece, names, language).map(({ text }) => text);
    return {
      band: null,
      label: [paragraph('rowHeader', String(at + 1))],
      cells: [[paragraph('cell', set(title))], [paragraph('cell', set(sentence.join('')))], [paragraph('cell', listed)]],
    };
  });
  const count = plan.reduce((sum, { files }) => sum + files.length, 0);
  return {
    title: words.title(name),
    author,
    language,
    sections: [
      {
        page: 'upright',
        blocks: [
          heading(1, set(words.title(name))),
          paragraph('body', set(words.from(readProject(project).title, day))),
          paragraph('body', set([author === null ? words.noAuthor : words.by(author), who, links ? words.links : words.noLinks].join(' '))),
          paragraph('note', set(words.contents(count))),
          {
            kind: 'table',
            title: null,
            lead: [],
            rowAxis: words.number,
            columnAxis: null,
            columns: plainColumns([words.what, words.settings, words.files]),
            rows,
            note: null,
            source: null,
            widths: [0.07, 0.25, 0.33, 0.35],
            fits: { upright: 3, across: 3 },
          },
        ],
      },
    ],
  };
}

/** Lets the window be answered, and whoever wants it stopped. */
async function pause({ isCancelled }: PackWatch): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (isCancelled()) throw new Refusal('job.cancelled');
}

/** Prints one piece, a file per format in their order; tells how far it is. */
export type PrintOne = (piece: PrintPiece, style: PrintStyle, formats: readonly PrintFormat[], tell: Tell) => AsyncIterable<Uint8Array>;

/** In this thread, a format after the other. */
export const printHere = (project: Project): PrintOne =>
  async function* here(piece, style, formats) {
    const writer = await PieceWriter.open(project, piece, style);
    for (const format of formats) yield await writer.write(format);
  };

/** A web page, which every machine opens; and where the pack has Word files, what their readers open: Word. */
const indexFormats = ({ orders }: PrintPack): readonly ('html' | 'docx')[] =>
  orders.some(({ formats }) => formats.includes('docx')) ? ['html', 'docx'] : ['html'];

/** The index first, then every file as it is made; the window is answered in between. Stopped, it throws `job.cancelled`. */
export async function* makePack(
  project: Project,
  pack: PrintPack,
  name: string,
  watch: PackWatch,
  printOne: PrintOne = printHere(project),
): AsyncGenerator<PackFile> {
  const plan = planOf(pack);
  const total = plan.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  const index = printIndexText[pack.style.language].fileName;
  const contents = indexDocument(project, pack, name, plan);
  for (const format of indexFormats(pack))
    yield { name: `${'0'.repeat(Math.max(2, String(plan.length).length))} ${index}.${format}`, bytes: await writeDocument(contents, format) };
  for (const { order, title, files } of plan) {
    watch.onProgress(done, total, title);
    await pause(watch);
    let at = 0;
    const before = done;
    const tell: Tell = (lines, all) => watch.onProgress(before + (files.length * lines) / all, total, title);
    for await (const bytes of printOne(order.piece, pack.style, [...new Set(order.formats)], tell)) {
      yield { name: files[at] ?? '', bytes };
      at += 1;
      done += 1;
      watch.onProgress(done, total, title);
      await pause(watch);
    }
  }
}

/** A folder of this name that is not there yet. */
function freePath(folder: string, name: string): string {
  let path = join(folder, name);
  for (let n = 2; existsSync(path); n += 1) path = join(folder, `${name} (${n})`);
  return path;
}

function asRefusal(error: unknown, path: string): unknown {
  return (error as NodeJS.ErrnoException).code === undefined || error instanceof Refusal ? error : new Refusal('file.unwritable', { path });
}

/**
 * Writes the pack into a new folder inside `folder`, which appears when it is whole: failed or stopped, nothing is left.
 * Answers with where it is and the names of its files. `path`: where exactly; else a folder of this name that is not there yet.
 */
export async function writePack(
  project: Project,
  pack: PrintPack,
  { name, folder, path = null }: { readonly name: string; readonly folder: string; readonly path?: string | null },
  watch: PackWatch,
  printOne?: PrintOne,
): Promise<{ folder: string; files: string[] }> {
  if (!isAbsolute(folder) || !existsSync(folder) || !statSync(folder).isDirectory()) throw new Refusal('file.unwritable', { path: folder });
  const unfinished = join(folder, `.trame-${randomUUID()}`);
  try {
    mkdirSync(unfinished);
    const files: string[] = [];
    for await (const file of makePack(project, pack, name, watch, printOne)) {
      writeFileSync(join(unfinished, file.name), file.bytes);
      files.push(file.name);
    }
    const place = path ?? freePath(folder, fileNameOf(name));
    renameSync(unfinished, place);
    return { folder: place, files };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw asRefusal(error, folder);
  }
}

/** The same in one archive, below a folder of the pack's name. */
export async function zipPack(project: Project, pack: PrintPack, name: string, watch: PackWatch, printOne?: PrintOne): Promise<Uint8Array> {
  const files: PackFile[] = [];
  for await (const file of makePack(project, pack, name, watch, printOne)) files.push(file);
  return writeZip(files.map((file) => ({ name: `${fileNameOf(name)}/${file.name}`, content: file.bytes })));
}
