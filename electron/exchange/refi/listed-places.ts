// Places in pictures, pages and recordings stand in a project as lines of a text, `[firstx 10, firsty 20 …] words`: one form, written and read back here.
import type { Language } from '../../../shared/domain/project.ts';
import { LANGUAGES } from '../../../shared/domain/project.ts';
import { refiText } from '../../../shared/i18n/refi.ts';

export interface ListedPlace {
  /** `begin 1000, end 2500` */
  readonly place: string;
  readonly name: string;
}

export interface PlaceLine extends ListedPlace {
  readonly start: number;
  readonly end: number;
}

/** The text of a list, and where its lines are. */
export function listingOf(source: string, listed: readonly ListedPlace[], language: Language): { text: string; lines: PlaceLine[] } {
  let text = `${refiText[language].listing(source)}\n`;
  const lines = listed.map(({ place, name }) => {
    const start = text.length;
    text += `[${place}]${name === '' ? '' : ` ${name.replace(/\s+/gu, ' ')}`}\n`;
    return { place, name, start, end: text.length - 1 };
  });
  return { text, lines };
}

const LINE = /^\[([a-z0-9 ,–+-]*)\](?: (.*))?$/u;

/** The lines of a text that is such a list and nothing else, whatever its language; null for any other. */
export function linesOfListing(source: string, text: string): PlaceLine[] | null {
  const [title = '', ...rest] = text.split('\n');
  if (!LANGUAGES.some((language) => refiText[language].listing(source) === title) || rest.pop() !== '') return null;
  const lines: PlaceLine[] = [];
  let start = title.length + 1;
  for (const line of rest) {
    const [, place, name = ''] = LINE.exec(line) ?? [];
    if (place === undefined) return null;
    lines.push({ place, name, start, end: start + line.length });
    start += line.length + 1;
  }
  return lines;
}

const SPOT = { firstx: 'firstX', firsty: 'firstY', secondx: 'secondX', secondy: 'secondY' } as const;
const TIMES = { begin: 'begin', end: 'end' } as const;

/** The attributes of a place in a picture, or in a recording; null where it is none, or none that the standard can say. */
export function placeIn(kind: 'picture' | 'audio' | 'video', { place }: ListedPlace): Record<string, string> | null {
  const names: Readonly<Record<string, string>> = kind === 'picture' ? SPOT : TIMES;
  const found = place.split(', ').map((part) => /^([a-z]+) ([+-]?\d{1,15})$/.exec(part));
  if (found.length !== Object.keys(names).length) return null;
  const attributes: Record<string, string> = {};
  for (const part of found) {
    const name = names[part?.[1] ?? ''];
    if (name === undefined || part?.[2] === undefined) return null;
    attributes[name] = part[2];
  }
  return Object.keys(attributes).length === found.length ? attributes : null;
}
