// Which cases share what: one line per combination of cases, its dots, a bar for how much only they share, and the names of it.
import { max, scaleLinear } from 'd3';
import type { AxisEntity } from '../domain/matrix.ts';
import { typeset } from '../domain/typography.ts';
import { combinationsOf } from './case-findings.ts';
import type { Combination, Finding } from './case-findings.ts';
import type { FigureSetting } from './figure-setting.ts';
import { MARGIN, flow } from './matrix-frame.ts';
import { textWidth, wrapText } from './measure-text.ts';
import { line, mark, node, rect, sceneOf, textLines, uprightLines } from './scene.ts';
import type { Behind, Scene, SceneNode } from './scene.ts';

export interface CoPresenceFigure extends FigureSetting {
  readonly cases: readonly AxisEntity[];
  readonly findings: readonly Finding[];
}

/** More lines would be a list, not a picture; what is left out is said below. */
export const MOST_COMBINATIONS = 40;

const SIZE = 11.5;
const LINE = 14.5;
const TITLE = { size: 16, line: 21 };
const NOTE = { size: 11, line: 15 };
const DOT = { radius: 5, least: 20, most: 84, share: 0.42 };
const BAR = { width: 84, height: 13, gap: 14 };
const ROW_PADDING = 7;
const HEAD = { longest: 170, padding: 6 };
const NAME = { gap: 12, between: 2, mostLines: 7 };

interface Layout {
  readonly column: number;
  readonly isUpright: boolean;
  readonly heads: readonly (readonly string[])[];
  readonly headHeight: number;
  readonly barX: number;
  readonly namesX: number;
  readonly namesWidth: number;
  readonly width: number;
}

function layoutOf({ cases, width, language, showsLabels }: CoPresenceFigure): Layout {
  const labels = cases.map(({ label }) => typeset(label, language));
  const room = width - 2 * MARGIN;
  const level = Math.min(DOT.most, Math.max(DOT.least, (room * DOT.share) / Math.max(1, cases.length)));
  const isUpright = labels.some((label) => wrapText(label, level - 6, SIZE, true).length > 3 || textWidth(label, SIZE, true) > 3 * level);
  const heads = labels.map((label) => wrapText(label, isUpright ? HEAD.longest : level - 6, SIZE, true));
  const widest = Math.max(1, ...heads.map(({ length }) => length));
  const column = isUpright ? Math.min(Math.max(DOT.least, widest * LINE + 5), Math.max(level, widest * LINE + 5)) : level;
  const headHeight = isUpright ? Math.max(0, ...heads.flat().map((each) => textWidth(each, SIZE, true))) : widest * LINE;
  const barX = MARGIN + column * cases.length + 10;
  const namesX = barX + BAR.width + 34 + BAR.gap;
  const namesWidth = showsLabels ? Math.max(150, width - MARGIN - namesX) : 0;
  return { column, isUpright, heads, headHeight, barX, namesX, namesWidth, width: Math.max(width, namesX + namesWidth + MARGIN) };
}

