// The data structure (Gioia) of a matrix's category axis: what the axis lists, under its places in its tree.
import type { DataStructure, StructureBox } from '../domain/data-structure.ts';
import type { AxisEntity, MatrixTable } from '../domain/matrix.ts';
import type { Behind } from './scene.ts';

export interface AxisStructure {
  readonly structure: DataStructure;
  /** By a box's id: distinct crossings with their passages added up, and the cells behind. */
  readonly boxes: ReadonlyMap<string, { readonly name: string; readonly passages: number; readonly behind: readonly Behind[] }>;
}

interface Line {
  readonly entity: AxisEntity;
  readonly cells: readonly { readonly key: string; readonly passages: number }[];
}

/** The first side that lists categories, rows before columns; null where none does. */
function linesOf(table: MatrixTable): { readonly lines: Line[]; readonly axis: string } | null {
  const columns = table.columns.map((_, column) => table.cells.flatMap((cells) => cells[column] ?? []));
  for (const [headers, cells, axes] of [
    [table.rows, table.cells, table.rowAxes],
    [table.columns, columns, table.columnAxes],
  ] as const) {
    const at = headers[0]?.entities.findLastIndex(({ kind }) => kind === 'category') ?? -1;
    if (at < 0) continue;
    const lines = new Map<string, Line>();
    headers.forEach(({ entities }, index) => {
      const entity = entities[at];
      if (!entity) return;
      const known = lines.get(entity.key);
      lines.set(entity.key, { entity, cells: [...(known?.cells ?? []), ...(cells[index] ?? []).filter(({ passages }) => passages > 0)] });
    });
    return { lines: [...lines.values()], axis: axes[at] ?? '' };
  }
  return null;
}

const GREY = '#808080';

/** A flat axis hangs under its own name; a tree of two levels has no concepts; deeper ones end in them. Null without categories. */
export function axisStructure(table: MatrixTable): AxisStructure | null {
  const found = linesOf(table);
  if (!found) return null;
  const isFlat = found.lines.every(({ entity }) => entity.path.length < 2);
  const boxes = new Map<string, { name: string; passages: number; behind: Behind[] }>();
  const count = (id: string, name: string, { cells }: Line): void => {
    const box = boxes.get(id) ?? { name, passages: 0, behind: [] };
    box.passages += cells.reduce((sum, { passages }) => sum + passages, 0);
    box.behind.push(...cells.map(({ key }) => ({ cell: key })));
    boxes.set(id, box);
  };
  const dimensions = new Map<string, StructureBox & { themes: Map<string, StructureBox & { concepts: StructureBox[] }> }>();
  for (const each of found.lines) {
    const { entity } = each;
    const path = isFlat ? [found.axis, entity.label] : entity.path.length > 0 ? entity.path : [entity.label];
    const color = entity.color ?? GREY;
    const idAt = (level: number): string => (level === path.length - 1 ? entity.key : path.slice(0, level + 1).join('\u0000'));
    const box = (level: number, name: string): StructureBox => ({ id: idAt(level), name, color });
    const [top = '', middle] = path;
    const dimension = dimensions.get(top) ?? { ...box(0, top), themes: new Map() };
    dimensions.set(top, dimension);
    count(dimension.id, top, each);
    if (middle === undefined) continue;
    const theme = dimension.themes.get(middle) ?? { ...box(1, middle), concepts: [] };
    dimension.themes.set(middle, theme);
    count(theme.id, middle, each);
    if (path.length < 3) continue;
    theme.concepts.push(box(path.length - 1, entity.label));
    count(entity.key, entity.label, each);
  }
  const structure = {
    dimensions: [...dimensions.values()].map(({ themes, ...dimension }) => ({ ...dimension, themes: [...themes.values()] })),
    seconds: [],
  };
  return { structure, boxes };
}
