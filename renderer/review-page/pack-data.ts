// The study as the page holds it: blocks of packed text, each unpacked when it is needed.
import type { PackMatrix, PackSource, PackStudy } from '../../shared/domain/review-pack.ts';
// in plain code: tablets whose browsers have no DecompressionStream open it too, and a part of the pack is there at once when it is asked for
import { gunzipSync } from 'fflate';

/** Held here: what is drawn takes the place of everything else in the page. */
const blocks = new Map([...document.querySelectorAll('script[type="text/plain"]')].map((block) => [block.id, block]));

function unpacked(id: string): unknown {
  const packed = atob(blocks.get(id)?.textContent ?? '');
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  return JSON.parse(new TextDecoder().decode(gunzipSync(bytes)));
}

export function readStudy(): PackStudy {
  return unpacked('study') as PackStudy;
}

let latest: { readonly at: number; readonly source: PackSource } | null = null;

/** One source at a time is held. */
export function readSource(at: number): PackSource {
  if (latest?.at !== at) latest = { at, source: unpacked(`source-${at}`) as PackSource };
  return latest.source;
}

const matrices = new Map<number, PackMatrix>();

export function readMatrix(at: number): PackMatrix {
  const known = matrices.get(at) ?? (unpacked(`matrix-${at}`) as PackMatrix);
  matrices.set(at, known);
  return known;
}