interface Named {
  readonly finding: Finding | null;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** The names beside a bar, as many as find room on a few lines; the others are counted. */
function namesOf(
  { findings }: Combination,
  width: number,
  { labels, language }: CoPresenceFigure,
): { readonly named: Named[]; readonly height: number } {
  const texts = findings.map((finding) => ({ finding, lines: wrapText(typeset(finding.name, language), width, SIZE) }));
  const placed = (shown: readonly { finding: Finding | null; lines: readonly string[] }[]) => {
    const boxes = shown.map(({ lines }) => ({ width: Math.max(...lines.map((each) => textWidth(each, SIZE))), height: lines.length * LINE }));
    return flow(boxes, width, NAME.gap).places.map((place, at) => ({ place, ...(shown[at] ?? { finding: null, lines: [] }) }));
  };
  let count = texts.length;
  for (;;) {
    const rest = texts.length - count;
    const shown = [...texts.slice(0, count), ...(rest > 0 ? [{ finding: null, lines: wrapText(labels.coPresence.more(rest), width, SIZE) }] : [])];
    const places = placed(shown);
    // lines of names stand closer than the gap between names
    const tops = [...new Set(places.map(({ place }) => place.y))];
    const heightOf = (top: number): number => Math.max(...places.filter(({ place }) => place.y === top).map(({ place }) => place.height));
    const topOf = new Map<number, number>();
    let y = 0;
    for (const top of tops) {
      topOf.set(top, y);
      y += heightOf(top) + NAME.between;
    }
    if (y <= NAME.mostLines * (LINE + NAME.between) || count <= 1)
      return { named: places.map(({ place, finding, lines }) => ({ finding, lines, x: place.x, y: topOf.get(place.y) ?? 0 })), height: y };
    count -= 1;
  }
}

/** Each cell once, however many of the findings it holds. */
const behindAll = (findings: readonly Finding[]): Behind[] =>
  [...new Set(findings.flatMap(({ behind }) => behind.map(({ cell }) => cell)))].map((cell) => ({ cell }));

function dotsOf(holders: readonly number[], cy: number, { cases, palette }: CoPresenceFigure, { column }: Layout): SceneNode[] {
  const cx = (index: number): number => MARGIN + (index + 0.5) * column;
  const radius = Math.min(DOT.radius, column * 0.3);
  const [first, last] = [holders[0] ?? 0, holders.at(-1) ?? 0];
  return [
    ...(first === last ? [] : [line(cx(first), cy, cx(last), cy, palette.ink, { 'stroke-width': 2 })]),
    ...cases.map((_, index) =>
      holders.includes(index)
        ? node('circle', { cx: cx(index), cy, r: radius, fill: palette.ink })
        : node('circle', { cx: cx(index), cy, r: radius * 0.55, fill: palette.lineStrong }),
    ),
  ];
}

function orderOf(combinations: readonly Combination[], { order, cases, language }: CoPresenceFigure): Combination[] {
  if (order === 'most') return combinations.toSorted((a, b) => b.findings.length - a.findings.length || b.cases.length - a.cases.length);
  if (order === 'given') return [...combinations];
  const { compare } = new Intl.Collator(language, { numeric: true });
  const name = ({ cases: holders }: Combination): string => holders.map((index) => cases[index]?.label ?? '').join(', ');
  return combinations.toSorted((a, b) => compare(name(a), name(b)));
}

function headNodes(figure: CoPresenceFigure, layout: Layout, bottom: number): SceneNode[] {
  const { labels, palette, cases, findings } = figure;
  const style = { size: SIZE, fill: palette.ink, bold: true };
  const totals = cases.map((_, index) => findings.filter(({ cases: holders }) => holders.includes(index)).length);
  const top = bottom - LINE - HEAD.padding;
  return [
    ...layout.heads.flatMap((lines, index) => {
      const middle = MARGIN + (index + 0.5) * layout.column;
      if (!layout.isUpright)
        return textLines(lines, middle, top - HEAD.padding - (lines.length - 1) * LINE - 3, { ...style, anchor: 'middle' }, LINE);
      return uprightLines(lines, middle - ((lines.length - 1) * LINE) / 2 + SIZE * 0.36, top - HEAD.padding, style, LINE);
    }),
    ...totals.flatMap((total, index) =>
      textLines(
        [labels.number(total)],
        MARGIN + (index + 0.5) * layout.column,
        top + SIZE,
        { size: SIZE - 1, fill: palette.ink2, anchor: 'middle' },
        LINE,
      ),
    ),
    ...textLines(
      wrapText(labels.coPresence.total, BAR.width + 30, SIZE - 1),
      layout.barX,
      top + SIZE,
      { size: SIZE - 1, fill: palette.ink2, italic: true },
      LINE,
    ).slice(0, 1),
  ];
}

export function coPresenceFigure(figure: CoPresenceFigure): Scene {
  const { labels, palette, language, cases, showsLabels } = figure;
  const layout = layoutOf(figure);
  const all = combinationsOf(figure.findings);
  const shown = orderOf(all.slice(0, MOST_COMBINATIONS), figure);
  const rest = all.slice(MOST_COMBINATIONS);
  const right = layout.width - MARGIN;
  const title = figure.title === '' ? [] : wrapText(typeset(figure.title, language), right - MARGIN, TITLE.size, true);
  const headTop = MARGIN + title.length * TITLE.line + (title.length > 0 ? 6 : 0);
  const headBottom = headTop + layout.headHeight + 2 * HEAD.padding + LINE + HEAD.padding;
  const bar = scaleLinear([0, Math.max(1, max(shown, ({ findings }) => findings.length) ?? 1)], [0, BAR.width]);
  let y = headBottom;
  const marks: SceneNode[] = [];
  shown.forEach((combination, at) => {
    const { named, height } = showsLabels ? namesOf(combination, layout.namesWidth, figure) : { named: [], height: 0 };
    const rowHeight = Math.max(2 * ROW_PADDING + LINE, height + 2 * ROW_PADDING);
    const count = combination.findings.length;
    const cy = y + ROW_PADDING + LINE / 2;
    const words = labels.coPresence.cases(combination.cases.map((index) => typeset(cases[index]?.label ?? '', language)));
    if (at % 2 === 1) marks.push(rect({ x: MARGIN, y, width: right - MARGIN, height: rowHeight }, { fill: palette.band }));
    marks.push(
      mark(
        `cases:${combination.cases.map((index) => cases[index]?.key ?? '').join('|')}`,
        `${words} — ${labels.coPresence.found(count)}`,
        [
          rect({ x: MARGIN, y, width: layout.barX + BAR.width + 34 - MARGIN, height: rowHeight }, { fill: 'none', 'pointer-events': 'all' }),
          ...dotsOf(combination.cases, cy, figure, layout),
          rect({ x: layout.barX, y: cy - BAR.height / 2, width: bar(count), height: BAR.height }, { fill: palette.bubble }),
          ...textLines([labels.number(count)], layout.barX + bar(count) + 5, cy + SIZE * 0.36, { size: SIZE, fill: palette.ink }, LINE),
        ],
        {},
        behindAll(combination.findings),
      ),
      ...named.flatMap(({ finding, lines, x, y: top }) => {
        const nodes = textLines(
          lines,
          layout.namesX + x,
          y + ROW_PADDING + top + SIZE,
          { size: SIZE, fill: palette.ink, italic: finding === null },
          LINE,
        );
        if (!finding) return nodes;
        return [
          mark(
            `${finding.id} in ${at}`,
            `${typeset(finding.name, language)} — ${words} — ${labels.passages(finding.passages)}`,
            nodes,
            {},
            finding.behind,
          ),
        ];
      }),
    );
    y += rowHeight;
    marks.push(line(MARGIN, y, right, y, palette.line));
  });
  const left = rest.reduce((sum, { findings }) => sum + findings.length, 0);
  const notes = [labels.coPresence.note, ...(rest.length > 0 ? [labels.coPresence.rest(rest.length, left)] : [])];
  const note = wrapText(typeset(notes.join(' '), language), right - MARGIN, NOTE.size);
  return sceneOf(layout.width, y + 8 + note.length * NOTE.line + MARGIN, palette.paper, typeset(figure.title, language), [
    ...textLines(title, MARGIN, MARGIN + TITLE.size * 0.85, { size: TITLE.size, fill: palette.ink, bold: true }, TITLE.line),
    ...headNodes(figure, layout, headBottom),
    line(MARGIN, headBottom, right, headBottom, palette.ink2, { 'stroke-width': 1.2 }),
    ...marks,
    ...textLines(note, MARGIN, y + 8 + NOTE.size, { size: NOTE.size, fill: palette.ink3 }, NOTE.line),
  ]);
}
