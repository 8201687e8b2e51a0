// A package of another program (qdpx) as a new project: read whole before the first byte is written, and nothing is left behind where it cannot be.
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Refusal } from '../../../shared/domain/failure.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/project.ts';
import type { RefiConvention, RefiRead } from '../../../shared/domain/refi.ts';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { refiText } from '../../../shared/i18n/refi.ts';
import { adoptProject, createProject } from '../../commands/create-project.ts';
import { writeArrivalMemo } from './arrival-memo.ts';
import { runTogether } from '../../commands/run-command.ts';
import { BringIn } from './bring-in-refi.ts';
import { bringRecordings, restoreRecordings } from './brought-recordings.ts';
import type { BroughtRecording, PackageFiles } from './bring-in-state.ts';
import { isGuid } from './guids.ts';
import { KeptXml } from './kept-xml.ts';
import { PackageReader } from './package-reader.ts';
import { partAt, projectPart } from './package-parts.ts';
import { packageText, usualCounting } from './position-convention.ts';
import { ItemReader } from './read-items.ts';
import { ReadProject } from './read-project.ts';
import type { ReadSource } from './read-project.ts';
import { SampleTexts } from './sample-texts.ts';
import { SIDE_PROJECT, isUntouched, sideIndex } from './side-file.ts';
import { readXmlStream } from './xml-stream.ts';

export interface RefiImportOptions {
  /** The package's own title when left out. */
  readonly title?: string | undefined;
  readonly language: Language;
  /** Names this copy in the log's entries. */
  readonly origin: string;
  /** As from a stranger: Trame's own file in the package is left aside. */
  readonly withoutSideFile?: boolean | undefined;
  /** Writes what came, what changed and what to look at as a memo of the new project. */
  readonly withMemo?: boolean | undefined;
}

const CACHE_KB = 65_536;

function filesOf(reader: PackageReader): PackageFiles {
  const bytes = (path: string): Uint8Array | null => {
    const entry = partAt(reader, path);
    return entry ? reader.read(entry) : null;
  };
  return {
    bytes,
    text: ({ path, inline }) => {
      const content = path === '' ? null : bytes(path);
      if (content) return packageText(content);
      return inline === null ? null : { text: inline.replace(/^\ufeff/, ''), hasMark: false, isWindows1252: false };
    },
  };
}

interface FirstLook {
  readonly read: ReadProject;
  readonly samples: SampleTexts;
  /** In how many distinct stretches the selections lie, text by text. */
  readonly stretches: number;
  readonly hash: string;
}

/** What there is, and how positions seem to be counted; what stands in the sources is read again when they are brought in. */
async function lookOver(reader: PackageReader, file: string, xml: KeptXml): Promise<FirstLook> {
  const samples = new SampleTexts();
  let stretches = 0;
  const read = new ReadProject((source) => {
    samples.take(source);
    stretches += new Set(source.selections.map(({ start, end }) => `${start} ${end}`)).size;
  });
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of reader.stream(projectPart(reader, file))) {
      hash.update(piece);
      xml.add(piece);
      yield piece;
    }
  }
  await readXmlStream(hashed(), file, [new ItemReader(read.take)]);
  if (!read.isProject) throw unreadable(file, 'notRefi');
  return { read, samples, stretches, hash: hash.digest('hex') };
}

/** The whole path of a project that can be made there. */
export function assertNewProject(path: string): string {
  const target = resolve(path);
  if (existsSync(target)) throw new Refusal('project.exists', { path: target });
  if (!existsSync(dirname(target))) throw new Refusal('project.folderMissing', { path: dirname(target) });
  return target;
}

