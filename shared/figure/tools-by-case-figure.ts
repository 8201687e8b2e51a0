// The picture this program exists for: in each dimension and family the concrete tools found, told apart by case,
// what is common and what only one case has.
import type { CaseComparison, ComparedCell } from '../domain/compare-cases.ts';
import type { FoundCategory, MatrixHeader } from '../domain/matrix.ts';
import type { Language } from '../domain/project.ts';
import { typeset } from '../domain/typography.ts';
import { caseColors } from './cell-words.ts';
import { chipNodes, chipOf } from './chip.ts';
import type { Chip, Holders } from './chip.ts';
import type { FigureLabels } from './figure-labels.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { paletteOf } from './palette.ts';
import type { FigureTheme } from './palette.ts';
import { mark, sceneOf, textLines } from './scene.ts';
import type { Rect, Scene, SceneNode } from './scene.ts';

export interface ToolsByCaseFigure {
  readonly comparison: CaseComparison;
  readonly title: string;
  readonly rowAxis: string;
  readonly columnAxis: string;
  readonly labels: FigureLabels;
  readonly theme: FigureTheme;
  readonly language: Language;
}

const CELL_PADDING = 8;
const GAP = 5;
const GROUP_GAP = 8;

interface Found {
  readonly category: FoundCategory;
  readonly holders: Holders;
}

function holdersOf(cell: ComparedCell, category: FoundCategory): readonly number[] {
  return cell.cells.flatMap((own, index) =>
    own?.categories.some((other) => other.id === category.id) || (own && own.passages > 0 && own.categories.length === 0) ? [index] : [],
  );
}

/** What a cell shows, in groups that start a line each: common, then shared by some, then each case's own. */
function groupsOf(cell: ComparedCell): Found[][] {
  return [
    cell.common.map((category) => ({ category, holders: { kind: 'common' as const } })),
    cell.partly.map((category) => ({ category, holders: { kind: 'partly' as const, indexes: holdersOf(cell, category) } })),
    ...cell.only.map((categories, index) => categories.map((category) => ({ category, holders: { kind: 'only' as const, index } }))),
  ].filter((group) => group.length > 0);
}

interface PlacedChip {
  readonly found: Found;
  readonly chip: Chip;
  readonly x: number;
  readonly y: number;
}

/** Chips from the cell's own corner, and the height they take with their padding. */
function placeChips(
  cell: ComparedCell | undefined,
  columnWidth: number,
  language: Language,
): { readonly chips: PlacedChip[]; readonly height: number } {
  const inner = columnWidth - 2 * CELL_PADDING;
  const chips: PlacedChip[] = [];
  let y = CELL_PADDING;
  for (const group of cell ? groupsOf(cell) : []) {
    const sized = group.map((found) =>
      chipOf(`${typeset(found.category.name, language)}\u00a0·\u00a0${found.category.passages}`, found.holders, inner),
    );
    const { places, height } = flow(sized, inner, GAP);
    sized.forEach((chip, index) => {
      const found = group[index];
      const place = places[index];
      if (found && place) chips.push({ found, chip, x: CELL_PADDING + place.x, y: y + place.y });
    });
    y += height + GROUP_GAP;
  }
  return { chips, height: chips.length === 0 ? 0 : y - GROUP_GAP + CELL_PADDING };
}

/** The crossing of all that a chip stands for: row, column, the thing found and, for what one case alone has, that case. */
function chipKey(row: MatrixHeader, column: MatrixHeader, found: Found, comparison: CaseComparison): string {
  const own = found.holders.kind === 'only' ? comparison.cases[found.holders.index] : undefined;
  const keys = [...row.entities, ...column.entities, ...(own ? [own] : [])].map((entity) => entity.key);
  return [...new Set([...keys, `category:${found.category.id}`])].sort().join('|');
}

function holdersLabel(holders: Holders, { cases }: CaseComparison, labels: FigureLabels): string {
  if (holders.kind === 'common') return labels.common(cases.length);
  if (holders.kind === 'only') return labels.only(cases[holders.index]?.label ?? '');
  return holders.indexes.map((index) => cases[index]?.label ?? '').join(', ');
}

function legendOf({ comparison, labels, language }: ToolsByCaseFigure, nodesOf: (chip: Chip, place: Pick<Rect, 'x' | 'y'>) => SceneNode[]) {
  const { cases, cells } = comparison;
  const isPartly = cells.some((line) => line.some((cell) => cell.partly.length > 0));
  const entries: Holders[] = [
    { kind: 'common' },
    ...(isPartly ? [{ kind: 'partly' as const, indexes: [0, 1] }] : []),
    ...cases.map((_, index) => ({ kind: 'only' as const, index })),
  ];
  return (width: number) => {
    const chips = entries.map((holders) => {
      const words = holders.kind === 'partly' ? labels.partly : holdersLabel(holders, comparison, labels);
      return chipOf(typeset(words, language), holders, width);
    });
    const { places, height } = flow(chips, width, 10);
    const nodes = (x: number, y: number): SceneNode[] =>
      chips.flatMap((chip, index) => nodesOf(chip, { x: x + (places[index]?.x ?? 0), y: y + (places[index]?.y ?? 0) }));
    return { height, nodes };
  };
}

/** Rows are dimensions, columns tool families; a chip's key names its row, its column, the tool and, for an "only", the case. */
export function toolsByCaseFigure(figure: ToolsByCaseFigure): Scene {
  const { comparison, labels, theme, language } = figure;
  const palette = paletteOf(theme);
  const colors = caseColors(comparison.cases, palette);
  const paint = { palette, caseColors: comparison.cases.map((entity) => colors.get(entity.key) ?? palette.ink3) };
  const nodesOf = (chip: Chip, place: Pick<Rect, 'x' | 'y'>): SceneNode[] => chipNodes(chip, place, paint);
  const placed = new Map<string, ReturnType<typeof placeChips>>();
  const chipsAt = (row: number, column: number, columnWidth: number): ReturnType<typeof placeChips> => {
    const at = `${row} ${column} ${columnWidth}`;
    const known = placed.get(at) ?? placeChips(comparison.cells[row]?.[column], columnWidth, language);
    placed.set(at, known);
    return known;
  };
  const columnWidth = comparison.columns.length <= 3 ? 264 : 220;
  const frame = matrixFrame(
    {
      title: figure.title,
      rowAxis: figure.rowAxis,
      columnAxis: figure.columnAxis,
      rows: comparison.rows,
      columns: comparison.columns,
      language,
      palette,
    },
    {
      narrowest: columnWidth,
      widest: columnWidth,
      rowHeight: (row, width) => Math.max(40, ...comparison.columns.map((_, column) => chipsAt(row, column, width).height)),
      legend: legendOf(figure, nodesOf),
      note: labels.chipNote,
    },
  );
  const marks = comparison.rows.flatMap((row, r) =>
    comparison.columns.flatMap((column, c) => {
      const place = frame.cellAt(r, c);
      const { chips } = chipsAt(r, c, place.width);
      if (chips.length === 0)
        return textLines(
          [labels.nothing],
          place.x + place.width / 2,
          place.y + place.height / 2 + 4,
          { size: 12, fill: palette.ink3, anchor: 'middle' },
          14,
        );
      return chips.map(({ found, chip, x, y }) => {
        const title = `${found.category.name} — ${holdersLabel(found.holders, comparison, labels)} — ${labels.passages(found.category.passages)}`;
        return mark(chipKey(row, column, found, comparison), typeset(title, language), nodesOf(chip, { x: place.x + x, y: place.y + y }));
      });
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(figure.title, language), [...frame.nodes, ...marks]);
}
