// A tree of what is alike: names on the left, joined to the right at the distance where they become one; groups by their colour and number.
import { scaleLinear } from 'd3';
import type { Clusters } from '../domain/clustering.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { clipped, textWidth, wrapText } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { line, mark, node, rect, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface DendrogramFigureOptions {
  readonly palette: Palette;
  readonly language: Language;
  readonly title: string;
  readonly count: (value: number) => string;
  readonly distance: (value: number) => string;
  readonly itemTitle: (item: number) => string;
  readonly mergeTitle: (merge: number) => string;
  readonly groupLabel: (group: number) => string;
  readonly heightLabel: string;
}

export const itemKey = (item: number): string => `item:${item}`;
export const mergeKey = (merge: number): string => `merge:${merge}`;

const [MARGIN, ROW, SIZE, TREE] = [14, 22, 12, 460];
const WIDEST = 260;

/** The items under a group of the tree, items being `0 … n − 1` and merge `m` the group `n + m`. */
export function itemsUnder(clusters: Clusters, group: number): number[] {
  const merge = clusters.merges[group - clusters.items.length];
  return merge ? [...itemsUnder(clusters, merge.left), ...itemsUnder(clusters, merge.right)] : [group];
}

export function dendrogramFigure(clusters: Clusters, options: DendrogramFigureOptions): Scene {
  const { items, merges, order, groups } = clusters;
  const { palette, language, count: counted, distance, itemTitle, mergeTitle, groupLabel, heightLabel } = options;
  const names = items.map(({ label, count }) => `${clipped(typeset(label, language), WIDEST, SIZE)} (${counted(count)})`);
  const nameWidth = Math.max(60, ...names.map((name) => textWidth(name, SIZE)));
  const title = wrapText(typeset(options.title, language), nameWidth + TREE, 16, true);
  const isCut = groups > 1;
  const groupRoom = isCut ? Math.max(...items.map(({ group }) => textWidth(groupLabel(group), 11.5))) + 20 : 0;
  const left = MARGIN + groupRoom + nameWidth + 10;
  const top = MARGIN + title.length * 21 + 8;
  const highest = Math.max(1e-9, ...merges.map(({ height }) => height));
  const x = scaleLinear([0, highest], [left, left + TREE]);
  const rowOf = new Map(order.map((item, row) => [item, row]));
  const middle = (row: number): number => top + row * ROW + ROW / 2;
  const colour = (group: number): string => (isCut ? (palette.cases[(group - 1) % palette.cases.length] ?? palette.ink) : palette.ink2);
  const bottom = top + order.length * ROW;

  const leaves = order.map((item, row) => {
    const own = items[item];
    return mark(itemKey(item), typeset(itemTitle(item), language), [
      // so that the whole line is the mark, not its letters
      rect({ x: MARGIN + groupRoom - 4, y: top + row * ROW, width: nameWidth + 14, height: ROW }, { fill: palette.paper, 'fill-opacity': 0 }),
      ...textLines([names[item] ?? ''], left - 10, middle(row) + 4, { size: SIZE, fill: palette.ink, anchor: 'end' }, 15),
      ...(own ? [node('circle', { cx: left - 3, cy: middle(row), r: 3, fill: colour(own.group) })] : []),
    ]);
  });

  // where each group's line begins: an item at 0, a merge at its height
  const places = items.map((item, at) => ({ x: left, y: middle(rowOf.get(at) ?? 0), group: item.group as number | null }));
  const joins = merges.map((merge, at) => {
    const [a, b] = [places[merge.left], places[merge.right]];
    const px = x(merge.height);
    const own = a && b && a.group === b.group ? a.group : null;
    places.push({ x: px, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2, group: own });
    const stroke = own === null ? palette.ink3 : colour(own);
    const style = { 'stroke-width': own === null || !isCut ? 1.3 : 1.8 };
    return mark(mergeKey(at), typeset(mergeTitle(at), language), [
      line(a?.x ?? 0, a?.y ?? 0, px, a?.y ?? 0, stroke, style),
      line(b?.x ?? 0, b?.y ?? 0, px, b?.y ?? 0, stroke, style),
      line(px, a?.y ?? 0, px, b?.y ?? 0, stroke, style),
      node('circle', {
        cx: Math.round(px * 100) / 100,
        cy: ((a?.y ?? 0) + (b?.y ?? 0)) / 2,
        r: 3.5,
        fill: palette.paper,
        stroke,
        'stroke-width': 1.5,
      }),
    ]);
  });

  const bands: SceneNode[] = isCut
    ? groupBands(
        order.map((item) => items[item]?.group ?? 1),
        { top, palette, groupLabel, colour },
      )
    : [];
  const ticks = x
    .ticks(5)
    .flatMap((tick) => [
      line(x(tick), top, x(tick), bottom, palette.line),
      ...textLines([distance(tick)], x(tick), bottom + 15, { size: 11, fill: palette.ink3, anchor: 'middle' }, 14),
    ]);
  return sceneOf(left + TREE + 30, bottom + 44, palette.paper, typeset(options.title, language), [
    ...textLines(title, MARGIN, MARGIN + 13, { size: 16, fill: palette.ink, bold: true }, 21),
    ...ticks,
    ...textLines([heightLabel], left + TREE, bottom + 34, { size: 11.5, fill: palette.ink2, anchor: 'end' }, 15),
    ...bands,
    ...leaves,
    ...joins,
  ]);
}

/** A group is a stretch of the tree's items: a bar beside them with its number. */
function groupBands(
  groups: readonly number[],
  { top, palette, groupLabel, colour }: { top: number; palette: Palette; groupLabel: (group: number) => string; colour: (group: number) => string },
): SceneNode[] {
  const nodes: SceneNode[] = [];
  groups.forEach((group, row) => {
    if (row > 0 && groups[row - 1] === group) return;
    const after = groups.findIndex((other, at) => at > row && other !== group);
    const count = (after < 0 ? groups.length : after) - row;
    const label = groupLabel(group);
    const y = top + row * ROW;
    nodes.push(rect({ x: MARGIN, y: y + 2, width: 4, height: count * ROW - 4 }, { fill: colour(group) }));
    nodes.push(...textLines([label], MARGIN + 9, y + (count * ROW) / 2 + 4, { size: 11.5, fill: palette.ink2 }, 14));
  });
  return nodes;
}
