// A truth table: a line per configuration that somebody has, discs for conditions that are there, rings for those that are not.
import type { QcaSets, QcaTable } from '../domain/qca.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { textWidth, wrapText } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { line, mark, node, rect, sceneOf, textLines, uprightLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface TruthTableFigureOptions {
  readonly palette: Palette;
  readonly language: Language;
  readonly title: string;
  readonly share: (value: number | null) => string;
  readonly rowTitle: (row: number) => string;
  readonly heads: { readonly outcome: string; readonly count: string; readonly consistency: string; readonly pri: string; readonly cases: string };
  readonly outcomes: Readonly<Record<QcaTable['rows'][number]['outcome'], string>>;
  readonly note: string;
}

export const truthRowKey = (configuration: number): string => `row:${configuration}`;

const [MARGIN, SIZE, LINE, DOT] = [14, 12, 15, 6];
const COLUMN = 34;
const CASES = 360;

interface Columns {
  readonly outcome: number;
  readonly count: number;
  readonly consistency: number;
  readonly pri: number;
  readonly cases: number;
}

function dot(isThere: boolean, cx: number, cy: number, palette: Palette): SceneNode {
  return node('circle', { cx, cy, r: DOT, fill: isThere ? palette.ink : palette.paper, stroke: palette.ink, 'stroke-width': 1.4 });
}

/** Names of the cases, those that contradict the line marked with a star. */
function caseLines(sets: QcaSets, row: QcaTable['rows'][number]): string[] {
  const names = row.cases.map((at) => `${sets.cases[at]?.label ?? ''}${row.contradicting.includes(at) ? '\u00a0✱' : ''}`);
  return wrapText(names.join(', '), CASES, SIZE);
}

export function truthTableFigure(sets: QcaSets, table: QcaTable, options: TruthTableFigureOptions): Scene {
  const { palette, language, share, heads, outcomes, rowTitle } = options;
  const turned = sets.names.map((name) => wrapText(typeset(name, language), 130, SIZE, true).slice(0, 2));
  const headHeight = Math.max(40, ...turned.flat().map((words) => textWidth(words, SIZE, true) + 8));
  const outcomeWidth = Math.max(textWidth(heads.outcome, SIZE, true), ...Object.values(outcomes).map((word) => textWidth(word, SIZE) + 16)) + 18;
  const afterDots = MARGIN + sets.names.length * COLUMN + 14;
  const x: Columns = {
    outcome: afterDots,
    count: afterDots + outcomeWidth + 20,
    consistency: afterDots + outcomeWidth + 20 + 84,
    pri: afterDots + outcomeWidth + 20 + 84 + 60,
    cases: afterDots + outcomeWidth + 20 + 84 + 60 + 20,
  };
  const width = x.cases + CASES + MARGIN;
  const title = wrapText(typeset(options.title, language), width - 2 * MARGIN, 16, true);
  const headBottom = MARGIN + title.length * 21 + headHeight + 8;
  const bold = { size: SIZE, fill: palette.ink2, bold: true } as const;
  const nodes: SceneNode[] = [
    ...textLines(title, MARGIN, MARGIN + 13, { size: 16, fill: palette.ink, bold: true }, 21),
    ...turned.flatMap((lines, at) =>
      uprightLines(lines, MARGIN + at * COLUMN + COLUMN / 2 + 4 - ((lines.length - 1) * 13) / 2, headBottom - 6, { ...bold, size: SIZE }, 13),
    ),
    ...textLines([heads.outcome], x.outcome, headBottom - 6, bold, LINE),
    ...textLines([heads.count], x.count, headBottom - 6, { ...bold, anchor: 'end' }, LINE),
    ...textLines([heads.consistency], x.consistency, headBottom - 6, { ...bold, anchor: 'end' }, LINE),
    ...textLines([heads.pri], x.pri, headBottom - 6, { ...bold, anchor: 'end' }, LINE),
    ...textLines([heads.cases], x.cases, headBottom - 6, bold, LINE),
    line(MARGIN, headBottom, width - MARGIN, headBottom, palette.lineStrong),
  ];
  let y = headBottom;
  table.rows.forEach((row, at) => {
    const lines = caseLines(sets, row);
    const height = Math.max(28, lines.length * LINE + 12);
    const middle = y + height / 2;
    const text = { size: SIZE, fill: palette.ink } as const;
    const dots = sets.names.map((_, index) =>
      dot((row.configuration & (2 ** (sets.names.length - 1 - index))) !== 0, MARGIN + index * COLUMN + COLUMN / 2, middle, palette),
    );
    const isPresent = row.outcome === 'present';
    nodes.push(
      mark(truthRowKey(row.configuration), typeset(rowTitle(at), language), [
        rect({ x: MARGIN, y: y + 1, width: width - 2 * MARGIN, height: height - 2 }, { fill: palette.band, 'fill-opacity': isPresent ? 1 : 0 }),
        ...dots,
        ...textLines([outcomes[row.outcome]], x.outcome, middle + 4, { ...text, bold: isPresent }, LINE),
        ...textLines([String(row.cases.length)], x.count, middle + 4, { ...text, anchor: 'end' }, LINE),
        ...textLines([share(row.consistency)], x.consistency, middle + 4, { ...text, anchor: 'end' }, LINE),
        ...textLines([share(row.pri)], x.pri, middle + 4, { ...text, anchor: 'end' }, LINE),
        ...textLines(lines, x.cases, middle - ((lines.length - 1) * LINE) / 2 + 4, text, LINE),
      ]),
      line(MARGIN, y + height, width - MARGIN, y + height, palette.line),
    );
    y += height;
  });
  const note = wrapText(typeset(options.note, language), width - 2 * MARGIN, 11);
  return sceneOf(width, y + 10 + note.length * 14 + MARGIN, palette.paper, typeset(options.title, language), [
    ...nodes,
    ...textLines(note, MARGIN, y + 18, { size: 11, fill: palette.ink3 }, 14),
  ]);
}
