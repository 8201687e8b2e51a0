// Map of ratings: the degree given to each crossing, in its own words, on a shade that deepens from the scale's first step to its last.
import type { CellRating, RatingScale } from '../domain/cell.ts';
import type { MatrixTable } from '../domain/matrix.ts';
import { typeset } from '../domain/typography.ts';
import { crossingName } from './cell-words.ts';
import type { TableFigure } from './figure-setting.ts';
import { shadedBox } from './heat-figure.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { longestWord, textWidth, wrapText } from './measure-text.ts';
import { mark, sceneOf, textLines } from './scene.ts';
import type { Scene, SceneNode } from './scene.ts';

export interface RatingsFigure extends TableFigure {
  /** With their steps from the least to the most; a scale that is not given has the steps that are in use. */
  readonly scales: readonly RatingScale[];
}

const SIZE = 12;
const LINE = 14;
const PADDING = 6;

interface UsedScale {
  readonly id: string;
  readonly name: string | null;
  readonly steps: readonly { readonly value: number; readonly label: string }[];
}

/** The scales that the table's ratings are on, in the order in which they are met. */
export function usedScales(table: MatrixTable, scales: readonly RatingScale[]): UsedScale[] {
  const ratings = table.cells.flat().flatMap((cell) => (cell.rating ? [cell.rating] : []));
  return [...new Set(ratings.map(({ scaleId }) => scaleId))].map((id) => {
    const known = scales.find((scale) => scale.id === id);
    const used = new Map(ratings.filter(({ scaleId }) => scaleId === id).map(({ value, label }) => [value, { value, label }]));
    return { id, name: known?.name ?? null, steps: known?.steps ?? [...used.values()].toSorted((a, b) => a.value - b.value) };
  });
}

/** By rank: the first step is the palest, the last the deepest, however far apart their values are. */
function shareOf({ scaleId, value }: CellRating, scales: readonly UsedScale[]): number {
  const steps = scales.find(({ id }) => id === scaleId)?.steps ?? [];
  const rank = steps.filter((step) => step.value < value).length;
  return steps.length < 2 ? 1 : rank / (steps.length - 1);
}

function legendOf(scales: readonly UsedScale[], { labels, palette, language, showsLegend }: RatingsFigure) {
  return (width: number) => {
    const nodes: ((x: number, y: number) => SceneNode[])[] = [];
    let top = 0;
    for (const { name, steps } of showsLegend ? scales : []) {
      const title = typeset(labels.ratings.scale(name), language);
      const words = steps.map(({ label }) => wrapText(typeset(label, language), Math.min(150, width - 16), SIZE));
      const heading = wrapText(title, width, 11.5);
      const boxes = words.map((lines) => ({
        width: Math.max(...lines.map((each) => textWidth(each, SIZE))) + 12,
        height: lines.length * LINE + PADDING,
      }));
      const { places, height } = flow(boxes, width, 3);
      const from = top;
      nodes.push((x, y) => [
        ...textLines(heading, x, y + from + 11, { size: 11.5, fill: palette.ink2 }, 15),
        ...places.flatMap((place, index) =>
          shadedBox(
            { ...place, x: x + place.x, y: y + from + heading.length * 15 + 4 + place.y },
            steps.length < 2 ? 1 : index / (steps.length - 1),
            words[index] ?? [],
            palette,
          ),
        ),
      ]);
      top += heading.length * 15 + 4 + height + 8;
    }
    return { height: Math.max(0, top - 8), nodes: (x: number, y: number) => nodes.flatMap((draw) => draw(x, y)) };
  };
}

export function ratingsFigure(figure: RatingsFigure): Scene {
  const { table, labels, palette, language, title, width, showsLabels } = figure;
  const { rowAxes, columnAxes, rows, columns } = table;
  const scales = usedScales(table, figure.scales);
  const wordsOf = ({ label }: CellRating): string => (showsLabels ? typeset(label, language) : '');
  const widestWord = Math.max(0, ...table.cells.flat().map(({ rating }) => (rating ? longestWord(wordsOf(rating), SIZE) : 0)));
  const least = Math.min(90, Math.max(24, widestWord + 10));
  const linesIn = (rating: CellRating, columnWidth: number): string[] => (showsLabels ? wrapText(wordsOf(rating), columnWidth - 8, SIZE) : []);
  const frame = matrixFrame(
    { title, rowAxis: rowAxes.join(' × '), columnAxis: columnAxes.join(' × '), rows, columns, language, palette, width },
    {
      narrowest: Math.max(58, least),
      widest: 130,
      narrowestTurned: least,
      rowHeight: (row, columnWidth) =>
        Math.max(32, ...(table.cells[row] ?? []).map(({ rating }) => (rating ? linesIn(rating, columnWidth).length * LINE + 12 : 0))),
      legend: legendOf(scales, figure),
      note: labels.ratings.note,
    },
  );
  const marks = rows.flatMap((row, r) =>
    columns.flatMap((column, c) => {
      const cell = table.cells[r]?.[c];
      const place = frame.cellAt(r, c);
      if (!cell?.rating) {
        const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 + 4 };
        return textLines([labels.nothing], middle.x, middle.y, { size: SIZE, fill: palette.ink3, anchor: 'middle' }, LINE);
      }
      const box = { x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 2 };
      const words = typeset(`${crossingName(row, column)} — ${cell.rating.label}`, language);
      return [
        mark(cell.key, words, shadedBox(box, shareOf(cell.rating, scales), linesIn(cell.rating, place.width), palette), {}, [{ cell: cell.key }]),
      ];
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(title, language), [...frame.nodes, ...marks]);
}
