// Specificities: for each part of the corpus the words it says more than chance would have it, to the right, and those it says less, to the
// left; the bar is Lafon's figure. Beyond ±2, chance would hardly have done it.
import type { Specificities, SpecificWord } from '../domain/words.ts';
import { isUndefined } from '../statistics/undefined.ts';
import { textWidth } from './measure-text.ts';
import { tint } from './palette.ts';
import { line, mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';
import { writtenWord } from './word-look.ts';
import type { WordFigureOptions } from './word-look.ts';

export interface SpecificityOptions extends WordFigureOptions {
  /** Places of the parts that are drawn. */
  readonly parts: readonly number[];
  /** Words of a part on each side. */
  readonly most: number;
  readonly threshold: string;
  readonly times: (count: number) => string;
}

/** As textometry has it: chance gives less in one of a hundred parts. */
export const NOT_BANAL = 2;

const WIDTH = 860;
const [MARGIN, LINE, BAR, SIZE, HEAD, GAP] = [16, 20, 12, 12, 26, 22];

export interface PartWord {
  readonly word: string;
  readonly count: number;
  readonly figure: number;
}

const figureOf = ({ figures }: SpecificWord, part: number): number => {
  const figure = figures[part];
  return figure === undefined || isUndefined(figure) ? 0 : figure;
};

/** The words that a part is specific for: those said more, most first; then those said less. */
export function specificWords({ words }: Specificities, part: number, most: number): { over: PartWord[]; under: PartWord[] } {
  const all = words.map((word) => ({ word: word.word, count: word.byPart[part] ?? 0, figure: figureOf(word, part) }));
  const over = all.filter(({ figure }) => figure >= NOT_BANAL).sort((a, b) => b.figure - a.figure || b.count - a.count);
  const under = all.filter(({ figure }) => figure <= -NOT_BANAL).sort((a, b) => a.figure - b.figure || b.count - a.count);
  return { over: over.slice(0, most), under: under.slice(0, most) };
}

/** The key of a mark: which part, which word. */
export function specificityKey(part: string, word: string): string {
  return JSON.stringify([part, word]);
}

interface Side {
  readonly words: readonly PartWord[];
  readonly sign: 1 | -1;
}

export function specificityFigure(result: Specificities, options: SpecificityOptions): Scene {
  const { palette, title, number, parts, most, threshold, times } = options;
  const groups = parts.map((part) => ({ part, ...specificWords(result, part, most) }));
  const all = groups.flatMap(({ over, under }) => [...over, ...under]);
  const largest = Math.max(NOT_BANAL * 2, ...all.map(({ figure }) => Math.abs(figure)));
  const label = Math.min(150, Math.max(70, ...all.map(({ word }) => textWidth(writtenWord(word), SIZE))));
  const figures = textWidth(number(-largest), 10.5) + 8;
  const middle = WIDTH / 2;
  const room = middle - MARGIN - label - figures - 12;
  const [more, less] = [palette.cases[0] ?? palette.high, palette.cases[1] ?? palette.ink3];
  const nodes: SceneNode[] = [];
  let y = MARGIN;
  for (const { part, over, under } of groups) {
    const info = result.parts[part];
    if (!info) continue;
    const lines = Math.max(over.length, under.length, 1);
    nodes.push(...textLines([info.label], MARGIN, y + 15, { size: 13.5, fill: palette.ink, bold: true }, 18));
    nodes.push(line(MARGIN, y + HEAD - 3, WIDTH - MARGIN, y + HEAD - 3, palette.line));
    const top = y + HEAD;
    nodes.push(line(middle, top, middle, top + lines * LINE, palette.lineStrong));
    for (const at of [-1, 1] as const) {
      const x = middle + at * (6 + (room * NOT_BANAL) / largest);
      nodes.push(line(x, top, x, top + lines * LINE, palette.lineStrong, { 'stroke-dasharray': '2 3' }));
    }
    const sides: readonly Side[] = [
      { words: over, sign: 1 },
      { words: under, sign: -1 },
    ];
    for (const { words, sign } of sides) {
      if (words.length === 0)
        nodes.push(...textLines(['–'], middle + sign * 60, top + 14, { size: SIZE, fill: palette.ink3, anchor: 'middle' }, LINE));
      words.forEach(({ word, count, figure }, at) => {
        const row = top + at * LINE;
        const length = (room * Math.abs(figure)) / largest;
        const bar = { x: sign === 1 ? middle + 6 : middle - 6 - length, y: row + (LINE - BAR) / 2, width: length, height: BAR };
        const end = middle + sign * (length + 6 + 5);
        const anchor = sign === 1 ? ('start' as const) : ('end' as const);
        const shown = number(Math.round(figure * 10) / 10).replace('-', '−');
        nodes.push(
          mark(specificityKey(info.key, word), `${info.label} : ${writtenWord(word)} ${shown} — ${times(count)}`, [
            rect({ x: sign === 1 ? middle : MARGIN, y: row, width: middle - MARGIN, height: LINE }, { fill: 'none', 'pointer-events': 'all' }),
            // outlined on the one side: grey prints tell them apart by more than their place
            rect(bar, sign === 1 ? { fill: more } : { fill: tint(less, palette.paper, 0.25), stroke: less, 'stroke-width': 1 }),
            ...textLines([writtenWord(word)], end, row + 14, { size: SIZE, fill: palette.ink, anchor }, LINE),
            ...textLines([shown], end + sign * (textWidth(writtenWord(word), SIZE) + 6), row + 14, { size: 10.5, fill: palette.ink3, anchor }, LINE),
          ]),
        );
      });
    }
    y = top + lines * LINE + GAP;
  }
  nodes.push(...textLines([threshold], MARGIN, y + 4, { size: 11, fill: palette.ink2 }, 15));
  return sceneOf(WIDTH, y + 14 + MARGIN, palette.paper, title, nodes);
}
