// An interview of Sonal Pi (.sonal): a web page whose `lblseg` elements are the segments spoken, with their speaker and times.
// After the format's description and example files in the program's public repository (docs/FORMATS.md, 2026).
import { Parser } from 'htmlparser2';
import { unreadable } from '../../../shared/domain/unreadable.ts';
import { decodeMarkup } from './decode-markup.ts';
import type { SpokenSegment } from './spoken-segments.ts';

/** Words set alike: what they are coded as, and what somebody remarked of them. They count in the segment's words. */
export interface SonalFragment {
  readonly from: number;
  to: number;
  /** `cat_003` */
  readonly codes: readonly string[];
  readonly remark: string;
  readonly author: string;
}

export interface SonalSegment extends SpokenSegment {
  readonly fragments: readonly SonalFragment[];
}

interface OpenSegment {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  words: string;
  fragments: SonalFragment[];
}

/** The segments that have words. A word made anonymous in Sonal comes as its pseudonym. `file`: the name a refusal cites. */
export function readSonal(bytes: Uint8Array, file: string): SonalSegment[] {
  const { text: markup } = decodeMarkup(bytes, file);
  const names = speakerNames(markup);
  const segments: OpenSegment[] = [];
  // For each element around the words: whether it begins a segment, and what it says instead of its words.
  const open: { readonly isSegment: boolean; readonly pseudonym: string | null; readonly fragment: SonalFragment | null }[] = [];
  let current: OpenSegment | null = null;
  new Parser({
    onopentag: (_name, attributes) => {
      const classes = (attributes['class'] ?? '').split(/\s+/);
      const isSegment = current === null && classes.includes('lblseg');
      if (isSegment) {
        current = { ...speakerAndTimes(attributes, names), words: '', fragments: [] };
        segments.push(current);
      }
      const pseudonym = classes.includes('anon') ? (attributes['data-pseudo'] ?? null) : null;
      const fragment = current && !isSegment ? fragmentOf(attributes, classes, current.words.length) : null;
      if (fragment) current?.fragments.push(fragment);
      if (pseudonym !== null && current) current.words += pseudonym;
      open.push({ isSegment, pseudonym, fragment });
    },
    onclosetag: () => {
      const closed = open.pop();
      if (closed?.fragment && current) closed.fragment.to = current.words.length;
      if (closed?.isSegment) current = null;
    },
    ontext: (value) => {
      if (current && !open.some(({ pseudonym }) => pseudonym !== null)) current.words += value;
    },
  }).end(markup);
  if (segments.length === 0) throw unreadable(file, 'notAsNamed');
  return segments;
}

function fragmentOf(attributes: Readonly<Record<string, string>>, classes: readonly string[], from: number): SonalFragment {
  const codes = classes.filter((name) => /^cat_\w+$/.test(name));
  return { from, to: from, codes, remark: (attributes['data-obs'] ?? '').trim(), author: (attributes['data-auth'] ?? '').trim() };
}

function speakerAndTimes(
  attributes: Readonly<Record<string, string>>,
  names: readonly unknown[],
): Pick<OpenSegment, 'speaker' | 'startMs' | 'endMs'> {
  const listed = names[Number(attributes['data-loc'])];
  const name = typeof listed === 'string' && listed.trim() !== '' ? listed : (attributes['data-nomloc'] ?? '');
  return { speaker: name.trim() || null, startMs: msOf(attributes['data-deb']), endMs: msOf(attributes['data-fin']) };
}

/** Times are seconds. */
function msOf(seconds: string | undefined): number | null {
  const value = Number.parseFloat(seconds ?? '');
  return Number.isFinite(value) && value >= 0 ? Math.round(value * 1000) : null;
}

/** Speakers by number, from the list that the page carries as JSON, in braces of its own or not. */
function speakerNames(markup: string): readonly unknown[] {
  const begin = /<script[^>]{0,200}\bid=["']loc-json["'][^>]{0,200}>/i.exec(markup);
  if (!begin) return [];
  const from = begin.index + begin[0].length;
  const script = markup.slice(from, markup.indexOf('</script>', from));
  try {
    const names: unknown = JSON.parse(script.slice(script.indexOf('['), script.lastIndexOf(']') + 1));
    return Array.isArray(names) ? names : [];
  } catch {
    return [];
  }
}
