// Case profiles: one panel per case over the same themes and on one scale, so that profiles compare line by line.
import { max, scaleLinear } from 'd3';
import type { MatrixHeader } from '../domain/matrix.ts';
import { headerBands } from '../domain/matrix-headers.ts';
import { typeset } from '../domain/typography.ts';
import type { CaseProfile } from './case-profiles.ts';
import { themeName } from './case-profiles.ts';
import { caseColors } from './cell-words.ts';
import type { FigureSetting } from './figure-setting.ts';
import { MARGIN } from './matrix-frame.ts';
import { longestWord, textWidth, wrapText } from './measure-text.ts';
import { line, mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface ProfilesFigure extends FigureSetting {
  readonly themes: readonly MatrixHeader[];
  readonly themeAxis: string;
  readonly profiles: readonly CaseProfile[];
}

const SIZE = 11.5;
const LINE = 14.5;
export const PROFILE_TITLE = { size: 16, line: 21 };
export const PROFILE_NOTE = { size: 11, line: 15 };
const LABEL = { least: 110, share: 0.32, padding: 8 };
const PANEL = { least: 78, most: 190, gap: 12 };
const ROW = { padding: 5, bar: 11 };
const BLOCK_GAP = 24;

export const valueWords = ({ measure, labels }: FigureSetting, value: number): string =>
  measure === 'share' ? labels.share(value) : labels.number(value);

/** Lines of the themes, under a heading of their own where they have parents. */
interface ThemeRow {
  readonly lines: readonly string[];
  readonly theme: number | null;
  readonly height: number;
}

function themeRows({ themes, language }: ProfilesFigure, labelWidth: number, width: number): ThemeRow[] {
  return headerBands(themes).flatMap(({ label, first, count }) => {
    const heading = label === null ? [] : wrapText(typeset(label, language), width, SIZE, true);
    const head: ThemeRow[] = heading.length === 0 ? [] : [{ lines: heading, theme: null, height: heading.length * LINE + 2 * ROW.padding }];
    const rows = Array.from({ length: count }, (_, at): ThemeRow => {
      const lines = wrapText(typeset(themes[first + at]?.label ?? '', language), labelWidth - LABEL.padding, SIZE);
      return { lines, theme: first + at, height: lines.length * LINE + 2 * ROW.padding };
    });
    return [...head, ...rows];
  });
}

interface Block {
  readonly nodes: readonly SceneNode[];
  readonly height: number;
}

interface Measures {
  readonly label: number;
  readonly panel: number;
  readonly largest: number;
  readonly number: number;
  readonly width: number;
}

/** Panels that stand side by side, with the themes' names to their left. */
function blockOf(figure: ProfilesFigure, profiles: readonly CaseProfile[], rows: readonly ThemeRow[], measures: Measures, top: number): Block {
  const { palette, language, labels, showsLabels, themes, themeAxis } = figure;
  const { label, panel, largest, number, width } = measures;
  const colors = caseColors(
    figure.profiles.map(({ entity }) => entity),
    palette,
  );
  const xOf = (at: number): number => MARGIN + label + at * (panel + PANEL.gap);
  const heads = profiles.map(({ entity }) => wrapText(typeset(entity.label, language), panel, SIZE, true));
  const corner = wrapText(typeset(themeAxis, language), label - LABEL.padding, SIZE, true);
  const headHeight = Math.max(corner.length, ...heads.map(({ length }) => length)) * LINE + 8;
  const bottom = top + headHeight;
  const bar = scaleLinear([0, Math.max(largest, Number.MIN_VALUE)], [0, panel - number - 4]);
  const style = { size: SIZE, fill: palette.ink };
  const nodes: SceneNode[] = [
    ...textLines(corner, MARGIN, bottom - 8 - (corner.length - 1) * LINE, { ...style, fill: palette.ink2, bold: true }, LINE),
    ...heads.flatMap((lines, at) => textLines(lines, xOf(at), bottom - 8 - (lines.length - 1) * LINE, { ...style, bold: true }, LINE)),
    line(MARGIN, bottom, MARGIN + width, bottom, palette.ink2, { 'stroke-width': 1.2 }),
  ];
  let y = bottom;
  for (const { lines, theme, height } of rows) {
    const baseline = y + ROW.padding + SIZE * 0.95;
    if (theme === null) {
      nodes.push(rect({ x: MARGIN, y, width, height }, { fill: palette.band }));
      nodes.push(...textLines(lines, MARGIN, baseline, { ...style, fill: palette.ink2, bold: true }, LINE));
      y += height;
      continue;
    }
    nodes.push(...textLines(lines, MARGIN, baseline, style, LINE));
    const row = themes[theme];
    profiles.forEach(({ entity, values }, at) => {
      const value = values[theme];
      const cy = y + height / 2;
      const x = xOf(at);
      if (!row || !value || value.passages === 0) {
        nodes.push(...textLines([labels.nothing], x + 4, cy + SIZE * 0.36, { ...style, fill: palette.ink3 }, LINE));
        return;
      }
      const fill = palette.isHatched ? palette.ink2 : (colors.get(entity.key) ?? palette.bubble);
      const words = `${typeset(entity.label, language)} — ${typeset(themeName(row), language)} — ${labels.passages(value.passages)}`;
      const length = Math.max(1, bar(value.value));
      nodes.push(
        mark(
          `${entity.key}|${row.key}`,
          figure.measure === 'share' ? `${words} (${labels.share(value.value)})` : words,
          [
            rect({ x, y: y + 1, width: panel, height: height - 2 }, { fill: 'none', 'pointer-events': 'all' }),
            rect({ x, y: cy - ROW.bar / 2, width: length, height: ROW.bar }, { fill }),
            ...(showsLabels ? textLines([valueWords(figure, value.value)], x + length + 4, cy + SIZE * 0.36, style, LINE) : []),
          ],
          {},
          value.behind,
        ),
      );
    });
    y += height;
    nodes.push(line(MARGIN, y, MARGIN + width, y, palette.line));
  }
  const axes = profiles.map((_, at) => line(xOf(at), bottom, xOf(at), y, palette.ink2));
  return { nodes: [...nodes, ...axes], height: y - top };
}

export function profilesFigure(figure: ProfilesFigure): Scene {
  const { themes, profiles, palette, language, labels, measure } = figure;
  const room = figure.width - 2 * MARGIN;
  const words = Math.max(longestWord(figure.themeAxis, SIZE, true), ...themes.map(({ label }) => longestWord(typeset(label, language), SIZE)));
  const least = Math.min(Math.max(LABEL.least, words + LABEL.padding), Math.max(LABEL.least, room * 0.45));
  const label = Math.max(least, Math.min(room * LABEL.share, 240));
  const largest = max(profiles, ({ values }) => max(values, ({ value }) => value) ?? 0) ?? 0;
  const number = figure.showsLabels
    ? Math.max(0, ...profiles.flatMap(({ values }) => values.map(({ value }) => textWidth(valueWords(figure, value), SIZE)))) + 4
    : 0;
  const fitting = Math.max(1, Math.floor((room - label + PANEL.gap) / (PANEL.least + PANEL.gap)));
  const blocks = Math.max(1, Math.ceil(profiles.length / fitting));
  const across = Math.max(1, Math.ceil(profiles.length / blocks));
  const panel = Math.min(PANEL.most, (room - label - (across - 1) * PANEL.gap) / across);
  const measures = { label, panel, largest, number, width: room };
  const rows = themeRows(figure, label, room);
  const title = figure.title === '' ? [] : wrapText(typeset(figure.title, language), room, PROFILE_TITLE.size, true);
  let y = MARGIN + title.length * PROFILE_TITLE.line + (title.length > 0 ? 8 : 0);
  const nodes: SceneNode[] = [
    ...textLines(title, MARGIN, MARGIN + PROFILE_TITLE.size * 0.85, { size: PROFILE_TITLE.size, fill: palette.ink, bold: true }, PROFILE_TITLE.line),
  ];
  for (let block = 0; block < blocks; block += 1) {
    const drawn = blockOf(figure, profiles.slice(block * across, (block + 1) * across), rows, measures, y);
    nodes.push(...drawn.nodes);
    y += drawn.height + (block < blocks - 1 ? BLOCK_GAP : 0);
  }
  const note = wrapText(typeset(labels.profiles.note(measure), language), room, PROFILE_NOTE.size);
  nodes.push(...textLines(note, MARGIN, y + 8 + PROFILE_NOTE.size, { size: PROFILE_NOTE.size, fill: palette.ink3 }, PROFILE_NOTE.line));
  return sceneOf(figure.width, y + 8 + note.length * PROFILE_NOTE.line + MARGIN, palette.paper, typeset(figure.title, language), nodes);
}
