// Grids for the tests of the grids' screen, written as the outline that people see.
import type { Category } from '../../../shared/domain/category.ts';
import type { CategoryId, GridId } from '../../../shared/domain/ids.ts';

/** One category per line, two spaces per level, codings after `×`: `  Gouvernance ×12`. Depth first, as the core gives them. */
export function grid(outline: string, gridId = 'grid'): Category[] {
  const path: string[] = [];
  const positions = new Map<string, number>();
  return outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', codings = '0'] = line.trim().split(' ×');
      const depth = (line.length - line.trimStart().length) / 2;
      const parent = depth === 0 ? null : (path[depth - 1] ?? null);
      const id = `${gridId}/${name}`;
      path.splice(depth, Infinity, id);
      const position = positions.get(parent ?? '') ?? 0;
      positions.set(parent ?? '', position + 1);
      return {
        id: id as CategoryId,
        gridId: gridId as GridId,
        parentId: parent as CategoryId | null,
        position,
        name,
        definition: '',
        inclusion: '',
        exclusion: '',
        example: '',
        color: '#3f8f6b',
        origin: 'a-priori',
        stage: null,
        status: null,
        scale: null,
        examplePassageId: null,
        alsoUnder: [],
        codings: Number(codings),
      };
    });
}

export function names(categories: readonly Category[]): string[] {
  return categories.map((category) => category.name);
}
