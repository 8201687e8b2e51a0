// How the table is laid out: how wide its heads and columns are, and which of them stay in view.
import type { MatrixLayout } from '../../shared/domain/matrix.ts';

export const NEW_LAYOUT: MatrixLayout = {
  headWidth: null,
  widths: {},
  collapsed: [],
  frozenColumns: 0,
  isShaded: false,
  showsSparklines: false,
};

export function sameLayout(a: MatrixLayout, b: MatrixLayout): boolean {
  const sameSet = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((key) => other.includes(key));
  const [ours, theirs] = [Object.entries(a.widths), b.widths];
  return (
    a.headWidth === b.headWidth &&
    a.frozenColumns === b.frozenColumns &&
    a.isShaded === b.isShaded &&
    a.showsSparklines === b.showsSparklines &&
    sameSet(a.collapsed, b.collapsed) &&
    ours.length === Object.keys(theirs).length &&
    ours.every(([key, width]) => theirs[key] === width)
  );
}

/** CSS pixels. */
export const HEAD = { usual: 150, narrow: 112, narrowUnder: 900, least: 80, most: 600 } as const;
export const COLUMN = { least: 40, most: 900 } as const;

export function headWidthOf(layout: MatrixLayout, windowWidth: number): number {
  return layout.headWidth ?? (windowWidth < HEAD.narrowUnder ? HEAD.narrow : HEAD.usual);
}

/** Columns as they stand: `offsets[n]` is where column n begins, after the heads; the last one is where they all end. Pixels. */
export interface Columns {
  readonly widths: readonly number[];
  readonly offsets: readonly number[];
  /** How many stay in view beside the heads. */
  readonly frozen: number;
}

const MOST_FROZEN_SHARE = 0.6;

/** What each gets of the room: as much as the others, unless it needs more; what those take beyond is missing to the rest. */
function shares(needs: readonly number[], room: number): number[] {
  const given = new Map<number, number>();
  let left = room;
  for (const [at, need] of [...needs.entries()].toSorted(([, one], [, other]) => other - one)) {
    const share = Math.max(need, left / (needs.length - given.size));
    given.set(at, share);
    left -= share;
  }
  return needs.map((_, at) => given.get(at) ?? 0);
}

/**
 * Columns keep the width that was given to them; the others share what room is left, and are never narrower than `least` nor than the
 * longest word of their head. Frozen ones that would leave too little room for the rest scroll along.
 * @param wordsPx of each column's head
 */
export function columnsOf(keys: readonly string[], layout: MatrixLayout, least: number, room: number, wordsPx: readonly number[] = []): Columns {
  const given = keys.map((key) => layout.widths[key]);
  const taken = given.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const needs = given.flatMap((width, at) => (width === undefined ? [Math.max(least, wordsPx[at] ?? 0)] : []));
  const shared = shares(needs, room - taken);
  const widths = given.map((width) => width ?? shared.shift() ?? least);
  const offsets = [0];
  for (const width of widths) offsets.push((offsets.at(-1) ?? 0) + width);
  let frozen = Math.min(layout.frozenColumns, keys.length - 1);
  while (frozen > 0 && (offsets[frozen] ?? 0) > room * MOST_FROZEN_SHARE) frozen -= 1;
  return { widths, offsets, frozen: Math.max(0, frozen) };
}

export function withWidth(layout: MatrixLayout, key: string | null, width: number): MatrixLayout {
  if (key === null) return { ...layout, headWidth: Math.round(Math.min(HEAD.most, Math.max(HEAD.least, width))) };
  return { ...layout, widths: { ...layout.widths, [key]: Math.round(Math.min(COLUMN.most, Math.max(COLUMN.least, width))) } };
}

export function withFold(layout: MatrixLayout, key: string, isFolded: boolean): MatrixLayout {
  const others = layout.collapsed.filter((each) => each !== key);
  return { ...layout, collapsed: isFolded ? [...others, key] : others };
}

/** What a column's width is fitted to. */
export interface Fitted {
  /** Words that stay on one line: a head's longest word, a category, a rating. */
  readonly words: readonly string[];
  /** Words that run over several lines: a synthesis, a verbatim, a remark. */
  readonly prose: readonly string[];
}

const PROSE = { lines: 6, least: 150, most: 420, line: 1.12 } as const;
const PADDING = 34;

/** The narrowest width at which no single line is cut and the longest prose takes few lines. @param measure text → CSS pixels */
export function fittedWidth({ words, prose }: Fitted, measure: (text: string) => number): number {
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map(measure));
  const ofProse = longest(prose);
  const prosePx = ofProse === 0 ? 0 : Math.min(PROSE.most, Math.max(PROSE.least, (ofProse * PROSE.line) / PROSE.lines));
  return Math.ceil(Math.min(COLUMN.most, Math.max(COLUMN.least + PADDING, longest(words) + PADDING, prosePx + PADDING)));
}
