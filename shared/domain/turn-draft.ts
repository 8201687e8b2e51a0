// A turn in the making, offsets counted in the whole text, and how one speaker's label is spelt all along a file.
import { labelKey } from './speaker-labels.ts';
import type { Utf16 } from './text-offset.ts';

/** It reaches to the next draft's start, so that no unit of the text is lost between two. */
export interface Draft {
  readonly start: Utf16;
  bodyStart: Utf16;
  bodyEnd: Utf16;
  speaker: string | null;
  startMs: number | null;
  endMs: number | null;
}

/** Label → the first spelling met of it, letter case aside. */
export function firstSpelling(): (label: string) => string {
  const spellings = new Map<string, string>();
  return (label) => {
    const key = labelKey(label);
    const known = spellings.get(key);
    if (known === undefined) spellings.set(key, label);
    return known ?? label;
  };
}
