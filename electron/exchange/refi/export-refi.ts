// A project as one file that other programs for qualitative analysis read (qdpx): written beside its place, looked at as a stranger's would be, then put there.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, renameSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { RefiLoss, RefiPreview, RefiWritten } from '../../../shared/domain/refi.ts';
import { readProject } from '../../queries/project.ts';
import { readText } from '../../queries/sources.ts';
import type { Project } from '../../storage/open-project.ts';
import { plainCopy } from '../../storage/recast.ts';
import { lostInRefi } from './losses.ts';
import { PackageTooLarge, PackageWriter, packAside } from './package-writer.ts';
import type { Packed } from './package-writer.ts';
import { readBack } from './read-back.ts';
import { SIDE_INDEX, SIDE_PROJECT } from './side-file.ts';
import { SourceFiles, recordingsThatTravel, textName } from './source-files.ts';
import type { Recording } from './source-files.ts';
import { ProjectXml } from './write-project.ts';
import { type PositionUnit, WrittenSourceText } from './written-text-positions.ts';

export interface RefiExportOptions {
  readonly unit: PositionUnit;
  /** Trame's own file goes along, so that nothing is lost between two Trames; without it the package holds what others read, and no history. */
  readonly withSideFile: boolean;
  readonly version: string;
  /** Recordings go along, unless they are left out. */
  readonly withRecordings?: boolean | undefined;
  /** Told now and then how far it is. */
  readonly tell?: (done: number, total: number) => void;
}

/** Each source is written, packed and read back. */
const TURNS_OF_A_SOURCE = 3;

function stepsOf({ sqlite }: Project, tell: RefiExportOptions['tell']): () => void {
  const total = TURNS_OF_A_SOURCE * (sqlite.prepare<[], number>('SELECT count(*) FROM source').pluck().get() ?? 0);
  let done = 0;
  return () => tell?.((done += 1), Math.max(done, total));
}

const CHUNK_UTF16 = 262_144;
const PIECE_BYTES = 262_144;
const CACHE_KB = 65_536;
/** Packing level for what is only kept. */
const FASTEST = 1;
const DEEPEST_OF_ATLAS = 2;

/** What an export would lose and what others may misread; nothing is written. */
export function previewRefi(project: Project, withRecordings = true): RefiPreview {
  let [changed, wide] = [0, 0];
  for (const id of project.sqlite.prepare<[], SourceId>('SELECT id FROM source ORDER BY position').pluck().all()) {
    const text = new WrittenSourceText(readText(project, id));
    changed += Number(text.isChanged);
    wide += Number(text.hasWideCharacters);
  }
  const lineEnds: RefiLoss[] = changed > 0 ? [{ fact: 'lineEnds', count: changed }] : [];
  const deep = deepCodes(project);
  const recordings = recordingsThatTravel(project);
  return {
    losses: [...lostInRefi(project, withRecordings ? recordings : { sources: [], left: recordings.sources.length + recordings.left }), ...lineEnds],
    warnings: [
      ...(wide > 0 ? [{ fact: 'wideCharacters', count: wide } as const] : []),
      ...(deep > 0 ? [{ fact: 'deepCodes', count: deep } as const] : []),
    ],
    recordings: { count: recordings.sources.length, bytes: recordings.bytes },
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
  const aside = options.withSideFile ? new SideFile(project, unfinished) : null;
  try {
    const { losses, warnings } = previewRefi(project, options.withRecordings);
    const step = stepsOf(project, options.tell);
    await writePackage(project, unfinished, aside, options, step);
    const counts = await readBack(unfinished, options.unit, step);
    const { size } = statSync(unfinished);
    renameSync(unfinished, path);
    return { losses, warnings, counts, unit: options.unit, bytes: size };
  } catch (error) {
    if (error instanceof PackageTooLarge) throw new Refusal('refi.tooLarge', { file: basename(path) });
    if (error instanceof Error && 'syscall' in error) throw new Refusal('file.unwritable', { path });
    throw error;
  } finally {
    project.sqlite.pragma(`cache_size = ${usual}`);
    await aside?.remove();
    rmSync(unfinished, { force: true });
  }
}

/** Trame's own project for the package: packed while the rest is written. */
class SideFile {
  readonly #copy: string;
  readonly #packed: string;
  readonly #packing: Promise<Packed>;
  readonly #hash = createHash('sha256');

  constructor(project: Project, beside: string) {
    this.#copy = `${beside}.trame`;
    this.#packed = `${beside}.packed`;
    plainCopy(project, this.#copy);
    this.#packing = packAside(this.#bytes(), this.#packed, FASTEST);
    // whoever waits for it hears of its failure
    this.#packing.catch(() => undefined);
  }

  async *#bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(this.#copy, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>) {
      this.#hash.update(piece);
      yield piece;
    }
  }

  /** @param hashes of what else the package holds: while it says the same, this file tells the whole */
  async addTo(writer: PackageWriter, hashes: object): Promise<void> {
    const packed = await this.#packing;
    rmSync(this.#copy);
    await writer.addPacked(SIDE_PROJECT, this.#packed, packed);
    writer.add(SIDE_INDEX, Buffer.from(JSON.stringify({ format: 'trame-refi', version: 1, ...hashes, study: this.#hash.digest('hex') })));
  }

  async remove(): Promise<void> {
    await this.#packing.catch(() => undefined);
    for (const left of [this.#copy, this.#packed]) rmSync(left, { force: true });
  }
}

async function writePackage(
  project: Project,
  path: string,
  aside: SideFile | null,
  { unit, version, withRecordings = true }: RefiExportOptions,
  step: () => void,
): Promise<void> {
  const { language } = readProject(project);
  // the text in hand is the one that is asked for again
  let latest: { id: string; text: WrittenSourceText } | null = null;
  const textOf = (id: string): WrittenSourceText => {
    if (latest?.id !== id) latest = { id, text: new WrittenSourceText(readText(project, id as SourceId)) };
    return latest.text;
  };
  const xml = new ProjectXml(project, { language, unit, version, withRecordings, textOf, step });
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
    const files = new SourceFiles(project, withRecordings);
    for (const source of files.all()) {
      add(textName(source.id), Buffer.from(textOf(source.id).text));
      const original = files.original(source);
      const bytes = original && files.bytesOf(source);
      if (original && bytes) add(original.file, bytes);
      const recording = files.recording(source);
      if (recording && !(recording.file in parts)) parts[recording.file] = await addRecording(writer, recording);
      step();
    }
    for (const { id, text } of xml.memos) add(textName(id), Buffer.from(text.replace(/\r\n?/g, '\n').toWellFormed()));
    await aside?.addTo(writer, { project: projectHash, parts });
    writer.finish();
  } finally {
    writer.close();
  }
}

/** Its hash. */
async function addRecording(writer: PackageWriter, { path, file }: Recording): Promise<string> {
  const hash = createHash('sha256');
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>) {
      hash.update(piece);
      yield piece;
    }
  }
  await writer.addStored(`sources/${file}`, bytes());
  return hash.digest('hex');
}