/** Makes the project at `path` from the package; says what came and how. A refusal leaves no file. */
export async function newProjectFromRefi(packagePath: string, path: string, options: RefiImportOptions): Promise<RefiRead> {
  const target = assertNewProject(path);
  if (!existsSync(packagePath)) throw new Refusal('file.notFound', { path: packagePath });
  const file = basename(packagePath);
  const reader = new PackageReader(packagePath, file);
  const xml = new KeptXml();
  try {
    const { read, samples, stretches, hash } = await lookOver(reader, file, xml);
    const index = options.withoutSideFile === true ? null : sideIndex(reader);
    if (index && (await isUntouched(reader, index, hash)) && (await restore(reader, index.study, target))) {
      await restoreRecordings(reader, target);
      return whole(read, stretches);
    }
    const files = filesOf(reader);
    const convention = samples.convention(read.origin, files);
    const { brought: recordings, remove } = await bringRecordings(reader, read.recordings.named, target);
    try {
      const report = bringProject({ read, files, sources: () => xml.sources(file), convention, recordings }, target, options);
      return index ? { ...report, changes: [...report.changes, { what: 'sideFileOutdated', count: 1 }] } : report;
    } catch (error) {
      remove();
      throw error;
    }
  } finally {
    xml.close();
    reader.close();
  }
}

/** Trame's own file, put in place as it was; false where it is none or not the one that was packed. */
async function restore(reader: PackageReader, expected: string, target: string): Promise<boolean> {
  const entry = reader.find(SIDE_PROJECT);
  if (!entry) return false;
  const unfinished = `${target}.${randomUUID()}.new`;
  const hash = createHash('sha256');
  try {
    const out = openSync(unfinished, 'wx');
    try {
      for await (const piece of reader.stream(entry)) {
        hash.update(piece);
        for (let done = 0; done < piece.length; ) done += writeSync(out, piece, done);
      }
    } finally {
      closeSync(out);
    }
    if (hash.digest('hex') !== expected) return false;
    adoptProject(unfinished, target);
    return true;
  } catch (error) {
    // a file that is no sound project is as if it were not there: the rest of the package tells what it can
    if (error instanceof Refusal && error.code !== 'project.exists') return false;
    throw error;
  } finally {
    for (const left of ['', '-wal', '-shm', '-journal']) if (existsSync(`${unfinished}${left}`)) rmSync(`${unfinished}${left}`);
  }
}

function whole(read: ReadProject, stretches: number): RefiRead {
  const { counts } = read;
  return {
    origin: read.origin,
    isWhole: true,
    convention: { ...usualCounting(read.origin), isUsual: true },
    found: counts,
    made: {
      coders: counts.users,
      categories: counts.codes - read.codes.filter(({ parent, isCodable }) => parent === null && !isCodable).length,
      cases: counts.cases,
      attributes: counts.variables,
      sources: read.sources.filter((source) => read.recordings.textOf(source) === null).length,
      passages: stretches,
      codings: counts.codings,
      memos: counts.notes,
      links: counts.links,
    },
    changes: [],
    uncertain: [],
    moreUncertain: 0,
  };
}

/** A study that was read, as a project of its own. */
export function bringProject(
  study: {
    readonly read: ReadProject;
    readonly sources: () => Iterable<ReadSource>;
    readonly files: PackageFiles;
    readonly convention: RefiConvention;
    readonly recordings?: ReadonlyMap<string, BroughtRecording>;
  },
  target: string,
  { title, language, origin, withMemo }: RefiImportOptions,
): RefiRead {
  const { read, convention } = study;
  const [first] = read.users;
  let report: RefiRead | undefined;
  const about = {
    title: title?.trim() || read.name.trim().replace(/\.qde$/i, '') || refiText[language].project,
    question: read.description,
    language,
    coderName: first?.name ?? '',
    ...(first?.initials ? { coderInitials: first.initials } : {}),
    ...(first && isGuid(first.guid) ? { coderId: first.guid as CoderId } : {}),
  };
  createProject(target, about, origin, (session) => {
    const work = new BringIn({ session, language, ...study });
    // ids come in no order: with the pages of their indexes at hand, one is not fetched anew for every row
    session.project.sqlite.pragma(`cache_size = -${CACHE_KB}`);
    runTogether(session, () => work.run());
    report = {
      origin: read.origin,
      isWhole: false,
      convention,
      found: read.counts,
      made: work.made,
      changes: work.changes.list(),
      uncertain: work.uncertain,
      moreUncertain: work.moreUncertain,
    };
    if (withMemo === true) writeArrivalMemo(session, report, language);
  });
  if (!report) throw new Error('no report');
  return report;
}
