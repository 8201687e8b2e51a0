// The corpus in stretches of a few sentences, of about as many words each: what is classified, compared, proposed. None crosses two turns.
import type { WordStore } from './word-store.ts';

/** By the number of the stretch. */
export interface Stretches {
  readonly count: number;
  /** Places in the store's sources. */
  readonly sources: Uint32Array;
  /** Numbers of words in the source: the first, and the one after the last. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Of each source its first stretch; one entry more. */
  readonly sourceStarts: Uint32Array;
}

interface StretchSetting {
  /** A stretch ends with the sentence that brings it to this; longer sentences, as speech has them, are cut. */
  readonly words: number;
  readonly withInterviewers: boolean;
}

/** A sentence this much longer than a stretch is cut. */
const TOO_LONG = 1.5;

function build({ sources }: WordStore, { words, withInterviewers }: StretchSetting): Stretches {
  const [inSource, from, to, sourceStarts]: [number[], number[], number[], number[]] = [[], [], [], []];
  sources.forEach(({ sentenceTurns, sentenceStarts, turnAsks }, place) => {
    sourceStarts.push(from.length);
    let [start, turn] = [-1, -1];
    const close = (end: number): void => {
      if (start < 0 || end <= start) return;
      // cut into equal pieces where it is far too long
      const pieces = end - start > words * TOO_LONG ? Math.ceil((end - start) / words) : 1;
      for (let piece = 0; piece < pieces; piece += 1) {
        inSource.push(place);
        from.push(start + Math.floor(((end - start) * piece) / pieces));
        to.push(start + Math.floor(((end - start) * (piece + 1)) / pieces));
      }
      start = -1;
    };
    sentenceTurns.forEach((own, sentence) => {
      const [first, end] = [sentenceStarts[sentence] ?? 0, sentenceStarts[sentence + 1] ?? 0];
      if (own !== turn) close(first);
      turn = own;
      if (!withInterviewers && turnAsks[own] === 1) return;
      // what is long by itself begins a stretch of its own
      if (start >= 0 && end - start > words * TOO_LONG) close(first);
      if (start < 0) start = first;
      if (end - start >= words) close(end);
    });
    close(sentenceStarts.at(-1) ?? 0);
  });
  sourceStarts.push(from.length);
  return {
    count: from.length,
    sources: Uint32Array.from(inSource),
    from: Uint32Array.from(from),
    to: Uint32Array.from(to),
    sourceStarts: Uint32Array.from(sourceStarts),
  };
}

const kept = new WeakMap<WordStore, Map<string, Stretches>>();

export function stretchesOf(store: WordStore, setting: StretchSetting): Stretches {
  let own = kept.get(store);
  if (!own) kept.set(store, (own = new Map()));
  const key = `${setting.words} ${setting.withInterviewers}`;
  let stretches = own.get(key);
  if (!stretches) own.set(key, (stretches = build(store, setting)));
  return stretches;
}
