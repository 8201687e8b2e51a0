// The ways back from paper to the text: the address that exported references carry, the passage's bookmark, the citation as it is printed.
import { passageId } from './ids.ts';
import type { PassageId } from './ids.ts';

/** What somebody followed, pasted or typed. */
export type Reference =
  /** `projectId` null: in the open project. */
  | { readonly kind: 'passage'; readonly projectId: string | null; readonly passageId: PassageId }
  /** `E12 §34`: a source by its code, a turn by its number; without number the source alone. */
  | { readonly kind: 'citation'; readonly code: string; readonly turn: number };

/** Longer than any reference: nothing longer is looked at. */
export const MOST_REFERENCE = 400;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LINK = /^trame:\/\/open\/?\?(.*)$/;

/** Opens the workbench at a passage. */
export function passageAddress(projectId: string, passage: string): string {
  return `trame://open?project=${projectId}&passage=${passage}`;
}

/** The passage's name in every export: what a bookmark of Word may be called. */
export function passageBookmark(passage: string): string {
  return `p_${passage.replaceAll('-', '')}`;
}

function passageOf(text: string): PassageId | null {
  const found = passageId.safeParse(text);
  return found.success ? found.data : null;
}

/** The passage that an address names; null for whatever is not exactly two ids, each once. */
export function passageInLink(link: string): (Reference & { kind: 'passage'; projectId: string }) | null {
  const [, query] = LINK.exec(link.trim()) ?? [];
  if (query === undefined || link.length > MOST_REFERENCE) return null;
  const given = query.split('&').map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
  const values = new Map(given);
  const projectId = values.get('project') ?? '';
  const passage = passageOf(values.get('passage') ?? '');
  if (given.length !== 2 || !UUID.test(projectId) || passage === null) return null;
  return { kind: 'passage', projectId, passageId: passage };
}

/** `p_` and 32 digits, as bookmarks are called; printed again, they have a number after them. */
function passageOfBookmark(text: string): PassageId | null {
  const [, digits] = /^p_([0-9a-f]{32})(?:_\d{1,4})?$/.exec(text) ?? [];
  if (digits === undefined) return null;
  return passageOf([digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-'));
}

/** `(E12, DRH, §34)` and `E12 §34` alike. */
function citationIn(text: string): Reference | null {
  const bare = text.replace(/^\((.*)\)$/su, '$1');
  const [, code, turn] = /^([^,§]{1,200}?)(?:,[^§]*)?[\s,]§\s?(\d{1,7})$/u.exec(bare) ?? [];
  return code === undefined || turn === undefined ? null : { kind: 'citation', code: code.trim(), turn: Number(turn) };
}

/** Null for words that are no reference. */
export function referenceIn(text: string): Reference | null {
  const trimmed = text.trim();
  if (trimmed.length > MOST_REFERENCE) return null;
  if (/^trame:/i.test(trimmed)) return passageInLink(trimmed);
  const passage = passageOf(trimmed.toLowerCase()) ?? passageOf(trimmed.toLowerCase().replace(/^p_/, '')) ?? passageOfBookmark(trimmed.toLowerCase());
  return passage === null ? citationIn(trimmed) : { kind: 'passage', projectId: null, passageId: passage };
}
