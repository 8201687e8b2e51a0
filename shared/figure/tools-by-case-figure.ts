// The picture this program exists for: in each dimension and family the concrete tools found, told apart by case,
// what is common and what only one case has.
import type { CaseComparison, ComparedCell } from '../domain/compare-cases.ts';
import type { FoundCategory, MatrixHeader } from '../domain/matrix.ts';
import { typeset } from '../domain/typography.ts';
import { caseColors } from './cell-words.ts';
import { chipNodes, chipOf, chipWidth } from './chip.ts';
import type { Chip, Holders } from './chip.ts';
import type { FigureLabels } from './figure-labels.ts';
import type { FigureSetting } from './figure-setting.ts';
import { flow, matrixFrame } from './matrix-frame.ts';
import { mark, sceneOf, textLines } from './scene.ts';
import type { Behind, Rect, Scene, SceneNode } from './scene.ts';

export interface ToolsByCaseFigure extends FigureSetting {
  readonly comparison: CaseComparison;
  readonly rowAxis: string;
  readonly columnAxis: string;
}

const CELL_PADDING = 8;
const GAP = 5;
const GROUP_GAP = 8;
/** Of a column of chips: a name of a few words must stand on two lines or three. */
const NARROWEST = 138;
const WIDEST = 264;

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

const chipText = (
  { name, passages }: FoundCategory,
  { labels, language, showsLabels }: Pick<FigureSetting, 'language' | 'showsLabels' | 'labels'>,
): string => `${typeset(name, language)}${showsLabels ? `\u00a0·\u00a0${labels.number(passages)}` : ''}`;

/** A chip is wide enough for its longest word. */
function widestFinding(figure: ToolsByCaseFigure): number {
  const found = figure.comparison.cells.flatMap((line) => line.flatMap(groupsOf).flat());
  return Math.max(0, ...found.map(({ category, holders }) => chipWidth(chipText(category, figure), holders)));
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
  words: Pick<FigureSetting, 'language' | 'showsLabels' | 'labels'>,
): { readonly chips: PlacedChip[]; readonly height: number } {
  const inner = columnWidth - 2 * CELL_PADDING;
  const chips: PlacedChip[] = [];
  let y = CELL_PADDING;
  for (const group of cell ? groupsOf(cell) : []) {
    const sized = group.map(({ category, holders }) => chipOf(chipText(category, words), holders, inner));
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

/** The cells of the cases that have it. */
function behindChip(cell: ComparedCell, { category, holders }: Found): Behind[] {
  const indexes = holders.kind === 'common' ? cell.cells.map((_, index) => index) : holders.kind === 'only' ? [holders.index] : holders.indexes;
  return indexes.flatMap((index) => {
    const own = cell.cells[index];
    if (!own) return [];
    return [own.categories.some(({ id }) => id === category.id) ? { cell: own.key, category: category.id } : { cell: own.key }];
  });
}

function holdersLabel(holders: Holders, { cases }: CaseComparison, labels: FigureLabels): string {
  if (holders.kind === 'common') return labels.common(cases.length);
  if (holders.kind === 'only') return labels.only(cases[holders.index]?.label ?? '');
  return holders.indexes.map((index) => cases[index]?.label ?? '').join(', ');
}

function legendOf(
  { comparison, labels, language, showsLegend }: ToolsByCaseFigure,
  nodesOf: (chip: Chip, place: Pick<Rect, 'x' | 'y'>) => SceneNode[],
) {
  const { cases, cells } = comparison;
  const isPartly = cells.some((line) => line.some((cell) => cell.partly.length > 0));
  const entries: Holders[] = [
    { kind: 'common' },
    ...(isPartly ? [{ kind: 'partly' as const, indexes: [0, 1] }] : []),
    ...cases.map((_, index) => ({ kind: 'only' as const, index })),
  ];
  return (width: number) => {
    if (!showsLegend) return { height: 0, nodes: () => [] };
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
  const { comparison, labels, palette, language, width } = figure;
  const colors = caseColors(comparison.cases, palette);
  const paint = { palette, caseColors: comparison.cases.map((entity) => colors.get(entity.key) ?? palette.ink3) };
  const nodesOf = (chip: Chip, place: Pick<Rect, 'x' | 'y'>): SceneNode[] => chipNodes(chip, place, paint);
  const placed = new Map<string, ReturnType<typeof placeChips>>();
  const chipsAt = (row: number, column: number, columnWidth: number): ReturnType<typeof placeChips> => {
    const at = `${row} ${column} ${columnWidth}`;
    const known = placed.get(at) ?? placeChips(comparison.cells[row]?.[column], columnWidth, figure);
    placed.set(at, known);
    return known;
  };
  const narrowest = Math.max(NARROWEST, comparison.cases.length * 11 + 84, widestFinding(figure) + 2 * CELL_PADDING);
  const frame = matrixFrame(
    {
      title: figure.title,
      rowAxis: figure.rowAxis,
      columnAxis: figure.columnAxis,
      rows: comparison.rows,
      columns: comparison.columns,
      language,
      palette,
      width,
    },
    {
      // a chip that several cases share carries the sign of each
      narrowest,
      widest: Math.max(WIDEST, narrowest),
      rowHeight: (row, width) => Math.max(40, ...comparison.columns.map((_, column) => chipsAt(row, column, width).height)),
      legend: legendOf(figure, nodesOf),
      note: figure.showsLabels ? labels.chipNote : '',
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
        const compared = comparison.cells[r]?.[c];
        const behind = compared ? behindChip(compared, found) : [];
        return mark(chipKey(row, column, found, comparison), typeset(title, language), nodesOf(chip, { x: place.x + x, y: place.y + y }), {}, behind);
      });
    }),
  );
  return sceneOf(frame.width, frame.height, palette.paper, typeset(figure.title, language), [...frame.nodes, ...marks]);
}
