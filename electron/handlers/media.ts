// Answers the calls about recordings: files on their way in, piece by piece, and what lies beside the project already.
import { randomUUID } from 'node:crypto';
import type { mediaContract } from '../../shared/contract/media.ts';
import type { Parsed } from '../../shared/contract/contract.ts';
import { Refusal } from '../../shared/domain/failure.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { MediaInfo } from '../../shared/domain/source.ts';
import { addMedia, removeMedia } from '../commands/media.ts';
import type { Desk } from '../desk.ts';
import { subtitleFile } from '../exchange/subtitle-file.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { mediaFile, readMedia, storedMedia } from '../queries/media.ts';
import { MediaIntake } from '../storage/media-files.ts';
import { rowById } from '../storage/open-project.ts';
import { bytesIn, done, fileOut } from './reply.ts';

interface Upload {
  readonly intake: MediaIntake;
  readonly sourceId: SourceId;
  readonly name: string;
  readonly sizeBytes: number;
  /** The only recording that is wanted; null for any. */
  readonly sha256: string | null;
}

/** Files on their way into the open project; closing it ends them. */
class Uploads {
  readonly #desk: Desk;
  readonly #open = new Map<string, Upload>();

  constructor(desk: Desk) {
    this.#desk = desk;
    desk.onEvent((event) => {
      if (event.kind === 'project') for (const id of this.#open.keys()) this.cancel(id);
    });
  }

  /** Another file for the same source takes the place of the one on its way. */
  begin({ sourceId, name, sizeBytes, restores }: Parsed<'media.begin'>): { upload: string } {
    const project = this.#desk.project();
    if (project.isReadOnly) throw new Refusal('project.readOnly', { path: project.path });
    if (!rowById(project, 'source', sourceId)) throw new Refusal('source.unknown', { id: sourceId });
    const sha256 = restores ? (storedMedia(project, sourceId)?.sha256 ?? null) : null;
    for (const [id, other] of this.#open) if (other.sourceId === sourceId) this.cancel(id);
    const upload = randomUUID();
    this.#open.set(upload, { intake: new MediaIntake(project.path, name), sourceId, name, sizeBytes, sha256 });
    return { upload };
  }

  add(id: string, bytes: Uint8Array): void {
    const { intake, sizeBytes } = this.#find(id);
    // a file that grows meanwhile is not the one that was chosen
    if (intake.sizeBytes + bytes.length > sizeBytes) this.#giveUp(id, new Refusal('media.unknown'));
    try {
      intake.add(bytes);
    } catch (error) {
      this.#giveUp(id, error);
    }
  }

  finish(id: string, durationMs: number | null): MediaInfo {
    const { intake, sourceId, name, sizeBytes, sha256 } = this.#find(id);
    const session = this.#desk.session();
    if (intake.sizeBytes !== sizeBytes) this.#giveUp(id, new Refusal('media.unknown'));
    if (!rowById(session.project, 'source', sourceId)) this.#giveUp(id, new Refusal('source.unknown', { id: sourceId }));
    if (sha256 !== null && intake.sha256() !== sha256) this.#giveUp(id, new Refusal('media.otherFile', { file: name }));
    this.#open.delete(id);
    const before = storedMedia(session.project, sourceId);
    const kept = intake.keep();
    addMedia(session, { sourceId, originalName: name, durationMs, ...kept });
    const info = readMedia(session.project, sourceId);
    if (!info) throw new Error(`no recording of ${sourceId}`);
    // the file is back in its place, which no row tells
    if (before?.sha256 === kept.sha256) this.#desk.emit({ kind: 'changes', command: 'media.add', tables: ['media'] });
    return info;
  }

  cancel(id: string): void {
    this.#open.get(id)?.intake.discard();
    this.#open.delete(id);
  }

  #find(id: string): Upload {
    // closing it has ended what was on its way
    this.#desk.project();
    const upload = this.#open.get(id);
    if (!upload) throw new Refusal('media.unknown');
    return upload;
  }

  #giveUp(id: string, reason: unknown): never {
    this.cancel(id);
    throw reason;
  }
}

export function mediaHandlers(desk: Desk): Pick<Handlers, keyof typeof mediaContract> {
  const uploads = new Uploads(desk);
  return {
    'media.begin': (input) => uploads.begin(input),
    'media.add': ({ upload, base64 }) => done(uploads.add(upload, bytesIn(base64))),
    'media.finish': ({ upload, durationMs }) => uploads.finish(upload, durationMs),
    'media.cancel': ({ upload }) => {
      desk.project();
      return done(uploads.cancel(upload));
    },
    'media.remove': ({ sourceId }) => done(removeMedia(desk.session(), sourceId)),
    'media.path': ({ sha256 }) => {
      const file = mediaFile(desk.project(), sha256);
      if (!file) throw new Refusal('media.missing', { file: '' });
      return file;
    },
    'source.subtitles': ({ sourceId, format }) => {
      const { name, text } = subtitleFile(desk.project(), sourceId, format);
      return fileOut(name, format, text);
    },
  };
}
