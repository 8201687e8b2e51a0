// What options name: the grids and coders that a command is about, and options that may be given several times.
import { Refusal } from '../../shared/domain/failure.ts';
import type { CoderId, GridId } from '../../shared/domain/ids.ts';
import { readCodebook } from '../queries/codebook.ts';
import { coderByName } from '../queries/corpus.ts';
import type { Project } from '../storage/open-project.ts';

/** For an option that may be given several times: the values so far and one more. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** By key or title; refuses (`grid.unknown`) a name that no grid has. */
export function gridsNamed(project: Project, names: readonly string[]): GridId[] {
  if (names.length === 0) return [];
  const codebook = readCodebook(project);
  return names.map((name) => {
    const grid = codebook.find(({ key, title }) => key === name || title === name);
    if (!grid) throw new Refusal('grid.unknown', { id: name });
    return grid.id;
  });
}

/** Refuses (`coder.unknown`) a name that no coder has. */
export function codersNamed(project: Project, names: readonly string[]): CoderId[] {
  return names.map((name) => {
    const coder = coderByName(project, name);
    if (!coder) throw new Refusal('coder.unknown', { name });
    return coder;
  });
}
