// The sentence that somebody begins from who wants none of the ready-made displays.
import { codedGrids } from '../../shared/domain/display-choices.ts';
import { readableLevel } from '../../shared/domain/grid-levels.ts';
import type { MatrixDefinition } from '../../shared/domain/matrix.ts';
import { definitionOf } from './definition.ts';
import type { ProjectFrame } from './frame.ts';

/** The most used grid against the cases, or against the sources of a study without cases; null while there is no grid. */
export function ownStart({ codebook, corpus, scales }: ProjectFrame): MatrixDefinition | null {
  const [grid] = [...codedGrids({ ...corpus, codebook, scales }), ...codebook.filter(({ categories }) => categories.length > 0)];
  if (!grid) return null;
  const rows = [{ kind: 'grid', gridId: grid.id, level: readableLevel(grid) } as const];
  return definitionOf(rows, [{ kind: corpus.cases.length > 0 ? 'case' : 'source' }]);
}
