// Sources drawn as lines: one lane per category, a mark where it is applied, a thread where whoever asks speaks.
import type { Portrait } from '../domain/coverage.ts';
import { clipped, textWidth } from './measure-text.ts';
import { paletteOf, tint } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { line, mark, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface PortraitLane {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** The category and those below it. */
  readonly holds: ReadonlySet<string>;
}

export interface PortraitFigure {
  readonly portraits: readonly Portrait[];
  readonly lanes: readonly PortraitLane[];
  readonly theme: FigureTheme;
  readonly title: string;
  readonly labels: { readonly asking: string; readonly says: (source: string, lane: string, percent: number) => string };
}

/** Marks are named `source lane passage`. */
export function portraitKey(sourceId: string, laneId: string, passageId: string): string {
  return `${sourceId} ${laneId} ${passageId}`;
}

const LANE = 15;
const TRACK = 620;
const NAMES = { least: 90, most: 260 };
const SIZE = 11;
const HEAD = 30;
const GAP = 22;
/** A passage of a few words is seen all the same, in px. */
const LEAST_MARK = 2.5;

export function portraitFigure({ portraits, lanes, theme, title, labels }: PortraitFigure): Scene {
  const palette = paletteOf(theme);
  const names = Math.min(NAMES.most, Math.max(NAMES.least, ...lanes.map(({ name }) => textWidth(name, SIZE) + 14)));
  const nodes: SceneNode[] = [];
  let top = 8;
  for (const portrait of portraits) {
    const x = (offset: number): number => names + (portrait.length === 0 ? 0 : (offset / portrait.length) * TRACK);
    nodes.push(...textLines([portrait.name], 0, top + 13, { size: 12.5, fill: palette.ink, bold: true }, 15));
    const track = top + HEAD - 6;
    nodes.push(line(names, track, names + TRACK, track, palette.lineStrong));
    for (const [start, end] of portrait.asking)
      nodes.push(rect({ x: x(start), y: track - 1.5, width: Math.max(0.6, x(end) - x(start)), height: 3 }, { fill: palette.ink3 }));
    lanes.forEach((lane, at) => {
      const y = top + HEAD + at * LANE;
      nodes.push(
        line(names, y + LANE - 1, names + TRACK, y + LANE - 1, palette.line),
        ...textLines([clipped(lane.name, names - 12, SIZE)], names - 8, y + LANE - 4, { size: SIZE, fill: palette.ink2, anchor: 'end' }, LANE),
      );
      for (const { start, end, passageId, categoryIds } of portrait.stretches) {
        if (!categoryIds.some((id) => lane.holds.has(id))) continue;
        const place = { x: x(start), y: y + 2, width: Math.max(LEAST_MARK, x(end) - x(start)), height: LANE - 5 };
        const percent = portrait.length === 0 ? 0 : Math.round((start / portrait.length) * 100);
        const box = rect(place, { fill: tint(lane.color, palette.paper, 0.82), stroke: lane.color, 'stroke-width': 0.6 });
        nodes.push(mark(portraitKey(portrait.sourceId, lane.id, passageId), labels.says(portrait.name, lane.name, percent), [box]));
      }
    });
    top += HEAD + lanes.length * LANE + GAP;
  }
  const legend = [
    rect({ x: names, y: top, width: 26, height: 3 }, { fill: palette.ink3 }),
    ...textLines([labels.asking], names + 34, top + 5, { size: SIZE, fill: palette.ink2 }, 14),
  ];
  return sceneOf(names + TRACK + 12, top + 16, palette.paper, title, [...nodes, ...legend]);
}
