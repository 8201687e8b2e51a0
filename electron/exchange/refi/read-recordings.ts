// Some programs write a recorded interview as several sources: its text with the codings, and its recording with the same text as a transcript.
// Here these are told to be one.
import { alone } from './read-items.ts';

/** A moment of a recording, and where it is in the text as the package counts. */
export interface ReadMoment {
  readonly ms: number;
  readonly position: number;
}

/** What is asked of a source. */
interface SourceLike {
  readonly guid: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly path: string;
  readonly mediaPath: string;
  readonly moments?: readonly ReadMoment[];
  readonly selections: readonly unknown[];
  readonly listed: readonly unknown[];
  readonly codings: readonly unknown[];
  readonly notes: readonly unknown[];
  readonly values: readonly unknown[];
}

const RECORDED = /^(?:audio|video)source$/;

interface Recorded {
  readonly guid: string;
  readonly name: string;
  /** Of its transcript; empty where it has none. */
  readonly path: string;
  readonly mediaPath: string;
  readonly moments: readonly ReadMoment[];
}

/** Nothing is coded or said of it: it only has its file, and perhaps its transcript. */
function isBare({ selections, listed, codings, notes, values, description }: SourceLike): boolean {
  return selections.length + listed.length + codings.length + notes.length + values.length === 0 && description.trim() === '';
}

export class ReadRecordings {
  readonly #texts = new Map<string, string>();
  readonly #bare: Recorded[] = [];
  /** Path in the package → what the recording is called, for each that there is. */
  readonly named = new Map<string, string>();

  add(source: SourceLike): void {
    const { kind, guid, name, path, mediaPath, moments = [] } = source;
    if (!RECORDED.test(kind)) {
      if (kind === 'textsource' && path !== '') this.#texts.set(alone(path), alone(guid));
      return;
    }
    if (mediaPath !== '') this.named.set(alone(mediaPath), alone(name));
    if (guid !== '' && mediaPath !== '' && isBare(source)) this.#bare.push({ guid, name, path, mediaPath, moments });
  }

  /** The recording of a text, with its moments, where another source of the package is that. */
  of({ kind, path, mediaPath }: Pick<SourceLike, 'kind' | 'path' | 'mediaPath'>): Recorded | undefined {
    return kind === 'textsource' && mediaPath === '' && path !== '' ? this.#bare.find((recorded) => recorded.path === path) : undefined;
  }

  /** The text that a source is only the recording of; null for every other source. */
  textOf(source: Pick<SourceLike, 'guid' | 'kind'>): string | null {
    const own = RECORDED.test(source.kind) ? this.#bare.find(({ guid }) => guid === source.guid) : undefined;
    if (!own) return null;
    const twin = own.path === '' ? this.#bare.find(({ path, mediaPath }) => path !== '' && mediaPath === own.mediaPath) : own;
    return (twin && this.#texts.get(twin.path)) ?? null;
  }
}
