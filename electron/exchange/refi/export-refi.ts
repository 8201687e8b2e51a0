// A project as one file that other programs for qualitative analysis read (qdpx): written beside its place, looked at as a stranger's would be, then put there.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { RefiCounts, RefiLoss, RefiWritten } from '../../../shared/domain/refi.ts';
import { readText } from '../../queries/sources.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { readProject } from '../../queries/project.ts';
import type { Project } from '../../storage/open-project.ts';
import { lostInRefi } from './losses.ts';
import { PackageReader } from './package-reader.ts';
import { PackageTooLarge, PackageWriter } from './package-writer.ts';
import { partAt, projectPart } from './package-parts.ts';
import { Positions, isQuote, packageText, quotedIn } from './position-convention.ts';
import { ItemReader } from './read-items.ts';
import { ReadProject } from './read-project.ts';
import type { ReadSource } from './read-project.ts';
import { SchemaCheck } from './schema-check.ts';
import { SIDE_INDEX, SIDE_PROJECT } from './side-file.ts';
import { type PositionUnit, WrittenSourceText } from './written-text-positions.ts';
import { ProjectXml, isPdf, isWord, pdfName, richName, textName } from './write-project.ts';
import { readXmlStream } from './xml-stream.ts';

export interface RefiExportOptions {
  readonly unit: PositionUnit;
  /** Trame's own file goes along, so that nothing is lost between two Trames; without it the package holds what others read, and no history. */
  readonly withSideFile: boolean;
  readonly version: string;
}

const CHUNK_UTF16 = 262_144;
const PIECE_BYTES = 262_144;
const CACHE_KB = 65_536;
/** Packing level for what is only kept. */
const FASTEST = 1;
const DEEPEST_OF_ATLAS = 2;

/** What an export would lose and what others may misread; nothing is written. */
export function previewRefi(project: Project): Pick<RefiWritten, 'losses' | 'warnings'> {
  const texts = project.sqlite
    .prepare<[], SourceId>('SELECT id FROM source ORDER BY position')
    .pluck()
    .all()
    .map((id) => new WrittenSourceText(readText(project, id)));
  const changed = texts.filter(({ isChanged }) => isChanged).length;
  const wide = texts.filter(({ hasWideCharacters }) => hasWideCharacters).length;
  const lineEnds: RefiLoss[] = changed > 0 ? [{ fact: 'lineEnds', count: changed }] : [];
  const deep = deepCodes(project);
  return {
    losses: [...lostInRefi(project), ...lineEnds],
    warnings: [
      ...(wide > 0 ? [{ fact: 'wideCharacters', count: wide } as const] : []),
      ...(deep > 0 ? [{ fact: 'deepCodes', count: deep } as const] : []),
    ],
  };
}

/** Codes below the second level, the grid being the first: some programs show no more. */
function deepCodes({ sqlite }: Project): number {
  const sql = `WITH RECURSIVE deep(id, depth) AS (SELECT id, 2 FROM category WHERE parent_id IS NULL UNION ALL
      SELECT c.id, depth + 1 FROM category c JOIN deep d ON c.parent_id = d.id) SELECT count(*) FROM deep WHERE depth > ?`;
  return sqlite.prepare<[number], number>(sql).pluck().get(DEEPEST_OF_ATLAS) ?? 0;
}

/** Gathers small pieces; each is hashed on its way. */
function* hashed(pieces: Iterable<string>, take: (sha256: string) => void): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let pending = '';
  function flush(): Buffer {
    const bytes = Buffer.from(pending);
    pending = '';
    hash.update(bytes);
    return bytes;
  }
  for (const piece of pieces) {
    pending += piece;
    if (pending.length >= CHUNK_UTF16) yield flush();
  }
  yield flush();
  take(hash.digest('hex'));
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Writes the package to `path`, over what is there; a failure leaves what was there. */
export async function exportRefi(project: Project, path: string, options: RefiExportOptions): Promise<RefiWritten> {
  const usual = project.sqlite.pragma('cache_size', { simple: true }) as number;
  // every source asks for rows that lie all over the file
  project.sqlite.pragma(`cache_size = -${CACHE_KB}`);
  const unfinished = `${path}.${randomUUID()}.new`;
  const copy = `${unfinished}.trame`;
  try {
    const preview = previewRefi(project);
    await writePackage(project, unfinished, copy, options);
    const counts = await readBack(unfinished, options.unit);
    const { size } = statSync(unfinished);
    renameSync(unfinished, path);
    return { ...preview, counts, unit: options.unit, bytes: size };
  } catch (error) {
    if (error instanceof PackageTooLarge) throw new Refusal('refi.tooLarge', { file: basename(path) });
    if (error instanceof Error && 'syscall' in error) throw new Refusal('file.unwritable', { path });
    throw error;
  } finally {
    project.sqlite.pragma(`cache_size = ${usual}`);
    for (const left of [unfinished, copy]) if (existsSync(left)) rmSync(left);
  }
}

