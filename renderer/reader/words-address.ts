// Words of a text as a part of an address: from one anchor to another, so that a way into the reader can name words that nothing marks yet.
import type { TurnId } from '../../shared/domain/ids.ts';
import type { Anchor, Utf16 } from '../../shared/domain/text-offset.ts';

export interface AnchoredWords {
  readonly start: Anchor;
  readonly end: Anchor;
}

const written = ({ turnId, offsetUtf16 }: Anchor): string => `${turnId}.${offsetUtf16}`;

export function wordsAddress({ start, end }: AnchoredWords): string {
  return `${written(start)}~${written(end)}`;
}

/** Null for what is no such address: it may have been typed, or come from another version. */
export function wordsOfAddress(address: string): AnchoredWords | null {
  const [start, end, more] = address.split('~').map(anchorOf);
  return start && end && more === undefined ? { start, end } : null;
}

function anchorOf(text: string): Anchor | null {
  const [, turnId, offset] = /^([\w-]+)\.(\d+)$/.exec(text) ?? [];
  return turnId === undefined || offset === undefined ? null : { turnId: turnId as TurnId, offsetUtf16: Number(offset) as Utf16 };
}
