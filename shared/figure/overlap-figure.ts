// How the passages of two categories lie to each other: one bar per pair, cut into equal, within, around, overlapping and touching.
import { scaleLinear } from 'd3';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { MEETINGS } from '../statistics/overlap.ts';
import type { Meeting } from '../statistics/overlap.ts';
import { flow } from './matrix-frame.ts';
import { textWidth, wrapClipped, wrapText } from './measure-text.ts';
import { inkOn, paletteOf, sequential } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface OverlapRow {
  readonly key: string;
  readonly name: string;
  readonly counts: Readonly<Record<Meeting, number>>;
}

export interface OverlapFigure {
  readonly rows: readonly OverlapRow[];
  readonly meetings: Readonly<Record<Meeting, string>>;
  /** What a part of a bar says: how many, and how they lie. */
  readonly said: (row: OverlapRow, meeting: Meeting) => string;
  readonly title: string;
  readonly note: string;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const MARGIN = 16;
const SIZE = 11.5;
const LINE = 14;
const WIDTH = 940;
const NAME_WIDTH = 300;
const ROW_HEIGHT = 34;
const BAR_HEIGHT = 20;
const SWATCH = 14;
const NOTE = { size: 11, line: 15 };
/** From all alike to hardly touching: darker is closer, so that a grey print keeps the order. */
const SHADES: Readonly<Record<Meeting, number>> = { equals: 1, within: 0.74, encloses: 0.5, overlaps: 0.28, adjacent: 0.06 };

export const meetingKey = (row: string, meeting: Meeting): string => `${meeting}:${row}`;

export function meetingInKey(key: string): { readonly row: string; readonly meeting: Meeting } | null {
  const at = key.indexOf(':');
  const meeting = MEETINGS.find((each) => each === key.slice(0, at));
  return meeting ? { row: key.slice(at + 1), meeting } : null;
}

export function overlapFigure({ rows, meetings, said, title, note, theme, language }: OverlapFigure): Scene {
  const palette = paletteOf(theme);
  const shade = (meeting: Meeting): string => sequential(palette)(SHADES[meeting]);
  const totalOf = ({ counts }: OverlapRow): number => MEETINGS.reduce((sum, meeting) => sum + counts[meeting], 0);
  const left = MARGIN + NAME_WIDTH + 12;
  const scale = scaleLinear([0, Math.max(1, ...rows.map(totalOf))], [0, WIDTH - MARGIN - 40 - left]);
  const legend = MEETINGS.map((meeting) => ({ meeting, width: SWATCH + 6 + textWidth(meetings[meeting], SIZE), height: SWATCH }));
  const placed = flow(legend, WIDTH - 2 * MARGIN, 16);
  const top = MARGIN + placed.height + 14;
  const legendNodes = legend.flatMap(({ meeting }, at): SceneNode[] => {
    const place = placed.places[at];
    if (!place) return [];
    const [x, y] = [MARGIN + place.x, MARGIN + place.y];
    return [
      rect({ x, y, width: SWATCH, height: SWATCH }, { fill: shade(meeting), stroke: palette.lineStrong, 'stroke-width': 0.6 }),
      ...textLines([meetings[meeting]], x + SWATCH + 6, y + SIZE, { size: SIZE, fill: palette.ink2 }, LINE),
    ];
  });
  const bars = rows.flatMap((row, r): SceneNode[] => {
    const y = top + r * ROW_HEIGHT;
    const lines = wrapClipped(typeset(row.name, language), NAME_WIDTH, SIZE, 2);
    let x = left;
    const parts = MEETINGS.flatMap((meeting): SceneNode[] => {
      const count = row.counts[meeting];
      if (count === 0) return [];
      const box = { x, y: y + (ROW_HEIGHT - BAR_HEIGHT) / 2, width: Math.max(3, scale(count)), height: BAR_HEIGHT };
      x += box.width;
      const fill = shade(meeting);
      const words = textWidth(String(count), SIZE) + 6 <= box.width ? [String(count)] : [];
      return [
        mark(meetingKey(row.key, meeting), typeset(said(row, meeting), language), [
          rect(box, { fill, stroke: palette.lineStrong, 'stroke-width': 0.6 }),
          ...textLines(words, box.x + box.width / 2, box.y + BAR_HEIGHT / 2 + 4, { size: SIZE, fill: inkOn(fill), anchor: 'middle' }, LINE),
        ]),
      ];
    });
    const first = y + ROW_HEIGHT / 2 + 4 - ((lines.length - 1) * LINE) / 2;
    return [...textLines(lines, left - 12, first, { size: SIZE, fill: palette.ink, anchor: 'end' }, LINE), ...parts];
  });
  const bottom = top + rows.length * ROW_HEIGHT + 10;
  const noteLines = wrapText(typeset(note, language), WIDTH - 2 * MARGIN, NOTE.size);
  return sceneOf(WIDTH, bottom + noteLines.length * NOTE.line + MARGIN, palette.paper, typeset(title, language), [
    ...legendNodes,
    ...bars,
    ...textLines(noteLines, MARGIN, bottom + NOTE.size, { size: NOTE.size, fill: palette.ink3 }, NOTE.line),
  ]);
}