async function writePackage(project: Project, path: string, copy: string, { unit, withSideFile, version }: RefiExportOptions): Promise<void> {
  const { language } = readProject(project);
  // the text in hand is the one that is asked for again
  let latest: { id: string; text: WrittenSourceText } | null = null;
  const textOf = (id: string): WrittenSourceText => {
    if (latest?.id !== id) latest = { id, text: new WrittenSourceText(readText(project, id as SourceId)) };
    return latest.text;
  };
  const xml = new ProjectXml(project, { language, unit, version, textOf });
  const writer = new PackageWriter(path);
  const parts: Record<string, string> = {};
  try {
    let projectHash = '';
    await writer.addStream(
      'project.qde',
      hashed(xml.pieces(), (hash) => (projectHash = hash)),
    );
    const add = (name: string, bytes: Uint8Array): void => {
      parts[name] = sha256(bytes);
      writer.add(`sources/${name}`, bytes);
    };
    for (const source of sourcesOf(project)) {
      add(textName(source.id), Buffer.from(textOf(source.id).text));
      const nameOf = isWord(source) ? richName : isPdf(source) ? pdfName : null;
      const original = nameOf ? originalOf(project, source.originalSha256) : undefined;
      if (nameOf && original) add(nameOf(source.id), original);
    }
    for (const { id, text } of xml.notes.memos) add(textName(id), Buffer.from(text.replace(/\r\n?/g, '\n').toWellFormed()));
    if (withSideFile) await addSideFile(project, writer, copy, { project: projectHash, parts });
    writer.finish();
  } finally {
    writer.close();
  }
}

function sourcesOf({ sqlite }: Project): { id: string; originalName: string; originalSha256: string }[] {
  return sqlite
    .prepare<[], { id: string; originalName: string; originalSha256: string }>(
      'SELECT id, original_name AS originalName, original_sha256 AS originalSha256 FROM source ORDER BY position, rowid',
    )
    .all();
}

function originalOf({ sqlite }: Project, sha256: string): Uint8Array | undefined {
  return sqlite.prepare<[string], Buffer>('SELECT bytes FROM original WHERE sha256 = ?').pluck().get(sha256);
}

async function addSideFile(project: Project, writer: PackageWriter, copy: string, hashes: object): Promise<void> {
  project.sqlite.prepare('VACUUM INTO ?').run(copy);
  const hash = createHash('sha256');
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(copy, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>) {
      hash.update(piece);
      yield piece;
    }
  }
  await writer.addStream(SIDE_PROJECT, bytes(), FASTEST);
  writer.add(SIDE_INDEX, Buffer.from(JSON.stringify({ format: 'trame-refi', version: 1, ...hashes, study: hash.digest('hex') })));
}

const MOST_FAULTS = 5;

/** Ranges of a source that lie outside its text, or not on the words they quote. */
function faultsOf({ name, path, selections }: ReadSource, reader: PackageReader, unit: PositionUnit): string[] {
  const entry = partAt(reader, path);
  if (!entry) return [`${name} has no text`];
  const text = packageText(reader.read(entry));
  const positions = new Positions(text, { unit, lineEnd: 2, countsMark: false, includesEnd: false });
  return selections.flatMap((selection) => {
    const [start, end] = [positions.at(selection.start), positions.at(selection.end)];
    const isThere = start !== undefined && end !== undefined && start <= end && isQuote(text.text, start, end, quotedIn(selection.name));
    return isThere ? [] : [`${name} ${selection.start}-${selection.end}`];
  });
}

/** Reads the package as any reader would: the schema, every GUID and reference, every range inside its text and on the words it quotes. */
async function readBack(path: string, unit: PositionUnit): Promise<RefiCounts> {
  const reader = new PackageReader(path, basename(path));
  try {
    const check = new SchemaCheck();
    const faults: string[] = [];
    const read = new ReadProject((source) => faults.push(...faultsOf(source, reader, unit)));
    await readXmlStream(reader.stream(projectPart(reader, path)), path, [check, new ItemReader(read.take)]);
    faults.push(...check.faults);
    for (const note of read.notes) if (!partAt(reader, note.path)) faults.push(`note ${note.guid} has no text`);
    if (faults.length > 0) throw new Error(`the package does not hold: ${faults.slice(0, MOST_FAULTS).join('; ')}`);
    return read.counts;
  } finally {
    reader.close();
  }
}
