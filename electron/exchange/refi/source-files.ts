// The files of a source in a package: its text, what the text was taken from, its recording. They bear derived names: the text of a source is not the source.
import { extname } from 'node:path';
import { mediaFile } from '../../queries/media.ts';
import { mediaSize } from '../../storage/media-files.ts';
import type { Project } from '../../storage/open-project.ts';
import { derivedGuid } from './guids.ts';

/** The standard's own limit of a file in a package. */
export const LARGEST_FILE_BYTES = 2_147_483_647;

export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly importedAt: string;
  readonly originalSha256: string;
  readonly originalName: string;
}

/** What the text was taken from, where the package holds it too. */
export interface Original {
  readonly kind: 'word' | 'pages' | 'picture';
  readonly file: string;
}

export interface Recording {
  readonly kind: 'audio' | 'video';
  readonly originalName: string;
  readonly path: string;
  readonly file: string;
}

const KINDS = [
  ['word', /\.docx$/i, 'rich'],
  ['pages', /\.pdf$/i, 'pages'],
  ['picture', /\.(?:jpe?g|png)$/i, 'picture'],
] as const;

const ending = (name: string): string => extname(name).toLowerCase();

export const textName = (id: string): string => `${derivedGuid('text', id)}.txt`;

/** Two sources of one recording share its file. */
export const recordingName = (sha256: string, originalName: string): string => `${derivedGuid('recording', sha256)}${ending(originalName)}`;

export class SourceFiles {
  readonly #project: Project;
  readonly #kept: { get(sha256: string): unknown };
  readonly #media: ReadonlyMap<string, { sha256: string; originalName: string; mime: string }>;

  constructor(project: Project, withRecordings: boolean) {
    this.#project = project;
    this.#kept = project.sqlite.prepare<[string], number>('SELECT 1 FROM original WHERE sha256 = ?');
    this.#media = new Map(withRecordings ? recordingRows(project).map((row) => [row.sourceId, row]) : []);
  }

  all(): SourceRow[] {
    const sql =
      'SELECT id, name, imported_at AS importedAt, original_sha256 AS originalSha256, original_name AS originalName FROM source ORDER BY position, rowid';
    return this.#project.sqlite.prepare<[], SourceRow>(sql).all();
  }

  original({ id, originalName, originalSha256 }: SourceRow): Original | null {
    const known = KINDS.find(([, pattern]) => pattern.test(originalName));
    if (!known || this.#kept.get(originalSha256) === undefined) return null;
    const [kind, , part] = known;
    return { kind, file: `${derivedGuid(part, id)}${ending(originalName)}` };
  }

  bytesOf({ originalSha256 }: SourceRow): Uint8Array | undefined {
    return this.#project.sqlite.prepare<[string], Buffer>('SELECT bytes FROM original WHERE sha256 = ?').pluck().get(originalSha256);
  }

  /** Null too where it does not lie beside the project, or is larger than a package may hold. */
  recording({ id }: Pick<SourceRow, 'id'>): Recording | null {
    const row = this.#media.get(id);
    const path = row && travellingFile(this.#project, row.sha256);
    if (!row || path === null || path === undefined) return null;
    const { sha256, originalName, mime } = row;
    return { kind: mime.startsWith('video/') ? 'video' : 'audio', originalName, path, file: recordingName(sha256, originalName) };
  }
}

interface RecordingRow {
  readonly sourceId: string;
  readonly sha256: string;
  readonly originalName: string;
  readonly mime: string;
}

function recordingRows({ sqlite }: Project): RecordingRow[] {
  return sqlite.prepare<[], RecordingRow>('SELECT source_id AS sourceId, sha256, original_name AS originalName, mime FROM media').all();
}

function travellingFile(project: Project, sha256: string): string | null {
  const path = mediaFile(project, sha256)?.path;
  return path !== undefined && (mediaSize(path) ?? Infinity) <= LARGEST_FILE_BYTES ? path : null;
}

/** Sources whose recording goes along, and their bytes together; of the others it does not. */
export function recordingsThatTravel(project: Project): { readonly sources: readonly string[]; readonly bytes: number; readonly left: number } {
  const rows = recordingRows(project);
  const there = rows.flatMap(({ sourceId, sha256 }) => {
    const path = travellingFile(project, sha256);
    return path === null ? [] : [{ sourceId, path }];
  });
  const paths = new Set(there.map(({ path }) => path));
  const bytes = [...paths].reduce((sum, path) => sum + (mediaSize(path) ?? 0), 0);
  return { sources: there.map(({ sourceId }) => sourceId), bytes, left: rows.length - there.length };
}
